"""Every figure says whether it rests on something declared, observed or measured; what was asked twice is printed."""

import csv
import io
import json
import re

import pytest

from facilitation.documentation import ExperimentCard, contributions_csv, outcome_json
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.record import record_html
from facilitation.documentation.sourcing import basis_of
from facilitation.projections.outcome import Outcome, outcome
from facilitation.projections.outcome.rendering import DIFFUSION
from tests.documentation.dossier_sample import dossier
from tests.documentation.sample import STARTED, codeveloppement, one_two_four_all, public_goods
from tests.projections.test_asked_twice import asked

DRAWN = re.compile(r'<div class="drawn">(.*?)</div>\s*(?=<)', re.DOTALL)
LABELLED = re.compile(r'<p class="reading"><strong class="tag">(Déclaré|Observé|Mesuré)</strong>')


def twice() -> Outcome:
    """A room of thirteen that was asked twice, and in hindsight; one did not answer at the end."""
    room = asked([1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4], [3, 3, 3, 3, 3, 4, 4, 3, 3, 4, 4, 4, None], [1] * 13)
    return outcome(room.session)


@pytest.mark.parametrize("told", [one_two_four_all(), codeveloppement(), public_goods()], ids=lambda told: told.id)
def test_each_figure_of_a_record_is_labelled(told: object) -> None:
    page = record_html(outcome(told), "fr", STARTED)  # type: ignore[arg-type]
    assert page.count('class="figure"') == len(re.findall(r'class="figure">.*?' + LABELLED.pattern, page, re.DOTALL))
    assert page.count('class="reading"') == len(LABELLED.findall(page))


def test_each_figure_of_a_dossier_and_of_slides_is_labelled() -> None:
    whole = dossier_html(dossier(), "fr", STARTED, "research")
    assert whole.count('class="figure"') > 3
    assert whole.count('class="reading"') == len(LABELLED.findall(whole))
    slides = dossier_html(dossier(), "fr", STARTED, "slides")
    shown = [slide for slide in slides.split("</section>") if 'class="figure"' in slide]
    labelled = [slide for slide in shown if re.search(r'<p class="small">(?:[^<]* · )?(?:Déclaré|Mesuré)\b', slide)]
    assert shown == labelled
    assert len(shown) >= 3


def test_a_move_in_a_game_is_measured_and_an_answer_in_a_seminar_is_declared() -> None:
    assert basis_of("numbers", "cooperation-game") == "measured"
    assert basis_of("numbers", "seminar-activity") == basis_of("answers", "cooperation-game") == "declared"
    assert basis_of("votes", "seminar-activity") == basis_of("timeline", "peer-exchange") == "measured"


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_what_was_asked_twice_is_in_the_record_and_in_the_exports(locale: str) -> None:
    found = twice()
    words = {"fr": ("Avant et après", "↑ plus haut", "7 sur 12"), "en": ("Before and after", "↑ higher", "7 of 12")}[
        locale
    ]
    page = record_html(found, locale, STARTED).replace("\u00a0", " ")
    part = page[page.index('id="compared"') :]
    part = part[: part.index("</section>")]
    assert all(word in part for word in words)
    assert part.count("<svg") == 3
    rows = list(csv.reader(io.StringIO(contributions_csv(found, locale).decode("utf-8-sig"))))
    assert next(row[6] for row in rows if row[5] == words[1]) == words[2]
    numbers = json.loads(outcome_json(found))["comparisons"][0]["numbers"]
    assert (numbers["both"], numbers["only_first"], numbers["directions"]["up"]) == (12, 1, 7)


def test_the_record_prints_how_far_a_question_is_trusted() -> None:
    found = twice()
    name = found.comparisons[0].numbers.names[0]
    card = ExperimentCard(asked_with=((name, "Échelle courte : traduction non validée"),))
    page = record_html(found, "fr", STARTED, card).replace("\u00a0", " ")
    part = page[page.index('id="compared"') :]
    assert '<span class="trusted">(Échelle courte : traduction non validée)</span>' in part[: part.index("</section>")]
    assert 'class="trusted"' not in record_html(found, "fr", STARTED)


def test_readers_outside_are_told_that_there_are_too_few() -> None:
    room = asked([1] * 9, [2] * 9)
    page = record_html(outcome(room.session, DIFFUSION), "en", STARTED).replace("\u00a0", " ")
    part = page[page.index('id="compared"') :]
    part = part[: part.index("</section>")]
    assert "Too few people for anything to be told." in part
    assert "9" not in re.sub(r"<[^>]*>", "", part), "not even how few there were"
    more = record_html(outcome(asked([1] * 9 + [None], [2] * 9 + [None]).session, DIFFUSION), "en", STARTED)
    assert "9 people answered twice: too few to say more." in more.replace("\u00a0", " ")
