"""The codes as a table, taken out of the house."""

from flask import Blueprint
from werkzeug.wrappers import Response

from facilitation.documentation.analysis.table import codes_csv
from facilitation.records import export_journal, live_sessions
from facilitation.web.access import staff_only, the_staff
from facilitation.web.analysis.gathering import codebook_of, coded_in, units_in
from facilitation.web.beside import beside_the_room
from facilitation.web.doors import doors
from facilitation.web.experiments import experiment_or_404
from facilitation.web.language import current_locale
from facilitation.web.rights import may
from facilitation.web.sending import attached

blueprint = Blueprint("coded", __name__, url_prefix="/experiments/<int:experiment_id>/analysis")


@blueprint.get("/codes.csv")
@staff_only
@beside_the_room
def download(experiment_id: int) -> Response:
    """Every contribution with what each coder saw in it, and a line in the journal of each session. Whoever codes finds
    the others only where they have read too, or where all was agreed on: nobody is whispered to."""
    experiment_or_404(experiment_id)
    book = codebook_of(experiment_id)
    coded = coded_in(experiment_id, book)
    if may(the_staff(), experiment_id, "write"):
        coded = coded.after_reading(the_staff().id)
    table = codes_csv(
        units_in(experiment_id),
        [(theme.id, theme.name) for theme in book.used],
        [coded.by_coder[who] for who in sorted(coded.by_coder)],
        coded.agreed,
        current_locale(),
    )
    for header in live_sessions.of_experiment(doors().database, experiment_id):
        export_journal.note(doors().database, the_staff().id, header.id, "codes", doors().clock())
    return attached(table, "text/csv", f"codes-{experiment_id}.csv")
