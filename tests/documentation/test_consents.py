"""Words that may not be reproduced are in no byte of any document or export."""

import re
from dataclasses import replace
from typing import Literal

import pytest

from facilitation.documentation import contributions_csv, outcome_json
from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.kinds import Kind
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.shapes import Identity
from facilitation.documentation.paper import render
from facilitation.documentation.record import record_html
from facilitation.domain import events as e
from facilitation.domain.format import ListPart, Section, Text
from facilitation.domain.session import Session, Slip
from facilitation.projections.outcome import outcome
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION
from tests.documentation.reading import everything_in
from tests.documentation.sample import STARTED, codeveloppement, one_two_four_all

SILENT = "mots-que-personne-ne-doit-lire"


def _texts(session: Session) -> tuple[list[str], list[str]]:
    """The words of cards that may be printed, and those that may not."""
    refusing = {person.id for person in session.people.values() if not person.consents.report}
    hidden = [c for c in session.cards.values() if c.hidden or c.withdrawn or c.author in refusing]
    shown = [c for c in session.cards.values() if c not in hidden]
    return [c.text for c in shown], [c.text for c in hidden if c.text]


def _session() -> Session:
    """Every card has words of its own, so that none can stand for another."""
    return one_two_four_all(words=[f"parole{n:02d}unique" for n in range(40)])


def test_unconsented_hidden_and_withdrawn_words_are_in_no_byte() -> None:
    session = _session()
    shown, kept_back = _texts(session)
    assert len(kept_back) >= 3, "the sample needs words to keep back for this test to mean anything"
    told = outcome(session)
    pdf = everything_in(render(told, "fr", STARTED))
    exports = contributions_csv(told).decode() + outcome_json(told).decode()
    for words in kept_back:
        assert words not in pdf
        assert words not in exports
    for words in shown:
        assert words in exports


def test_a_withdrawn_card_is_erased_from_the_document_made_after() -> None:
    session = _session()
    card = next(c for c in session.cards.values() if c.author == "p1" and not c.withdrawn)
    before = contributions_csv(outcome(session)).decode()
    cards = {**session.cards, card.id: replace(card, text="", withdrawn=True)}
    after = contributions_csv(outcome(replace(session, cards=cards))).decode()
    assert card.text in before
    assert card.text not in after


def test_no_alias_and_no_person_is_in_any_document() -> None:
    session = _session()
    told = outcome(session)
    everything = (
        outcome_json(told).decode() + contributions_csv(told).decode() + everything_in(render(told, "fr", STARTED))
    )
    for person in session.people.values():
        assert person.alias not in everything
        assert f'"{person.id}"' not in everything


def test_personal_notes_are_counted_not_printed() -> None:
    told = outcome(codeveloppement())
    assert told.unprinted.personal == 1
    assert "À garder pour moi" not in outcome_json(told).decode()
    assert "À garder pour moi" not in contributions_csv(told).decode()


@pytest.mark.parametrize("agreed", [True, False])
def test_worded_answers_follow_the_same_rule(agreed: bool) -> None:
    session = codeveloppement()
    people = {
        id: replace(person, consents=replace(person.consents, report=agreed)) for id, person in session.people.items()
    }
    given = session.answers["learning"]["learned"]["p3"]
    answers = {
        **session.answers,
        "learning": {
            **session.answers["learning"],
            "learned": {**session.answers["learning"]["learned"], "p3": replace(given, value=SILENT)},
        },
    }
    told = outcome(replace(session, people=people, answers=answers))
    assert (SILENT in outcome_json(told).decode()) is agreed
    assert (SILENT in contributions_csv(told).decode()) is agreed


def test_the_reason_of_every_silence_is_said() -> None:
    html_words = outcome_json(outcome(_session())).decode()
    assert '"no_consent": 3' in html_words
    assert '"hidden": 1' in html_words
    assert e.CardWithdrawn.__name__ not in html_words


def test_what_only_its_author_saw_is_in_no_byte() -> None:
    session = _session()
    assert session.format is not None
    alone = [card for card in session.cards.values() if session.planned(card.step).stage.id == "alone"]  # type: ignore[union-attr]
    kept_back = [card for card in alone if card.text]
    carried = {
        key: {board: tuple(id for id in ids if id not in {c.id for c in alone}) for board, ids in boards.items()}
        for key, boards in session.carried.items()
    }
    documents = (
        (),
        (Section(Text.same("s"), (ListPart("ideas", stage="all"),)),),
        (Section(Text.same("s"), (ListPart("ideas", only="chosen"),)),),
    )
    for document in documents:
        told = outcome(replace(session, carried=carried, choices={}, format=replace(session.format, document=document)))
        everything = everything_in(render(told, "fr", STARTED)) + outcome_json(told).decode()
        assert len(kept_back) > 5
        assert [card.text for card in kept_back if card.text in everything] == []
        assert told.unprinted.personal > 0


def test_a_small_head_count_is_not_told_to_readers_outside() -> None:
    session = codeveloppement()
    inside, outside = (record_html(outcome(session, each), "fr", STARTED) for each in (RESTITUTION, DIFFUSION))
    said = [
        " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", html, flags=re.S).split()) for html in (inside, outside)
    ]
    tells = re.compile(r"\b6 personnes|\bsur 6 (?!contributions)")
    assert tells.search(said[0])
    assert not tells.search(said[1])
    assert "moins de 10 personnes" in said[1]


@pytest.mark.parametrize("channel", ["phone", "paper"])
@pytest.mark.parametrize("kind", ["", "research"])
def test_nor_may_it_be_read_off_the_channel_that_all_of_them_used(
    kind: Kind | Literal[""], channel: Literal["phone", "paper"]
) -> None:
    whole = codeveloppement()
    people = {id: replace(person, channel=channel) for id, person in whole.people.items()}
    session = replace(whole, people=people, slips=_a_slip_each(whole) if channel == "paper" else {})
    pages = []
    for each in (RESTITUTION, DIFFUSION):
        told = outcome(session, each)
        around = Dossier(identity=Identity(1, "Titre"), sessions=(told,), rendering=each.name)
        html = dossier_html(around, "fr", STARTED, kind) if kind else record_html(told, "fr", STARTED)
        pages.append(" ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", html, flags=re.S).split()))
    counts = re.compile(r"(téléphone|papier|équipe) \((\d+)\)|\b6 bulletins")
    assert counts.search(pages[0])
    assert not counts.search(pages[1])


def _a_slip_each(session: Session) -> dict[str, dict[str, Slip]]:
    return {"step": {str(n): Slip(STARTED, person) for n, person in enumerate(session.people)}}
