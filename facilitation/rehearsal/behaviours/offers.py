"""Raising a hand for a role, now and then."""

from collections.abc import Iterator

from facilitation.rehearsal.behaviours.behaviour import Behaviour, Moment, Plain


def _calls(moment: Moment) -> Iterator[str]:
    for role, offer in moment.sight.tasks.get("volunteer", {}).items():
        if not offer.get("on") and ("hand", role) not in moment.page.considered:
            yield role


def _act(moment: Moment, role: str) -> Plain | None:
    """About a third of people are willing, and think about it once."""
    moment.page.considered.add(("hand", role))
    return moment.do("RaiseHand", role=role, on=True) if moment.writer.chance.random() < 0.35 else None


RAISE = Behaviour("raise", "RaiseHand", (4, 15), _calls, _act)
