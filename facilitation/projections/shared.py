"""What a group, or those who hold a role, may see beside everyone's."""

from typing import Any

from facilitation.projections.everyone import words_of_stage
from facilitation.projections.gathering import label_of
from facilitation.projections.gauges import gauges_of_group
from facilitation.projections.handouts import handed_to_all
from facilitation.projections.parts import answers_on, cards_on, said, without_nothing
from facilitation.projections.talking import turns_in
from facilitation.projections.view import View


def group(view: View, number: int) -> dict[str, Any]:
    """The document of the channel `group:N`."""
    s, planned = view.session, view.planned
    rows = s.groups.get(planned.key, ()) if planned else ()
    if planned is None or not 0 <= number < len(rows):
        return {}
    members = [s.people[person].alias for person in rows[number]]
    channel = f"group:{number}"
    return without_nothing(
        {
            "group": {"number": number, "step": planned.key, "members": members} | label_of(view, number),
            "stage": stage_of_group(view, number),
            "handouts": handed_to_all(view) if stage_of_group(view, number) else None,
            "boards": cards_on(view, channel),
            "answers": answers_on(view, channel),
            "turns": turns_in(view, number),
            "charts": gauges_of_group(view, number),
            "chosen": list(s.choices.get(planned.key, {}).get(channel, ())),
        }
    )


def stage_of_group(view: View, number: int) -> dict[str, Any]:
    """What the stage says to a group that is at it while others wait; where nobody waits, it is said to everyone."""
    step, planned = view.step, view.planned
    if planned is None or step is None or not step.waiting or number in step.waiting:
        return {}
    return words_of_stage(view, planned)


def role(view: View, name: str) -> dict[str, Any]:
    """The document of the channel `role:NAME`, or `role:NAME:N` for those who hold the role in group N."""
    plain = name.partition(":")[0]
    known = next((r for r in view.session.format.roles if r.name == plain), None) if view.session.format else None
    if known is None:
        return {}
    channel = f"role:{name}"
    return without_nothing(
        {
            "role": {"name": plain, "label": said(known.label)},
            "boards": cards_on(view, channel),
            "answers": answers_on(view, channel),
        }
    )
