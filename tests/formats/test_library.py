"""The library of a folder: each file on its own, exact text and fingerprint kept, a broken one hiding no other."""

import hashlib
import re
from pathlib import Path

import pytest

from facilitation.domain.format import Board, Format, Repeat, Stage, Text
from facilitation.domain.plain import from_plain, to_plain
from facilitation.domain.plan import unroll
from facilitation.formats import open_library
from facilitation.formats.catalogue import refreshed
from facilitation.formats.checking.feasibility import stages
from facilitation.places import workshop_formats
from tests.formats.samples import SMALL, read, said
from tests.formats.shipped import library

NAMES = tuple(path.stem for path in sorted(workshop_formats().glob("*.yaml")))


@pytest.fixture(scope="module")
def formats() -> dict[str, Format]:
    """The formats that come with the product."""
    return {found.id: found for _, found in library().usable}


def test_the_formats_of_the_house_are_clean() -> None:
    readings = library().readings
    assert tuple(readings) == NAMES
    assert {name: said(reading) for name, reading in readings.items()} == dict.fromkeys(NAMES, "")


def test_the_page_of_the_folder_lists_every_format_as_it_is(formats: dict[str, Format]) -> None:
    page = (workshop_formats() / "README.md").read_text("utf-8")
    assert refreshed(page, formats.values()) == page, "run: python -m facilitation.formats.catalogue workshop_formats"
    assert sorted(re.findall(r"^\| `([a-z0-9-]+)` \|", page, re.MULTILINE)) == sorted(NAMES)


def test_a_broken_file_never_hides_the_others(tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(SMALL)
    (tmp_path / "broken.yaml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "huge.yaml").write_bytes(b"a" * 300_000)
    (tmp_path / "empty.yml").write_text("")
    (tmp_path / "notes.txt").write_text("not a format")
    (tmp_path / "folder.yaml").mkdir()
    library = open_library(tmp_path)
    assert list(library.readings) == ["broken", "empty", "huge", "small"]
    assert [found.id for _, found in library.usable] == ["small"]
    assert library.format("small") is not None
    assert library.format("broken") is None
    assert library.format("nowhere") is None


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_library(tmp_path / "nowhere")


def test_a_reading_keeps_the_exact_text_and_its_fingerprint() -> None:
    reading = read(SMALL)
    assert reading.source == SMALL
    assert reading.digest == hashlib.sha256(SMALL.encode()).hexdigest()


def test_a_mark_at_the_start_of_the_file_is_no_fault() -> None:
    reading = read(b"\xef\xbb\xbf" + SMALL.encode())
    assert said(reading) == ""
    assert reading.source == SMALL


def test_windows_line_ends_are_no_fault() -> None:
    reading = read(SMALL.replace("\n", "\r\n"))
    assert said(reading) == ""
    assert reading.format == read(SMALL).format


@pytest.mark.parametrize("name", NAMES)
def test_a_format_survives_the_log(formats: dict[str, Format], name: str) -> None:
    assert from_plain(Format, to_plain(formats[name])) == formats[name]


def _texts(value: object) -> list[Text]:
    if isinstance(value, Text):
        return [value]
    if isinstance(value, str) or not hasattr(value, "__dataclass_fields__"):
        items = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ()
        return [text for item in items for text in _texts(item)]
    return [text for field in value.__dataclass_fields__ for text in _texts(getattr(value, field))]


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_is_written_in_both_languages(formats: dict[str, Format], name: str) -> None:
    same = {text.fr for text in _texts(formats[name]) if text.fr == text.en and not text.fr.startswith("{")}
    assert same <= {"Suggestions", "Action"}


@pytest.mark.parametrize("name", NAMES)
def test_french_signs_keep_their_space(formats: dict[str, Format], name: str) -> None:
    for text in _texts(formats[name]):
        assert not any(f" {sign}" in text.fr for sign in ":;!?»"), text.fr
        assert "« " not in text.fr, text.fr


@pytest.mark.parametrize("name", NAMES)
def test_every_value_that_a_document_may_print_has_a_name_for_people(formats: dict[str, Format], name: str) -> None:
    assert [line.name for stage in stages(formats[name]) for line in stage.compute if line.label is None] == []


def test_one_two_four_all(formats: dict[str, Format]) -> None:
    found = formats["one-two-four-all"]
    alone, pairs, fours, room = (step.stage for step in unroll(found, {}))
    assert [stage.id for stage in (alone, pairs, fours, room)] == ["alone", "pairs", "fours", "all"]
    assert [stage.boards[0].seen_by.first for stage in (alone, pairs, fours, room)] == [
        "author",
        "group",
        "group",
        "everyone",
    ]
    assert fours.groups is not None
    assert (fours.groups.how, fours.groups.of, fours.groups.by) == ("merge", "pairs", 2)
    assert fours.choose is not None
    assert fours.choose.how_many == "keep"
    assert room.vote is not None
    assert room.vote.reveal == "when revealed"
    assert (found.fewest, found.most) == (1, 200)


def test_codeveloppement_has_its_six_steps_and_turns(formats: dict[str, Format]) -> None:
    found = formats["codeveloppement"]
    run = {stage.id: stage for stage in stages(found)}
    assert list(run)[2:] == ["expose", "clarification", "contract", "consultation", "synthesis", "learning"]
    assert run["expose"].silent == ("consultants",)
    assert run["clarification"].boards[0].written_by == "consultants"
    assert run["consultation"].silent == ("client",)
    assert run["consultation"].keep_in_view == ("request",)
    assert [column.id for column in run["consultation"].boards[0].columns] == [
        "reactions",
        "experiences",
        "suggestions",
    ]
    assert run["synthesis"].carry[0].mark == "kept"
    assert {question.name: question.anonymous for question in run["learning"].ask} == {"learned": False, "useful": True}


def test_a_board_keeps_the_columns_it_once_had(formats: dict[str, Format]) -> None:
    boards: dict[str, list[Board]] = {}
    for stage in stages(formats["codeveloppement"]):
        for board in stage.boards:
            boards.setdefault(board.name, []).append(board)
    first, second = boards["contributions"]
    assert first.columns == second.columns != ()


def test_public_goods_loops_over_its_rounds(formats: dict[str, Format]) -> None:
    found = formats["public-goods"]
    assert isinstance(found.run[0], Stage)
    assert isinstance(found.run[1], Repeat)
    assert [step.key for step in unroll(found, {})] == [
        "instructions",
        *(f"{stage}.{turn}" for turn in (1, 2, 3) for stage in ("contribute", "results")),
        "feelings",
        "facts",
        "explanations",
        "transfer",
    ]
