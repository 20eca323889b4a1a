#!/usr/bin/env bash
# Brings this folder to where it runs: what Debian lacks, the Python packages by their hashes, the screens.
# Run it as often as you like: what is already there is left alone.   scripts/setup.sh run|test
set -euo pipefail
cd "$(dirname "$0")/.."
purpose=${1:-run}
stamps=.venv/.house
exec 9<"$0" && flock 9 # two set-ups at once would trip over each other

say() { printf '\033[2m%s\033[0m\n' "$*" >&2; }

# Succeeds when the inputs are the same as when the stamp of this name was last put.
fresh() { [ -f "$stamps/$1" ] && [ "$(cat "$stamps/$1")" = "$(digest "${@:2}")" ]; }
stamp() { mkdir -p "$stamps" && digest "${@:2}" >"$stamps/$1"; }
digest() { find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum; }

good_python() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

debian_packages() {
    local wanted=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core fonts-noto-color-emoji) missing=()
    good_python python3 || wanted+=(python3 python3-venv)
    [ "$purpose" = run ] || wanted+=(git chromium poppler-utils)
    if ! command -v dpkg-query >/dev/null; then
        say "This is not Debian: please install what corresponds to ${wanted[*]}"
        return
    fi
    for name in "${wanted[@]}"; do
        dpkg-query -W -f='${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    if [ ${#as_root[@]} -gt 0 ] && ! command -v sudo >/dev/null; then
        say "Please run as root:  apt-get install -y --no-install-recommends ${missing[*]}"
        exit 2
    fi
    say "Installing from Debian: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

python_packages() {
    if ! .venv/bin/python -c '' 2>/dev/null; then
        say "Making .venv"
        python3 -m venv --clear .venv
    fi
    if ! fresh build requirements/build.txt; then
        say "Installing the build tools (uv, hatchling, Node as a Python package)"
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
        stamp build requirements/build.txt
    fi
    local list=run
    [ "$purpose" = run ] || list=dev
    # The list for tests holds everything that the list for running holds.
    if ! fresh "$list" "requirements/$list.txt" && ! { [ "$list" = run ] && fresh dev requirements/dev.txt; }; then
        say "Installing the Python packages ($list)"
        .venv/bin/uv pip install --quiet --python .venv/bin/python --require-hashes -r "requirements/$list.txt"
        stamp "$list" "requirements/$list.txt"
    fi
    if ! fresh project pyproject.toml hatch_build.py || [ ! -x .venv/bin/facilitation ]; then
        .venv/bin/uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
        stamp project pyproject.toml hatch_build.py
    fi
}

screens() {
    export PATH="$PWD/.venv/bin:$PATH"
    if ! fresh node package-lock.json || [ ! -d node_modules ]; then
        say "Installing the packages of the screens"
        npm ci --silent --no-audit --no-fund
        stamp node package-lock.json
    fi
    local sources=(package.json package-lock.json static/build.mjs static/src static/styles)
    if ! fresh screens "${sources[@]}" || [ ! -f static/dist/manifest.json ]; then
        say "Building the screens"
        npm run --silent build
        stamp screens "${sources[@]}"
    fi
}

debian_packages
python_packages
screens
