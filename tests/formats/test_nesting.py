"""Formats as blocks of others: their names kept apart, their settings given, their text written out for good."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from facilitation.domain.format import Format
from facilitation.domain.plan import unroll
from facilitation.formats import Reading, Shelf, open_library, read_file, read_format
from facilitation.formats.checking.feasibility import stages
from facilitation.formats.nesting.renaming import in_formula
from facilitation.places import workshop_formats
from tests.formats.samples import SMALL, changed, read, said, using

NAMES = tuple(path.stem for path in sorted(workshop_formats().glob("*.yaml")))

DAY = """\
format: day
version: 1.0.0
language: 1
kind: seminar-activity
title: {fr: Une journée, en: A day}
summary: {fr: Des idées et un tour., en: Ideas and a round.}
credits: {source: our own, licence: CC0}
participants: {min: 3, max: 60}
consent: {fr: Chacun lit tout., en: Everyone reads all.}
settings:
  subject: {label: {fr: Le sujet, en: The subject}, type: text, default: {fr: Et nous ?, en: And us?}}
roles:
  host: {label: {fr: Hôte, en: Host}, count: 1, chosen by: random, optional: yes}
  guests: {label: {fr: Invités, en: Guests}, chosen by: everyone else, optional: yes}
run:
  - use: one-two-four-all
    as: ideas
    title: {fr: Idées, en: Ideas}
    settings: {question: subject, keep: 2}
    minutes: {alone: 3}
  - use: roti
  - stage: end
    title: {fr: La fin, en: The end}
    keep in view: roti_worth
    board: {name: ideas_ideas, written by: nobody, seen by: everyone}
document:
  - section: {fr: Nos idées, en: Our ideas}
    list: ideas_ideas
"""


def _day(*changes: tuple[str, str]) -> Reading:
    text = DAY
    for old, new in changes:
        text = changed(old, new, text)
    return read(text, "day.yaml")


def _format(reading: Reading) -> Format:
    assert said(reading) == ""
    assert reading.format is not None
    return reading.format


@cache
def _shipped(name: str) -> Format:
    found = read_file(workshop_formats() / f"{name}.yaml").format
    assert found is not None
    return found


def _sections(name: str) -> list[str]:
    return [section.title.en for section in _shipped(name).document]


def test_a_block_becomes_stages_of_the_format_under_its_own_names() -> None:
    found = _format(_day())
    run = {stage.id: stage for stage in stages(found)}
    ideas = [f"ideas_{name}" for name in ("alone", "pairs", "fours", "all")]
    assert list(run) == [*ideas, "roti_score", "roti_better", "end"]
    assert run["ideas_alone"].title.en == "Ideas · Alone"
    assert run["roti_score"].title.en == "My score"
    assert [step.seconds for step in unroll(found, {})][:2] == [180, 120]
    fours = run["ideas_fours"]
    assert fours.groups is not None
    assert fours.groups.of == "ideas_pairs"
    assert fours.choose is not None
    assert (fours.choose.source, fours.choose.how_many) == ("ideas_ideas", "ideas_keep")
    assert [stage.block for stage in stages(found)] == [*["ideas"] * 4, "roti", "roti", ""]


def test_a_setting_is_given_fixed_or_left_open() -> None:
    found = _format(_day())
    settings = {setting.name: setting for setting in found.settings}
    assert list(settings) == ["subject", "ideas_keep", "ideas_dots"]
    assert (settings["ideas_keep"].default, settings["ideas_keep"].locked) == (2, True)
    assert not settings["ideas_dots"].locked
    assert settings["ideas_dots"].label.en.startswith("Ideas · ")
    prompt = next(iter(stages(found))).boards[0].prompt
    assert prompt is not None
    assert prompt.fr.startswith("{subject}")


def test_the_document_gets_the_parts_of_a_block_unless_it_says_no() -> None:
    of_ideas = [f"Ideas · {title}".replace("question", "subject") for title in _sections("one-two-four-all")]
    assert [s.title.en for s in _format(_day()).document] == ["Our ideas", *of_ideas, *_sections("roti")]
    without = _format(_day(("  - use: roti\n", "  - use: roti\n    document: no\n")))
    assert [s.title.en for s in without.document] == ["Our ideas", *of_ideas]


def test_a_stage_of_a_block_may_be_left_out() -> None:
    found = _format(_day(("  - use: roti\n", "  - use: roti\n    leave out: [better]\n    document: no\n")))
    assert [stage.id for stage in stages(found)][-2:] == ["roti_score", "end"]


def test_the_credits_of_a_block_come_along() -> None:
    found = _format(_day())
    assert [origin.format for origin in found.built_from] == ["one-two-four-all", "roti"]
    assert all(origin.credits.licence for origin in found.built_from)
    told = found.built_from[1].credits.told
    assert (told.fr.split(",")[1], told.en.split(",")[1].split(".")[0]) == (
        " pratique courante des équipes. Textes écrits pour ce format.",
        " a common practice of teams",
    )


def test_a_shared_board_is_one_board() -> None:
    ours = [("name: ideas_ideas", "name: ours"), ("list: ideas_ideas", "list: ours")]
    found = _format(_day(("    minutes: {alone: 3}", "    share: {ideas: ours}"), *ours))
    assert {board.name for stage in stages(found) for board in stage.boards} == {"ours", "roti_better"}


def test_what_is_kept_is_whole_and_reads_the_same_without_any_other_file() -> None:
    reading = _day()
    alone = read_format(reading.source.encode(), "day.yaml")
    assert said(alone) == ""
    assert alone.format == reading.format
    assert alone.digest == reading.digest
    assert "use:" not in reading.source
    assert reading.written == DAY


def test_a_change_of_the_other_file_changes_only_what_is_read_afterwards(tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(SMALL)
    (tmp_path / "day.yaml").write_bytes(using("day", "small"))
    library = open_library(tmp_path)
    (tmp_path / "small.yaml").write_text(SMALL.replace("en: Guess}", "en: Estimate}"))
    before, after = library.readings["day"], open_library(tmp_path).readings["day"]
    assert said(before) == said(after) == ""
    assert "Guess" in before.source
    assert "Estimate" in after.source
    assert before.digest != after.digest
    assert before.written == after.written


@pytest.mark.parametrize("name", NAMES)
def test_every_format_of_the_house_can_be_a_block(name: str) -> None:
    found = _shipped(name)
    day = DAY[: DAY.index("run:")] + f"run:\n  - use: {name}\n    as: part\n    title: {{fr: Ici, en: Here}}\n"
    day = changed("min: 3, max: 60", f"min: {found.fewest}, max: {found.most}", day)
    reading = read(changed("seminar-activity", found.kind, day), "day.yaml")
    assert said(reading) == ""
    assert reading.format is not None
    assert read_format(reading.source.encode(), "day.yaml").format == reading.format
    # What a format asks before, after and later belongs to a session: a block brings the stages of its run alone.
    mine, own = unroll(reading.format, {}), [step for step in unroll(found, {}) if not step.stage.survey]
    assert [step.key for step in mine] == [f"part_{step.key}" for step in own]
    assert [step.seconds for step in mine] == [step.seconds for step in own]


def test_a_circle_is_named_from_end_to_end() -> None:
    text = changed("  - stage: write\n", "  - use: first\n  - stage: write\n")
    messages = [d.message.en for d in read(text).diagnostics if d.code == "use-cycle"]
    assert messages == ["This format ends up using itself: first → second → first."]


def test_very_many_blocks_are_refused() -> None:
    roti = Shelf(workshop_formats())["roti"].replace(b"max: 300", b"max: 20").replace(b"min: 1, ", b"min: 2, ")
    shelf: Mapping[str, bytes] = {
        "roti": roti,
        **{name: _many(name, other) for name, other in (("one", "two"), ("two", "three"), ("three", "roti"))},
    }
    reading = read_format(shelf["one"], "one.yaml", shelf)
    assert reading.format is None
    assert {d.code for d in reading.diagnostics if d.level == "error"} <= {"use-too-big", "use-broken"}


def _many(name: str, other: str) -> bytes:
    return using(name) + b"".join(b"  - {use: %s, as: b%d}\n" % (other.encode(), n) for n in range(60))


def test_words_that_only_look_like_names_stay_as_they_are() -> None:
    names = {"size": "b_size", "pot": "b_pot", "client": "b_client"}
    assert in_formula("pot / group.size + size", names) == "b_pot / group.size + b_size"
    assert in_formula("client.pot == 'pot' and others.size", names) == "b_client.b_pot == 'pot' and others.b_size"
