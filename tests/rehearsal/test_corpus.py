"""What bots write: fresh, short enough, in French as printed in France, about the work and nobody's person."""

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.rehearsal.corpus import ENGLISH, FRENCH, Pen, intent_of

CORPORA = {"fr": FRENCH, "en": ENGLISH}


@settings(max_examples=50)  # how long a draft takes is not what is tested
@given(longest=st.integers(1, 400), seed=st.integers(0, 1000))
def test_a_text_is_never_longer_than_asked_nor_empty(longest: int, seed: int) -> None:
    pen, chance = Pen(FRENCH), Random(seed)
    for intent in FRENCH.sentences:
        assert 1 <= len(pen.write(chance, intent, longest)) <= longest


def test_a_room_larger_than_the_corpus_still_never_repeats_a_sentence() -> None:
    pen, chance = Pen(FRENCH), Random(1)
    written = [pen.write(chance, "whom", 60) for _ in range(300)]
    assert len(set(written)) == 300


@pytest.mark.parametrize("locale", CORPORA)
def test_every_sentence_can_be_filled_and_both_languages_say_the_same_kinds_of_things(locale: str) -> None:
    phrases = CORPORA[locale]
    assert phrases.sentences.keys() == FRENCH.sentences.keys()
    assert phrases.gaps.keys() == FRENCH.gaps.keys()
    for sentences in phrases.sentences.values():
        for sentence in sentences:
            assert sentence.format(**{gap: "x" for gap in phrases.gaps})


def test_french_has_its_no_break_spaces_and_its_elisions() -> None:
    pen, chance = Pen(FRENCH), Random(1)
    written = [pen.write(chance, intent) for intent in FRENCH.sentences if intent != "when" for _ in range(60)]
    assert not [text for text in written for sign in ":;?!" if f" {sign}" in text]
    assert not [
        text for text in written for wrong in ("que il", "que on", "que une", "de un ", "à le ") if wrong in text
    ]
    assert not [text for text in written if re.search(r"\b(de|que|ne|se|je|me) [aeéèêiouâ]", text)]


@pytest.mark.parametrize(
    ("labels", "intent"),
    [
        (("actions", "Avec qui"), "whom"),
        (("Avant le",), "when"),
        (("request", "Ma demande au groupe est…"), "request"),
        (("Réactions",), "advice"),
        (("questions", "Une question par carte."), "question"),
        (("Ce que j'ai remarqué",), "observation"),
        (("ideas", "Quelles pistes voyez-vous sur ce sujet ?"), "idea"),
        (("notes",), "idea"),
        (("agreements", "Une règle qui aide un espoir ou apaise une crainte."), "rule"),
        (("next", "Une suite, et la structure ou la fonction qui la porte."), "action"),
        (("levers", "Ce qui a changé depuis notre première rencontre, et pour qui."), "change"),
        (("Qui porte",), "whom"),
        (("Je crains",), "obstacle"),
        (("Ce que j'ai ressenti",), "feeling"),
        (("What happened",), "scene"),
        (("Pourquoi",), "cause"),
        (("Et ailleurs ?",), "elsewhere"),
        (("Ce qui a gêné",), "obstacle"),
        (("Ce qui aide",), "helped"),
        (("Structures et règles",), "rule"),
        (("Contre la phrase",), "counter"),
        (("Cela dépend de…",), "depends"),
        (("Et maintenant ?",), "action"),
        (("recipes", "Une recette du pire. N'écrivez ni nom, ni affaire en cours, ni santé."), "worst"),
        (("words", "Votre mot (aucun nom)"), "word"),
    ],
)
def test_the_words_fit_what_is_asked(labels: tuple[str, ...], intent: str) -> None:
    assert intent_of(*labels) == intent
