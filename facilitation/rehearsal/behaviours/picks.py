"""Choosing cards to keep, alone or for the group."""

from collections.abc import Iterator

from facilitation.rehearsal.behaviours.behaviour import Behaviour, Moment, Plain
from facilitation.rehearsal.sight import Sight


def _calls(moment: Moment) -> Iterator[str]:
    choose = moment.sight.tasks.get("choose", {})
    if choose and not _picked(moment.sight) and moment.ripe(0.5) and moment.sight.things(choose["from"]):
        yield choose["from"]


def _act(moment: Moment, board: str) -> Plain:
    cards = list(moment.sight.things(board))
    how_many = min(len(cards), int(moment.sight.tasks["choose"]["howMany"]))
    return moment.do("ChooseCards", cards=moment.writer.chance.sample(cards, how_many))


def _waits(moment: Moment) -> bool:
    return "choose" in moment.sight.tasks and not _picked(moment.sight)


def _picked(sight: Sight) -> bool:
    shared = bool(sight.tasks.get("choose", {}).get("shared"))
    return bool(sight.mine.get("chosen")) or (shared and sight.chosen_by_group())


CHOOSE = Behaviour("choose", "ChooseCards", (8, 25), _calls, _act, waits=_waits)
