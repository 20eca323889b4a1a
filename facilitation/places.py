"""Where the templates, the built assets and the workshop formats lie: in the work tree, or inside the wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def templates() -> Path:
    """The folder of the pages and documents that Jinja draws."""
    return _folder("templates")


def static() -> Path:
    """The folder whose `dist/` holds the built scripts, styles and fonts."""
    return _folder("static")


def workshop_formats() -> Path:
    """The folder of the formats that come with the product, one YAML file each."""
    return _folder("workshop_formats")


def translations() -> Path:
    """The folder of the message catalogues; it lies inside the package in both cases."""
    return PACKAGE / "translations"


def _folder(name: str) -> Path:
    """`name` inside the wheel's `_data`, or else in the work tree around the package."""
    packed = PACKAGE / "_data"
    return (packed if packed.is_dir() else PACKAGE.parent) / name
