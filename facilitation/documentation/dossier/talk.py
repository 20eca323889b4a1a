"""What a talk of twenty minutes shows of a dossier: a few of its figures and of its words, the rest stays on paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from facilitation.documentation.dossier.prose import cited_in
from facilitation.documentation.dossier.quoting import Cited
from facilitation.documentation.dossier.results import figures_in
from facilitation.documentation.dossier.shapes import Dossier
from facilitation.documentation.figures import Figure, Figures
from facilitation.documentation.record import Voice
from facilitation.domain.format import Text
from facilitation.projections.outcome.networks import Cooperation
from facilitation.projections.outcome.seen import LineSeen
from facilitation.projections.outcome.shapes import ChartMaterial, Compared, Contribution, Piece, VoteMaterial, VoteRow
from facilitation.projections.pictures import Picture

MOST_FIGURES = 7
MOST_BARS = 6
MOST_WORDS = 3
"""Quotations on one slide."""
MOST_QUOTED = 6
"""Quotations in all."""
ROOM = 380
"""Letters of a slide of quotations."""

ORDER = ("votes", "compared", "chart", "picture", "seen")
"""Of two figures of one session, which is shown first: what was decided, then what moved."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure on a slide of its own. `place` is that of its session from 0, nothing between sessions."""

    sort: str
    title: Text
    drawn: Figure
    place: int | None
    basis: str
    question: str = ""
    moments: tuple[Text, ...] = ()
    rows: tuple[VoteRow, ...] = ()
    line: LineSeen | None = None
    pointed: bool = False
    """Whether a text, a verdict or a learning of the team points at it."""


@dataclass(frozen=True, slots=True)
class Talk:
    """The figures of a talk in the order of the sessions, how many more there are, and its quotations by slide."""

    shown: tuple[Shown, ...]
    others: int
    quoted: tuple[tuple[Cited, ...], ...]


def talk_of(dossier: Dossier, voice: Voice, chosen: Sequence[Cited]) -> Talk:
    """What the team points at comes first; then one of each session, and one more of each while there is room."""
    rows = [sorted(_of(dossier, place, voice), key=_order) for place in range(len(dossier.sessions))]
    rows.append(sorted(_between(dossier, voice), key=_order))
    ranked = sorted(
        (_Ranked(not each.pointed, turn, at, each) for at, row in enumerate(rows) for turn, each in enumerate(row)),
        key=lambda one: (one.less, one.turn, one.at),
    )
    kept = sorted(_once_first(ranked)[:MOST_FIGURES], key=lambda one: (one.at, one.turn))
    return Talk(tuple(one.shown for one in kept), len(ranked) - len(kept), tuple(_slides(chosen)))


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A figure with what decides whether it is shown: whether nobody points at it, its turn, its session."""

    less: bool
    turn: int
    at: int
    shown: Shown


def _once_first(ranked: Sequence[_Ranked]) -> list[_Ranked]:
    """The same question in another session waits until each has been shown once."""
    first: dict[tuple[str, Text], _Ranked] = {}
    for one in ranked:
        first.setdefault((one.shown.sort, one.shown.title), one)
    chosen = list(first.values())
    return [*chosen, *(one for one in ranked if not any(one is each for each in chosen))]


def _order(one: Shown) -> int:
    return ORDER.index(one.sort)


def _of(dossier: Dossier, place: int, voice: Voice) -> Iterator[Shown]:
    outcome, draw = dossier.sessions[place], Figures(voice.locale)
    pointed = _pointed(dossier)
    named = {id(one.section): one.ref for one in figures_in(dossier.sessions)}
    for section in outcome.sections:
        if not section.appendix:
            for piece in section.pieces:
                found = _drawn(piece, place, voice, named.get(id(section)) in pointed)
                if found is not None and found.drawn.drawing:
                    yield found
    yield from (_compared(each, place, voice) for each in outcome.comparisons if _tells(each))
    for line in outcome.seen:
        if not line.withheld:
            yield Shown("seen", line.line, draw.seen(voice.said(line.line), line), place, "seen", line=line)


def _drawn(piece: Piece, place: int, voice: Voice, pointed: bool) -> Shown | None:
    draw = Figures(voice.locale)
    match piece:
        case VoteMaterial(title=title, rows=rows) if rows:
            drawn = draw.votes(voice.said(title), piece, MOST_BARS)
            return Shown("votes", title, drawn, place, "votes", rows=rows, pointed=pointed)
        case ChartMaterial(title=title, across=across):
            basis = "answers" if across == "answer" else "values"
            return Shown("chart", title, draw.chart(voice.said(title), piece), place, basis, pointed=pointed)
        case Picture(title=title, of=of):
            drawn = draw.picture(voice.said(title), piece, voice.said)
            return Shown("picture", title, drawn, place, "answers", of[0] if of else "", pointed=pointed)
    return None


def _between(dossier: Dossier, voice: Voice) -> Iterator[Shown]:
    for each in dossier.networks:
        yield _pictured("picture", each, None, voice, each.question)
    yield from (_compared(each, None, voice) for each in dossier.across if _tells(each))


def _compared(each: Compared, place: int | None, voice: Voice) -> Shown:
    return _pictured("compared", each, place, voice, each.numbers.names[0])


def _pictured(sort: str, each: Compared | Cooperation, place: int | None, voice: Voice, question: str) -> Shown:
    moments = each.numbers.moments if isinstance(each, Compared) else each.moments
    drawn = Figures(voice.locale).picture(voice.said(each.picture.title), each.picture, voice.said)
    return Shown(sort, each.picture.title, drawn, place, "answers", question, tuple(moments))


def _tells(one: Compared) -> bool:
    """Whether it may say how many went one way or another, and what they answered at each moment."""
    ways = one.numbers.directions
    return ways is not None and one.numbers.sides is not None and ways.together != one.numbers.both


def _pointed(dossier: Dossier) -> frozenset[str]:
    written = (ref for text in dossier.texts for ref in cited_in(text.body))
    learned = (each.ref for one in dossier.learnings for each in one.evidence)
    judged = (each.ref for one in dossier.hypotheses for each in one.evidence)
    return frozenset((*written, *learned, *judged))


def _slides(chosen: Iterable[Cited]) -> Iterator[tuple[Cited, ...]]:
    """As many quotations as a slide holds: none is cut."""
    slide: list[Cited] = []
    for one in [each for each in chosen if _length(each) <= ROOM][:MOST_QUOTED]:
        room = ROOM - sum(map(_length, slide))
        if slide and (len(slide) == MOST_WORDS or _length(one) > room):
            yield tuple(slide)
            slide = []
        slide.append(one)
    if slide:
        yield tuple(slide)


def _length(one: Cited) -> int:
    return len(one.said.text) if isinstance(one.said, Contribution) else ROOM + 1
