"""Talking in turn, from its form."""

from typing import Literal, cast

from facilitation.domain.format import Turns
from facilitation.formats.reading.form import Form


def turns(form: Form | None) -> Turns | None:
    """Who speaks when."""
    if form is None:
        return None
    who = form.words("who") or ("everyone",)
    return Turns(
        order=cast(Literal["random", "arrival", "facilitator", "reversed"], form.word("order", "random")),
        minutes=form.maybe("minutes"),
        first=form.maybe("first"),
        who=who[0],
        with_them=who[1:],
        within=cast(Literal["groups", "room"], form.word("in", "groups")),
        passed_on_by=form.maybe("passed on by"),
        time_up=cast(Literal["pass on", "wait"], form.word("when time is up", "pass on")),
        only_speaker_writes=form.truth("only the speaker writes", False),
    )
