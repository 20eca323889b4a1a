"""Whether a changed plan can be played: what has begun stays where it is, nothing comes before what it uses."""

from facilitation.domain.commands import Refused
from facilitation.domain.needs import gaps, giver
from facilitation.domain.rules.headcount import ill_suited
from facilitation.domain.session import Planned, Session


def unsound(before: Session, then: Session) -> Refused | None:
    """What a change would break, said in words; nothing where it breaks nothing that was whole before."""
    return _order(before, then) or _turns(before, then) or _uses(before, then) or ill_suited(before, then)


def _order(before: Session, then: Session) -> Refused | None:
    waiting = {step.key for step in before.plan[before.frontier + 1 :]}
    passed = {step.key for step in then.plan[: then.frontier + 1]}
    return Refused("place-reached") if waiting & passed else None


def _turns(before: Session, then: Session) -> Refused | None:
    """A step of a turn of a loop stays among the steps of that turn."""
    here = {step.key: place for place, step in enumerate(before.plan)}
    for place, step in enumerate(then.plan):
        moved = (
            step.rounds
            and here.get(step.key) is not None
            and _company(before.plan, here[step.key]) != (_company(then.plan, place))
        )
        if moved:
            return Refused("stays-in-turn", {"stage_fr": step.stage.title.fr, "stage_en": step.stage.title.en})
    return None


def _company(plan: tuple[Planned, ...], place: int) -> frozenset[str]:
    """The steps of the same turn that stand together with this one; those of no turn do not part them."""
    rounds, found = plan[place].rounds, {plan[place].key}
    for way in (1, -1):
        at = place + way
        while 0 <= at < len(plan) and plan[at].rounds in (rounds, ()):
            found |= {plan[at].key} if plan[at].rounds else set()
            at += way
    return frozenset(found)


def _uses(before: Session, then: Session) -> Refused | None:
    ahead = {step.key for step in then.plan[then.frontier + 1 :]}
    opened = sorted(gaps(then.plan) - gaps(before.plan), key=lambda gap: (gap.step, gap.name))
    for gap in opened:
        needing, source = then.planned(gap.step), giver(before.plan, gap.name) or giver(then.plan, gap.name)
        if gap.step in ahead and needing is not None and source is not None:
            titles = {
                "stage_fr": needing.stage.title.fr,
                "stage_en": needing.stage.title.en,
                "other_fr": source.stage.title.fr,
                "other_en": source.stage.title.en,
            }
            return Refused("stage-uses", titles)
    return None
