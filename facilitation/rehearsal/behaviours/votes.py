"""Voting: dots spent on favourites, a score or a level for every card, an order of the cards."""

from collections.abc import Iterator

from facilitation.domain.levels import LEVELS, WITH_A_REASON
from facilitation.rehearsal.answers import Writer
from facilitation.rehearsal.behaviours.behaviour import Behaviour, Moment, Plain

WEIGHTS = {"consent": (80, 14, 6), "thumbs": (50, 25, 25), "keep or drop": (60, 40)}
"""How often each level is given, in a hundred."""


def _calls(moment: Moment) -> Iterator[str]:
    vote = moment.sight.tasks.get("vote", {})
    if vote and not moment.page.voted and moment.ripe(0.2) and moment.sight.things(vote["of"]):
        yield vote["of"]


def _act(moment: Moment, board: str) -> Plain | None:
    moment.page.voted = True
    vote, writer = moment.sight.tasks["vote"], moment.writer
    mine = moment.sight.mine.get("cards", {})
    items = [card for card in moment.sight.things(board) if vote.get("own", True) or card not in mine]
    if vote.get("with") in LEVELS:
        return _levels(moment, vote["with"], items)
    if vote.get("with") == "ranking":
        order = writer.chance.sample(items, len(items))
        return moment.do("CastVote", dots={card: place for place, card in enumerate(order, 1)}) if items else None
    scale = vote.get("rate")
    if scale:
        scores = {card: writer.chance.randint(int(scale["from"]), int(scale["to"])) for card in items}
        return moment.do("CastVote", dots=scores) if scores else None
    dots: dict[str, int] = {}
    most = int(vote.get("perItem", vote["dots"]))
    for _ in range(int(vote["dots"])):
        open_items = [card for card in items if dots.get(card, 0) < most]
        if open_items:
            card = _favourite(open_items, writer)
            dots[card] = dots.get(card, 0) + 1
    return moment.do("CastVote", dots=dots) if dots else None


def _levels(moment: Moment, manner: str, items: list[str]) -> Plain | None:
    """Most people go along; those who do not say why."""
    writer = moment.writer
    levels = {card: writer.chance.choices(list(LEVELS[manner]), WEIGHTS[manner])[0] for card in items}
    reasoned = [card for card, level in levels.items() if LEVELS[manner][level] in WITH_A_REASON]
    reasons = {card: writer.pen.write(writer.chance, "question", 300) for card in reasoned}
    return moment.do("CastVote", dots=levels, **({"reasons": reasons} if reasons else {})) if levels else None


def _favourite(items: list[str], writer: Writer) -> str:
    # Rooms agree more than chance would: earlier cards are read by more people.
    weights = [1 / (1 + place / 3) for place in range(len(items))]
    return writer.chance.choices(items, weights=weights)[0]


def _waits(moment: Moment) -> bool:
    return "vote" in moment.sight.tasks and not moment.page.voted


VOTE = Behaviour("vote", "CastVote", (10, 30), _calls, _act, waits=_waits)
