"""What an experienced facilitator would say: many wordings keep names out; the one that does not is quoted."""

import pytest

from tests.formats.samples import changed, read


def _remarks(fr: str, en: str) -> list[tuple[str, str, str]]:
    prompt = '{fr: "{question} Pas de noms.", en: "{question} No names."}'
    reading = read(changed(prompt, f'{{fr: "{fr}", en: "{en}"}}'))
    return [(d.code, d.message.fr, d.message.en) for d in reading.diagnostics]


@pytest.mark.parametrize(
    "fr",
    [
        "Une idée, jamais de noms.",
        "Une idée. Aucun nom.",
        "Racontez sans nommer personne.",
        "Ne nommez personne.",
        "Ne citez ni nom ni lieu.",
        "Taisez les noms et les lieux.",
        "N'écrivez pas de prénom.",
    ],
)
def test_french_keeps_names_out_in_many_ways(fr: str) -> None:
    assert _remarks(fr, "No names.") == []


@pytest.mark.parametrize(
    "en",
    [
        "An idea, never names.",
        "Tell it without naming anybody.",
        "Don't name anyone.",
        "Avoid names.",
        "Please leave names out.",
        "Leave out every name.",
        "Name nobody.",
    ],
)
def test_english_keeps_names_out_in_many_ways(en: str) -> None:
    assert _remarks("Pas de noms.", en) == []


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Les réponses sont anonymes.", "Answers are anonymous."),
        ("Écrivez votre nom.", "Write your name."),
        ("Pas plus de trois lignes.", "Not more than three lines."),
    ],
)
def test_what_does_not_keep_names_out_is_remarked_on(fr: str, en: str) -> None:
    assert [code for code, *_ in _remarks(fr, en)] == ["no-instruction"]


def test_the_language_at_fault_is_the_one_quoted() -> None:
    [(code, fr, en)] = _remarks("Une idée par carte.", "One idea each. No names.")
    assert code == "no-instruction-fr"
    assert "Une idée par carte." in fr
    assert "Une idée par carte." in en
    assert "One idea each" not in fr + en
