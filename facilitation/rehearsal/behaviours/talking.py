"""Speaking when it is one's turn, then passing the floor on."""

from collections.abc import Iterator

from facilitation.rehearsal.behaviours.behaviour import Behaviour, Moment, Plain


def _calls(moment: Moment) -> Iterator[str]:
    if moment.sight.tasks.get("turn", {}).get("mine"):
        yield "turn"


def _act(moment: Moment, target: str) -> Plain:
    return moment.do("PassTurn", turn=int(moment.sight.tasks["turn"]["turn"]))


def _only_talks(moment: Moment) -> bool:
    return moment.sight.tasks.keys() <= {"turn"}


SPEAK = Behaviour("speak", "PassTurn", (25, 80), _calls, _act, open_ended=_only_talks)
