"""One line of a slip as a shared screen asks it: boxes to touch, numbers to set, words to write."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from facilitation.domain.commands import (
    CastVote,
    ChooseCards,
    GiveAnswer,
    JoinGroup,
    ParticipantCommand,
    PostCard,
    RaiseHand,
    SlipContent,
)
from facilitation.domain.format import Text
from facilitation.domain.rules.pointing import pointing
from facilitation.domain.session import Planned, Session
from facilitation.domain.slips.field import Field, card_number, sign_of
from facilitation.domain.slips.standing import own_cards, standing

Way = Literal["words", "line", "one", "many", "number", "values", "places", "row", "marks", "remark", "map"]
"""How a line is answered: words, one of some boxes, several, a number, a number for each, a place for each, cells;
for each card its marks; a card and words about it; for each card two places."""

MOST_DRAWN = 11
LONGEST_PLACE = 5
"""Signs: a number of thousands of digits is no place, and Python will not read it."""


def way_of(one: Field) -> Way:
    """The control of a line."""
    match one.kind:
        case "choice" | "yes-no" | "group":
            return "one"
        case "marks" | "remark" | "map":
            return one.kind
        case "scale":
            return "one" if places_of(one) else "number"
        case "choices" | "cards" | "offers":
            return "many"
        case "whole number" | "number":
            return "number"
        case "ranking" | "order":
            return "places"
        case "items" | "amounts" | "dots" | "scores" | "levels":
            return "values"
        case "list":
            return "row"
        case "long text":
            return "words"
    return "line"


def places_of(one: Field) -> tuple[str, ...]:
    """The places of a scale that fits on a screen as boxes."""
    if not (one.fewest.lstrip("-").isdigit() and one.most.lstrip("-").isdigit()):
        return ()
    first, last = int(one.fewest), int(one.most)
    return tuple(map(str, range(first, last + 1))) if 0 < last - first < MOST_DRAWN else ()


def signs_of(one: Field) -> tuple[str, ...]:
    """What stands for each option or card when it is typed."""
    if one.cards:
        return tuple(card_number(card.id) for card in one.cards)
    return tuple(sign_of(one, n) for n in range(len(one.options)))


def typed_from(one: Field, sent: Mapping[str, str], several: list[str]) -> str:
    """What was touched or written, as it would be typed from a slip; `several` are the boxes that were ticked."""
    match way_of(one):
        case "many" | "marks":
            return " ".join(several)
        case "remark":
            words = sent.get("words", "")
            return f"{sent.get('v/card', '')} {words}" if words else ""
        case "map":
            spots = ((sign, sent.get(f"v/{sign}/x", ""), sent.get(f"v/{sign}/y", "")) for sign in signs_of(one))
            return " ".join(f"{sign}={x}/{y}" for sign, x, y in spots if x or y)
        case "values":
            pairs = ((sign, sent.get(f"v/{sign}", "").strip()) for sign in signs_of(one))
            return " ".join(f"{sign}={value}" for sign, value in pairs if value and value != "0")
        case "places":
            placed = [(sent.get(f"v/{sign}", "").strip(), sign) for sign in signs_of(one)]
            order = sorted((int(place), sign) for place, sign in placed if _is_place(place))
            return " ".join(sign for _, sign in order)
        case "row":
            cells = [sent.get(f"v/{n}", "").strip().replace("|", "/") for n in range(1, len(one.columns) + 1)]
            return " | ".join(cells) if any(cells) else ""
    return sent.get("words", "")


def _is_place(typed: str) -> bool:
    return typed.isascii() and typed.isdecimal() and len(typed) < LONGEST_PLACE


def commands_of(
    session: Session, planned: Planned, person: str, one: Field, content: SlipContent
) -> tuple[ParticipantCommand, ...]:
    """The commands of one line that was answered: what stands already stays."""
    before = standing(session, planned, person)
    match one.part:
        case "mark" | "comment" | "place":
            said = {card: (*before.comments.get(card, ()), *texts) for card, texts in content.comments.items()}
            more = replace(
                before,
                marks={**before.marks, **content.marks},
                comments={**before.comments, **said},
                places={**before.places, **content.places},
            )
            return tuple(command for _, command in pointing(session, planned, person, more))
        case "group":
            return (JoinGroup(planned.key, content.group),) if content.group is not None else ()
        case "offer":
            return tuple(RaiseHand(planned.key, role, True) for role in content.offers if role not in before.offers)
    command = _command_of(planned.key, one, content, before)
    return (command,) if command else ()


def _command_of(step: str, one: Field, content: SlipContent, before: SlipContent) -> ParticipantCommand | None:
    match one.part:
        case "card":
            cards = content.cards.get(one.of, ())
            return PostCard(step, one.of, cards[0].text, cards[0].column) if cards else None
        case "vote":
            return CastVote(step, content.dots)
        case "choose":
            return ChooseCards(step, content.chosen)
        case "row":
            rows = before.answers.get(one.of, ())
            fresh = content.answers.get(one.of, ())
            if isinstance(rows, tuple) and isinstance(fresh, tuple):
                return GiveAnswer(step, one.of, (*rows, *fresh))
    return GiveAnswer(step, one.of, content.answers[one.of]) if one.of in content.answers else None


def askable(session: Session, planned: Planned, person: str, one: Field) -> Field | None:
    """A line as it can be asked on a screen: there is something to point at; own cards by their words."""
    if one.kind == "map" and one.options:
        mine = own_cards(session, planned, one.of, person)
        named = (replace(option, label=Text.same(card.text)) for option, card in zip(one.options, mine, strict=False))
        one = replace(one, options=tuple(named))
    points = one.kind in ("marks", "remark", "map", "group")
    return None if points and not (one.cards or (one.options and one.kind in ("map", "group"))) else one
