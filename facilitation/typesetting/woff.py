"""A typeface out of its package (WOFF, version 1): the tables inflated, one after another, as a plain font has them."""

import struct
import zlib
from dataclasses import dataclass

_HEAD = struct.Struct(">4s4sLHHLHHLLLLL")
_ENTRY = struct.Struct(">4sLLLL")


@dataclass(frozen=True, slots=True)
class _Table:
    tag: bytes
    checksum: int
    data: bytes


def unpacked(woff: bytes) -> bytes:
    """The font itself; equal packages give equal bytes. Raises ValueError for anything else."""
    signature, flavor, _, count, *_ = _HEAD.unpack_from(woff)
    if signature != b"wOFF":
        raise ValueError("no WOFF file")
    tables = [_table(woff, _HEAD.size + place * _ENTRY.size) for place in range(count)]
    power = count.bit_length() - 1
    found = bytearray(struct.pack(">4sHHHH", flavor, count, 16 << power, power, 16 * count - (16 << power)))
    at = 12 + 16 * count
    for table in tables:
        found += struct.pack(">4sLLL", table.tag, table.checksum, at, len(table.data))
        at += _padded(len(table.data))
    for table in tables:
        found += table.data.ljust(_padded(len(table.data)), b"\0")
    return bytes(found)


def _table(woff: bytes, entry: int) -> _Table:
    tag, offset, packed, size, checksum = _ENTRY.unpack_from(woff, entry)
    data = woff[offset : offset + packed]
    return _Table(tag, checksum, zlib.decompress(data) if packed < size else data)


def _padded(size: int) -> int:
    return (size + 3) // 4 * 4
