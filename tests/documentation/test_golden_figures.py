"""Each figure worked out from the recording alone, held against what every document reads from it."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

import pytest

from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.record import record_html
from facilitation.documentation.typography import figure
from tests.documentation.golden_experiment import MADE_AT, Golden

VOTES = """
select session_id, json_extract(payload, '$.step'), json_extract(payload, '$.voter'), json_extract(payload, '$.dots')
from events where kind = 'VoteCast' order by session_id, seq
"""

WRITTEN = """
select e.session_id, json_extract(e.payload, '$.card'), c.value
from events e join contents c on c.content_id = e.content_id
where e.kind in ('CardPosted', 'CardEdited') order by e.session_id, e.seq
"""

GIVEN = """
select e.session_id, json_extract(e.payload, '$.step'), json_extract(e.payload, '$.question'),
  json_extract(e.payload, '$.holder'), c.value
from events e join contents c on c.content_id = e.content_id where e.kind = 'AnswerGiven' order by e.session_id, e.seq
"""

SCALES = (("clear", "clear_after"), ("clear_after", "clear"), ("clear_then", "clear_after"))
"""Questions answered from one to five, whose reading names the most frequent answer; each with one that it is held
against. Where few went one way between both, how the answers lie is kept back.
"""
FEWEST = 5


@dataclass(frozen=True, slots=True)
class Expected:
    """What documents read from one figure, whatever is around it; and which of them hold that figure."""

    session: str
    said: str
    kinds: tuple[str, ...]
    words: str = ""
    """What somebody wrote that stands beside it, where a document quotes it."""


def tops(golden: Golden, locale: str) -> Iterator[Expected]:
    """Of each vote: the contribution that comes first, with its dots and those of all."""
    last = {(at, step, who): json.loads(dots) for at, step, who, dots in golden.rows(VOTES)}
    texts = {(at, card): json.loads(value) for at, card, value in golden.rows(WRITTEN) if value}
    for at, step in dict.fromkeys((at, step) for at, step, _ in last):
        counted: Counter[str] = Counter()
        for (where, when, _), dots in last.items():
            counted.update(dots if (where, when) == (at, step) else {})
        ((card, most), (_, second), *_) = counted.most_common(2)
        assert most > second, "a tie is read in other words"
        whole = sum(counted.values())
        said = (
            f"comes first: {most} dots of {whole}."
            if locale == "en"
            else f"arrive en tête : {most} gommettes sur {whole}."
        )
        yield Expected(at, said, ("slides", "research", "session"), words=texts[at, card])


def answers(golden: Golden, question: str) -> dict[tuple[str, str], dict[str, Fraction]]:
    """What was answered in each session and step: the last of each person."""
    found: dict[tuple[str, str], dict[str, Fraction]] = {}
    for at, step, name, who, value in golden.rows(GIVEN):
        if name == question and value:
            found.setdefault((at, step), {})[who] = Fraction(json.loads(value)["number"])
    return found


def frequent(golden: Golden, locale: str) -> Iterator[Expected]:
    """Of each scale: the answer that was given most often, and how often."""
    for question, other in SCALES:
        beside = {at: given for (at, _), given in answers(golden, other).items()}
        for (at, _), given in answers(golden, question).items():
            ((value, most), (_, second), *_) = Counter(given.values()).most_common(2)
            ways = Counter(
                (v > beside[at][who]) - (v < beside[at][who]) for who, v in given.items() if who in beside[at]
            )
            if most > second and all(way >= FEWEST for way in ways.values()):
                n = len(given)
                said = f"“{value}”, {most} of {n}." if locale == "en" else f"« {value} », {most} sur {n}."
                yield Expected(at, said, ("research", "session"))


def medians(golden: Golden, locale: str) -> Iterator[Expected]:
    """Of the numbers given to the pot: the median of each turn, in one sentence."""
    turns = {step: median(given.values()) for (_, step), given in answers(golden, "contribution").items()}
    turn, colon = ("Round", ":") if locale == "en" else ("Tour", " :")
    told = ", ".join(
        f"{turn} {number}{colon} {figure(turns[step], locale)}" for number, step in enumerate(sorted(turns), 1)
    )
    yield Expected("rehearsal-public-goods-8", f"({told})", ("research", "session"))


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_each_figure_reads_in_every_document_as_it_is_worked_out_from_the_rows(golden: Golden, locale: str) -> None:
    expected = [one for each in (tops, frequent, medians) for one in each(golden, locale)]
    assert len(expected) > 5
    dossier, outcomes = golden.dossier(), golden.outcomes()
    pages = {kind: read(dossier_html(dossier, locale, MADE_AT, kind)) for kind in ("slides", "research")}
    records = {told.identity.session: read(record_html(told, locale, MADE_AT)) for told in outcomes}
    for one in expected:
        for kind in one.kinds:
            words = records[one.session] if kind == "session" else pages[kind]
            assert one.said in words, (kind, one)
            assert not one.words or quoted(one.words) in words, (kind, one)


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_sheet_reads_the_first_vote_as_it_was_cast(golden: Golden, locale: str) -> None:
    """It has a few figures of each session only; those that it has are the same."""
    first = next(iter(sorted(tops(golden, locale), key=lambda one: one.session, reverse=True)))
    words = read(dossier_html(golden.dossier(), locale, MADE_AT, "capitalisation"))
    assert first.said in words
    assert quoted(first.words) in words


def read(html: str) -> str:
    """The words of a page with plain spaces and apostrophes."""
    words = re.sub(r"<[^>]+>", " ", html[html.index("<body") :])
    for sign, plain in (("&#39;", "'"), ("’", "'"), ("\u202f", " "), ("\u00a0", " "), ("&#34;", '"'), ("&amp;", "&")):
        words = words.replace(sign, plain)
    return " ".join(words.split())


def quoted(words: str) -> str:
    return " ".join(words.replace("’", "'").replace("\u202f", " ").replace("\u00a0", " ").split())
