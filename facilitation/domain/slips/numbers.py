"""The number of a slip: which sheet of which person's packet, and a letter that tells a mistyped one."""

import re
import zlib
from dataclasses import dataclass

from facilitation.domain.commands import Refused

LETTERS = "ABCDEFGHJKLMNPQRSTVWXYZ"
"""Twenty-three, a prime: one wrong digit, or two that changed places, always give another letter. No I, O or U."""

MOST_SEATS = 999
MOST_SHEETS = 999

CONSENT = 0
"""The sheet with the consents, which every packet begins with."""

_TYPED = re.compile(r"(\d{1,3})[\s./_\u2010-\u2014-]+(\d{1,3})[\s./_\u2010-\u2014-]*([A-Z])")
_SHORT = re.compile(r"(\d{1,3})[\s./_\u2010-\u2014-]*([A-Z])")


@dataclass(frozen=True, slots=True)
class SlipNumber:
    """A sheet (0 for the consents, then one for each step) of a numbered packet."""

    sheet: int
    seat: int


def written(number: SlipNumber, session: str) -> str:
    """A number as it is printed: `3-12K`. The letter also hangs on the session: a slip of another day is noticed."""
    return f"{number.sheet}-{number.seat}{_letter(number, session)}"


def read_number(typed: str, session: str, sheet: int | None = None) -> SlipNumber | Refused:
    """The number that was typed. Where a `sheet` is being typed, its part of the number may be left out: `12K`."""
    plain = typed.strip().upper()
    found = _TYPED.fullmatch(plain)
    short = _SHORT.fullmatch(plain) if found is None and sheet is not None else None
    if found is not None:
        number, letter = SlipNumber(int(found[1]), int(found[2])), found[3]
    elif short is not None and sheet is not None:
        number, letter = SlipNumber(sheet, int(short[1])), short[2]
    else:
        return Refused("slip-unreadable")
    if letter != _letter(number, session):
        return Refused("slip-mistyped", {"number": f"{number.sheet}-{number.seat}{letter}"})
    return number


def _letter(number: SlipNumber, session: str) -> str:
    of_session = zlib.crc32(session.encode())
    return LETTERS[(number.sheet * 1000 + number.seat + of_session) % len(LETTERS)]
