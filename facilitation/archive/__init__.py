"""An experiment as one file that another house restores: made, read with suspicion, restored whole or not at all."""

from facilitation.archive.locking import is_locked, locked, unlocked
from facilitation.archive.making import make_archive
from facilitation.archive.refusals import ArchiveRefused
from facilitation.archive.restoring import Preview, look_into, restore
from facilitation.archive.shapes import Archive, Manifest

__all__ = [
    "Archive",
    "ArchiveRefused",
    "Manifest",
    "Preview",
    "is_locked",
    "locked",
    "look_into",
    "make_archive",
    "restore",
    "unlocked",
]
