"""What the journal looks up: titles of steps and lengths, in the session as it is now."""

from functools import cached_property

from facilitation.domain.commands import By
from facilitation.domain.format import Text
from facilitation.domain.session import Planned, Session
from facilitation.projections.changes import PlanChange, plan_changes
from facilitation.projections.outcome.words import filled
from facilitation.projections.timeline import TimelineStep, timeline


class Standing:
    """The session as it is now, looked up by the names that events use."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @cached_property
    def lengths(self) -> dict[str, TimelineStep]:
        """What was planned beside what happened, by step."""
        return {step.key: step for step in timeline(self.session)}

    @cached_property
    def changes(self) -> dict[str, PlanChange]:
        """The changes of the plan, by their names."""
        told = plan_changes(self.session)
        return {change.id: one for change, one in zip(self.session.changes, told, strict=True)}

    def title(self, step: str | None) -> Text | None:
        """A step as people know it, with its turn in a loop."""
        planned = self.session.planned(step) if step else None
        if planned is None:
            return Text.same(step) if step else None
        said, turn = filled(self.session, planned.stage.title, planned), _turn(planned)
        return Text(f"{said.fr}{turn.fr}", f"{said.en}{turn.en}")

    def reason_of_time(self, step: str, number: int) -> str:
        """Why a step got more time, or less, for the n-th time; empty where nobody said."""
        told = self.session.steps.get(step)
        return told.extensions[number - 1].reason if told and number <= len(told.extensions) else ""

    def called(self, step: str | None) -> Text:
        """The same between quotation marks."""
        title = self.title(step) or Text("hors étape", "between stages")
        return Text(f"« {title.fr} »", f"“{title.en}”")


def _turn(planned: Planned) -> Text:
    turn = ".".join(map(str, planned.rounds))
    return Text(f" (tour {turn})", f" (round {turn})") if turn else Text("", "")


def account(by: By) -> str:
    """Who of the team did something; empty for anybody else."""
    return by.id if by.kind == "facilitator" else ""


def span(seconds: int | None) -> str:
    """A length of time, alike in both languages: `45 s`, `2 min`, `2 min 05 s`."""
    if seconds is None:
        return "–"
    minutes, rest = divmod(abs(seconds), 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest:02d} s" if rest else f"{minutes} min"


def count(number: int, one: Text, many: Text) -> Text:
    """A number of things, with `{n}` filled in."""
    said = one if number == 1 else many
    return Text(said.fr.format(n=number), said.en.format(n=number))
