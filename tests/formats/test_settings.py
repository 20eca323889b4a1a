"""What a facilitator types into the settings: values of the right type, or a sentence on what is wrong."""

from fractions import Fraction

import pytest

from facilitation.domain.format import Format, Text
from facilitation.formats import read_settings
from tests.formats.samples import SMALL, changed, read

ALL_KINDS = changed(
    "  dots: {label: {fr: Les points, en: The dots}, default: 3, min: 1, max: 9}\n",
    """  dots: {label: Points, default: 3, min: 1, max: 9}
  factor: {label: Facteur, default: 1.8, min: 0}
  mood: {label: Ton, type: choice, default: calm, options: {calm: Calme, lively: Vif}}
  music: {label: Musique, type: yes-no, default: no}
  fixed: {label: Fixe, default: 5, locked: yes}
""",
)


@pytest.fixture(scope="module")
def small() -> Format:
    """A format with a setting of each kind."""
    found = read(ALL_KINDS).format
    assert found is not None
    return found


def test_types_are_taken_from_the_defaults(small: Format) -> None:
    kinds = {setting.name: setting.kind for setting in small.settings}
    assert kinds == {
        "question": "text",
        "dots": "whole number",
        "factor": "number",
        "mood": "choice",
        "music": "yes-no",
        "fixed": "whole number",
    }


def test_nothing_typed_means_the_defaults(small: Format) -> None:
    values, errors = read_settings(small, {}, "fr")
    assert errors == {}
    assert values == {
        "question": Text.same("What next"),
        "dots": Fraction(3),
        "factor": Fraction(9, 5),
        "mood": "calm",
        "music": False,
        "fixed": Fraction(5),
    }


def test_values_are_read_exactly(small: Format) -> None:
    typed = {"question": " Et après ? ", "dots": "9", "factor": "2/3", "mood": "lively", "music": "on", "fixed": "5"}
    values, errors = read_settings(small, typed, "fr")
    assert errors == {}
    assert values["question"] == Text.same("Et après ?")
    assert values["factor"] == Fraction(2, 3)
    assert (values["dots"], values["mood"], values["music"]) == (9, "lively", True)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("question", ""),
        ("question", "   "),
        ("question", "x" * 501),
        ("question", "a\ud800"),
        ("question", "a\0b"),
        ("dots", "0"),
        ("dots", "10"),
        ("dots", "1.5"),
        ("dots", "three"),
        ("dots", "1e3"),
        ("dots", "9" * 40),
        ("factor", "-1"),
        ("factor", "1/0"),
        ("factor", "nan"),
        ("factor", "999999999999999"),
        ("mood", "furious"),
        ("music", "perhaps"),
        ("fixed", "6"),
        ("dotz", "3"),
        ("zzz", "3"),
    ],
)
def test_what_does_not_suit_is_said_in_both_languages(small: Format, name: str, typed: str) -> None:
    values, errors = read_settings(small, {name: typed}, "fr")
    assert list(errors) == [name]
    assert errors[name].fr
    assert errors[name].en
    assert errors[name].fr != errors[name].en
    assert name not in values


def test_a_misspelt_setting_is_named(small: Format) -> None:
    _, errors = read_settings(small, {"dotz": "3"}, "en")
    assert "dots" in errors["dotz"].en


@pytest.mark.parametrize(("locale", "fine"), [("fr", True), ("en", False)])
def test_a_decimal_comma_is_french(small: Format, locale: str, fine: bool) -> None:
    values, errors = read_settings(small, {"factor": "1,8"}, locale)
    assert (values.get("factor") == Fraction(9, 5)) == fine
    assert ("factor" in errors) != fine


def test_the_default_words_stay_in_both_languages() -> None:
    found = read(SMALL.replace("default: What next", "default: {fr: Et après, en: What next}")).format
    assert found is not None
    values, _ = read_settings(found, {"question": "Et après"}, "fr")
    assert values["question"] == Text(fr="Et après", en="What next")


@pytest.mark.parametrize(
    "words", ["Quelles pistes\u00a0?", "À 14\u202fh\u00a0?", "Une idée 👩\u200d🌾", "Deux\r\nlignes"]
)
def test_no_break_spaces_and_joined_emoji_are_words_like_others(small: Format, words: str) -> None:
    values, errors = read_settings(small, {"question": words}, "fr")
    assert errors == {}
    assert values["question"] == Text.same(words)
