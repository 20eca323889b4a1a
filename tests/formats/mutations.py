"""Sound files damaged at random, as a slip of the hand or a broken transfer would: same seed, same damage."""

import random

SIGNS = b"{}[]:,#&*!|>'\"%@`-?\t\n \\\0\xff\xc3"
WORDS = (
    b"everyone",
    b"nobody",
    b"alone",
    b"merge",
    b"same as",
    b"2",
    b"-1",
    b"1/0",
    b"999999999999",
    b"missing",
    b"yes",
    b"sum(",
    b")",
    b"{points}",
    b"{",
    b"group.size",
    b"seen by: ",
    b"<<: ",
    b"fr: ",
    b"- stage: ",
    b"  ",
    b"[[",
    b"null",
    b"~",
    b"\xc2\xa0",
)


def damaged(data: bytes, draw: random.Random) -> bytes:
    """The file with one to six injuries."""
    for _ in range(draw.randint(1, 6)):
        data = draw.choice(INJURIES)(data, draw)
    return data


def _drop(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data) or 1)
    return data[:at] + data[at + draw.randint(1, 12) :]


def _insert(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data) or 1)
    return data[:at] + bytes([draw.choice(SIGNS)]) + data[at:]


def _word(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data) or 1)
    return data[:at] + draw.choice(WORDS) + data[at:]


def _swap_lines(data: bytes, draw: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, other = draw.randrange(len(lines)), draw.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _drop_lines(data: bytes, draw: random.Random) -> bytes:
    lines = data.split(b"\n")
    at = draw.randrange(len(lines))
    return b"\n".join(lines[:at] + lines[at + draw.randint(1, 5) :])


def _indent(data: bytes, draw: random.Random) -> bytes:
    lines = data.split(b"\n")
    at = draw.randrange(len(lines))
    lines[at] = b" " * draw.randint(0, 8) + lines[at].lstrip()
    return b"\n".join(lines)


def _other_value(data: bytes, draw: random.Random) -> bytes:
    lines = data.split(b"\n")
    at = draw.randrange(len(lines))
    key, colon, _ = lines[at].partition(b": ")
    lines[at] = key + colon + draw.choice(WORDS)
    return b"\n".join(lines)


def _cut(data: bytes, draw: random.Random) -> bytes:
    return data[: draw.randrange(len(data) or 1)]


INJURIES = (
    _drop,
    _insert,
    _word,
    _swap_lines,
    _drop_lines,
    _indent,
    _indent,
    _other_value,
    _other_value,
    _other_value,
    _cut,
)
