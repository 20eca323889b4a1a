"""A glance at a phone: the screen of the role asked for, in the stage asked for, and nothing that others read."""

import json
from typing import Any

import pytest

from facilitation.domain.format import Format
from facilitation.domain.plan import unroll
from facilitation.formats import read_format
from facilitation.rehearsal.preview import Glance, Unseen, glance
from tests.rehearsal.stage import shipped

SECRETS = """\
format: secrets
version: 1.0.0
language: 1
kind: seminar-activity
title: {fr: Secrets, en: Secrets}
summary: {fr: Un rôle sait ce que les autres ignorent., en: One role knows what the others do not.}
credits: {source: our own, licence: CC BY-SA 4.0}
participants: {min: 2, max: 50}
roles:
  keeper: {label: {fr: Garde, en: Keeper}, count: 1, chosen by: random}
  asker: {label: {fr: Enquête, en: Asker}, chosen by: everyone else}
run:
  - stage: first
    title: {fr: Un, en: One}
    minutes: 2
    instruction: {fr: Pour tous, en: For all}
    facilitator notes: {fr: NOTE-ANIMATION, en: FACILITATOR-NOTE}
    guide: {watch: {fr: NOTE-ANIMATION, en: FACILITATOR-NOTE}}
    board: {name: ideas, prompt: {fr: Une idée, en: An idea}, seen by: author}
  - stage: second
    title: {fr: Deux, en: Two}
    minutes: 2
    instruction: {fr: Encore pour tous, en: For all again}
    facilitator notes: {fr: NOTE-ANIMATION, en: FACILITATOR-NOTE}
    guide: {watch: {fr: NOTE-ANIMATION, en: FACILITATOR-NOTE}}
    tell:
      keeper: {fr: SECRET-GARDE, en: KEEPER-SECRET}
      asker: {fr: SECRET-ENQUETE, en: ASKER-SECRET}
    board: {name: ideas, written by: nobody, seen by: everyone}
"""


def secrets() -> Format:
    reading = read_format(SECRETS.encode(), "secrets.yaml")
    assert reading.format, reading.diagnostics
    return reading.format


def seen(found: Glance | Unseen) -> Glance:
    assert isinstance(found, Glance), found
    return found


def words(found: Glance | Unseen) -> str:
    return json.dumps(dict(seen(found).documents), ensure_ascii=False)


def stage(found: Glance) -> dict[str, Any]:
    shown: dict[str, Any] = found.documents["everyone"]["stage"]
    return shown


@pytest.mark.parametrize(("role", "own", "other"), [("keeper", "GARDE", "ENQUETE"), ("asker", "ENQUETE", "GARDE")])
def test_what_one_role_is_told_shows_in_its_own_preview_alone(role: str, own: str, other: str) -> None:
    told = words(glance(secrets(), "second", role, 4, "fr"))
    assert f"SECRET-{own}" in told
    assert f"SECRET-{other}" not in told
    assert "For all again" in told


@pytest.mark.parametrize("role", ["everyone", "keeper", "asker"])
@pytest.mark.parametrize("name", ["first", "second"])
def test_no_note_for_the_facilitator_is_in_any_preview(name: str, role: str) -> None:
    found = seen(glance(secrets(), name, role, 4, "fr"))
    assert "NOTE-ANIMATION" not in words(found)
    assert "FACILITATOR-NOTE" not in words(found)
    assert not {"staff", "screen"} & set(found.documents)


def test_what_people_wrote_before_is_there() -> None:
    before, after = (seen(glance(secrets(), name, "everyone", 5, "fr")) for name in ("first", "second"))
    assert "cards" not in json.dumps(dict(before.documents))
    assert len(after.documents["everyone"]["boards"]["ideas"]["cards"]) >= 5


def test_the_same_question_gets_the_same_answer() -> None:
    assert glance(secrets(), "second", "asker", 6, "en") == glance(secrets(), "second", "asker", 6, "en")


@pytest.mark.parametrize("name", ["one-two-four-all", "codeveloppement", "public-goods"])
def test_every_stage_of_a_shipped_format_can_be_looked_at(name: str) -> None:
    form = shipped(name).format
    assert form
    for planned in {step.stage.id: step for step in unroll(form, {})}.values():
        found = seen(glance(form, planned.stage.id, "everyone", 6, "fr"))
        assert stage(found)["key"].split("#")[0].split("/")[-1].startswith(planned.stage.id), stage(found)["key"]


def test_what_cannot_be_seen_is_said() -> None:
    assert glance(secrets(), "nowhere", "everyone", 4, "fr") == "not-reached"
    assert glance(secrets(), "second", "nobody-like-this", 4, "fr") == "nobody"
    assert glance(secrets(), "second", "asker", 4, "fr", patience=-1) == "too-long"
