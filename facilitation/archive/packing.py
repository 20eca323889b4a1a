"""A ZIP file of named entries: written with the same bytes for the same content, opened with suspicion."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping

from facilitation.archive.refusals import ArchiveRefused, Where

MOST_BYTES = 64 * 1024 * 1024
"""Of the file."""

MOST_UNPACKED = 192 * 1024 * 1024
"""Of everything in it: a session of a thousand people takes some twenty million."""

MOST_ENTRIES = 2000

MOST_LINES = 1_000_000
"""Of everything in it: a line of eight bytes becomes a row of two hundred in memory."""

MOST_LISTED = MOST_ENTRIES * 512
"""Bytes of the list of entries: it is read whole before anything in it can be counted."""

_NAME = re.compile(r"[a-z]+(/[A-Za-z0-9][A-Za-z0-9._-]{0,120}){1,2}|manifest\.json|README\.txt")
_MOMENT = (1980, 1, 1, 0, 0, 0)
_BIT_OF_SECRECY = 0x1
_LOCATOR = 20
"""Bytes before it that say, in a very large file, where the list of entries is."""
_END = 22
"""Bytes of what ends a ZIP file, where nothing is written after it."""


def packed(entries: Mapping[str, bytes]) -> bytes:
    """The entries as one file; equal entries are equal bytes."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in entries.items():
            about = zipfile.ZipInfo(name, _MOMENT)
            about.compress_type, about.external_attr, about.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            archive.writestr(about, content)
    return whole.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The entries of a file, each in memory and none on the disk. Raises ArchiveRefused."""
    if len(data) > MOST_BYTES:
        raise ArchiveRefused("too-large")
    if not data.startswith(b"PK\x03\x04"):
        raise ArchiveRefused("no-zip")
    _look_at_the_end(data[-_END - _LOCATOR :])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as wrong:
        # ValueError: a place before the beginning of the file; RuntimeError: said to be encrypted.
        raise ArchiveRefused("truncated") from wrong


def _look_at_the_end(end: bytes) -> None:
    """Refuse a list of entries that would be long to read, or one that is told elsewhere than at the end."""
    if end[-_END : -_END + 4] != b"PK\x05\x06" or end[-2:] != b"\0\0":
        raise ArchiveRefused("truncated")
    if end[:4] == b"PK\x06\x07" or int.from_bytes(end[-10:-6], "little") > MOST_LISTED:
        raise ArchiveRefused("too-large")


def _read(archive: zipfile.ZipFile) -> dict[str, bytes]:
    listed = archive.infolist()
    if len(listed) > MOST_ENTRIES or sum(each.file_size for each in listed) > MOST_UNPACKED:
        raise ArchiveRefused("too-large")
    found: dict[str, bytes] = {}
    left, lines = MOST_UNPACKED, MOST_LINES
    for each in listed:
        if not _NAME.fullmatch(each.filename) or each.filename in found or each.flag_bits & _BIT_OF_SECRECY:
            raise ArchiveRefused("strange-names", Where(ascii(each.filename[:80])))
        with archive.open(each) as entry:
            # What an entry says of its own size is believed no further than this.
            found[each.filename] = entry.read(left + 1)
        left -= len(found[each.filename])
        lines -= found[each.filename].count(b"\n")
        if left < 0 or lines < 0:
            raise ArchiveRefused("too-large")
    return found
