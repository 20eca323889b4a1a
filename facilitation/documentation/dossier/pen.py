"""How the texts of a team are set in one dossier: what they cite, and the figures that stand in them."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from facilitation.documentation.dossier.prose import prose
from facilitation.documentation.dossier.quoting import LEARNED, Cited
from facilitation.documentation.dossier.results import Figure
from facilitation.documentation.dossier.shapes import Learning
from facilitation.documentation.letters import drawable
from facilitation.documentation.record import Voice
from facilitation.documentation.typography import typeset
from facilitation.projections.outcome.seen import LineSeen
from facilitation.projections.outcome.shapes import NoteMaterial


def mark_of(session: int) -> str:
    """What stands before the anchors of a session, counted from 1."""
    return f"s{session}-"


@dataclass(frozen=True, slots=True)
class Alone:
    """Stands where a document keeps its places, for a figure in a document that prints no results: it shows all its
    numbers itself, and no words but by their number.
    """

    mark: str
    printed: Collection[int]
    """The numbers of the contributions that this document prints all the same."""

    def of(self, *_: object) -> None:
        """Nothing is printed elsewhere."""

    of_settings = of_counts = of_series = of

    def is_home(self, *_: object) -> bool:
        """Words stand where they are quoted."""
        return False

    def prints(self, number: int) -> bool:
        """Whether a link would lead anywhere."""
        return number in self.printed

    def elsewhere(self, *_: object) -> list[object]:
        """Nothing to point at."""
        return []


@dataclass(frozen=True, slots=True)
class Pen:
    """How the texts of the team are set in one dossier."""

    voice: Voice
    known: Mapping[str, Cited]
    several: bool
    printed: frozenset[str]
    """The references of the contributions that this document prints."""
    figures: Mapping[str, Figure]
    homes: Mapping[str, str]
    """The text in which each figure stands that was put into one."""
    draw: Callable[[Figure], Markup]
    with_results: bool
    """Whether this document prints the results themselves."""
    learned: Mapping[str, Learning] = field(default_factory=dict)
    """The learnings that a verdict may rest on, by their references."""
    with_learnings: bool = True
    """Whether this document prints them."""

    def prose(self, written: str, key: str = "") -> Markup:
        """A text in Markdown, under its key; what it cites leads to where it is printed."""
        here = {ref for ref, home in self.homes.items() if home == key}

        def put(ref: str) -> Markup:
            if ref not in here:
                return Markup("<p>{}</p>\n").format(self.cite(ref))
            # Put twice into one text, it stands at the first place.
            here.discard(ref)
            return self.draw(self.figures[ref])

        return prose(written, self._say, self.cite, put)

    def cite(self, ref: str) -> Markup:
        """« n° 12 », with the session where there are several; a contribution that may not be read here says so."""
        if ref in self.figures:
            return self._figure(self.figures[ref])
        if ref in self.learned:
            return self._learning(self.learned[ref])
        cited = self.known.get(ref)
        if cited is None:
            return self._lost(ref)
        if isinstance(cited.said, NoteMaterial):
            return self._moment(ref, cited.said, cited.session + 1)
        if isinstance(cited.said, LineSeen):
            return self._count(ref, cited.said, cited.session + 1)
        number, session = cited.said.number, cited.session + 1
        words = (
            self.voice.t("séance {s}, n° {n}", "session {s}, no. {n}", s=session, n=number)
            if self.several
            else self.voice.t("n° {n}", "no. {n}", n=number)
        )
        return self._linked(words, f"{mark_of(session)}c{number}" if ref in self.printed else "")

    def caption(self, figure: Figure) -> str:
        """« Figure 3 · Séance 1 · Le titre d'un résultat », above it."""
        session = self.voice.t("Séance {n}", "Session {n}", n=figure.place + 1) if self.several else ""
        number = self.voice.t("Figure {n}", "Figure {n}", n=figure.counted) if figure.counted else ""
        return " · ".join(filter(None, (number, session, self.voice.said(figure.title))))

    def _say(self, words: str) -> str:
        return drawable(typeset(words, self.voice.locale), self.voice.can_draw)

    def _figure(self, found: Figure) -> Markup:
        """« figure 3, Le titre d'un résultat », which leads to it where it is printed."""
        title = self.voice.said(found.title)
        words = (
            self.voice.t("figure {n}, « {title} »", "figure {n}, “{title}”", n=found.counted, title=title)
            if found.counted
            else self.voice.t("résultat « {title} »", "result “{title}”", title=title)
        )
        slot = found.slot if found.ref in self.homes else f"r{found.number}" if self.with_results else ""
        return self._linked(words, mark_of(found.place + 1) + slot if slot else "")

    def _learning(self, found: Learning) -> Markup:
        """« apprentissage 2 », which says so where nothing supports it."""
        words = self.voice.t("apprentissage {n}", "learning {n}", n=found.number)
        if not found.evidence:
            words += self.voice.t(" (intuition)", " (intuition)")
        return self._linked(words, f"learning-{found.number}" if self.with_learnings else "")

    def _moment(self, ref: str, note: NoteMaterial, session: int) -> Markup:
        """« moment 3 »: what somebody saw, or kept."""
        words = (
            self.voice.t("séance {s}, moment {n}", "session {s}, moment {n}", s=session, n=note.number)
            if self.several
            else self.voice.t("moment {n}", "moment {n}", n=note.number)
        )
        return self._linked(words, f"{mark_of(session)}m{note.number}" if ref in self.printed else "")

    def _count(self, ref: str, line: LineSeen, session: int) -> Markup:
        """« comptage 2 »: what those who observed counted."""
        words = (
            self.voice.t("séance {s}, comptage {n}", "session {s}, count {n}", s=session, n=line.number)
            if self.several
            else self.voice.t("comptage {n}", "count {n}", n=line.number)
        )
        return self._linked(words, f"{mark_of(session)}o{line.number}" if ref in self.printed else "")

    def _lost(self, ref: str) -> Markup:
        words = (
            self.voice.t("(figure absente ou non diffusée)", "(figure that is not there, or not shown)")
            if ref.startswith("figure ")
            else self.voice.t("(apprentissage absent)", "(learning that is not there)")
            if ref.startswith(LEARNED)
            else self.voice.t("(contribution retirée ou non diffusée)", "(contribution withdrawn or not shown)")
        )
        return Markup('<span class="lost">{}</span>').format(words)

    @staticmethod
    def _linked(words: str, anchor: str) -> Markup:
        if not anchor:
            return Markup('<span class="cited">{}</span>').format(words)
        return Markup('<a class="cited" href="#{}">{}</a>').format(escape(anchor), words)
