"""Sessions in which people were told something else than what the protocol says now."""

from dataclasses import dataclass

from facilitation.domain.format import Text


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What holds for one session, by its number: for how long each class of data is kept, and the sheet of that day.

    `a_try` where nobody was given a sheet.
    """

    session: int
    retention: tuple[tuple[Text, str], ...]
    sheet: str = ""
    a_try: bool = False
