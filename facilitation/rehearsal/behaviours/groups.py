"""Choosing a group, where people choose theirs."""

from collections.abc import Iterator

from facilitation.rehearsal.behaviours.behaviour import Behaviour, Moment, Plain


def _calls(moment: Moment) -> Iterator[str]:
    if moment.sight.apart == "choose" and moment.ripe(0.3) and _open(moment):
        yield "group"


def _act(moment: Moment, target: str) -> Plain | None:
    choices = _open(moment)
    return moment.do("JoinGroup", group=moment.writer.chance.choice(choices)) if choices else None


def _open(moment: Moment) -> list[int]:
    return [int(group["number"]) for group in moment.sight.groups if not group.get("full")]


def _waits(moment: Moment) -> bool:
    return moment.sight.apart == "choose"


JOIN = Behaviour("join", "JoinGroup", (5, 20), _calls, _act, waits=_waits)
