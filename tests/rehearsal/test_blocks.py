"""A day made of blocks, played to its record: roles of two blocks at once, results read later, credits printed."""

from functools import cache

import pytest

from facilitation.domain import events as e
from facilitation.domain.evolve import replay
from facilitation.formats import Reading
from facilitation.projections.channels import document
from facilitation.projections.outcome import outcome
from facilitation.rehearsal import Rehearsal, rehearse
from tests.formats.samples import read, said

DAY = """\
format: day
version: 1.0.0
language: 1
kind: seminar-activity
title: {fr: Une journée, en: A day}
summary: {fr: "Idées, conseil, météo.", en: "Ideas, advice, weather."}
credits: {source: our own, licence: CC0}
participants: {min: 3, max: 60}
consent: {fr: Chacun lit tout., en: Everyone reads all.}
roles:
  host: {label: {fr: Hôte, en: Host}, count: 1, chosen by: random}
  guests: {label: {fr: Invités, en: Guests}, chosen by: everyone else}
run:
  - use: meteo
    as: start
  - use: one-two-four-all
    as: ideas
  - use: troika-consulting
  - use: roti
  - stage: end
    title: {fr: La fin, en: The end}
    tell:
      host: {fr: Remerciez., en: Say thank you.}
      guests: {fr: Merci., en: Thank you.}
    keep in view: roti_worth
    board: {name: ideas_ideas, written by: nobody, seen by: everyone}
document:
  - section: {fr: Nos idées, en: Our ideas}
    list: ideas_ideas
  - section: {fr: Nos notes, en: Our scores}
    answers: roti_worth
"""


@cache
def _reading() -> Reading:
    reading = read(DAY, "day.yaml")
    assert said(reading) == ""
    return reading


@cache
def _played(people: int) -> Rehearsal:
    return rehearse(_reading(), people, 1)


@pytest.mark.parametrize("people", [3, 7])
def test_a_day_of_blocks_plays_to_its_end(people: int) -> None:
    rehearsal = _played(people)
    assert rehearsal.session.status == "closed"
    assert rehearsal.findings.refusals == ()
    assert rehearsal.findings.unplayed == ()
    assert rehearsal.session.source == _reading().source
    assert "use:" not in rehearsal.session.source


def test_one_may_be_host_of_the_day_and_client_of_a_block() -> None:
    session = _played(3).session
    (host,) = session.roles["host"]
    clients = [person for step in session.cast.values() for person in step.get("troika_consulting_client", ())]
    assert host in clients
    assert session.holds(host, "host")
    assert not session.holds(host, "guests")
    # While the block is on, whoever is its client is still a guest of the day.
    events = [recorded.event for recorded in _played(7).log]
    given = next(n for n, event in enumerate(events, 1) if _gives(event, "troika_consulting_client"))
    then = replay(events[:given])
    clients = list(then.roles["troika_consulting_client"])
    assert {person for person in clients if then.holds(person, "guests")} == set(clients) - set(then.roles["host"])


def _gives(event: e.Event, role: str) -> bool:
    return isinstance(event, e.RoleAssigned) and event.role == role and len(event.people) > 1


def test_a_role_of_a_block_is_shown_only_while_the_block_is_on() -> None:
    events = [recorded.event for recorded in _played(3).log]
    shown: dict[str, set[str]] = {}
    for number, event in enumerate(events, 1):
        if isinstance(event, e.StageStarted):
            session = replay(events[: number + 3])
            for person in session.people:
                roles = document(session, f"person:{person}")["me"]["roles"]
                shown.setdefault(event.step.split("_")[0], set()).update(role["name"] for role in roles)
    assert {name for name in shown["ideas"]} == {"host", "guests"}
    assert any(name.startswith("troika") for name in shown["troika"])
    assert {name for name in shown["roti"]} == {"host", "guests"}


def test_the_record_holds_the_results_and_the_credits_of_the_blocks() -> None:
    found = outcome(_played(7).session)
    assert [origin.format for origin in found.identity.built_from] == [
        "meteo",
        "one-two-four-all",
        "troika-consulting",
        "roti",
    ]
    titles = [section.title.en for section in found.sections]
    assert titles[:2] == ["Our ideas", "Our scores"]
    assert "The scores" in titles
