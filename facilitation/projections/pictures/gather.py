"""From what may be told of a session to the material of a picture; what may be told is the lens's business."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from facilitation.domain.format import Board, Option, Question, Text
from facilitation.domain.item_values import MOST_VALUES
from facilitation.domain.session import Session
from facilitation.projections.filling import number
from facilitation.projections.outcome.numbers import quantile
from facilitation.projections.paired.shapes import Comparison
from facilitation.projections.pictures.links import links_of
from facilitation.projections.pictures.material import (
    Bands,
    Field,
    Grid,
    Horizons,
    Material,
    Moves,
    Placed,
    Rings,
    Ties,
    TiesTwice,
    Twofold,
)
from facilitation.projections.pictures.shapes import short

FEWEST = 3
"""With fewer opinions, each who gave one could tell another's."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A card that may be shown, by the words that may be told of it."""

    id: str
    name: Text
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """What a question or a vote asks of each card: its name, the board, the lowest and the highest value."""

    label: Text
    board: str
    low: Fraction
    high: Fraction


class Lens(Protocol):
    """What may be told, and to whom: everyone in the room now, or the readers of a document."""

    @property
    def session(self) -> Session:
        """The session that is told of."""

    def cards(self, board: str) -> Sequence[Seen]:
        """The cards of a board."""

    def rows(self, question: str) -> Iterable[Sequence[str]]:
        """The rows that were given to a question."""

    def scale(self, source: str) -> Scale | None:
        """What a question for each card, or a stage that gives scores, asks; none where totals may not be told."""

    def opinions(self, source: str) -> Mapping[str, Mapping[str, Fraction]]:
        """For each person, what they said of each card."""

    def speakers(self, question: str) -> frozenset[str] | None:
        """Whose answers may be told beside the name of what they speak for; none where only totals may be."""

    def picks(self, question: str) -> Mapping[str, str]:
        """For each person, the option they picked; empty where totals may not be told."""

    def twice(self, first: str, second: str) -> Comparison | None:
        """What the same people answered to two questions; none where that may not be told yet."""


def material_of(lens: Lens, kind: str, of: Sequence[str], title: Text) -> Material | None:
    """What a chart of this kind is drawn from, or nothing yet."""
    match kind:
        case "rings":
            return Rings(title, _columns(lens, of[0]))
        case "iceberg":
            return Bands(title, _columns(lens, of[0]))
        case "horizons":
            return Horizons(title, tuple(_columns(lens, board) for board in of))
        case "loops" | "network" if question_named(lens.session, of[0], "list"):
            return _links(lens, of[0], title, kind == "loops")
        case "network" if len(of) == 2:
            return _ties_twice(lens, of[0], of[1], title)
        case "network":
            return ties_of(lens, of[0], title)
        case "matrix":
            return _grid(lens, of[0], title)
        case "map":
            return _field(lens, of[0], of[1], title)
        case "moves":
            return _moves(lens, of[0], of[1], title)
        case "change":
            found = lens.twice(of[0], of[1])
            return Twofold(title, found) if found else None
    return None


def question_named(session: Session, name: str, kind: str = "") -> Question | None:
    """A question of the format by its name."""
    asked = (q for step in session.plan for q in step.stage.ask if q.name == name)
    return next((question for question in asked if kind in ("", question.kind)), None)


def board_named(session: Session, name: str) -> Board | None:
    """A board of the format by its name, with its columns."""
    found = [board for step in session.plan for board in step.stage.boards if board.name == name]
    return max(found, key=lambda board: len(board.columns), default=None)


def _columns(lens: Lens, name: str) -> tuple[tuple[Text, tuple[Text, ...]], ...]:
    board, cards = board_named(lens.session, name), lens.cards(name)
    if board is None or not board.columns:
        return ((Text("Cartes", "Cards"), tuple(card.name for card in cards)),)
    return tuple(
        (column.label, tuple(card.name for card in cards if card.column == column.id)) for column in board.columns
    )


def _links(lens: Lens, name: str, title: Text, signs: bool) -> Material | None:
    question = question_named(lens.session, name)
    rows = list(lens.rows(name))
    if question is None or not rows:
        return None
    known = [card.name for card in lens.cards(question.items_of)] if question.items_of else []
    return links_of(title, rows, known, question.options, signs)


def _ties_twice(lens: Lens, first: str, second: str, title: Text) -> Material | None:
    one, other = ties_of(lens, first, title), ties_of(lens, second, title)
    if one is None or other is None or one.highest != other.highest:
        return None
    return TiesTwice(title, one, other, (_stage_of(lens.session, first), _stage_of(lens.session, second)))


def _stage_of(session: Session, name: str) -> Text:
    """What the stage that asks a question is called."""
    asking = (step.stage.title for step in session.plan if any(q.name == name for q in step.stage.ask))
    return short(next(asking, Text.same(name)), 40)


def ties_of(lens: Lens, name: str, title: Text) -> Ties | None:
    """How closely each of the cards works with each other, as those who speak for them say."""
    scale, speakers = lens.scale(name), lens.speakers(name)
    if scale is None or not speakers:
        return None
    said, cards = lens.opinions(name), lens.cards(scale.board)
    # Whoever answers speaks for the first card they wrote there.
    own = {card.id: lens.session.cards[card.id].author for card in cards}
    first = {author: id for id, author in reversed(own.items())}
    rows = [said.get(own[c.id], {}) if first[own[c.id]] == c.id and own[c.id] in speakers else {} for c in cards]
    levels = tuple(tuple(row.get(other.id) for other in cards) for row in rows)
    return Ties(title, tuple(card.name for card in cards), levels, scale.high)


def _grid(lens: Lens, name: str, title: Text) -> Material | None:
    scale = lens.scale(name)
    if scale is None or scale.high - scale.low >= MOST_VALUES:
        return None
    values = [scale.low + step for step in range(int(scale.high - scale.low) + 1)]
    by_card = _by_card(lens, name)
    cards = [card for card in lens.cards(scale.board) if len(by_card.get(card.id, ())) >= FEWEST]
    counts = tuple(tuple(by_card[card.id].count(value) for value in values) for card in cards)
    said = tuple(Text(number(value, "fr"), number(value, "en")) for value in values)
    return Grid(title, tuple(card.name for card in cards), said, counts) if cards else None


def _field(lens: Lens, across: str, up: str, title: Text) -> Material | None:
    one, two = lens.scale(across), lens.scale(up)
    if one is None or two is None:
        return None
    xs, ys = _by_card(lens, across), _by_card(lens, up)
    cards = lens.cards(one.board)
    enough = [c for c in cards if min(len(xs.get(c.id, ())), len(ys.get(c.id, ()))) >= FEWEST]
    points = tuple(_placed(card, sorted(xs[card.id]), sorted(ys[card.id])) for card in enough)
    low, high = (one.low, two.low), (one.high, two.high)
    return Field(title, one.label, two.label, low, high, points, len(cards) - len(enough)) if points else None


def _placed(card: Seen, across: list[Fraction], up: list[Fraction]) -> Placed:
    half, lower, upper = Fraction(1, 2), Fraction(1, 4), Fraction(3, 4)
    (x, x1, x2), (y, y1, y2) = ([quantile(numbers, part) for part in (half, lower, upper)] for numbers in (across, up))
    return Placed(card.name, min(len(across), len(up)), x, y, (x1, x2), (y1, y2))


def _by_card(lens: Lens, source: str) -> dict[str, list[Fraction]]:
    found: dict[str, list[Fraction]] = {}
    for opinions in lens.opinions(source).values():
        for card, value in opinions.items():
            found.setdefault(card, []).append(value)
    return found


def _moves(lens: Lens, before: str, after: str, title: Text) -> Material | None:
    question = question_named(lens.session, before)
    first, then = lens.picks(before), lens.picks(after)
    if question is None or min(len(first), len(then)) < FEWEST:
        return None
    options = [option.id for option in question.options]
    twice = [(first[person], then[person]) for person in first if person in then]
    ways = Counter(twice)
    flows = tuple(tuple(ways[a, b] for b in options) for a in options) if len(twice) >= FEWEST else ()
    return Moves(title, _labels(question.options), _counted(first, options), _counted(then, options), flows)


def _labels(options: Iterable[Option]) -> tuple[Text, ...]:
    return tuple(option.label for option in options)


def _counted(picks: Mapping[str, str], options: Sequence[str]) -> tuple[int, ...]:
    counts = Counter(picks.values())
    return tuple(counts[option] for option in options)
