"""Single values are changed where they stand: the value is read back, and no other byte differs."""

import difflib
from pathlib import Path as FilePath

import pytest

from facilitation import places
from facilitation.formats.retouching import CannotRetouch, Path, passages, place_at, places_of, retouched

FILE = """\
# A comment at the top
format: example   # the name
title: {fr: "Un \\"mot\\"", en: One word}  # both
summary:
  fr: |
    Deux
    lignes.

  # about English
  en: >-
    folded
    text
note: plain text
  going on
run:
- stage: one   # first
  title: 'Quoted'
  minutes: 5
- stage: two
  minutes: 1.5 # half
"""


@pytest.mark.parametrize(
    ("path", "words", "gone", "come"),
    [
        (("format",), "other-name", "format: example ", "format: other-name "),
        (("title", "fr"), 'Des "mots" : trois', '"Un \\"mot\\""', '"Des \\"mots\\" : trois"'),
        (("title", "en"), "Two words", "en: One word}", "en: Two words}"),
        (("title", "en"), "Two, words: {here}", "en: One word}", 'en: "Two, words: {here}"}'),
        (("title", "en"), "Two\nlines", "en: One word}", 'en: "Two\\nlines"}'),
        (("title", "en"), "no", "en: One word}", 'en: "no"}'),
        (("summary", "fr"), "Une\n\ndeux", "|\n    Deux\n    lignes.\n", "|\n    Une\n\n    deux\n"),
        (("summary", "en"), "Plain", ">-\n    folded\n    text\n", "|\n    Plain\n"),
        (("summary", "fr"), "Une \ndeux", "|\n    Deux\n    lignes.\n", "|\n    Une \n    deux\n"),
        (("summary", "fr"), "\u00a0 Une\n deux", "|\n    Deux\n    lignes.\n", "|\n    \u00a0 Une\n     deux\n"),
        (("note",), "short", "plain text\n  going on", "short"),
        (("note",), "two\nlines", "plain text\n  going on", "|\n  two\n  lines"),
        (("run", 0, "title"), "Écrire # vite", "'Quoted'", '"Écrire # vite"'),
        (("run", 1, "minutes"), "10", "1.5 #", "10 #"),
    ],
)
def test_one_value_changes_and_no_other_byte(path: Path, words: str, gone: str, come: str) -> None:
    after = retouched(FILE, {path: words})
    assert after == FILE.replace(gone, come, 1)
    before, read = places_of(FILE), places_of(after)
    assert read[path].text.strip() == words.strip()
    assert {key: one.text for key, one in read.items() if key != path} == {
        key: one.text for key, one in before.items() if key != path
    }


def test_several_values_at_once() -> None:
    values: dict[Path, str] = {("format",): "x", ("run", 1, "minutes"): "12", ("summary", "fr"): "Court"}
    read = places_of(retouched(FILE, values))
    assert [read[path].text.strip() for path in values] == ["x", "12", "Court"]


def test_lines_that_would_not_stand_as_lines_of_their_own_stand_between_quotes() -> None:
    after = retouched(FILE, {("summary", "fr"): "  Une\ndeux"})
    assert after == FILE.replace("|\n    Deux\n    lignes.\n", '"  Une\\ndeux"\n')


def test_what_is_said_as_before_leaves_the_file_as_it_is() -> None:
    assert retouched(FILE, {path: place.text for path, place in places_of(FILE).items()}) == FILE


@pytest.mark.parametrize(
    "words", ["- a", "? x", "\\", '"', "'", "a: b", "a #b", "é\u00a0!", "[x]", "  ", "|", "1.10", "\u2028x"]
)
def test_any_words_are_read_back_or_refused(words: str) -> None:
    for path in places_of(FILE):
        try:
            after = retouched(FILE, {path: words})
        except CannotRetouch:
            continue
        assert places_of(after)[path].text.strip() == words.strip()


def test_a_value_that_is_not_there() -> None:
    with pytest.raises(CannotRetouch):
        retouched(FILE, {("nothing",): "x"})
    with pytest.raises(CannotRetouch):
        retouched("a: [", {("a",): "x"})


@pytest.mark.parametrize("file", sorted(places.workshop_formats().glob("*.yaml")), ids=lambda file: file.stem)
def test_every_value_of_the_library_can_be_changed(file: FilePath) -> None:
    source = file.read_text("utf-8")
    for path, place in list(places_of(source).items())[::97]:
        after = retouched(source, {path: "7"})
        changed = [line for line in difflib.ndiff(source.splitlines(), after.splitlines()) if line[:2] in ("- ", "+ ")]
        assert sum(line.startswith("+ ") for line in changed) <= 2 + place.text.count("\n"), path
        assert places_of(after)[path].text.strip() == "7"


def test_the_passages_of_a_file_in_its_order() -> None:
    found = [(one.of, one.key.name, list(one.texts.values())) for one in passages(FILE)]
    assert found == [
        ((), "title", ['Un "mot"', "One word"]),
        ((), "summary", ["Deux\nlignes.", "folded text"]),
        (("run", 0), "title", ["Quoted"]),
        (("run", 0), "minutes", ["5"]),
        (("run", 1), "minutes", ["1.5"]),
    ]
    assert passages("a: [") == ()


def test_which_value_stands_at_a_place() -> None:
    assert place_at(FILE, 3, FILE.split("\n")[2].index("One") + 1) == ("title", "en")
    assert place_at(FILE, 3, 1) == ("title", "fr")
    assert place_at(FILE, 18, 3) == ("run", 0, "minutes")
    assert place_at(FILE, 1, 1) is None
    assert place_at(FILE, 99, 1) is None


@pytest.mark.parametrize("file", sorted(places.workshop_formats().glob("*.yaml")), ids=lambda file: file.stem)
def test_every_stage_of_the_library_has_its_words_and_minutes_among_the_passages(file: FilePath) -> None:
    source = file.read_text("utf-8")
    stands, found = places_of(source), {path for one in passages(source) for path in one.texts}
    stages = {path[:-1] for path in stands if path[0] == "run" and path[-1] == "stage"}
    keys = ("title", "minutes", "instruction", "show", "facilitator notes")
    wanted = {path for path in stands for stage in stages if path[: len(stage)] == stage and path[len(stage)] in keys}
    assert wanted
    assert wanted <= found
    assert {one.of for one in passages(source) if one.of[:1] == ("run",)} <= stages
