"""Builds the three screens when they are stale, and packs the folders that lie beside the package into the wheel."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKED = ("templates", "static/dist", "workshop_formats")
BUILT_FROM = ("package-lock.json", "static/build.mjs", "static/src", "static/styles")


class PackTheHouse(BuildHookInterface):  # type: ignore[type-arg] - hatchling leaves its own parameter open
    """An editable install uses the folders of the work tree, live: there, nothing is packed."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Hatchling calls this before it gathers the wheel's files."""
        if version != "standard":
            return
        root = Path(self.root)
        if stale(root):
            build_screens(root)
        for folder in PACKED:
            build_data["force_include"][str(root / folder)] = f"facilitation/_data/{folder}"


def stale(root: Path) -> bool:
    """Whether the screens were never built, or a source is younger than they are."""
    manifest = root / "static/dist/manifest.json"
    if not manifest.exists():
        return True
    sources = [file for name in BUILT_FROM for file in [root / name, *(root / name).rglob("*")] if file.is_file()]
    return any(file.stat().st_mtime > manifest.stat().st_mtime for file in sources)


def build_screens(root: Path) -> None:
    """Run npm with the Node that came as a Python package, so that the machine needs none."""
    scripts = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": os.pathsep.join([scripts, os.environ.get("PATH", os.defpath)])}
    for command in (["npm", "ci"], ["npm", "run", "build"]):
        subprocess.run([*command, "--no-audit", "--no-fund"], cwd=root, env=environment, check=True)
