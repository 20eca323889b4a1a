"""Where each thing stands in a document: everything is printed at one place, the others point there."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from facilitation.domain.format import Text
from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.shapes import (
    AnswersOfRound,
    CardList,
    ChartMaterial,
    Piece,
    QuestionMaterial,
    RulesShown,
    SettingShown,
    StageMaterial,
    ValueTable,
    VoteMaterial,
)
from facilitation.projections.pictures import Picture


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the document: `anchor` is the target of links, `slot` tells pieces of one part from another."""

    anchor: str
    title: Text
    slot: str


@dataclass(frozen=True, slots=True)
class Places:
    """The place of every contribution by its number, and of every table and drawing by what it shows."""

    contributions: dict[int, Place]
    shown: dict[Hashable, Place]
    mark: str = ""
    """Before every anchor, where one document tells several sessions."""

    def of(self, thing: object, slot: str) -> Place | None:
        """Where a thing is printed, if that is elsewhere than in this slot."""
        place = self.shown.get(shows(thing))
        return place if place and place.slot != slot else None

    def of_settings(self, settings: tuple[SettingShown, ...], slot: str) -> Place | None:
        """The same for the settings as played."""
        return self.of(RulesShown(settings), slot)

    def of_counts(self, question: QuestionMaterial, turn: AnswersOfRound, slot: str) -> Place | None:
        """The same for how often each answer was given in one turn."""
        place = self.shown.get(_counts(question, turn))
        return place if place and place.slot != slot else None

    def of_series(self, chart: ChartMaterial) -> Place | None:
        """The table, if there is one, that already has the numbers of a chart, turn by turn."""
        return self.shown.get(_series(chart))

    def is_home(self, number: int, slot: str) -> bool:
        """Whether the words of a contribution are printed in this slot."""
        return self.contributions[number].slot == slot

    def prints(self, number: int) -> bool:
        """Whether the document prints the words of a contribution at all, so that a link may lead there."""
        return number in self.contributions

    def elsewhere(self, numbers: Iterable[int], slot: str) -> list[tuple[Place, list[int]]]:
        """Those of some contributions that are printed elsewhere, place by place."""
        found: dict[Place, list[int]] = {}
        for number in numbers:
            if not self.is_home(number, slot):
                found.setdefault(self.contributions[number], []).append(number)
        return [(place, sorted(numbers)) for place, numbers in found.items()]


def places_of(
    outcome: Outcome,
    mark: str = "",
    quoted: Mapping[int, Place] | None = None,
    placed: Iterable[tuple[Place, Piece]] = (),
) -> Places:
    """The place of everything: first what the document quotes, then what was placed by hand, the results, the
    appendices, and the stages.
    """
    contributions: dict[int, Place] = dict(quoted or {})
    shown: dict[Hashable, Place] = {}
    for place, piece in [*placed, *_pieces(outcome, False, mark), *_pieces(outcome, True, mark)]:
        for number in _numbers(piece):
            contributions.setdefault(number, place)
        for key in _keys(piece):
            shown.setdefault(key, place)
    for stage in outcome.stages:
        place = Place(mark + stage_anchor(stage), stage.title, stage_anchor(stage))
        for number in _written(stage):
            contributions.setdefault(number, place)
        for drawing in (*stage.charts, *stage.pictures) if stage.reached else ():
            shown.setdefault(shows(drawing), place)
    return Places(contributions, shown, mark)


def stage_anchor(stage: StageMaterial) -> str:
    """The target of links to a stage."""
    return f"stage-{stage.stage}"


def slot_of(section: str, piece: int) -> str:
    """One piece of a section of the results or appendices, counted from 1."""
    return f"{section}.{piece}"


def ranges(numbers: Iterable[int]) -> str:
    """Sorted numbers as a reader writes them: "1–4, 7"."""
    runs = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    ends = [(found[0], found[-1]) for _, run in runs if (found := [number for _, number in run])]
    return ", ".join(f"{a}" if a == b else f"{a}, {b}" if b == a + 1 else f"{a}–{b}" for a, b in ends)


def _pieces(outcome: Outcome, appendix: bool, mark: str) -> Iterator[tuple[Place, Piece]]:
    sections = [section for section in outcome.sections if section.appendix is appendix and section.pieces]
    for n, section in enumerate(sections, 1):
        anchor = f"{'x' if appendix else 'r'}{n}"
        for at, piece in enumerate(section.pieces, 1):
            yield Place(mark + anchor, section.title, slot_of(anchor, at)), piece


def _numbers(piece: Piece) -> Iterator[int]:
    match piece:
        case CardList(cards=cards):
            yield from (card.number for card in cards)
        case QuestionMaterial():
            yield from _answered(piece)
        case VoteMaterial(reasons=reasons):
            yield from (reason.number for reason in reasons)


def _answered(question: QuestionMaterial) -> Iterator[int]:
    for turn in question.rounds:
        yield from (text.number for text in turn.texts)
        yield from (rows.number for rows in turn.rows)


def _written(stage: StageMaterial) -> Iterator[int]:
    for board in stage.boards:
        yield from (card.number for card in board.cards)
    for vote in stage.votes:
        yield from (reason.number for reason in vote.reasons)
    for question in stage.questions:
        yield from _answered(question)


def shows(thing: object) -> Hashable:
    """What a thing shows, whatever its title: two that show the same are printed once."""
    match thing:
        case ChartMaterial(of=of, across="answer", points=points):
            return ("chart", of, tuple((point.label, point.n or 0) for point in points))
        case ChartMaterial(of=of, sort=sort, across=across, points=points):
            return ("chart", of, sort, across, points)
        case ValueTable(name=name, formula=formula, rounds=rounds, rows=rows):
            return ("values", name or formula, rounds, rows)
        case RulesShown(settings=settings):
            return ("settings", settings)
        case QuestionMaterial() | VoteMaterial() | Picture():
            return thing
    return None


def _keys(piece: Piece) -> list[Hashable]:
    keys = [shows(piece)]
    if isinstance(piece, QuestionMaterial):
        keys += [_counts(piece, turn) for turn in piece.rounds]
    if isinstance(piece, ValueTable):
        keys.append(_series(piece))
    return [key for key in keys if key is not None]


def _series(thing: ChartMaterial | ValueTable) -> Hashable:
    match thing:
        case ValueTable(rows=[row]) if len(row.cells) > 1:
            return ("series", thing.name or thing.formula, row.cells)
        case ChartMaterial(across="round"):
            return ("series", thing.of, tuple(point.value for point in thing.points))
    return None


def _counts(question: QuestionMaterial, turn: AnswersOfRound) -> Hashable:
    counts = tuple((option.label, option.count) for option in turn.counts)
    return ("chart", question.name, counts) if counts else None
