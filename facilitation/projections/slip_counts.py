"""How far the typing of slips is: which were given, which are typed, which are missing."""

from dataclasses import dataclass

from facilitation.domain.format import Text
from facilitation.domain.session import Session
from facilitation.projections.wording import worded


@dataclass(frozen=True, slots=True)
class SheetCount:
    """One sheet: how many of the packets given have it typed; `missing` are the numbers of the others."""

    sheet: int
    step: str
    title: Text
    turn: str
    begun: bool
    typed: int
    blank: int
    late: int
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PaperCounts:
    """The packets of a session, and its sheets in order. `without_consent` have no consents typed yet."""

    printed: int
    given: tuple[int, ...]
    without_consent: tuple[int, ...]
    sheets: tuple[SheetCount, ...]


def paper_counts(session: Session) -> PaperCounts:
    """Everything that is counted about paper; numbers of packets only."""
    given = tuple(n for n, seat in enumerate(session.seats, 1) if seat.person in session.people)
    silent = tuple(n for n in given if session.seats[n - 1].person not in session.consented)
    sheets = (_sheet(session, number, key, given) for number, key in enumerate(session.sheets, 1))
    return PaperCounts(len(session.seats), given, silent, tuple(sheet for sheet in sheets if sheet is not None))


def _sheet(session: Session, sheet: int, key: str, given: tuple[int, ...]) -> SheetCount | None:
    planned = session.planned(key)
    if planned is None:
        return None
    typed = session.slips.get(key, {})
    return SheetCount(
        sheet=sheet,
        step=key,
        title=worded(session, planned, planned.stage.title),
        turn=".".join(map(str, planned.rounds)),
        begun=session.reached(key),
        typed=len(typed),
        blank=sum(slip.blank for slip in typed.values()),
        late=sum(bool(slip.late) for slip in typed.values()),
        missing=tuple(n for n in given if session.seats[n - 1].person not in typed),
    )


def sheet_now(session: Session) -> int | None:
    """The sheet of the step that is on, or of the last one before it that has one."""
    keys = [planned.key for planned in session.plan]
    upto = keys.index(session.current) + 1 if session.current in keys else len(keys)
    begun = [key for key in keys[:upto] if key in session.sheets and session.reached(key)]
    return session.sheets.index(begun[-1]) + 1 if begun else None
