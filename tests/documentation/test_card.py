"""The experiment as a document says it: one sentence for the hypothesis, in the language of the document."""

import pytest

from facilitation.documentation import ExperimentCard, card_of
from facilitation.documentation.card import hypothesis_said
from facilitation.records.described import Described


@pytest.mark.parametrize(
    ("parts", "locale", "said"),
    [
        (
            ("on écrit", "on parle", "les mots sont prêts"),
            "fr",
            "Si on écrit, alors on parle, parce que les mots sont prêts.",
        ),
        (("on écrit.", "on parle ;", "on ose"), "fr", "Si on écrit, alors on parle, parce qu'on ose."),
        (("we write", "we talk", "everyone dares"), "en", "If we write, then we talk, because everyone dares."),
        (("on écrit", "on parle", ""), "fr", "Si on écrit, alors on parle."),
        (("", "", "écrire aide"), "fr", "Parce qu'écrire aide."),
        ((" ", "", "."), "fr", ""),
    ],
)
def test_a_hypothesis_is_one_sentence(parts: tuple[str, str, str], locale: str, said: str) -> None:
    assert hypothesis_said(parts, locale) == said


def test_the_card_speaks_the_language_of_the_document() -> None:
    told = Described("Titre", "Question ?", (("on écrit", "on ose", ""),), "Une salle", "Accueil")
    assert card_of(told, "fr") == ExperimentCard(
        "Titre", "Question ?", "Si on écrit, alors on ose.", "Une salle", "Accueil"
    )
    assert card_of(told, "en").hypothesis == "If on écrit, then on ose."
    assert card_of(None, "fr") == ExperimentCard()


def test_several_hypotheses_are_numbered() -> None:
    told = Described("Titre", "", (("on écrit", "on ose", ""), ("", "", ""), ("on rit", "on revient", "")), "", "")
    assert card_of(told, "fr").hypothesis == "H1. Si on écrit, alors on ose. H2. Si on rit, alors on revient."
