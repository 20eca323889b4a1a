"""Voting: dots spent on favourites, or a score for every card."""

from collections.abc import Iterator

from facilitation.rehearsal.answers import Writer
from facilitation.rehearsal.behaviours.behaviour import Behaviour, Moment, Plain


def _calls(moment: Moment) -> Iterator[str]:
    vote = moment.sight.tasks.get("vote", {})
    if vote and not moment.page.voted and moment.ripe(0.2) and moment.sight.cards(vote["of"]):
        yield vote["of"]


def _act(moment: Moment, board: str) -> Plain | None:
    moment.page.voted = True
    vote, writer = moment.sight.tasks["vote"], moment.writer
    mine = moment.sight.mine.get("cards", {})
    items = [card for card in moment.sight.cards(board) if vote.get("own", True) or card not in mine]
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


def _favourite(items: list[str], writer: Writer) -> str:
    # Rooms agree more than chance would: earlier cards are read by more people.
    weights = [1 / (1 + place / 3) for place in range(len(items))]
    return writer.chance.choices(items, weights=weights)[0]


def _waits(moment: Moment) -> bool:
    return "vote" in moment.sight.tasks and not moment.page.voted


VOTE = Behaviour("vote", "CastVote", (10, 30), _calls, _act, waits=_waits)
