"""Telling the facilitator: I am lost; I am done; nothing for me."""

from collections.abc import Iterator

from facilitation.rehearsal.behaviours.behaviour import Behaviour, Moment, Plain


def _lost(moment: Moment) -> Iterator[str]:
    if moment.page.puzzled:
        yield "lost"


def _done(moment: Moment) -> Iterator[str]:
    if moment.sight.signal not in ("done", "pass"):
        # Where people talk in turn, to pass would be to give one's turn away.
        wrote = moment.page.quotas.keys() <= moment.written().keys() or moment.sight.in_turn
        yield "done" if wrote else "pass"


def _act(moment: Moment, signal: str) -> Plain:
    moment.page.puzzled = moment.page.puzzled and signal != "lost"
    return moment.do("Signal", signal=signal)


LOST = Behaviour("lost", "Signal", (2, 6), _lost, _act)

DONE = Behaviour("done", "Signal", (2, 6), _done, _act)
"""Comes after everything else, once nobody waits and nothing is open-ended."""
