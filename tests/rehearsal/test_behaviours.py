"""What simulated participants know how to do covers what a phone may send."""

from typing import get_args

from facilitation.domain.commands import ParticipantCommand
from facilitation.rehearsal.behaviours import BEHAVIOURS, DONE

NOT_PLAYED = {
    "Leave": "bots drop out in silence, which is the harder case",
    "ChangeConsents": "given on coming in; changed on the same page as a withdrawal",
    "WithdrawAnswer": "reached from the withdrawal page, never from a task",
}


def test_every_command_of_a_participant_is_sent_by_some_behaviour() -> None:
    sent = {behaviour.sends for behaviour in (*BEHAVIOURS, DONE)}
    assert sent | NOT_PLAYED.keys() == {kind.__name__ for kind in get_args(ParticipantCommand)}


def test_behaviours_have_names_of_their_own() -> None:
    names = [behaviour.name for behaviour in (*BEHAVIOURS, DONE)]
    assert len(set(names)) == len(names)
