"""The results of the sessions as figures: their numbers in a dossier, and in which text each was put by hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from facilitation.documentation.dossier.prose import placed_in
from facilitation.documentation.dossier.shapes import Written
from facilitation.documentation.homes import Place, slot_of
from facilitation.documentation.turns import runs
from facilitation.domain.format import Text
from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.shapes import (
    ChartMaterial,
    Piece,
    QuestionMaterial,
    SectionMaterial,
    ValueTable,
    VoteMaterial,
)
from facilitation.projections.pictures import Picture

WORDED = ("short text", "long text", "link", "list", "person")
"""Questions that are answered by words: they are read among the results, and never stand in a text as a figure."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A result of a session that a text may point at, or hold: its reference, and where it is printed.

    `place` is the place of its session, from 0; `number` its number among the results of the session, from 1;
    `counted` its number among the figures of the dossier, from 1, or 0 where it holds words alone. Both are the
    same for all readers: what is kept back from some is kept back within a figure.
    """

    ref: str
    session: str
    title: Text
    place: int
    number: int
    counted: int
    section: SectionMaterial

    @property
    def runs(self) -> list[tuple[int, tuple[Piece, ...]]]:
        """What of it is drawn or counted, with its places in the section; the turns of one vote together."""
        return [(at, run) for at, run in runs(self.section.pieces) if is_drawn(run[0])]

    @property
    def slot(self) -> str:
        """What tells its pieces, where it stands in a text, from the same pieces among the results."""
        return f"f{self.number}"


def is_drawn(piece: Piece) -> bool:
    """Whether a piece is a figure: drawn or counted, not a list of what people wrote."""
    match piece:
        case VoteMaterial() | ChartMaterial() | Picture() | ValueTable():
            return True
        case QuestionMaterial(sort=sort):
            return sort not in WORDED
    return False


def figures_in(sessions: Iterable[Outcome]) -> tuple[Figure, ...]:
    """Every result that a dossier prints. A session keeps its format, so the place of a section never changes."""
    found: list[Figure] = []
    counted = 0
    for place, told in enumerate(sessions):
        there = [(at, one) for at, one in enumerate(told.sections, 1) if one.pieces and not one.appendix]
        for number, (at, section) in enumerate(there, 1):
            drawn = any(map(is_drawn, section.pieces))
            counted += drawn
            ref = f"figure {told.identity.session} {at}"
            title = told.identity.title
            found.append(Figure(ref, title, section.title, place, number, counted if drawn else 0, section))
    return tuple(found)


def texts_holding(texts: Iterable[Written], figures: Mapping[str, Figure]) -> dict[str, str]:
    """The text in which each figure stands that was put into one: the first, in the order of the document."""
    found: dict[str, str] = {}
    for text in texts:
        for ref in placed_in(text.body):
            if ref in figures and figures[ref].counted:
                found.setdefault(ref, text.key)
    return found


def standing(figures: Iterable[Figure], mark: str) -> tuple[tuple[Place, Piece], ...]:
    """Where the pieces of these figures stand, all of one session, whose anchors begin with `mark`."""
    return tuple(
        (Place(mark + one.slot, one.title, slot_of(one.slot, at + turn)), piece)
        for one in figures
        for at, run in one.runs
        for turn, piece in enumerate(run)
    )
