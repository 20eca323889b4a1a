"""What the record of a session says of its experiment: its card, the tests asked for, how far questions are trusted."""

from dataclasses import replace

from flask_babel import force_locale

from facilitation.documentation import ExperimentCard, card_of
from facilitation.documentation.asked_tests import test_said
from facilitation.documentation.dossier.instruments import status_of
from facilitation.domain.format.text import Locale
from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.rendering import RESTITUTION, Rendering
from facilitation.projections.paired.asked_for import Wanted
from facilitation.records import described, experiments, live_sessions
from facilitation.records.live_sessions import LiveSession
from facilitation.web.documents.frame import protocol_told, tests_wanted
from facilitation.web.documents.unagreed import gap_in
from facilitation.web.doors import doors


def wanted_for(header: LiveSession, locale: Locale, rendering: Rendering = RESTITUTION) -> tuple[Wanted, ...]:
    """The tests that the protocol of its experiment asks for; none without one."""
    experiment = experiments.find(doors().database, header.experiment)
    if experiment is None:
        return ()
    launched = live_sessions.launched_at(doors().database, experiment.id)
    take = gap_in(experiment, locale, rendering)
    return tuple(replace(each, why=take(each.why)) for each in tests_wanted(experiment.id, launched))


def card_told(header: LiveSession, told: Outcome, locale: Locale, rendering: Rendering) -> ExperimentCard:
    """The card of the experiment, with a gap where it repeats what may not be quoted to these readers."""
    card = card_of(described.of_session(doors().database, header.id), locale)
    experiment = experiments.find(doors().database, header.experiment)
    if experiment is None:
        return card
    take = gap_in(experiment, locale, rendering)
    trust = tuple((name, take(words)) for name, words in _trust(experiment.id, told, locale))
    asked = _asked_for(header, told, locale, rendering)
    return replace(card, hypothesis=take(card.hypothesis), asked_with=trust, tests=asked)


def _asked_for(
    header: LiveSession, told: Outcome, locale: Locale, rendering: Rendering
) -> tuple[tuple[str, str, str], ...]:
    """The tests that the protocol asks for: the question, which test, and why."""
    form = told.identity.format_id
    labels = {(form, each.name): each.label.said_in(locale) for stage in told.stages for each in stage.questions}
    return tuple(
        (labels.get((one.form, one.question), f"{one.form}/{one.question}"), test_said(one).said_in(locale), one.why)
        for one in wanted_for(header, locale, rendering)
    )


def _trust(experiment: int, told: Outcome, locale: Locale) -> tuple[tuple[str, str], ...]:
    """By question: the instrument that covers it with its status, or that it was made for this experiment."""
    with force_locale(locale):
        protocol = protocol_told(experiment, live_sessions.launched_at(doors().database, experiment))
    form = told.identity.format_id
    asked = {each.name: each.root for stage in told.stages for each in stage.questions}
    found = ((name, status_of(protocol, form, root)) for name, root in asked.items())
    return tuple((name, status.said_in(locale)) for name, status in found if status)
