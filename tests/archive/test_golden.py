"""An archive made long ago is restored by every later version: `tests/golden/archive-1.zip` is never made anew.

What is compared: the logs byte for byte, since they are copied row by row; and of the documents what they say, in
`archive-1.json`: words, numbers of people, votes. Their bytes change with templates, fonts and WeasyPrint.
"""

import csv
import io
import json
from typing import Any

from facilitation.archive import look_into, restore
from facilitation.documentation.dossier.data import dossier_csv
from facilitation.projections.outcome.rendering import RENDERINGS
from facilitation.records import experiments, restorations
from facilitation.web.documents.gathering import gather
from tests.archive.houses import NOW, archive_of, entries
from tests.house import ROOT
from tests.web.conftest import House

GOLDEN = ROOT / "tests" / "golden"


def test_an_archive_of_version_1_says_what_it_said(elsewhere: House) -> None:
    data = (GOLDEN / "archive-1.zip").read_bytes()
    assert look_into(elsewhere.doors.database, data).archive.manifest.archive == 1
    number = restore(elsewhere.doors.database, data, NOW)
    assert told_in(elsewhere, number) == json.loads((GOLDEN / "archive-1.json").read_text())
    kept, again = entries(data), entries(archive_of(elsewhere, number))
    logs = [name for name in kept if name.startswith(("sessions/", "formats/"))]
    assert logs
    assert {name: again[name] for name in logs} == {name: kept[name] for name in logs}
    assert restorations.of_experiment(elsewhere.doors.database, number)


def told_in(house: House, number: int) -> dict[str, Any]:
    """What the documents of an experiment say, for both audiences."""
    found = experiments.find(house.doors.database, number)
    assert found
    told = {}
    for name, rendering in RENDERINGS.items():
        with house.app.test_request_context():
            dossier = gather(found, "fr", rendering)
        told[name] = {
            "title": dossier.identity.title,
            "licence": dossier.identity.licence,
            "question": dossier.question,
            "hypotheses": [[one.condition, one.effect, one.because, one.verdict_words] for one in dossier.hypotheses],
            "texts": {one.key: one.body for one in dossier.texts if one.body},
            "learnings": [[one.learned, one.observed, len(one.evidence)] for one in dossier.learnings],
            "commitments": [[one.who, one.what, one.by] for one in dossier.commitments],
            "opinions": [one.words for one in dossier.advices],
            "revisits": [one.words for one in dossier.revisits],
            "site": dossier.site.name if dossier.site else "",
            "themes": [[row.name, row.count] for row in dossier.themes.rows] if dossier.themes else [],
            "sessions": [
                {
                    "title": one.identity.title,
                    "contributions": one.contributions,
                    "not printed": one.unprinted.no_consent,
                    "stages": [stage.title.fr for stage in one.stages],
                    "words": sorted(
                        card.text for stage in one.stages for board in stage.boards for card in board.cards
                    ),
                }
                for one in dossier.sessions
            ],
            "votes": len(list(csv.reader(io.StringIO(dossier_csv(dossier, "fr", "votes").decode("utf-8-sig"))))),
        }
    return json.loads(json.dumps(told, default=str))
