"""Codes that people read aloud and type: Crockford's 32 signs, without I, L, O and U."""

import secrets

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
SLIP_LENGTH = 12

SEPARATORS = "-\u2010\u2011\u2012\u2013\u2014 ._\u00a0\u202f\t\r\n"

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code(length: int = LENGTH) -> str:
    """A random code of `length` signs, five bits each, without dashes."""
    return "".join(secrets.choice(SIGNS) for _ in range(length))


def from_bytes(data: bytes, length: int) -> str:
    """The code that the first `length` bytes give; equal bytes, equal code."""
    return "".join(SIGNS[byte % 32] for byte in data[:length])


def read_code(typed: str, length: int = LENGTH) -> str | None:
    """What was typed, made plain: any case, dashes and spaces anywhere, O as 0, I and L as 1. None if it is no code."""
    signs = "".join(sign for sign in typed.upper() if sign not in SEPARATORS).translate(_READ_AS)
    return signs if len(signs) == length and all(sign in SIGNS for sign in signs) else None


def shown(code: str) -> str:
    """A code in groups of four, as it is printed and read aloud."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))
