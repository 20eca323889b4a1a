"""What will be erased, and when; what was. For administrators."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.records import live_sessions, retention
from facilitation.web.access import admin_only
from facilitation.web.doors import doors

blueprint = Blueprint("retention", __name__, url_prefix="/retention")


@blueprint.get("")
@admin_only
def show() -> str:
    """What is to come, soonest first, and the reports."""
    database, now = doors().database, doors().clock()
    reports = retention.reports(database)
    titles = {each.session: live_sessions.find(database, each.session) for each in reports if each.session}
    return render_template(
        "signing/retention.html",
        coming=retention.coming(database, now, doors().heard),
        now=now,
        reports=reports,
        titles={session: header.title for session, header in titles.items() if header},
    )


@blueprint.post("")
@admin_only
def purge() -> Response:
    """Erase what is due now, rather than at the next of the daily purges."""
    told = doors().purge(doors().clock())
    flash(gettext("Erased: the report is below.") if told else gettext("Nothing is due."), "good")
    return redirect(url_for("retention.show"))
