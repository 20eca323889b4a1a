"""What observers counted: promoted lines alone, number by number, never who, in every document and export."""

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

import pytest
from jsonschema import Draft202012Validator

from facilitation.documentation import contributions_csv, outcome_json
from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.data import dossier_csv, dossier_json
from facilitation.documentation.dossier.kinds import Kind
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.quoting import counts_of
from facilitation.documentation.dossier.schema import dossier_schema
from facilitation.documentation.dossier.shapes import Evidence
from facilitation.documentation.markdown import markdown_of
from facilitation.documentation.record import record_html
from facilitation.documentation.site import site_files
from facilitation.domain import events as e
from facilitation.domain.evolve import evolve
from facilitation.domain.format import Guide, Text
from facilitation.domain.session import Session
from facilitation.projections.outcome import Outcome, outcome
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION, Rendering
from facilitation.projections.outcome.seen import InGroups
from tests.documentation.dossier_sample import dossier
from tests.documentation.sample import STARTED, one_two_four_all

SILENCE, LAUGH, ALONE = Text("Un silence", "A silence"), Text("Un rire", "A laugh"), Text("Seul", "Alone")


def counted(session: Session, *counts: tuple[str, str, str | None, int | None, int]) -> Session:
    """The session once observers counted: by whom, which line, in which step, about which group, how often."""
    for observer, line, step, group, times in counts:
        for _ in range(times):
            session = evolve(session, e.LineCounted(observer, line, 1, step, group, STARTED, STARTED))
    return session


@lru_cache(maxsize=1)
def observed() -> Session:
    """The sample, watched by two: one line of the whole format and one of a stage promoted, another one not."""
    session = one_two_four_all()
    assert session.format
    session = replace(session, format=replace(session.format, guide=Guide(grid=(SILENCE, LAUGH))))
    for number in (1, 2):
        session = evolve(session, e.ObserverAdmitted(f"o{number}", "u1", STARTED))
    session = counted(
        session,
        ("o1", "1", "pairs", None, 6),
        ("o2", "1", "pairs", None, 4),
        ("o2", "1", "pairs", 0, 1),
        ("o2", "1", "pairs", 1, 2),
        ("o1", "1", "all", None, 1),
        ("o1", "2", "pairs", None, 77),
    )
    return evolve(session, e.CountKept("1", "u1", STARTED))


def told(rendering: Rendering = RESTITUTION) -> Outcome:
    return outcome(observed(), rendering)


def whole(*learning_rests_on: str, rendering: Rendering = RESTITUTION) -> Dossier:
    """The dossier of the sample, with this session in the place of its first, and its first learning on a count."""
    made = dossier(rendering)
    evidence = tuple(Evidence(0, ref, "observed") for ref in learning_rests_on)
    first = replace(made.learnings[0], evidence=evidence, validated_at=STARTED)
    return replace(made, sessions=(told(rendering), *made.sessions[1:]), learnings=(first, *made.learnings[1:]))


def ref() -> str:
    return next(iter(counts_of(told())))


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def test_of_two_who_counted_both_numbers_stand_and_nothing_says_which_of_them() -> None:
    (line,) = told().seen
    assert line.line == SILENCE
    pairs, together = line.steps
    assert (pairs.room, pairs.in_groups) == ((4, 6), (InGroups(3, 2),)), "the smallest first, groups without a number"
    assert (together.room, together.in_groups) == ((1,), ())
    assert line.several
    exported = json.dumps(json.loads(outcome_json(told()))["seen"])
    assert "o1" not in re.findall(r"\w+", exported)
    assert "77" not in exported, "a line that nobody promoted stays with the team"


def test_a_promoted_line_that_is_taken_out_is_gone_and_its_reference_comes_back() -> None:
    dropped = evolve(observed(), e.CountDropped("1", "u1", STARTED))
    assert outcome(dropped).seen == ()
    other = evolve(observed(), e.CountKept("2", "u1", STARTED))
    first, second = outcome(other).seen
    assert (first.ref, second.line) == (ref(), LAUGH), "whatever is promoted around it"


@pytest.mark.parametrize(("people", "rendering"), [(4, RESTITUTION), (9, DIFFUSION)])
def test_where_too_few_were_there_no_number_is_told(people: int, rendering: Rendering) -> None:
    session = observed()
    few = dict(list(session.people.items())[:people])
    alone = replace(session, people=few, groups={**session.groups, "all": (tuple(few),), "pairs": (tuple(few),)})
    (line,) = outcome(alone, rendering).seen
    assert line.withheld
    page = record_html(outcome(alone, rendering), "fr", STARTED)
    part = page[page.index('id="seen"') :]
    assert "non donné" in part[: part.index("</section>")]
    assert not re.search(r"<td>[0-9]", part[: part.index("</section>")])
    assert rows(contributions_csv(outcome(alone, rendering), "fr"))[-1][3] != "observé"


def test_a_stage_of_too_few_keeps_its_number_back_and_the_others_do_not_give_it() -> None:
    session = observed()
    two = replace(session, groups={**session.groups, "all": (tuple(session.people)[:2],)})
    pairs, together = outcome(two).seen[0].steps
    assert (pairs.withheld, together.withheld) == (False, True)
    assert (together.room, together.in_groups) == ((), ())
    page = record_html(outcome(two), "en", STARTED)
    assert "4 and 6" in page.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("fr", ("Observé", "Ce qui a été observé", "4 et 6", "3 (dans 2 groupes)", "sans moyenne", "pas une mesure")),
        ("en", ("Observed", "What was observed", "4 and 6", "3 (in 2 groups)", "without an average", "not a measure")),
    ],
)
def test_the_record_prints_it_as_observed(locale: str, words: Iterable[str]) -> None:
    page = record_html(told(), locale, STARTED).replace("\u00a0", " ")
    part = page[page.index('id="seen"') :]
    part = part[: part.index("</section>")]
    for word in words:
        assert word in part, word
    assert "77" not in part
    assert re.search(r"\*\*(Observé|Observed)\*\*", markdown_of(page))


def test_a_document_prints_it_once_and_a_learning_leads_to_it() -> None:
    made = whole(ref())
    for kind in ("research", "capitalisation", "record"):
        page = dossier_html(made, "fr", STARTED, kind)  # type: ignore[arg-type]
        assert page.count('id="s1-o1"') == 1, kind
        assert "77" not in re.findall(r"\d+", page[page.index('id="s1-o1"') :][:400])
        if kind != "record":
            assert re.search(r'href="#s1-o1">séance 1, comptage 1</a> \(observé\)', page.replace("\u00a0", " ")), kind
    labels = set(re.findall(r'class="tag">(Déclaré|Observé|Mesuré)<', dossier_html(made, "fr", STARTED)))
    assert labels == {"Déclaré", "Observé", "Mesuré"}
    slides: Kind = "slides"
    assert "Observé" in dossier_html(made, "fr", STARTED, slides)


def test_a_learning_on_a_count_that_is_no_longer_promoted_says_so() -> None:
    made = whole(ref())
    gone = replace(made, sessions=(outcome(evolve(observed(), e.CountDropped("1", "u1", STARTED))), *made.sessions[1:]))
    page = dossier_html(gone, "fr", STARTED)
    assert "(contribution retirée ou non diffusée)" in page.replace("\u00a0", " ")


def test_every_export_has_each_number_in_a_row_of_its_own() -> None:
    made = whole()
    table = rows(dossier_csv(made, "en", "observed"))
    assert [(row[3], row[5], row[6], row[7]) for row in table[1:]] == [
        ("In pairs", "the whole room", "4", ""),
        ("In pairs", "the whole room", "6", ""),
        ("In pairs", "in groups", "3", "2"),
        ("All together", "the whole room", "1", ""),
    ]
    mine = [row for row in rows(contributions_csv(told(), "fr")) if row[3] == "observé"]
    assert [row[6] for row in mine] == ["4", "6", "3", "1"]
    data = json.loads(dossier_json(made, "fr", STARTED))
    Draft202012Validator(dossier_schema()).validate(data)
    assert data["dossier"]["sessions"][0]["seen"][0]["steps"][0]["room"] == [4, 6]


def test_the_published_site_says_what_was_counted_in_our_words() -> None:
    files = site_files({"en": (whole(ref(), rendering=DIFFUSION),)})
    page = next(data.decode() for name, data in files.items() if "learnings/" in name and name.endswith(".html"))
    told_there = "A silence" in page and "observed" in page
    assert told_there is not outcome(observed(), DIFFUSION).seen[0].withheld
