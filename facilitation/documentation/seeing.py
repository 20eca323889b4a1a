"""What observers counted, in words: each number by itself, those of several who counted the same side by side."""

from collections.abc import Sequence

from facilitation.documentation.typography import NBSP
from facilitation.domain.format import Text
from facilitation.projections.outcome.seen import InGroups, LineSeen, SeenInStep

BETWEEN = Text("hors étape", "between stages")

WITHHELD = Text("nombre non donné : trop peu de personnes", "number not given: too few people")


def counted_said(line: LineSeen) -> Text:
    """A promoted line with all its numbers: « Un silence » · Débat : 4 et 6."""
    told = [_step_said(step) for step in line.steps]
    french, english = (" ; ".join(each.fr for each in told), "; ".join(each.en for each in told))
    return Text(f"«{NBSP}{line.line.fr}{NBSP}» · {french}", f"“{line.line.en}” · {english}")


def where_said(step: SeenInStep) -> Text:
    """The step in which something was counted, with its turn."""
    title = step.title or BETWEEN
    if not step.round:
        return title
    return Text(f"{title.fr}, tour{NBSP}{step.round}", f"{title.en}, round{NBSP}{step.round}")


def room_said(step: SeenInStep) -> Text:
    """What was counted about the whole room: `4`, or `4 and 6` where two people counted."""
    return _joined([Text.same(str(times)) for times in step.room])


def groups_said(step: SeenInStep) -> Text:
    """What was counted about groups, with about how many of them each was: `3 (in one group)`."""
    return _joined([_of_groups(each) for each in step.in_groups])


def _of_groups(each: InGroups) -> Text:
    if each.groups == 1:
        return Text(f"{each.times} (dans un groupe)", f"{each.times} (in one group)")
    return Text(f"{each.times} (dans {each.groups} groupes)", f"{each.times} (in {each.groups} groups)")


def _step_said(step: SeenInStep) -> Text:
    where = where_said(step)
    told = WITHHELD if step.withheld else _beside([said for said in (room_said(step), groups_said(step)) if said.fr])
    return Text(f"{where.fr}{NBSP}: {told.fr}", f"{where.en}: {told.en}")


def _beside(parts: Sequence[Text]) -> Text:
    return Text(", ".join(each.fr for each in parts), ", ".join(each.en for each in parts))


def _joined(parts: Sequence[Text]) -> Text:
    if len(parts) < 2:
        return parts[0] if parts else Text.same("")
    before, last = _beside(parts[:-1]), parts[-1]
    return Text(f"{before.fr} et {last.fr}", f"{before.en} and {last.en}")
