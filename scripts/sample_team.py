"""What an invented team wrote around the golden experiment, read from sample_words.yaml, in either language."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.around import Function, Invited
from facilitation.documentation.dossier.quoting import contributions_of
from facilitation.documentation.dossier.results import Figure, figures_in
from facilitation.documentation.dossier.shapes import (
    Advice,
    Amendment,
    Authorisation,
    Change,
    Commitment,
    Evidence,
    Hypothesis,
    Identity,
    Instrument,
    Learning,
    Partner,
    Protocol,
    Site,
    Written,
)
from facilitation.documentation.information import Sheet
from facilitation.domain.format import Text
from facilitation.domain.format.text import Locale
from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.rendering import DIFFUSION, Rendering
from facilitation.projections.outcome.shapes import ChartMaterial, VoteMaterial
from facilitation.projections.pictures import Picture
from facilitation.records.sections import SECTIONS
from tests.documentation.dossier_sample import DAY
from tests.documentation.golden_experiment import MADE_AT as PLAYED
from tests.documentation.golden_experiment import WANTED, Golden

WORDS = Path(__file__).with_name("sample_words.yaml")
APART = 28 * DAY
"""Between two sessions: they were played on one day."""
MADE_AT = PLAYED + 75 * DAY

Say = Callable[[Mapping[str, str]], str]
Where = Mapping[str, Evidence]


def told(golden: Golden, locale: Locale, rendering: Rendering) -> Dossier:
    """The whole dossier, as this team would have had it."""
    words = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    held = tuple(_on_its_day(outcome, at, locale) for at, outcome in enumerate(golden.outcomes(rendering)))
    where = _where(golden, held)
    counted = golden.dossier(rendering)

    def say(text: Mapping[str, str]) -> str:
        said = text[locale]
        for name, found in where.items():
            said = said.replace(f"<{name}>", found.ref)
        return said

    first = held[0].identity.started_at or PLAYED
    return replace(
        _framed(words, say, first),
        hypotheses=tuple(_hypothesis(each, say, where, first) for each in words["hypotheses"]),
        learnings=tuple(_learning(at, each, say, where) for at, each in enumerate(words["learnings"], 1)),
        texts=tuple(
            Written(
                each.key, each.part, each.title, say(words["texts"].get(each.key, {"fr": "", "en": ""})), each.needed
            )
            for each in SECTIONS
        ),
        sessions=held,
        across=counted.across,
        networks=counted.networks,
        planned=counted.planned,
        information=Sheet(locale, say(words["sheet"]), ((say(words["sheet_part"]), (say(words["purpose"]),)),)),
        invited=tuple(Invited(one.identity.session, one.attendance.people + 6 + at) for at, one in enumerate(held)),
        rendering=rendering.name,
    )


def _framed(words: dict[str, Any], say: Say, first: int) -> Dossier:
    """Everything about it that is neither text nor result."""
    return Dossier(
        identity=Identity(
            number=7,
            title=say(words["title"]),
            theme=say(words["theme"]),
            programme=say(words["programme"]),
            edition=say(words["edition"]),
            organisations=tuple(map(say, words["organisations"])),
            contact="labo@exemple.test",
            licence="CC BY 4.0",
            keywords=tuple(map(say, words["keywords"])),
        ),
        question=say(words["question"]),
        change=Change(*(tuple(map(say, words[name])) for name in ("resources", "actions", "outcomes"))),
        site=Site(
            say(words["site"]),
            Text.same(say(words["site_kind"])),
            Text.same(say(words["connection"])),
            phones=True,
            authorisations=tuple(
                Authorisation(Text.same(say(each["what"])), "given", say(each["by"]), first - 20 * DAY)
                if "by" in each
                else Authorisation(Text.same(say(each["what"])), "waived", why=say(each["why"]))
                for each in words["authorisations"]
            ),
        ),
        partners=(Partner(say(words["partner"]), Text("finance", "funds")),),
        protocol=_protocol(words, say, first),
        commitments=tuple(
            Commitment(say(each["who"]), say(each["what"]), say(each["by"]), say(each["sign"]))
            for each in words["commitments"]
        ),
        advices=(Advice(Text.same(say(words["advice"]["kind"])), say(words["advice"]["words"]), MADE_AT - 5 * DAY),),
        revisit_on=first + 255 * DAY,
        team=(Function(Text("animation", "facilitation"), 2), Function(Text("observation", "observation"), 1)),
    )


def _protocol(words: dict[str, Any], say: Say, first: int) -> Protocol:
    return Protocol(
        version=2,
        frozen_at=first,
        purpose=say(words["purpose"]),
        basis=say(words["basis"]),
        data=say(words["data"]),
        controllers=say(words["controllers"]),
        contact="dpo@exemple.test",
        retention=((Text.same(say(words["kept"])), say(words["kept_for"])),),
        instruments=tuple(
            Instrument(say(each["name"]), Text.same(say(each["status"])), "", tuple(each["questions"]))
            for each in words["instruments"]
        ),
        amendments=(Amendment(say(words["amendment"]["what"]), say(words["amendment"]["why"]), first + 9 * DAY),),
        tests=WANTED[:1],
        sheet=sha256(words["title"]["fr"].encode()).hexdigest(),
    )


def _hypothesis(said: dict[str, Any], say: Say, where: Where, first: int) -> Hypothesis:
    return Hypothesis(
        say(said["condition"]),
        say(said["effect"]),
        say(said["because"]),
        tuple(map(say, said["criteria"])),
        first - 21 * DAY,
        first,
        verdict=Text.same(say(said["verdict"])),
        verdict_words=say(said["words"]),
        evidence=tuple(where[name] for name in said["rests"]),
    )


def _learning(number: int, said: dict[str, Any], say: Say, where: Where) -> Learning:
    return Learning(
        number,
        say(said["thought"]),
        say(said["observed"]),
        say(said["learned"]),
        say(said["will_do"]),
        said["confidence"],
        say(said["why"]),
        say(said["for"]),
        tuple(where[name] for name in said["rests"]),
        dissent=say(said["dissent"]) if "dissent" in said else "",
    )


def _where(golden: Golden, held: tuple[Outcome, ...]) -> Where:
    """What the texts point at, by the names they use: what comes first in a vote of all readers, and two figures."""
    outside = golden.outcomes(DIFFUSION)
    return {
        "first": Evidence(0, _foremost(outside[0])),
        "third": Evidence(2, _foremost(outside[2])),
        "ties": Evidence(0, _figure(held, 0, Picture)),
        "pot": Evidence(1, _figure(held, 1, ChartMaterial), "measured"),
    }


def _foremost(outcome: Outcome) -> str:
    votes = [piece for section in outcome.sections for piece in section.pieces if isinstance(piece, VoteMaterial)]
    numbers = {said.number: ref for ref, said in contributions_of(outcome).items()}
    return next(numbers[row.number] for row in votes[0].rows if row.number in numbers)


def _figure(held: tuple[Outcome, ...], place: int, sort: type[Picture | ChartMaterial]) -> str:
    def holds(one: Figure) -> bool:
        return one.place == place and any(isinstance(piece, sort) for piece in one.section.pieces)

    return next(one.ref for one in figures_in(held) if holds(one))


def _on_its_day(outcome: Outcome, at: int, locale: Locale) -> Outcome:
    """A day of its own, and the name of its format in the language of the document."""
    one = outcome.identity
    began = one.started_at + at * APART if one.started_at else None
    return replace(outcome, identity=replace(one, started_at=began, title=one.format_title.said_in(locale)))
