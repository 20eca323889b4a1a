"""Every figure of a document: its drawing, and one sentence that says what can be read from it, without judging."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from facilitation.documentation.charts import (
    Bar,
    Parted,
    Placed,
    Strip,
    bars,
    line,
    map_chart,
    picture,
    stacked,
    strips,
    timeline_chart,
)
from facilitation.documentation.seeing import WITHHELD, where_said
from facilitation.documentation.typography import NBSP, figure, length_said, typeset
from facilitation.domain.format import Text
from facilitation.projections.outcome.seen import LineSeen, SeenInStep
from facilitation.projections.outcome.shapes import (
    AnswersOfRound,
    ChartMaterial,
    MapMaterial,
    OptionCount,
    Point,
    Spread,
    VoteMaterial,
    VoteRow,
)
from facilitation.projections.pictures import Picture
from facilitation.projections.timeline import TimelineStep

MOST_BARS = 20
LONGEST_KEY = 60
"""Letters of the names of all parts together: longer ones run out of the line above the bars."""

NO_VALUE = Text(
    fr="Aucune valeur à montrer : elle manque, trop peu de personnes y ont part, ou une réponse est retirée.",
    en="No value to show: there is none, or too few people had a part in it, or an answer was withdrawn since.",
)


def spent(steps: Sequence[TimelineStep]) -> tuple[int, int]:
    """The planned length of all stages, and how long after the start the last one ended."""
    ends = [step.after + step.actual for step in steps if step.after is not None and step.actual is not None]
    return sum(step.planned or 0 for step in steps), max(ends, default=0)


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing and its reading. `drawing` is empty where there is nothing to draw."""

    drawing: Markup
    reading: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Draws in one language. Titles are typeset already."""

    locale: str

    def _t(self, french: str, english: str) -> str:
        return typeset(english if self.locale == "en" else french, self.locale)

    def votes(self, title: str, vote: VoteMaterial, most: int = MOST_BARS) -> Figure:
        """What each contribution received, named by its number: the first `most` of them."""
        if vote.levels:
            return self._levels(title, vote)
        rows = [row for row in vote.rows if row.number is not None][:most]
        drawn = [Bar(self._numbered(row), Fraction(row.dots), str(row.dots)) for row in rows]
        return Figure(bars(title, drawn) if any(row.dots for row in rows) else Markup(""), self._vote_reading(vote))

    def map(self, title: str, found: MapMaterial) -> Figure:
        """The cards on their map, by their numbers."""
        points = [
            Placed(str(point.number), point.across, point.up, point.across_half, point.up_half)
            for point in found.points
            if point.number is not None
        ]
        left, right, bottom, top = (self._said(words) for words in (found.left, found.right, found.bottom, found.top))
        reading = self._t(
            "Chaque numéro est une contribution, là où on l'a placée ; s'il y a plusieurs avis, à la médiane, le trait "
            "clair couvrant la moitié centrale.",
            "Each number is a contribution, where it was placed; where there are several opinions, at the median, the "
            "pale stroke covering the middle half.",
        )
        return Figure(map_chart(title, (left, right, bottom, top), points) if points else Markup(""), reading)

    def picture(self, title: str, found: Picture, say: Callable[[Text], str]) -> Figure:
        """The picture of a system, with its own reading."""
        return Figure(picture(found, title, say) if found.shapes else Markup(""), say(found.reading))

    def _levels(self, title: str, vote: VoteMaterial) -> Figure:
        rows = [row for row in vote.rows if row.number is not None and row.voters][:MOST_BARS]
        drawn = [Parted(self._numbered(row), row.levels) for row in rows]
        drawing = stacked(title, [self._said(level) for level in vote.levels], drawn) if drawn else Markup("")
        kept, whole = sum(row.kept for row in vote.rows), sum(bool(row.voters) for row in vote.rows)
        if not whole:
            return Figure(drawing, self._t("Personne n'a voté.", "Nobody voted."))
        reading = self._t(f"Gardées par ce vote : {kept} sur {whole}.", f"Kept by this vote: {kept} of {whole}.")
        if vote.manner == "consent":
            against = sum(row.levels[-1] for row in vote.rows)
            reading = self._t(f"Objections : {against}.", f"Objections: {against}.")
        return Figure(drawing, reading)

    def _numbered(self, row: VoteRow) -> str:
        return f"n°{NBSP}{row.number}" if self.locale != "en" else f"no.{NBSP}{row.number}"

    def _vote_reading(self, vote: VoteMaterial) -> str:
        most = max((row.dots for row in vote.rows), default=0)
        first = [row for row in vote.rows if row.dots == most]
        if vote.scores or vote.manner == "ranking":
            return self._points_reading(first, most)
        if not most:
            return self._t("Personne n'a placé de gommette.", "Nobody placed a dot.")
        if len(first) > 1:
            return self._t(
                f"{len(first)} contributions arrivent ensemble en tête, avec {most} gommettes chacune sur {vote.dots}.",
                f"{len(first)} contributions come first together, with {most} dots each out of {vote.dots}.",
            )
        if first[0].number is None:
            return self._t(
                f"Une contribution qui n'est pas reproduite arrive en tête : {most} gommettes sur {vote.dots}.",
                f"A contribution that is not reproduced comes first: {most} dots of {vote.dots}.",
            )
        return self._t(
            f"La contribution n° {first[0].number} arrive en tête : {most} gommettes sur {vote.dots}.",
            f"Contribution no. {first[0].number} comes first: {most} dots of {vote.dots}.",
        )

    def _points_reading(self, first: Sequence[VoteRow], most: int) -> str:
        if not most:
            return self._t("Personne n'a voté.", "Nobody voted.")
        named = ", ".join(self._numbered(row) for row in first if row.number is not None)
        if not named:
            return self._t(f"Le plus haut total est de {most} points.", f"The highest total is {most} points.")
        return self._t(f"En tête, avec {most} points : {named}.", f"First, with {most} points: {named}.")

    def options(self, title: str, counts: Sequence[OptionCount], n: int) -> Figure:
        """How often each answer was given."""
        drawn = [Bar(self._said(option.label), Fraction(option.count), str(option.count)) for option in counts]
        known = any(option.count for option in counts)
        return Figure(bars(title, drawn) if known else Markup(""), self._most_frequent(counts, n))

    def _most_frequent(self, counts: Sequence[OptionCount], n: int) -> str:
        most = max((option.count for option in counts), default=0)
        first = [self._said(option.label) for option in counts if option.count == most]
        if not most:
            return self._t("Aucune réponse.", "No answer.")
        joined = ", ".join(f"«{NBSP}{name}{NBSP}»" if self.locale != "en" else f"“{name}”" for name in first)
        many = len(first) > 1
        return self._t(
            f"{'Réponses les plus fréquentes' if many else 'Réponse la plus fréquente'} : {joined}, {most} sur {n}"
            + (" chacune." if many else "."),
            f"Most frequent answer{'s' if many else ''}: {joined}, {most} of {n}{' each' if many else ''}.",
        )

    def chart(self, title: str, chart: ChartMaterial) -> Figure:
        """A chart that the format asked for."""
        known = [point for point in chart.points if point.value is not None]
        if not known:
            return Figure(Markup(""), self._t(NO_VALUE.fr, NO_VALUE.en))
        if len(known) == 1 and chart.sort == "line":
            drawing = Markup("")  # one point is no curve
        elif chart.sort == "line":
            drawing = line(title, [self._bar(point) if point.value is not None else None for point in chart.points])
        else:
            drawing = bars(title, [self._bar(point) for point in known])
        if chart.across == "answer":
            counts = [OptionCount("", point.label, point.n or 0) for point in known]
            return Figure(drawing, self._most_frequent(counts, sum(option.count for option in counts)))
        return Figure(drawing, self._range_reading(known))

    def _bar(self, point: Point) -> Bar:
        return Bar(self._said(point.label), point.value or Fraction(0), figure(point.value, self.locale))

    def _range_reading(self, known: Sequence[Point]) -> str:
        first, last = known[0], known[-1]
        a, b = figure(first.value, self.locale), figure(last.value, self.locale)
        one, two = self._said(first.label), self._said(last.label)
        if len(known) == 1:
            return self._t(f"{one} : {a}.", f"{one}: {a}.")
        return self._t(f"{one} : {a} ; {two} : {b}.", f"{one}: {a}; {two}: {b}.")

    def spreads(self, title: str, named: Sequence[tuple[str, Spread]], answers: bool = True) -> Figure:
        """Every number as a circle, one strip per turn: answers given, or values worked out for each person."""
        if not named:
            return Figure(Markup(""), "")
        if not any(s.values for _, s in named):
            return Figure(Markup(""), self._t("Seuls les totaux sont imprimés.", "Only the totals are printed."))
        least_of_all, most_of_all = min(s.minimum for _, s in named), max(s.maximum for _, s in named)
        if least_of_all == most_of_all:
            same = figure(least_of_all, self.locale)
            return Figure(
                Markup(""), self._t(f"La même valeur pour tous : {same}.", f"The same value for all: {same}.")
            )
        rows = [Strip(name, s.values, s.lower, s.median, s.upper) for name, s in named]
        least, most = figure(least_of_all, self.locale), figure(most_of_all, self.locale)
        colon = ": " if self.locale == "en" else f"{NBSP}: "
        medians = ", ".join(f"{name + colon if name else ''}{figure(s.median, self.locale)}" for name, s in named)
        one = ("une réponse", "one answer") if answers else ("la valeur d'une personne", "the value of one person")
        reading = self._t(
            f"Chaque cercle est {one[0]}, le cadre clair la moitié centrale, le trait épais la médiane ({medians}).",
            f"Each circle is {one[1]}, the pale box the middle half, the thick stroke the median ({medians}).",
        )
        return Figure(strips(title, rows, least, most), reading)

    def yes_no(self, title: str, named: Sequence[tuple[str, Spread]]) -> Figure:
        """For how many people something was so, turn by turn."""
        counts = [(name, int(s.average * s.n), s.n) for name, s in named]
        rows = [Parted(name, (yes, n - yes)) for name, yes, n in counts]
        if len(rows) == 1:
            _, yes, n = counts[0]
            return Figure(Markup(""), self._t(f"Oui pour {yes} personnes sur {n}.", f"Yes for {yes} of {n} people."))
        return Figure(stacked(title, [self._t("Oui", "Yes"), self._t("Non", "No")], rows), "")

    def by_turns(self, title: str, turns: Sequence[AnswersOfRound]) -> Figure:
        """How a room was divided between a few answers, one bar for each turn."""
        names = [self._said(option.label) for option in turns[0].counts]
        if not 2 <= len(names) <= 3 or sum(map(len, names)) > LONGEST_KEY:
            return Figure(Markup(""), "")
        rows = [Parted(self._turn(turn.round), tuple(option.count for option in turn.counts)) for turn in turns]
        return Figure(stacked(title, names, rows), "")

    def levels_by_turn(self, title: str, votes: Sequence[VoteMaterial]) -> Figure:
        """How each card was voted on in each turn, named by its turn and its number."""
        told = [(vote.round, row) for vote in votes for row in vote.rows if row.number is not None and row.voters]
        rows = [Parted(f"{turn} · {self._numbered(row)}", row.levels) for turn, row in told[:MOST_BARS]]
        names = [self._said(level) for level in votes[0].levels]
        reading = self._t(
            "Chaque barre est le vote d'un tour sur une contribution.", "Each bar is the vote of one round on a card."
        )
        return Figure(stacked(title, names, rows), reading) if rows else Figure(Markup(""), "")

    def seen(self, title: str, line: LineSeen) -> Figure:
        """How often a line of the grid was counted: a bar for each number, so those of two people are two."""
        drawn = [bar for step in line.steps for bar in self._counted(step)]
        if not drawn:
            return Figure(Markup(""), self._said(WITHHELD))
        most = max(drawn, key=lambda bar: bar.value)
        reading = self._t(
            f"Le plus souvent : {most.name}, {most.written}.", f"Most often: {most.name}, {most.written}."
        )
        return Figure(bars(title, drawn) if len(drawn) > 1 else Markup(""), reading)

    def _counted(self, step: SeenInStep) -> list[Bar]:
        where = self._said(where_said(step))
        grouped = self._t("en groupes", "in groups")
        room = [Bar(where, Fraction(times), str(times)) for times in step.room]
        return room + [Bar(f"{where}, {grouped}", Fraction(one.times), str(one.times)) for one in step.in_groups]

    def _turn(self, number: str) -> str:
        return self._t(f"Tour {number}", f"Round {number}")

    def timeline(self, title: str, steps: Sequence[TimelineStep]) -> Figure:
        """Planned time beside actual time."""
        planned, actual = spent(steps)
        drawing = timeline_chart(title, self._t("Prévu", "Planned"), self._t("Réel", "Actual"), steps, "min")
        reading = self._t(
            f"En haut, les durées prévues ({length_said(planned)} en tout) ; en bas, les durées réelles : "
            f"la dernière étape s'est terminée {length_said(actual)} après le début.",
            f"Above, the planned lengths ({length_said(planned)} in all); below, the actual ones: the last stage "
            f"ended {length_said(actual)} after the start.",
        )
        return Figure(drawing if actual or planned else Markup(""), reading)

    def _said(self, text: Text) -> str:
        return typeset(text.said_in(self.locale), self.locale)
