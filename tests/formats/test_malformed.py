"""Every broken file gets a remark with a line, a column and a remedy, in both languages, and never a traceback."""

from functools import cache

import pytest

from facilitation.formats import Diagnostic, Reading
from facilitation.formats.words import PHRASES
from tests.formats.malformed import CASES, Case
from tests.formats.samples import SMALL, changed, read, said


@cache
def _read(text: str | bytes) -> Reading:
    return read(text)


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_a_broken_file_is_explained(case: Case) -> None:
    _, code, line, text = case
    reading = _read(text)
    assert (code, line) in [(d.code, d.line) for d in reading.diagnostics], said(reading)
    if any(d.level == "error" for d in reading.diagnostics):
        assert reading.format is None
    for remark in reading.diagnostics:
        _is_whole(remark)


def _is_whole(remark: Diagnostic) -> None:
    assert remark.file == "small.yaml"
    assert remark.line >= 1
    assert remark.column >= 1
    for text in (remark.message, remark.remedy):
        for words in (text.fr, text.en):
            assert words.strip()
            assert len(words) < 1200
            assert "Traceback" not in words


def test_the_small_format_is_sound() -> None:
    assert said(read(SMALL)) == ""
    assert read(SMALL).format is not None


def test_every_remark_has_a_broken_file_that_calls_for_it() -> None:
    shown = {d.code for case in CASES for d in _read(case[3]).diagnostics}
    assert set(PHRASES) - shown == set()


def test_remarks_are_french_and_english() -> None:
    for code, phrase in PHRASES.items():
        for text in (phrase.message, phrase.remedy):
            assert text.fr != text.en, code
            assert "  " not in text.fr + text.en, code
            assert not any(f" {sign}" in text.fr for sign in ";!?»"), f"{code}: a plain space before a French sign"


def test_several_faults_are_told_at_once() -> None:
    text = (
        SMALL.replace("kind: seminar-activity", "kind: karaoke")
        .replace("prompt:", "promt:")
        .replace("votes: vote", "votes: vot")
        .replace("gap: most - number", "gap: most - numbr")
    )
    codes = {d.code for d in read(text).diagnostics}
    assert {"choice-unknown", "key-meant", "reference-meant", "formula-name-meant"} <= codes


def test_remarks_come_in_the_order_of_the_file() -> None:
    text = SMALL.replace("votes: vote", "votes: vot").replace("promt", "prompt").replace("version: 1.0.0", "version: x")
    lines = [d.line for d in read(text).diagnostics]
    assert lines == sorted(lines)
    assert len(lines) == 2


def test_a_flood_of_faults_stays_readable() -> None:
    text = "".join(f"zzqq{n}: 1\n" for n in range(3000))
    assert len(read(text).diagnostics) == 100


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("most - ) number", "most - ) number\n       ^"),
        ("most - nunber", "most - nunber\n       ^"),
        ("most + " * 12 + "nunber", "…" + ("most + " * 12)[-60:] + "nunber\n" + " " * 61 + "^"),
    ],
)
def test_a_formula_is_shown_with_a_caret_under_the_fault(formula: str, shown: str) -> None:
    (remark,) = read(changed("gap: most - number", f"gap: {formula}")).diagnostics
    for words in (remark.message.fr, remark.message.en):
        assert words.partition("\n")[2] == shown
    assert (
        remark.column == len("      for each person: {gap: ") + formula.index(")" if ")" in formula else "nunber") + 1
    )
