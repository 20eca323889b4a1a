"""Putting cards where they belong: on a map, or through the sieve to those who wait to read them."""

from collections.abc import Iterator

from facilitation.rehearsal.behaviours.behaviour import Behaviour, Moment, Plain


def _to_place(moment: Moment) -> Iterator[str]:
    placed = moment.sight.mine.get("places", {})
    for cards in moment.sight.tasks.get("place", {}).values():
        yield from (card for card in cards if card not in placed)


def _place(moment: Moment, card: str) -> Plain:
    chance = moment.writer.chance
    return moment.do("PlaceCard", card=card, across=chance.randint(1, 5), up=chance.randint(1, 5))


def _to_sift(moment: Moment) -> Iterator[str]:
    for board in moment.sight.tasks.get("sift", ()):
        yield from (card for card, shown in moment.sight.things(board).items() if shown.get("waits"))


def _let_in(moment: Moment, card: str) -> Plain:
    return {"kind": "SiftCard", "card": card, "to": moment.writer.chance.randint(1, 5)}


def _sifts(moment: Moment) -> bool:
    # Others may write one more card to look at.
    return "sift" in moment.sight.tasks


PLACE = Behaviour("place", "PlaceCard", (5, 15), _to_place, _place)
SIFT = Behaviour("sift", "SiftCard", (4, 12), _to_sift, _let_in, open_ended=_sifts)
