"""The page of a session: its code and QR, the ways to its screens, its documents."""

import re

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.documentation.typography import day_of
from facilitation.domain.format import Text
from facilitation.domain.lengths import length_of_session
from facilitation.domain.plan import settings_of
from facilitation.domain.session import Session
from facilitation.records import (
    checklist,
    colleges,
    commitments,
    experiments,
    informing,
    join_codes,
    later,
    live_sessions,
    sites,
)
from facilitation.records.experiments import Experiment
from facilitation.records.kept_for import TRY_MONTHS
from facilitation.records.sites import Site
from facilitation.web import addresses
from facilitation.web.access import header_or_404, staff_only, state_or_404
from facilitation.web.documents.counting import names_of
from facilitation.web.doors import doors
from facilitation.web.experiments import fresh_status
from facilitation.web.forms.fields import sent
from facilitation.web.forms.planning import InvitedForm
from facilitation.web.forms.protocols import ProtocolForm
from facilitation.web.later import address_of
from facilitation.web.lending import lent_to
from facilitation.web.saying import setting_said

WEEKS = 6 * 7 * 24 * 60 * 60 * 1000
"""How long a link is offered to stay open, unless another day is chosen."""

PEOPLE = re.compile(r"[0-9]{0,4}")

blueprint = Blueprint("sessions", __name__, url_prefix="/sessions/<session_id>")


@blueprint.get("")
@staff_only
def show(session_id: str) -> str:
    """Where everything about a session is reached from."""
    header = fresh_status(header_or_404(session_id))
    state = state_or_404(session_id)
    experiment = experiments.find(doors().database, header.experiment)
    site = _site(experiment.facts.site if experiment else None)
    return render_template(
        "sessions/one.html",
        header=header,
        state=state,
        experiment=experiment,
        code=join_codes.shown(header.code),
        join_url=addresses.to_join(header),
        screen_url=addresses.to_project(header),
        local_only=addresses.phones_cannot_reach(),
        site=site,
        said_before=commitments.said_before(doors().database, header),
        unsaid=informing.unsaid(doors().database, header.experiment),
        told=informing.of_experiment(doors().database, header.experiment),
        try_months=TRY_MONTHS,
        labels={field.name: field.label.text for field in ProtocolForm()},
        left=checklist.open_items(doors().database, site) if site else (),
        length=length_of_session(state),
        **_later(state),
        settings=_settings(state),
        invited=InvitedForm(data={"invited": header.invited}),
        colleges=_colleges(experiment, session_id),
        lent=[*lent_to(session_id, "kiosk"), *lent_to(session_id, "group-screen")],
    )


@blueprint.post("/invited")
@staff_only
def invite(session_id: str) -> Response:
    """Keep how many were asked to come."""
    header_or_404(session_id)
    form = InvitedForm(sent())
    if form.validate():
        live_sessions.invite(doors().database, session_id, form.invited.data)
        flash(gettext("Saved."), "good")
    else:
        flash(" ".join(str(each) for told in form.errors.values() for each in told), "bad")
    return redirect(url_for("sessions.show", session_id=session_id))


@blueprint.post("/colleges")
@staff_only
def count_colleges(session_id: str) -> Response:
    """Keep how many of each kind of stakeholder were in the room."""
    header = header_or_404(session_id)
    experiment = experiments.find(doors().database, header.experiment)
    words = names_of(experiment) if experiment else {}
    people = dict(zip(words, request.form.getlist("people"), strict=False))
    if all(PEOPLE.fullmatch(each.strip()) for each in people.values()):
        colleges.keep(doors().database, session_id, {word: int(each or 0) for word, each in people.items()})
        flash(gettext("Saved."), "good")
    else:
        flash(gettext("Write a whole number, in digits."), "bad")
    return redirect(url_for("sessions.show", session_id=session_id))


def _colleges(experiment: Experiment | None, session: str) -> list[tuple[str, int | None]]:
    """The colleges, and how many of each were counted."""
    counted = colleges.of_sessions(doors().database, [session]).get(session, {})
    return [(name, counted.get(word)) for word, name in (names_of(experiment) if experiment else {}).items()]


def _later(state: Session) -> dict[str, object]:
    """What stands about the questions that are asked again weeks after."""
    link = later.of_session(doors().database, state.id) if state.asked_later else None
    seats = later.seats_of(doors().database, state.id) if link else frozenset()
    end = link.until - 1 if link else doors().clock() + WEEKS
    return {
        "later_link": link,
        "later_url": address_of(link) if link else "",
        "later_over": link is not None and link.until <= doors().clock(),
        "later_count": len(seats),
        "later_without": len(seats - state.people.keys()),
        "later_until": day_of(end).isoformat(),
    }


def _settings(state: Session) -> list[tuple[Text, str]]:
    if state.format is None:
        return []
    values = settings_of(state.format, state.settings)
    return [(each.label, setting_said(values[each.name], each)) for each in state.format.settings]


def _site(number: int | None) -> Site | None:
    return sites.find(doors().database, number) if number is not None else None
