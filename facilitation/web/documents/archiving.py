"""Taking an experiment out of the house as one file: asked for, followed, called off, fetched."""

from flask import Blueprint, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from facilitation.archive import locked, make_archive
from facilitation.archive.at_work import Taken
from facilitation.archive.locking import SHORTEST
from facilitation.archive.making import Follow
from facilitation.archive.refusals import WORDS
from facilitation.records import export_journal
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.jobs import Followed, let_follow
from facilitation.web.language import current_locale, said
from facilitation.web.sending import attached

blueprint = Blueprint("archiving", __name__, url_prefix="/experiments/<int:experiment_id>/documents")

ARCHIVES: Followed[Taken] = Followed("archives", lambda: doors().archives)
let_follow(
    blueprint,
    ARCHIVES,
    lambda experiment_id: str(experiment_or_404(experiment_id).id),
    "documents.show",
    under="/archive",
    anchor="archive",
)


@blueprint.post("/archive")
@staff_only
def make(experiment_id: int) -> Response:
    """Begin the archive, under a passphrase where one was given."""
    experiment_or_404(experiment_id)
    passphrase = request.form.get("passphrase", "").strip()
    if 0 < len(passphrase) < SHORTEST:
        flash(said(WORDS["short-passphrase"]), "bad")
        return _back(experiment_id)
    database, now, run = doors().database, doors().clock(), doors().run

    def work(follow: Follow) -> Taken:
        manifest, made = make_archive(database, experiment_id, now, follow, run)
        sessions = tuple(each.id for each in manifest.sessions)
        return Taken(sessions, locked(made, passphrase), locked=True) if passphrase else Taken(sessions, made)

    ARCHIVES.remember(str(experiment_id), doors().archives.begin(work), current_locale())
    return _back(experiment_id)


@blueprint.get("/archive.zip")
@staff_only
def download(experiment_id: int) -> Response:
    """The archive that was made, and a line in the journal of exports of each session in it."""
    experiment_or_404(experiment_id)
    taken = ARCHIVES.made(str(experiment_id))
    if taken is None:
        return _back(experiment_id)
    export_journal.note_all(doors().database, the_staff().id, taken.sessions, "archive", doors().clock())
    if taken.locked:
        return attached(taken.file, "application/octet-stream", f"archive-{experiment_id}.locked")
    return attached(taken.file, "application/zip", f"archive-{experiment_id}.zip")


def _back(experiment_id: int) -> Response:
    return redirect(url_for("documents.show", experiment_id=experiment_id) + "#archive")
