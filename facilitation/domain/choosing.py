"""Groups that people choose, that the facilitator makes, or that cards make: which there are, who may go where."""

from dataclasses import dataclass, replace
from typing import Literal

from facilitation.domain.format import Board, Grouping
from facilitation.domain.regrouping import Groups
from facilitation.domain.session import Planned, Session
from facilitation.domain.sifting import waits

Apart = Literal["choose", "facilitator", "next round", "observe"]
"""Why someone has no group where the others have one."""

MADE_BEFORE = frozenset({"among", "cards of"})
"""Groups that are there before anybody is in them."""


def origin(session: Session, planned: Planned) -> Planned:
    """The step whose groups a step really uses: through every `same as`."""
    for _ in session.plan:
        grouping = planned.stage.groups
        if grouping is None or grouping.how != "same as":
            return planned
        before = session.plan[: session.plan.index(planned)] if planned in session.plan else session.plan
        found = next((step for step in reversed(before) if step.stage.id == grouping.of), None)
        if found is None:
            return planned
        planned = found
    return planned


def chosen(grouping: Grouping | None) -> bool:
    """Whether somebody chooses these groups, or they are there before anybody is in them."""
    return grouping is not None and (grouping.how in MADE_BEFORE or grouping.chosen_by != "chance")


def cards_for(session: Session, grouping: Grouping, only: frozenset[str] | None = None) -> tuple[str, ...]:
    """The cards that each make a group, in the order written: `only` these, where a step brings along but some."""
    return tuple(
        card.id
        for card in session.cards.values()
        if card.board == grouping.cards_of
        and grouping.column in (None, card.column)
        and not card.withdrawn
        and not card.hidden
        and not waits(session, card)
        and (only is None or card.id in only)
    )


def apart(session: Session, planned: Planned, person: str) -> Apart | None:
    """Why a person is in no group of a step that has some; `None` for who is in one, or where there are none."""
    here = planned.stage.groups
    if here is None or here.how in ("everyone", "alone") or planned.key not in session.groups:
        return None
    if session.group_of(person, planned.key) is not None:
        return None
    grouping = origin(session, planned).stage.groups
    if grouping is None or grouping.how == "everyone":
        return None
    match grouping.chosen_by, grouping.latecomers:
        case "participants", _:
            return "choose"
        case "facilitator", _:
            return "facilitator"
        case _, "next round":
            return "next round"
        case _, "observe":
            return "observe"
    return None


def may_choose_group(session: Session, planned: Planned, person: str) -> bool:
    """Whether a person may go to a group now: for the first time, or freely where the format says so."""
    grouping = origin(session, planned).stage.groups
    if grouping is None or grouping.chosen_by != "participants" or planned.key not in session.groups:
        return False
    moves = planned.stage.groups is not None and planned.stage.groups.moves_freely
    return moves or session.group_of(person, planned.key) is None


def needs_group(board: Board) -> bool:
    """Whether a board makes sense only for who sits in a group."""
    return board.belongs_to == "table" or board.edited_by == "group" or board.seen_by.first == "group"


def still_as_they_are(groups: Groups, people: tuple[str, ...]) -> Groups:
    """The same groups without those who have gone; one that nobody is in stays, so that numbers keep their meaning."""
    here = set(people)
    return tuple(tuple(person for person in group if person in here) for group in groups)


@dataclass(frozen=True, slots=True)
class Made:
    """Groups, and the card that made each of them, where cards did."""

    groups: Groups
    cards: tuple[str, ...] = ()

    def with_cards(
        self, session: Session, grouping: Grouping, people: tuple[str, ...], only: frozenset[str] | None = None
    ) -> "Made":
        """The same with a group for every card that has none yet; who wrote it sits there, where it has a host."""
        new = tuple(id for id in cards_for(session, grouping, only) if id not in self.cards)
        made = replace(self, groups=(*self.groups, *((),) * len(new)), cards=(*self.cards, *new))
        return replace(made, groups=_hosted(session, grouping, made, people)) if grouping.hosted_by else made


def _hosted(session: Session, grouping: Grouping, made: Made, people: tuple[str, ...]) -> Groups:
    groups = list(made.groups)
    seated = {person for group in groups for person in group}
    for number, card in enumerate(made.cards):
        author = session.cards[card].author
        if author in people and author not in seated:
            groups[number] = (*groups[number], author)
            seated.add(author)
    return tuple(groups)


def hosts_of(session: Session, made: Made) -> tuple[str, ...]:
    """Those who sit in the group that their own card made."""
    authors = (session.cards[card].author for card in made.cards)
    return tuple(author for author, group in zip(authors, made.groups, strict=True) if author in group)
