"""A house with an experiment in it that has everything, and ways to look at a whole house at once."""

import json
import zipfile
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import Any

from flask_babel import force_locale
from sqlalchemy import select

from facilitation.archive import make_archive
from facilitation.archive.packing import packed
from facilitation.database import Database, metadata
from facilitation.documentation.dossier.kinds import KINDS
from facilitation.documentation.dossier.page import dossier_html
from facilitation.domain.commands import (
    Advance,
    By,
    CloseSession,
    OpenDoor,
    PostCard,
    TakeNote,
    WithdrawCard,
)
from facilitation.projections.outcome.rendering import RENDERINGS
from facilitation.records import (
    checklist,
    clearances,
    codings,
    colleges,
    experiments,
    hypotheses,
    later,
    learnings,
    organisations,
    pairings,
    sites,
    texts,
    themes,
    versions,
)
from facilitation.records.checklist import Settled
from facilitation.records.clearances import Clearance
from facilitation.records.hypotheses import Verdict, Wording
from facilitation.records.learnings import LearningFacts
from facilitation.records.organisations import Whole
from facilitation.records.reading import Said, objections, windows
from facilitation.records.referring import learning_ref
from facilitation.records.sites import SiteFacts
from facilitation.records.texts import Place
from facilitation.records.themes import ThemeFacts
from facilitation.records.versions import Validation, Version
from facilitation.web.documents.gathering import gather
from tests.web.conftest import House, Planned
from tests.web.furnished import furnish

SAID = "Un café dehors"
WITHDRAWN = "Un mot repris aussitôt"
UNSAID = "Une parole que personne n'a le droit de reproduire"
NOW = 1_780_000_000_000


def lived_in(house: House) -> Planned:
    """Experiment 1 with all around it: two sessions that are over, one to come, words kept, withdrawn and kept back."""
    database = house.doors.database
    furnish(database)
    site = sites.add(
        database, SiteFacts("Maison de quartier", "association", "weak", True, "au premier", host(database))
    )
    checklist.settle(database, site, "minors", Settled("ticked", "aucun n'est attendu", "la direction", None, 1, 5))
    found = experiments.find(database, 1)
    assert found
    experiments.change(database, 1, _with_site(found.facts, site))
    hypotheses.change(
        database, 1, Wording("on écrit", "on parle", "c'est plus facile", "un tiers"), "trop vague", 1, 20
    )
    hypotheses.judge(database, 1, Verdict("nuanced", "Pas toujours.", 1, 30))
    held = _held(house)
    house.plan()
    with house.app.test_request_context(), force_locale("fr"):
        told = gather(found, "fr", RENDERINGS["restitution"])
    ref = told.sessions[0].stages[0].boards[0].cards[0].ref
    _coded(database, ref)
    learned = learnings.add(database, 1, LearningFacts("Le café aide.", "rien", evidence=(ref,)), 1, 40)
    hypotheses.judge(database, 1, Verdict("nuanced", "Pas toujours.", 1, 30, (learning_ref(learned), ref)))
    about = f"learning:{learned}"
    objections.add(database, 1, objections.Said(held.id, next(iter(held.state.people)), about, "Pas pour moi."), 45)
    texts.save(database, Place(1, "limits", "fr"), f"Petit nombre, {{{ref}}}.", 0, 1, 50)
    texts.save(database, Place(1, "plain", "en"), "We tried.", 0, 1, 50)
    _read_and_published(house, held.id, next(iter(held.state.people)))
    return held


def _coded(database: Database, ref: str) -> None:
    """Two coders who agree, one who sees no theme there, a theme that was merged into a later one."""
    first, second = (themes.add(database, 1, ThemeFacts(name), 1, 60) for name in ("Accueil", "Arrivée"))
    old = next(theme for theme in themes.of_experiment(database, 1) if theme.id == first)
    themes.merge(database, old, second, 1, 61)
    for coder, seen in ((1, [second]), (7, [second]), (8, [])):
        codings.code(database, 1, ref, coder, seen, 62)
    codings.agree(database, 1, ref, [second], 1, 63)
    codings.quote(database, 1, ref, 1, True, 64)
    themes.show(database, second, ref, "inside")


def _read_and_published(house: House, session: str, person: str) -> None:
    """What comes at the end: photos, a time to read and contest, answers weeks after, a version."""
    database = house.doors.database
    clearances.give(
        database, 1, Clearance("Le mur, sans visage", "la direction", date(2026, 1, 1), date(2026, 2, 1)), 1, 70
    )
    windows.begin(database, 1, 90, 1, 71)
    window = windows.open_now(database, 1, 80)
    assert window
    windows.confirm(database, window.id, session, person)
    objections.add(database, 1, Said(session, person, "text:limits", "Nous étions assez nombreux."), 72)
    later.answer(database, session, "s1", {"one-two-four-all/clear": "3"}, 73)
    versions.publish(database, 1, Version(1, "published", 91, sessions=(session,), frozen="{}", digest="x", account=1))
    versions.validate(database, 1, Validation("x", 1, 90))


def host(database: Database) -> int:
    """The organisation that keeps its field site to itself: it has no part in the experiment."""
    other = Whole(experiment=experiments.add(database, experiments.ExperimentFacts("Une voisine"), 3))
    organisations.join(database, "Hôte des exemples", "association", "host", other)
    return organisations.of(database, other)[0].organisation


def _with_site(facts: Any, site: int) -> Any:
    return type(facts)(**{**{name: getattr(facts, name) for name in facts.__slots__}, "site": site})


def _held(house: House) -> Planned:
    first = None
    for _ in range(2):
        planned = house.plan()
        planned.say(OpenDoor())
        planned.join(report="yes", quotation="yes", publication="yes")
        agreed = By("participant", planned.newest())
        planned.join(report="no")
        silent = By("participant", planned.newest())
        planned.go_on()
        step = planned.state.current or ""
        planned.say(PostCard(step, "ideas", SAID), PostCard(step, "ideas", WITHDRAWN), by=agreed)
        planned.say(PostCard(step, "ideas", UNSAID), by=silent)
        taken = next(card.id for card in planned.state.cards.values() if card.text == WITHDRAWN)
        planned.say(WithdrawCard(taken), by=agreed)
        planned.say(TakeNote("Un silence utile."))
        if first is not None:
            pairings.pair(house.doors.database, (planned.id, silent.id), (first.id, list(first.state.people)[-1]), 1)
        planned.say(Advance(planned.state.current), CloseSession())
        house.noted(planned.id, "closed_at")
        colleges.keep(house.doors.database, planned.id, {"concerned": 6, "justice": 12})
        first = first or planned
    assert first
    return first


def documents(house: House, experiment: int) -> dict[str, str]:
    """The HTML of every document there is, dated NOW: what a PDF is made of."""
    found = experiments.find(house.doors.database, experiment)
    assert found
    pages = {}
    for locale in ("fr", "en"):
        for name, rendering in RENDERINGS.items():
            with house.app.test_request_context():
                told = gather(found, locale, rendering)
            pages |= {f"{kind} {locale} {name}": dossier_html(told, locale, NOW, kind) for kind in KINDS}
    return pages


def rows(house: House) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of a house, to see that nothing changed."""
    found = {}
    with house.doors.database.reading() as connection:
        for table in metadata.sorted_tables:
            found[table.name] = sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
    return found


def archive_of(house: House, experiment: int = 1) -> bytes:
    return make_archive(house.doors.database, experiment, NOW)[1]


def entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def forged(data: bytes, change: Callable[[dict[str, bytes]], None], honest: bool = True) -> bytes:
    """The archive with something changed in it; `honest` gives what was changed its right digest."""
    found = entries(data)
    change(found)
    if honest:
        told = json.loads(found["manifest.json"])
        told["entries"] = {
            name: {"sha256": sha256(content).hexdigest(), "bytes": len(content)}
            for name, content in found.items()
            if name != "manifest.json"
        }
        found["manifest.json"] = json.dumps(told).encode()
    return packed(found)
