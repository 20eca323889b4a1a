"""What chance is said to have given, in place of drawing: examples of a format say so, never a session held."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Lots:
    """Draws settled beforehand. No event holds them: in a workshop chance decides, and the log says what it gave."""

    each: Mapping[str, Fraction] = field(default_factory=dict)
    """Computed names that come to the same for everybody, in every turn."""
    rows: Mapping[str, Sequence[Mapping[str, Fraction]]] = field(default_factory=dict)
    """Computed names, turn by turn: what they come to for each person."""
    variants: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Which variant of a treatment each person is given."""
    goes_on: bool = False
    """Whether a repeat that chance may end always has another turn."""
    in_rows: bool = False
    """Whether groups are first made in the order in which people came."""

    def settles(self, name: str) -> bool:
        """Whether anything is said of a computed name."""
        return name in self.each or name in self.rows

    def value(self, name: str, turn: int, people: Sequence[str]) -> Fraction | None:
        """What a name comes to for some people in a turn, counted from 0; `None` where chance decides."""
        if name in self.each:
            return self.each[name]
        rows = self.rows.get(name, ())
        row = rows[turn] if turn < len(rows) else {}
        return next((row[person] for person in people if person in row), None)

    def variant(self, treatment: str, people: Sequence[str]) -> str | None:
        """The variant that some people are given; `None` where chance decides."""
        given = self.variants.get(treatment, {})
        return next((given[person] for person in people if person in given), None)
