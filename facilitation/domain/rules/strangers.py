"""Total strangers: how many rounds the people present allow in which nobody meets the same person twice."""

import random

from facilitation.domain.commands import Refused
from facilitation.domain.grouping import form_groups
from facilitation.domain.regrouping import Groups, Known, repeats
from facilitation.domain.scopes import StepScope
from facilitation.domain.session import Planned, Session


def too_many_meetings(session: Session) -> Refused | None:
    """Why the session cannot start as planned with these people, if some would have to meet again."""
    steps = [step for step in session.plan if _among_strangers(session, step)]
    people = tuple(person.id for person in session.present)
    held = _held(session, steps, people) if len(people) > 1 else len(steps)
    if held == len(steps):
        return None
    return Refused("strangers-run-out", {"people": str(len(people)), "most": str(held), "rounds": str(len(steps))})


def _among_strangers(session: Session, step: Planned) -> bool:
    known = session.steps.get(step.key)
    skipped = known is not None and known.skipped
    return step.stage.groups is not None and step.stage.groups.form == "total strangers" and not skipped


def _held(session: Session, steps: list[Planned], people: tuple[str, ...]) -> int:
    past: tuple[Groups, ...] = ()
    for number, step in enumerate(steps):
        assert step.stage.groups is not None
        draw = random.Random(f"{session.seed}:groups:{step.key}")
        known = Known(past, {}, frozenset(), f"{session.seed}:partners")
        drawn = form_groups(step.stage.groups, people, (), StepScope(session, step), draw, known)
        # Those who have met have met, whoever is here by now.
        groups = session.groups.get(step.key, drawn)
        if repeats(groups, past):
            return number
        past = (*past, groups)
    return len(steps)
