"""What an experiment asks of its team next: what keeps its first session from opening, then what follows a session."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext, ngettext

from facilitation.records import checklist, hypotheses, informing, learnings, live_sessions, sites
from facilitation.records.experiments import Experiment
from facilitation.records.reading import windows
from facilitation.web.doors import doors


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done, the words of the link, and where it leads."""

    words: str
    link: str
    to: str


def next_steps(experiment: Experiment, *, runs: bool) -> tuple[Step, ...]:
    """In the order in which a team meets them; `runs` where whoever asks may run the experiment, not only write."""
    if live_sessions.launched_at(doors().database, experiment.id) is None:
        return tuple(_beforehand(experiment)) if runs else ()
    return (*_to_write(experiment), *(_to_run(experiment) if runs else ()))


def _beforehand(experiment: Experiment) -> Iterator[Step]:
    database = doors().database
    unsaid = len(informing.unsaid(database, experiment.id))
    if unsaid:
        words = ngettext(
            "Nobody can join yet: the protocol still has to say one thing.",
            "Nobody can join yet: the protocol still has to say %(num)d things.",
            unsaid,
        )
        yield Step(words, gettext("Complete the protocol"), url_for("protocols.edit", experiment_id=experiment.id))
    site = sites.find(database, experiment.facts.site) if experiment.facts.site else None
    unsettled = len(checklist.open_items(database, site)) if site else 0
    if site and unsettled:
        words = ngettext(
            "No session can begin yet: one thing is not settled at %(site)s.",
            "No session can begin yet: %(num)d things are not settled at %(site)s.",
            unsettled,
            site=site.facts.name,
        )
        to = url_for("checklist.show", site_id=site.id)
        yield Step(words, gettext("Settle them, or waive them with a reason"), to)


def _to_write(experiment: Experiment) -> Iterator[Step]:
    database, here = doors().database, experiment.id
    open_ones = [each for each in hypotheses.of_experiment(database, experiment.id) if each.verdict is None]
    if open_ones:
        words = ngettext("One hypothesis has no conclusion.", "%(num)d hypotheses have no conclusion.", len(open_ones))
        yield Step(
            words, gettext("Conclude"), url_for("hypotheses.verdict", hypothesis_id=open_ones[0].id, experiment_id=here)
        )
    if not learnings.of_experiment(database, experiment.id):
        yield Step(
            gettext("No learning is written yet."), gettext("Write one"), url_for("learnings.new", experiment_id=here)
        )


def _to_run(experiment: Experiment) -> Iterator[Step]:
    database, here = doors().database, experiment.id
    ended = [each.closed_at for each in live_sessions.of_experiment(database, experiment.id) if each.closed_at]
    opened = [each.opened_at for each in windows.of_experiment(database, experiment.id)]
    if ended and max(opened, default=0) < max(ended):
        yield Step(
            gettext("Those who took part have not been able to read it since the last session."),
            gettext("Open the reading, while their codes work"),
            url_for("windows.show", experiment_id=here),
        )
    if experiment.facts.status == "preparing":
        to = url_for("experiments.edit", experiment_id=here) + "#status"
        yield Step(gettext("It is still said to be in preparation."), gettext("Say where it stands"), to)
