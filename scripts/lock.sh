#!/usr/bin/env bash
# Resolves the newest versions and writes them down with their hashes. Lock files carry no address of a registry.
set -euo pipefail
cd "$(dirname "$0")/.."
compile() {
    .venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --custom-compile-command "make lock" "$@"
}
compile pyproject.toml --output-file requirements/run.txt
compile pyproject.toml --group dev --constraint requirements/run.txt --output-file requirements/dev.txt
compile --group build --output-file requirements/build.txt
