"""Taking an experiment out of the house as one file."""

from flask import Blueprint, flash, redirect, url_for
from werkzeug.wrappers import Response

from facilitation.archive import ArchiveRefused, make_archive
from facilitation.records import export_journal
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.language import said
from facilitation.web.sending import attached

blueprint = Blueprint("archiving", __name__, url_prefix="/experiments/<int:experiment_id>/documents")


@blueprint.get("/archive.zip")
@staff_only
def download(experiment_id: int) -> Response:
    """The archive, and a line in the journal of exports of each session in it."""
    experiment_or_404(experiment_id)
    database, now = doors().database, doors().clock()
    try:
        manifest, made = make_archive(database, experiment_id, now, run=doors().run)
    except ArchiveRefused as refused:
        flash(said(refused.message), "bad")
        return redirect(url_for("documents.show", experiment_id=experiment_id))
    for session in manifest.sessions:
        export_journal.note(database, the_staff().id, session.id, "archive", now)
    return attached(made, "application/zip", f"archive-{experiment_id}.zip")
