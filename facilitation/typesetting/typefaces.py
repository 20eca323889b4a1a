"""The packaged typefaces: their files, and the CSS that names them."""

from collections.abc import Iterator
from pathlib import Path

from facilitation import places

FOLDER = "dist/fonts/documents"

FAMILIES = {
    "Record Serif": "source-serif-4-latin",
    "Record Serif More": "source-serif-4-latin-ext",
    "Record Sans": "source-sans-3-latin",
    "Record Sans More": "source-sans-3-latin-ext",
}
CUTS = ((400, "normal"), (400, "italic"), (600, "normal"))

MONOSPACED = '400 8pt "DejaVu Sans Mono"'
"""How digests are set: in a typeface of the machine."""


def font_files() -> dict[str, Path]:
    """The packaged fonts by file name; empty in a work tree where the screens were never built."""
    folder = places.static() / FOLDER
    return {path.name: path for path in sorted(folder.glob("*.woff2"))} if folder.is_dir() else {}


def font_faces() -> str:
    """The same as CSS, as the heads of the documents have it."""
    return "\n".join(_faces())


def cuts() -> Iterator[str]:
    """Every cut that is packaged, as CSS asks for it: with the letters that its other half has."""
    files = font_files()
    for family, letters in FAMILIES.items():
        for weight, style in CUTS:
            if f"{letters}-{weight}-{style}.woff2" in files and f"{family} More" in FAMILIES:
                yield f'{style} {weight} 8pt "{family}", "{family} More"'


def _faces() -> Iterator[str]:
    files = font_files()
    for family, letters in FAMILIES.items():
        for weight, style in CUTS:
            if (file := f"{letters}-{weight}-{style}.woff2") in files:
                yield (
                    f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style}; '
                    f'src: url("app:fonts/{file}") format("woff2"); }}'
                )
