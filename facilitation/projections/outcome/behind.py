"""How many people's real answers stand behind a value: with too few, it would tell what one of them answered."""

from collections.abc import Iterable

from facilitation.domain.expressions import FormulaError, parse
from facilitation.domain.format import Question
from facilitation.domain.scopes import people_of
from facilitation.domain.session import Planned, Session
from facilitation.domain.sources import TakenBack, taken_back
from facilitation.projections.outcome.consent import SMALLEST_GROUP, THRESHOLD

KeptBack = frozenset[frozenset[str]]
"""Questions that, taken together, would say how few people changed their answer which way."""


def may_be_shown(
    session: Session, step: Planned, formula: str, fewest: int = 0, kept_back: KeptBack = frozenset()
) -> bool:
    """Whether enough people of the whole room, `fewest` or more, stand behind the value of a formula."""
    if tells_who_changed(session, step, formula, kept_back) or taken_back(session, step, formula):
        return False
    needed = max(fewest, _needed(session, step, formula))
    return _behind(session, step, formula, people_of(session, step)) >= needed


def tells_of_too_few(session: Session, step: Planned, formula: str, group: int | None = None) -> bool:
    """Whether a value would tell, on a screen, what few people answered where nobody was to read answers one by one.

    `group` is the place of the group whose members alone stand behind the value. While a session runs, what the room
    was shown stays as it was: the game goes on with it.
    """
    if session.closed_at is not None and _group_tells(session, step, formula, group):
        return True
    if not any(question.anonymous for planned in session.plan for question in planned.stage.ask):
        return False
    asked = [(at, question) for at, question in _questions_of(session, step, formula) if question.anonymous]
    if not asked:
        return False
    groups = session.groups.get(step.key, ())
    if group is None or group >= len(groups):
        return _fewest(session, asked, people_of(session, step)) < THRESHOLD
    return group not in told_apart([_fewest(session, asked, members) for members in groups], THRESHOLD)


def tells_who_changed(session: Session, step: Planned, formula: str, kept_back: KeptBack) -> bool:
    """Whether a value is worked out of answers that a comparison keeps back."""
    if not kept_back:
        return False
    used = {question.name for _, question in _questions_of(session, step, formula)}
    return any(together <= used for together in kept_back)


def shown_groups(
    session: Session, step: Planned, formula: str, fewest: int = 0, kept_back: KeptBack = frozenset()
) -> frozenset[int]:
    """The groups of a step, by their place, whose value may be shown."""
    if tells_who_changed(session, step, formula, kept_back):
        return frozenset()
    groups, needed = session.groups.get(step.key, ()), max(fewest, _needed(session, step, formula))
    shown = told_apart([_behind(session, step, formula, group) for group in groups], needed)
    return frozenset(place for place in shown if not _group_tells(session, step, formula, place))


def _group_tells(session: Session, step: Planned, formula: str, group: int | None) -> bool:
    """Whether an answer that was withdrawn could be worked out from a group's value, or from that of the room."""
    return any(group is None or _is_of(session, gone, step, group) for gone in taken_back(session, step, formula))


def _is_of(session: Session, gone: TakenBack, step: Planned, group: int) -> bool:
    rows = session.groups.get(step.key, ())
    if gone.reach == "room" or session.groups.get(gone.step, ()) != rows or group >= len(rows):
        # Groups that were formed anew carry what their members brought along.
        return True
    return gone.holder in (*rows[group], f"group:{group}") or not any(gone.holder in row for row in rows)


def told_apart(sizes: Iterable[int], needed: int) -> frozenset[int]:
    """The places of the groups that may be told of, by how many stand behind each.

    What few people gave could be worked out from the whole and the other groups: then the smallest of those is
    kept back too.
    """
    ranked = sorted((behind, place) for place, behind in enumerate(sizes))
    kept_back = 0
    shown = []
    for behind, place in ranked:
        if behind < needed or 0 < kept_back < needed:
            kept_back += behind
        else:
            shown.append(place)
    return frozenset(shown)


def names_in(formula: str) -> frozenset[str]:
    """The names a formula speaks of, without the stage before a dot; none for a formula that cannot be read."""
    try:
        return frozenset(name.rpartition(".")[2] for name in parse(formula).names)
    except FormulaError:
        return frozenset()


def _needed(session: Session, step: Planned, formula: str) -> int:
    """How many have to stand behind a value: what comes of answers never read one by one keeps their promise."""
    asked = _questions_of(session, step, formula)
    return THRESHOLD if any(question.anonymous for _, question in asked) else SMALLEST_GROUP


def _behind(session: Session, step: Planned, formula: str, people: Iterable[str]) -> int:
    return _fewest(session, _questions_of(session, step, formula), people)


def _fewest(session: Session, asked: Iterable[tuple[Planned, Question]], people: Iterable[str]) -> int:
    members = frozenset(people)
    return min((_answered(session, members, at, question) for at, question in asked), default=len(members))


def _answered(session: Session, members: frozenset[str], at: Planned, question: Question) -> int:
    given = session.answers.get(at.key, {}).get(question.name, {})
    if question.answered_by == "group":
        return len(members)
    return sum(holder in members and not answer.withdrawn for holder, answer in given.items())


def _questions_of(session: Session, step: Planned, formula: str) -> list[tuple[Planned, Question]]:
    """The questions that a formula draws on, itself or by way of what stages work out, each in its latest turn."""
    names, read = set(names_in(formula)), set[str]()
    lines = {line.name: line.formula for planned in session.plan for line in planned.stage.compute}
    while fresh := (names - read) & lines.keys():
        read |= fresh
        names |= {name for line in fresh for name in names_in(lines[line])}
    keys = [planned.key for planned in session.plan]
    upto = session.plan[: keys.index(step.key) + 1]
    found = {q.name: (at, q) for at in upto for q in at.stage.ask if q.name in names}
    return list(found.values())
