"""What an example says that chance gives, for each of the people who play it."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from facilitation.domain.format import Example, Format
from facilitation.domain.lots import Lots
from facilitation.domain.session import Planned, Session
from facilitation.formats.reading.values import exact

WORDS = {"yes": Fraction(1), "oui": Fraction(1), "no": Fraction(0), "non": Fraction(0)}


def lots_of(found: Format, example: Example, people: Sequence[str]) -> Lots:
    """The draws that an example settles; in it, a repeat goes on for as long as there are answers."""
    treatments = {treatment.name for treatment in found.treatments}
    each = {name: number_drawn(said) for name, said in example.each_drawn.items() if name not in treatments}
    rows = {name: rounds for name, rounds in example.drawn.items() if name not in treatments}
    return Lots(
        each={name: number for name, number in each.items() if number is not None},
        rows={name: tuple(_numbers(row, people) for row in rounds) for name, rounds in rows.items()},
        variants={name: _variants(example, name, people) for name in treatments},
        goes_on=bool(example.answers),
        in_rows=bool(example.answers or example.expect or example.drawn),
    )


def number_drawn(said: str) -> Fraction | None:
    """A number, or yes or no as one and zero."""
    return WORDS[said] if said in WORDS else exact(said)


def undrawn(session: Session, example: Example) -> tuple[str, ...]:
    """The names for which an example tells of more turns than were played."""
    made = {name: len(worked_out(session, name)) for name in example.drawn}
    return tuple(name for name, rounds in example.drawn.items() if len(rounds) > max(1, made[name]))


def worked_out(session: Session, name: str) -> tuple[Planned, ...]:
    """The steps that have worked out a computed name."""
    return tuple(
        step for step in session.plan if step.key in session.values and any(c.name == name for c in step.stage.compute)
    )


def _numbers(row: Sequence[str | None], people: Sequence[str]) -> Mapping[str, Fraction]:
    said = {person: number_drawn(cell) for person, cell in zip(people, row, strict=False) if cell is not None}
    return {person: number for person, number in said.items() if number is not None}


def _variants(example: Example, name: str, people: Sequence[str]) -> Mapping[str, str]:
    if name in example.each_drawn:
        return dict.fromkeys(people, example.each_drawn[name])
    first = next(iter(example.drawn.get(name, ())), ())
    return {person: said for person, said in zip(people, first, strict=False) if said is not None}
