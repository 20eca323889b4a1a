"""The session record as HTML: one outcome, one language, one template."""

import re
from dataclasses import dataclass, fields

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from facilitation import places
from facilitation.documentation import wording
from facilitation.documentation.card import ExperimentCard
from facilitation.documentation.compiled import compiled
from facilitation.documentation.figures import Figures, spent
from facilitation.documentation.homes import places_of, ranges, slot_of, stage_anchor
from facilitation.documentation.letters import CanDraw, drawable
from facilitation.documentation.seeing import counted_said, groups_said, room_said, where_said
from facilitation.documentation.sourcing import NAMES, basis_of
from facilitation.documentation.turns import MOST_COLUMNS, as_one, ballots, counted_by_turn, runs
from facilitation.documentation.typography import (
    date_said,
    day_said,
    difference_said,
    figure,
    length_said,
    moment_written,
    quoted,
    time_said,
    typeset,
)
from facilitation.domain.format import Text
from facilitation.projections.outcome import Outcome
from facilitation.projections.paired.caution import NAMES as TESTS
from facilitation.projections.paired.caution import caution_of, found_said, meaning_of
from facilitation.typesetting.typefaces import font_files


def record_html(
    outcome: Outcome,
    locale: str,
    made_at: int,
    experiment: ExperimentCard | None = None,
    can_draw: CanDraw = lambda letter: True,
) -> str:
    """The whole document as HTML. `made_at` is in milliseconds since 1970: nothing here reads a clock."""
    voice = Voice(locale, can_draw)
    environment = environment_for(voice)
    card = experiment or ExperimentCard()
    trust = dict(card.asked_with)
    environment.globals["asked_with"] = lambda told, question: voice.ours(trust.get(question, ""))
    template = environment.get_template("record.html")
    return template.render(
        o=outcome,
        card=card,
        locale=locale,
        made_at=made_at,
        fonts=frozenset(font_files()),
        at=places_of(outcome),
    )


GOES_ON = re.compile(r"(?<=[\w,])\n(?=[a-zà-öø-ÿœ])")
"""The end of a line in the midst of a sentence."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How the template says things, in one language."""

    locale: str
    can_draw: CanDraw

    def t(self, french: str, english: str, **fill: object) -> str:
        """Our own words; `{name}` is filled in after typesetting, so that filled words stay as they are."""
        words = typeset(english if self.locale == "en" else french, self.locale)
        return words.format(**fill) if fill else words

    def said(self, text: Text) -> str:
        """The format's words, in the language of the document."""
        return drawable(typeset(text.said_in(self.locale), self.locale), self.can_draw)

    def lines(self, text: Text) -> Markup:
        """The same over several lines. A sentence that its file goes on with on the next line is one."""
        return _broken(GOES_ON.sub(" ", self.said(text)))

    def ours(self, written: str) -> Markup:
        """Words the team wrote about the session, with the spaces of the language."""
        return _broken(drawable(typeset(written, self.locale), self.can_draw))

    def words(self, written: str) -> Markup:
        """Words a person wrote, as they are."""
        return _broken(drawable(written, self.can_draw))

    def quote(self, written: str) -> Markup:
        """Words a participant wrote, between quotation marks."""
        return _broken(quoted(drawable(written, self.can_draw).strip(), self.locale))

    def turn(self, number: str) -> str:
        """« tour 2 »."""
        return self.t("tour\u00a0{n}", "round\u00a0{n}", n=number) if number else ""


def _broken(words: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in words.split("\n"))


def environment_for(voice: Voice) -> Environment:
    """The templates of documents, and how they say things."""
    environment = Environment(
        loader=FileSystemLoader(places.templates() / "documents"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled(),
    )
    environment.globals.update(
        t=voice.t,
        draw=Figures(voice.locale),
        spent=spent,
        said=voice.said,
        lines=voice.lines,
        ours=voice.ours,
        words=voice.words,
        quote=voice.quote,
        turn=voice.turn,
        date=lambda moment: date_said(moment, voice.locale),
        day=lambda written: day_said(written, voice.locale),
        time=lambda moment: time_said(moment, voice.locale),
        written=moment_written,
        length=length_said,
        difference=difference_said,
        ranges=ranges,
        runs=runs,
        ballots=ballots,
        as_one=as_one,
        counted_by_turn=counted_by_turn,
        most_columns=MOST_COLUMNS,
        slot_of=slot_of,
        stage_anchor=stage_anchor,
        figure=lambda value: figure(value, voice.locale),
        some=lambda number, one, many: wording.some(number, tuple(one), tuple(many)).said_in(voice.locale),
        share=lambda part, whole: wording.share(part, whole).said_in(voice.locale),
        out_of=lambda count, people: wording.out_of(count, people).said_in(voice.locale),
        coarse=lambda count, people: wording.coarse(count, people).said_in(voice.locale),
        unprinted=lambda why: [text.said_in(voice.locale) for text in wording.why_unprinted(why)],
        basis=lambda sort, told: NAMES[basis_of(str(sort).strip(), told.identity.kind_of_format)].said_in(voice.locale),
        basis_of=lambda sort, told: basis_of(str(sort).strip(), told.identity.kind_of_format),
        asked_with=lambda told, question: "",
        where_seen=lambda step: voice.said(where_said(step)),
        seen_in_room=lambda step: voice.said(room_said(step)),
        seen_in_groups=lambda step: voice.said(groups_said(step)),
        seen_said=lambda line: voice.said(counted_said(line)),
        tests=TESTS,
        found_said=found_said,
        meaning_of=meaning_of,
        caution_of=caution_of,
        sort_of=lambda piece: type(piece).__name__,
        filled_in=lambda card: any(getattr(card, field.name) for field in fields(card)),
    )
    environment.filters["place_said"] = lambda place: wording.text_place(place).said_in(voice.locale)
    return environment
