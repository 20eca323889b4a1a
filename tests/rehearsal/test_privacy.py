"""What an audience may not see never occurs in its bytes: held against every document of whole rehearsals."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pytest

from facilitation.desk import Published
from facilitation.domain import events as e
from facilitation.projections.channels import all_channels, document
from tests.rehearsal.stage import SHIPPED, played
from tests.rehearsal.witness import Witness, texts_in

TELLING = 25
"""Letters from which a text is somebody's own: shorter ones (an option, a date) may be in anyone's document."""


def as_bytes(found: Mapping[str, Any]) -> str:
    """A document as it travels."""
    return json.dumps(found, ensure_ascii=False)


def own_words(batches: Iterable[Published]) -> frozenset[str]:
    """The texts that only one card or one answer holds, in any of its versions."""
    sources: dict[tuple[str, ...], set[str]] = {}
    for batch in batches:
        for event in batch.events:
            match event:
                case e.CardPosted(card=card, text=text) | e.CardEdited(card=card, text=text):
                    sources.setdefault((card,), set()).add(text)
                case e.ObservationNoted(note=note, text=text) | e.ObservationEdited(note=note, text=text):
                    sources.setdefault((note,), set()).add(text)
                case e.AnswerGiven(value=value):
                    sources.setdefault((event.step, event.question, event.holder), set()).update(texts_in(value))
    whole = ["\n".join(sorted(texts)) for texts in sources.values()]
    found = {text for texts in sources.values() for text in texts if len(text) >= TELLING}
    return frozenset(text for text in found if sum(text in words for words in whole) == 1)


def leaks(witness: Witness, own: frozenset[str], documents: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each (channel, text) where a document holds words its audience may not read."""
    for text, allowed in witness.readers():
        if text in own:
            written = json.dumps(text, ensure_ascii=False)[1:-1]
            yield from (
                (channel, text) for channel, held in documents.items() if written in held and channel not in allowed
            )


@pytest.mark.parametrize(
    ("participants", "seed", "restless"), [(3, 1, False), (7, 1, False), (7, 2, True), (12, 3, True)]
)
@pytest.mark.parametrize("name", [*SHIPPED, "everything", "deciding"])
def test_no_document_holds_words_its_audience_may_not_read(
    name: str, participants: int, seed: int, restless: bool
) -> None:
    _, batches = played(name, participants, seed, restless=restless)
    own = own_words(batches)
    assert len(own) >= participants
    witness = Witness(batches[0].after.plan)
    seen_by_others = 0
    for batch in batches:
        witness.plan = batch.after.plan
        for event in batch.events:
            witness.see(event)
        documents = {channel: as_bytes(document(batch.after, channel)) for channel in all_channels(batch.after)}
        assert list(leaks(witness, own, documents)) == []
        shared = "".join(held for channel, held in documents.items() if channel.startswith(("everyone", "group:")))
        seen_by_others += any(text in shared for text in own)
    assert seen_by_others, "nothing was ever shown to others: this test would prove nothing"


def test_observers_notes_are_in_the_rehearsals_that_are_searched() -> None:
    """Otherwise the search above would say nothing of them."""
    found = 0
    for name in SHIPPED:
        _, batches = played(name, 12, 3, restless=True)
        own = own_words(batches)
        found += sum(isinstance(ev, e.ObservationNoted) and ev.text in own for batch in batches for ev in batch.events)
    assert found


def test_the_check_notices_what_an_observer_may_not_read() -> None:
    _, batches = played("one-two-four-all", 12, 3, restless=True)
    own, witness = own_words(batches), Witness(batches[0].after.plan)
    for batch in batches:
        for event in batch.events:
            witness.see(event)
    card = next(card for card in witness.cards.values() if card.texts[0] in own and not card.withdrawn)
    noted = next(texts[0] for _, texts in witness.observed.values() if texts[0] in own)
    told = {"observers": as_bytes({"stage": card.texts}), "everyone": as_bytes({"stage": noted}), "observer:o1": noted}
    expected = {("observers", text) for text in card.texts if text in own} | {("everyone", noted)}
    assert set(leaks(witness, own, told)) == expected


def test_the_check_notices_a_leak() -> None:
    _, batches = played("one-two-four-all", 7)
    own = own_words(batches)
    witness = Witness(batches[0].after.plan)
    for batch in batches:
        for event in batch.events:
            witness.see(event)
        alone = next((card for card in witness.cards.values() if card.step == "alone" and card.texts[0] in own), None)
        if alone:
            break
    assert alone is not None
    tampered = {
        "everyone": as_bytes({"boards": alone.texts}),
        f"person:{alone.author}": as_bytes({"mine": alone.texts}),
    }
    assert list(leaks(witness, own, tampered)) == [("everyone", alone.texts[0])]
