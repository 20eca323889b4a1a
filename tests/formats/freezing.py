"""The shipped formats as they were on one day, so that damage drawn from them is the same damage tomorrow.

`python -m tests.formats.freezing` keeps them as they are now: for a change of the language, not for one of words.
"""

import zipfile
from functools import cache
from pathlib import Path

from facilitation.places import workshop_formats

FROZEN = Path(__file__).parent / "frozen.zip"
ONE_DAY = (2026, 1, 1, 0, 0, 0)


@cache
def frozen() -> dict[str, bytes]:
    """The text of each file, by its name."""
    with zipfile.ZipFile(FROZEN) as kept:
        return {name: kept.read(name) for name in kept.namelist()}


def freeze() -> None:
    """Keep the library as it is now; the same files make the same bytes."""
    with zipfile.ZipFile(FROZEN, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as kept:
        for path in sorted(workshop_formats().glob("*.yaml")):
            kept.writestr(zipfile.ZipInfo(path.name, ONE_DAY), path.read_bytes(), zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    freeze()
