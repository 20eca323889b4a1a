"""What an example can say: who left, who came late, how many there are, and what holds for all of them."""

from collections.abc import Iterator

import pytest

from facilitation.domain.format import NOT_YET, Example
from facilitation.formats.performance import Played, play
from tests.formats.samples import changed, read, said

POT = """\
format: pot
version: 1.0.0
language: 1
kind: cooperation-game
title: {fr: Le pot, en: The pot}
summary: {fr: Un pot., en: A pot.}
credits: {source: nobody, licence: CC0}
participants: {min: 2, max: 30}
groups: {size: 3, keep: session}
run:
  - repeat: 3
    stages:
      - stage: give
        title: {fr: Donner, en: Give}
        ask: {gift: {type: whole number, label: {fr: Un don, en: A gift}, min: 0, max: 10}}
        if no answer: {gift: 0}
        continue when: everyone answered
        compute:
          for each person: {gain: pot - gift, so_far: total(gain)}
          for each group: {pot: sum(gift), people: group.size, mean: average(gift)}
  - stage: talk
    title: {fr: Parler, en: Talk}
examples:
  - answers: {gift: [1, 2, 3]}
    expect: {gain: [5, 4, 3]}
"""

CLAIM = """\
  - answers: {gift: [1, 2, 3]}
    expect: {gain: [5, 4, 3]}
"""


def codes(claim: str) -> list[str]:
    """The remarks on the pot with this example in the place of its own."""
    return list(_codes(changed(CLAIM, claim, POT)))


def _codes(text: str) -> Iterator[str]:
    return (remark.code for remark in read(text, "pot.yaml").diagnostics if remark.level == "error")


@pytest.mark.parametrize(
    ("answers", "expect"),
    [
        # Somebody leaves before the second round: the others go on, two in the group, and the average is theirs.
        ("[[1, 2, 3], [4, 6, gone]]", "{people: [2, 2, missing], mean: [5, 5, missing], gain: [6, 4, missing]}"),
        # The same with no answer instead: they are still there, and averages leave them out.
        ("[[1, 2, 3], [4, 6, missing]]", "{people: [3, 3, 3], mean: [5, 5, 5], gain: [6, 4, 10]}"),
        # Somebody who left and comes back.
        ("[[1, 2, 3], [4, 6, gone], [1, 1, 1]]", "{people: [3, 3, 3], gain: [2, 2, 2]}"),
        # Somebody who comes for the second round joins the group.
        ("[[1, 2, not yet], [1, 2, 3]]", "{people: [3, 3, 3], gain: [5, 4, 3], so_far: [7, 5, 3]}"),
        ("[[1, 2, pas encore], [1, 2, partie]]", "{people: [2, 2, missing]}"),
    ],
)
def test_people_leave_and_come_late(answers: str, expect: str) -> None:
    assert codes(f"  - answers: {{gift: {answers}}}\n    expect: {expect}\n") == []
    wrong = expect.replace("people: [2", "people: [9").replace("people: [3", "people: [9")
    assert codes(f"  - answers: {{gift: {answers}}}\n    expect: {wrong}\n") == ["example-differs"]


def test_what_all_give_holds_for_every_head_count() -> None:
    many = "  - people: [3, 6, 9, 12]\n    answers: {gift: 5}\n    expect: {gain: 10, so_far: 30}\n"
    assert codes(many) == []
    assert "example-differs" in codes(many.replace("12]", "11]"))
    assert codes(many.replace("so_far: 30", "so_far: 31")) == ["example-differs"]


def test_a_head_count_is_played_to_the_end_and_needs_no_answer() -> None:
    assert codes("  - people: [2, 3, 5, 7, 11, 23]\n") == []
    assert codes("  - people: [2, 31]\n") == ["example-people"]


def test_what_all_answer_may_have_to_be_refused() -> None:
    assert codes("  - people: 5\n    answers: {gift: 11}\n    refused: yes\n") == []
    assert codes("  - people: 5\n    answers: {gift: 10}\n    refused: yes\n") == ["example-not-refused"]


def test_rows_and_a_head_count_have_to_agree() -> None:
    assert codes("  - people: 4\n    answers: {gift: [1, 2, 3]}\n") == ["rows-uneven"]


def test_lines_stand_in_any_order() -> None:
    turned = POT.replace("gain: pot - gift, so_far: total(gain)", "so_far: total(gain), gain: pot - gift")
    assert list(_codes(turned)) == []


TEAMS = """\
format: teams
version: 1.0.0
language: 1
kind: cooperation-game
title: {fr: Équipes, en: Teams}
summary: {fr: Des équipes., en: Teams.}
credits: {source: nobody, licence: CC0}
participants: {min: 4, max: 30}
run:
  - stage: pairs
    title: {fr: Une équipe, en: A team}
    groups: {size: 2, keep: session}
    ask: {choice: {type: whole number, label: {fr: Un nombre, en: A number}, min: 0, max: 9, answered by: group}}
    compute:
      for each group: {weight: 1 / group.size, twice: 2 * choice}
      for each person: {mine: choice, mine_twice: twice}
  - stage: fours
    title: {fr: Ensemble, en: Together}
    groups: {merge: pairs, by: 2}
    compute:
      for each group: {seats: sum(weight), whole: sum(choice * weight)}
      for each person: {same: choice - mine, same_too: twice - mine_twice, rest: sum(others.choice * others.weight)}
  - stage: debrief
    title: {fr: Débrief, en: Debrief}
examples:
  - people: [4, 8, 12]
    answers: {choice: 3}
    expect: {seats: 2, whole: 6, rest: 4.5}
  - answers: {choice: [1, 2, 3, 4, 5, 6, 7, 8]}
    expect: {same: 0, same_too: 0}
"""


def test_what_a_team_answered_is_found_again_in_other_groups() -> None:
    assert list(_codes_of_teams(TEAMS)) == []
    assert list(_codes_of_teams(TEAMS.replace("whole: 6", "whole: 7"))) == ["example-differs"]


def _codes_of_teams(text: str) -> Iterator[str]:
    return (remark.code for remark in read(text, "teams.yaml").diagnostics if remark.level == "error")


def test_one_turn_is_looked_up_afterwards() -> None:
    talk = "    title: {fr: Parler, en: Talk}\n"
    looked_up = "    compute: {for each person: {second: 'in_round(gift, 2)'}}\n"
    text = changed(talk, talk + looked_up, POT)
    claim = "  - answers: {gift: [[1, 2, 3], [4, 5, 6], [7, 8, 9]]}\n    expect: {second: [4, 5, 6]}\n"
    assert list(_codes(changed(CLAIM, claim, text))) == []


def test_what_starts_a_stage_is_there_while_people_answer() -> None:
    ask = "ask: {gift: {type: whole number, label: {fr: Un don, en: A gift}, min: 0, max: 10}}"
    dealt = "compute: {when: stage starts, for each person: {purse: 'draw_between(5, 5)'}}"
    text = POT[: POT.index("        if no answer")] + POT[POT.index("  - stage: talk") :]
    text = changed(ask, f"{ask.replace('max: 10', 'max: purse')}\n        {dealt}", text)
    assert list(_codes(changed(CLAIM, "  - people: [2, 3]\n    answers: {gift: 5}\n", text))) == []
    above = "  - people: [2, 3]\n    answers: {gift: 6}\n    refused: yes\n"
    assert list(_codes(changed(CLAIM, above, text))) == []


def test_what_starts_a_stage_cannot_use_its_answers() -> None:
    early = POT.replace("        compute:\n", "        compute:\n          when: stage starts\n")
    assert set(_codes(early)) == {"reference-forward"}


MEETINGS = TEAMS.replace("groups: {merge: pairs, by: 2}", "groups: {merge: pairs, by: 2, keep: session}").replace(
    "  - stage: debrief",
    """\
  - stage: later
    title: {fr: Plus tard, en: Later}
    groups: {size: 2, keep: session}
    ask: {word: {type: number, label: {fr: Un mot, en: A word}, required: no}}
    compute: {for each group: {team: group.number}}
  - stage: again
    title: {fr: Encore, en: Again}
    groups: {merge: pairs, by: 2, keep: session}
    compute: {for each person: {apart: sum(if others.team == team then 0 else 1)}}
  - stage: debrief""",
)


def test_who_joins_a_team_late_sits_with_it() -> None:
    found = read(MEETINGS, "teams.yaml").format
    assert found is not None
    rows = (("1",) * 8 + (NOT_YET, NOT_YET), ("1",) * 10)
    outcome = play(found, Example({}, {"choice": rows[:1], "word": rows[1:]}), 10)
    assert isinstance(outcome, Played)
    groups = outcome.session.groups
    for late in ("p9", "p10"):
        team = next(team for team in groups["later"] if late in team)
        together = next(group for group in groups["again"] if late in group)
        assert set(team) <= set(together)


def test_a_group_remembers_its_turns_when_somebody_joins_it() -> None:
    text = changed("mean: average(gift)", "mean: average(gift), all_in_all: total(pot)", POT)
    claim = "  - answers: {gift: [[1, 2, 3, not yet], [1, 1, 1, 1]]}\n    expect: {all_in_all: [10, 10, 10, 10]}\n"
    assert list(_codes(changed(CLAIM, claim, text))) == []


def test_a_list_without_answers_is_no_crash() -> None:
    assert codes("  - answers: {gift: []}\n") == []


WALL = """\
format: wall
version: 1.0.0
language: 1
kind: seminar-activity
title: {fr: Le mur, en: The wall}
summary: {fr: Un mur., en: A wall.}
credits: {source: nobody, licence: CC0}
participants: {min: 2, max: 30}
roles:
  host: {label: {fr: Accueil, en: Host}, count: 1}
  guests: {label: {fr: Invités, en: Guests}, chosen by: everyone else}
run:
  - stage: ideas
    title: {fr: Idées, en: Ideas}
    board:
      name: ideas
      prompt: {fr: Pas de noms., en: No names.}
      columns: {first: {fr: Un, en: One}, second: {fr: Deux, en: Two}}
      longest: 12
      seen by: everyone
  - stage: steps
    title: {fr: Pas, en: Steps}
    board: {name: steps, prompt: {fr: Pas de noms., en: No names.}, written by: guests, seen by: everyone}
  - stage: read
    title: {fr: Lire, en: Read}
    board: {name: ideas, written by: nobody, seen by: everyone}
examples:
  - people: 2
"""


def on_the_wall(claim: str) -> list[str]:
    reading = read(changed("  - people: 2\n", claim, WALL), "wall.yaml")
    return [remark.code for remark in reading.diagnostics if remark.level == "error"]


@pytest.mark.parametrize(
    ("answers", "remarks"),
    [
        ("{ideas: [Un café, Une carte]}", []),
        ("{ideas: [Un café, Une très longue idée]}", ["example-refused"]),
        ("{ideas: [Un café, '']}", ["example-refused"]),
        ("{steps: [missing, Appeler]}", []),
        ("{steps: [Appeler, missing]}", ["example-refused"]),
        ("{ideas: [[Un café, Une carte], [Un banc, missing]]}", ["example-stuck"]),
        ("{walls: [Un café, Une carte]}", ["example-stuck"]),
    ],
)
def test_a_card_is_handed_in_by_the_name_of_its_board(answers: str, remarks: list[str]) -> None:
    assert on_the_wall(f"  - answers: {answers}\n") == remarks
    refused = [] if remarks == ["example-refused"] else remarks or ["example-not-refused"]
    assert on_the_wall(f"  - answers: {answers}\n    refused: yes\n") == refused


def test_all_who_may_write_put_a_card_there() -> None:
    assert on_the_wall("  - people: [2, 5]\n    answers: {ideas: Un café, steps: Appeler}\n") == []
    found = read(WALL, "wall.yaml").format
    assert found is not None
    outcome = play(found, Example(each_answers={"ideas": "Un café", "steps": "Appeler"}), 5)
    assert isinstance(outcome, Played)
    assert sorted(card.board for card in outcome.session.cards.values()) == ["ideas"] * 5 + ["steps"] * 4
    assert {card.column for card in outcome.session.cards.values()} == {"first", None}


def test_who_is_only_late_comes_after_the_last_that_was_said() -> None:
    found = read(WALL, "wall.yaml").format
    assert found is not None
    outcome = play(found, Example(answers={"ideas": (("Un café", "gone", "not yet"),)}), 3)
    assert isinstance(outcome, Played)
    assert [person.here for person in outcome.session.people.values()] == [True, False, True]


ROUND = """\
format: round
version: 1.0.0
language: 1
kind: cooperation-game
title: {fr: À chacun son tour, en: Each in turn}
summary: {fr: Chacun donne., en: Each gives.}
credits: {source: nobody, licence: CC0}
participants: {min: 4, max: 30}
groups: {size: 4, keep: session}
roles:
  giver: {label: {fr: Qui donne, en: Giver}, chosen by: rotation}
  peers: {label: {fr: Les autres, en: The others}, chosen by: everyone else}
run:
  - repeat: {for each: member, as: giver}
    stages:
      - stage: give
        title: {fr: Donner, en: Give}
        ask: {gift: {type: whole number, label: {fr: Un don, en: A gift}, min: 0, max: 9, asked of: giver}}
        compute: {for each person: {got: if role == "giver" then 0 else giver.gift}}
  - stage: debrief
    title: {fr: Débrief, en: Debrief}
examples:
"""


def test_a_role_that_goes_round_goes_round_in_the_order_of_the_rows() -> None:
    rounds = "[[7, missing, missing, missing], [missing, 5, missing, missing], [missing, missing, 3, missing]]"
    example = f"  - answers: {{gift: {rounds}}}\n    expect: {{got: [3, 3, 0, 3]}}\n"
    assert said(read(ROUND + example, "round.yaml")) == ""
    wrong = "  - answers: {gift: [missing, 7, missing, missing]}\n"
    (remark,) = read(ROUND + wrong, "round.yaml").diagnostics
    assert remark.code == "example-refused"
    assert "person no. 2" in remark.message.en
