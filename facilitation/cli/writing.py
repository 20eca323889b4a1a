"""Files that are there whole or not at all."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from facilitation.cli.ending import CannotRun, cannot_write
from facilitation.domain.format.text import Text


def prepare_folder(folder: Path, names: tuple[str, ...]) -> None:
    """Make a folder for these files, so that what cannot be written is known before the work. Raises CannotRun."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise cannot_write(error) from None
    for name in names:
        if (folder / name).is_dir():
            place = folder / name
            raise CannotRun(Text(f"{place} est un dossier, pas un fichier.", f"{place} is a folder, not a file."))


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files side by side, then put them all in place: nothing else in the folder is touched. Raises CannotRun."""
    waiting: list[tuple[str, Path]] = []
    try:
        for name, content in files.items():
            waiting.append((_beside(folder / name, content), folder / name))
        for written, place in waiting:
            os.replace(written, place)
    except OSError as error:
        raise cannot_write(error) from None
    finally:
        for written, _ in waiting:
            Path(written).unlink(missing_ok=True)


def write_file(place: Path, content: bytes) -> None:
    """Write one file whole. Raises CannotRun."""
    if place.is_dir():
        raise CannotRun(Text(f"{place} est un dossier, pas un fichier.", f"{place} is a folder, not a file."))
    write_all(place.parent, {place.name: content})


def _beside(place: Path, content: bytes) -> str:
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, 0o644)
    except BaseException:  # Ctrl-C, too, leaves nothing half
        Path(name).unlink(missing_ok=True)
        raise
    return name
