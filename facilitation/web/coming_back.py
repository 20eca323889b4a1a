"""Coming back to an experiment: a day that is too early or too late for it, and the days that have come."""

from collections.abc import Iterable
from datetime import date, timedelta

from flask_babel import gettext

from facilitation.documentation.typography import day_of
from facilitation.records import revisits
from facilitation.records.experiments import Experiment
from facilitation.records.live_sessions import LiveSession
from facilitation.records.months import months_later
from facilitation.web.doors import doors

SOONEST, LATEST = 3, 24
"""Months after the last session between which something has had time to happen, and is still remembered."""

NEAR = timedelta(days=30)
"""Whoever comes so long before the day that was planned has come back."""


def remark(planned: date | None, sessions: Iterable[LiveSession]) -> str:
    """What is to be said of the day that is planned; nothing while no session is over."""
    ended = [each.closed_at for each in sessions if each.closed_at is not None]
    if planned is None or not ended:
        return ""
    last = day_of(max(ended))
    if planned < months_later(last, SOONEST):
        return str(gettext("Less than three months after the last session: little has had time to change."))
    if planned > months_later(last, LATEST):
        return str(gettext("More than twenty-four months after the last session: few will remember it."))
    return ""


def due(experiments: Iterable[Experiment]) -> tuple[Experiment, ...]:
    """Those to which somebody was to come back by today, and nobody has; the longest awaited first."""
    today, database = day_of(doors().clock()), doors().database
    days = {each: each.facts.revisit_on for each in experiments if each.facts.status != "abandoned"}
    planned = {each: day for each, day in days.items() if day is not None and day <= today}
    last = revisits.newest(database, [each.id for each in planned])
    waiting = [each for each, day in planned.items() if last.get(each.id, date.min) < day - NEAR]
    return tuple(sorted(waiting, key=lambda each: (planned[each], each.id)))
