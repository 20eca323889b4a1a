"""The page that says which learnings may leave the house, and gives the site as one ZIP."""

from flask import Blueprint, render_template
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.documentation.site.packing import packed
from facilitation.records import experiments, export_journal, live_sessions, members
from facilitation.web.access import staff_only, the_staff
from facilitation.web.beside import beside_the_room
from facilitation.web.doors import doors
from facilitation.web.learning_site.clearing import Cleared, cleared, files_for
from facilitation.web.sending import attached

blueprint = Blueprint("learning_site", __name__, url_prefix="/learnings")


@blueprint.get("")
@staff_only
@beside_the_room
def show() -> str:
    """Every experiment with validated learnings, ready or not, and why not."""
    return render_template("learning_site/show.html", found=_mine())


@blueprint.post("/site.zip")
@staff_only
@beside_the_room
def download() -> Response:
    """The site of what is ready, and a line in the journal of each of its sessions."""
    ready = [one.experiment for one in _mine() if not one.obstacles]
    if not ready:
        raise NotFound
    made = packed(files_for(ready))
    for experiment in ready:
        for header in live_sessions.of_experiment(doors().database, experiment.id):
            export_journal.note(doors().database, the_staff().id, header.id, "site", doors().clock())
    return attached(made, "application/zip", "learnings.zip")


def _mine() -> tuple[Cleared, ...]:
    """Only from experiments that this account may take data out of."""
    every = [one.id for one in experiments.everything(doors().database)]
    return cleared(members.seen_by(doors().database, the_staff(), every, "export"))
