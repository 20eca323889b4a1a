"""Who was there for each stage of a rehearsal: emptied rooms, people without a place, groups far too large."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitation.domain import events as e
from facilitation.domain.format.text import Text
from facilitation.domain.grouping import size_of
from facilitation.domain.rules.gathering import most_in_group, seats_left
from facilitation.domain.scopes import StepScope
from facilitation.domain.session import Session, StepKey


@dataclass(frozen=True, slots=True)
class Stranded:
    """A step whose groups were all full, `most` people in each, while `people` had none."""

    step: StepKey
    people: int
    most: int


@dataclass(frozen=True, slots=True)
class Oversized:
    """A step with a group of `people` where its format speaks of groups of `wanted`."""

    step: StepKey
    people: int
    wanted: int


def there(log: Iterable[e.Event]) -> dict[StepKey, frozenset[str]]:
    """Who was there for some of each step."""
    here: set[str] = set()
    found: dict[StepKey, frozenset[str]] = {}
    current: StepKey | None = None
    for event in log:
        match event:
            case e.StageStarted(step=step):
                current = step
            case e.ParticipantJoined(person=who) | e.ParticipantReturned(person=who):
                here.add(who)
            case e.ParticipantLeft(person=who):
                here.discard(who)
        if current is not None:
            found[current] = found.get(current, frozenset()) | here
    return found


def deserted(session: Session, log: Iterable[e.Event]) -> Iterable[StepKey]:
    """The steps that nobody was there for any more."""
    present = there(log)
    return (planned.key for planned in session.plan if planned.key in present and not present[planned.key])


def stranded(session: Session, log: Iterable[e.Event]) -> Iterable[Stranded]:
    """Those who were in no group, where all groups were full."""
    present = there(log)
    for planned in session.plan:
        groups, most = session.groups.get(planned.key, ()), most_in_group(session, planned)
        if most is None or not groups or seats_left(groups, most):
            continue
        left = present.get(planned.key, frozenset()) - {person for group in groups for person in group}
        if left:
            yield Stranded(planned.key, len(left), most)


def oversized(session: Session) -> Iterable[Oversized]:
    """The steps where those left over made a group half as large again as it should be: nine in fives make one nine."""
    for planned in session.plan:
        grouping = planned.stage.groups
        if grouping is None or grouping.how != "size" or grouping.leftover == "make a smaller group":
            continue
        wanted = size_of(grouping, StepScope(session, planned))
        people = max(map(len, session.groups.get(planned.key, ())), default=0)
        if people >= wanted + 2 and people * 2 >= wanted * 3:
            yield Oversized(planned.key, people, wanted)


def too_large(title: Text, one: Oversized) -> Text:
    """That a group is far larger than meant, and what makes smaller ones."""
    return Text(
        f"À l'étape «\u00a0{title.fr}\u00a0», un groupe de {one.people} là où le format en veut de {one.wanted}. "
        "Pour un groupe plus petit à côté, écrivez «\u00a0leftover: make a smaller group\u00a0».",
        f"In stage “{title.en}”, a group of {one.people} where the format wants groups of {one.wanted}. For a smaller "
        "group beside the others, write “leftover: make a smaller group”.",
    )


def without_group(title: Text, one: Stranded) -> Text:
    """That some found no group, and what to do about it."""
    fr, en = ("personnes", "people") if one.people > 1 else ("personne", "person")
    return Text(
        f"À l'étape «\u00a0{title.fr}\u00a0», {one.people} {fr} sans groupe\u00a0: tous sont complets, à {one.most}. "
        "Ouvrez plus de groupes, ou augmentez «\u00a0at most\u00a0».",
        f"In stage “{title.en}”, {one.people} {en} without a group: all are full, with {one.most}. "
        "Open more groups, or raise “at most”.",
    )


def all_gone(title: Text, more: int) -> Text:
    """That all had left before a stage, and `more` after it."""
    fr = f" ni aux {more} suivantes" if more > 1 else " ni à la suivante" if more else ""
    en = f" nor in the {more} after it" if more > 1 else " nor in the next one" if more else ""
    return Text(
        f"Il n'y avait plus personne à l'étape «\u00a0{title.fr}\u00a0»{fr}\u00a0: tous étaient partis.",
        f"Nobody was there any more in stage “{title.en}”{en}: all had left.",
    )
