"""For how long what one session brought is kept: as the people who were there were told, and never for longer."""

from dataclasses import dataclass

from facilitation.records.protocols import Protocol, Terms, Version

TRY_MONTHS = 3
"""A session to which nobody was given an information sheet is a try: what it brought goes so many months after it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How many months, or days, each sort of thing is kept; nothing where nothing was said of it."""

    contributions_months: int
    journal_months: int | None = None
    papers_days: int | None = None
    a_try: bool = False
    """Whether nobody was told more than that it is a try."""


def kept_for(protocol: Protocol | None, began: int, ended: int) -> Kept:
    """What holds for a session: of the terms that stood while it ran, and of those that stand, the shortest of each.

    An amendment that keeps for less time holds at once, also for what is there already; one that keeps for longer
    holds for those who are told so, which is whoever comes later.
    """
    stood = _stood(protocol, began, ended)
    a_try = not stood or bool(stood[0].terms.missing)
    terms = [version.terms for version in (*stood, *(protocol.versions[-1:] if protocol else ()))]
    months = _shortest(terms, "contributions_months")
    return Kept(
        contributions_months=min(months or TRY_MONTHS, TRY_MONTHS) if a_try else months or TRY_MONTHS,
        journal_months=_shortest(terms, "journal_months"),
        papers_days=_shortest(terms, "papers_days"),
        a_try=a_try,
    )


def _stood(protocol: Protocol | None, began: int, ended: int) -> tuple[Version, ...]:
    """The versions that people of a session may have been told, oldest first."""
    if protocol is None:
        return ()
    first = protocol.at(began)
    during = (version for version in protocol.versions if began < version.at <= ended)
    return (first, *during) if first else ()


def _shortest(terms: list[Terms], name: str) -> int | None:
    return min((said for each in terms if (said := getattr(each, name)) is not None), default=None)
