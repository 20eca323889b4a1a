"""What frames an experiment, as a dossier tells it: its field site, its organisations, its protocol."""

from base64 import b64encode
from collections import Counter
from typing import Literal, cast

from flask_babel import get_locale, gettext

from facilitation.documentation.dossier.around import Function, Invited
from facilitation.documentation.dossier.otherwise import Otherwise
from facilitation.documentation.dossier.shapes import (
    Authorisation,
    Clearance,
    Instrument,
    Mark,
    Partner,
    Protocol,
    Site,
)
from facilitation.documentation.sheet import Sheet
from facilitation.domain.format import Text
from facilitation.projections.paired.asked_for import Wanted
from facilitation.projections.paired.significance import Named
from facilitation.projections.paired.which import Sort
from facilitation.records import (
    checklist,
    clearances,
    live_sessions,
    logos,
    members,
    organisations,
    programmes,
    protocols,
    sites,
)
from facilitation.records.checklist import Item, Settled
from facilitation.records.kept_for import Kept, kept_for
from facilitation.records.organisations import Partner as Known
from facilitation.records.organisations import Whole
from facilitation.records.protocols.terms import Terms
from facilitation.web.documents.amending import amendments_told
from facilitation.web.documents.days import noon
from facilitation.web.doors import doors
from facilitation.web.forms.programmes import ROLES
from facilitation.web.forms.protocols import BASES, INSTRUMENT_STATUSES
from facilitation.web.forms.sites import CONNECTIVITIES, PLACES
from facilitation.web.protocols import sheet_of, sheet_with

PRINTED = ("bearer", "funder")
"""Whose logos are on the cover: those who answer for it, those who pay for it."""


def site_told(number: int | None) -> Site | None:
    """The site, with every item that has to be settled there."""
    found = sites.find(doors().database, number) if number else None
    if found is None:
        return None
    facts, settled = found.facts, checklist.of_site(doors().database, found.id)
    return Site(
        facts.name,
        _said(dict(PLACES)[facts.place]),
        _said(dict(CONNECTIVITIES)[facts.connectivity]),
        facts.phones_allowed,
        facts.notes,
        tuple(_authorisation(item, settled.get(item.key)) for item in checklist.items_of(facts.place)),
    )


def photos_told(experiment: int) -> Clearance | None:
    """What could be photographed, if anything."""
    known = clearances.of_experiment(doors().database, experiment)
    if known is None:
        return None
    return Clearance(known.words, known.authority, noon(known.since) or 0, noon(known.until) or 0)


def logos_told(experiment: int) -> tuple[Mark, ...]:
    """The logos of the organisations that bear an experiment, then of those that fund it."""
    known = [each for each in organisations.of(doors().database, Whole(experiment=experiment)) if each.role in PRINTED]
    found = logos.of(doors().database, {each.organisation for each in known})
    names = {each.organisation: each.name for each in known if each.organisation in found}
    return tuple(
        Mark(name, b64encode(found[number].png).decode(), found[number].width, found[number].height)
        for number, name in names.items()
    )


def bearers_and_partners(experiment: int) -> tuple[tuple[str, ...], tuple[Partner, ...]]:
    """The organisations that bear an experiment; and the others, those of its edition too."""
    edition = programmes.edition_of(doors().database, experiment)
    known: list[Known] = list(organisations.of(doors().database, Whole(experiment=experiment)))
    known += organisations.of(doors().database, Whole(edition=edition.id)) if edition else ()
    bearers = tuple(dict.fromkeys(each.name for each in known if each.role == "bearer"))
    others = tuple(Partner(each.name, _said(dict(ROLES)[each.role])) for each in known if each.role != "bearer")
    return bearers, tuple(dict.fromkeys(others))


def protocol_told(experiment: int, launched: int | None) -> Protocol | None:
    """The protocol as it stands, with what was amended since the first session began."""
    found = protocols.of_experiment(doors().database, experiment)
    if found is None:
        return None
    locale, terms = str(get_locale()), found.newest.terms
    sheet = sheet_of(experiment, locale)
    frozen = found.at(launched) if launched is not None else found.newest
    return Protocol(
        version=(frozen or found.versions[0]).number,
        frozen_at=launched if frozen else found.versions[0].at,
        late=frozen is None,
        purpose=terms.purpose,
        basis=str(dict(BASES)[terms.basis]) if terms.basis else "",
        data="\n".join(f"- {each}" for each in terms.collected),
        controllers=", ".join(terms.controllers),
        contact=terms.contact,
        retention=_retention(_kept(terms)),
        instruments=tuple(
            Instrument(each.name, _said(dict(INSTRUMENT_STATUSES)[each.status]), each.source, each.questions)
            for each in terms.instruments
        ),
        amendments=amendments_told(found, launched),
        tests=tests_wanted(experiment, launched),
        sheet=sheet.digest if sheet else "",
        otherwise=_otherwise(experiment, found, sheet, locale),
    )


def _otherwise(experiment: int, protocol: protocols.Protocol, now: Sheet | None, locale: str) -> tuple[Otherwise, ...]:
    """The sessions that began under other words than those that stand, with what holds for each."""
    headers = live_sessions.of_experiment(doors().database, experiment)
    begun = sorted((each for each in headers if each.started_at is not None), key=lambda each: each.started_at or 0)
    found = []
    for number, header in enumerate(begun, 1):
        began = header.started_at or 0
        kept = kept_for(protocol, began, header.closed_at or began)
        then = protocol.at(began)
        sheet = None if kept.a_try or then is None else sheet_with(experiment, then.terms, locale)
        found.append(Otherwise(number, _retention(kept), sheet.digest if sheet else "", kept.a_try))
    usual = (_retention(_kept(protocol.newest.terms)), now.digest if now else "", False)
    return tuple(each for each in found if (each.retention, each.sheet, each.a_try) != usual)


def _kept(terms: Terms) -> Kept:
    return Kept(terms.contributions_months or 0, terms.journal_months, terms.papers_days)


def tests_wanted(experiment: int, launched: int | None) -> tuple[Wanted, ...]:
    """The tests that the protocol asks for, and whether each was asked for before anything was known."""
    found = protocols.of_experiment(doors().database, experiment)
    asked = ((each, found.asked_at(each)) for each in found.newest.terms.tests) if found else ()
    return tuple(
        Wanted(
            *_question(each.question),
            sort=cast(Sort, each.between),
            test=cast(Named, each.test),
            why=each.why,
            beforehand=launched is None or (at is not None and at <= launched),
        )
        for each, at in asked
    )


def _question(named: str) -> tuple[str, str]:
    form, _, question = named.partition("/")
    return form, question


def _authorisation(item: Item, settled: Settled | None) -> Authorisation:
    if settled is None:
        return Authorisation(item.title, "open")
    state: Literal["given", "waived"] = "waived" if settled.state == "waived" else "given"
    return Authorisation(item.title, state, settled.authority, noon(settled.on), settled.words)


def _retention(terms: Kept) -> tuple[tuple[Text, str], ...]:
    months, days = gettext("%(count)s months"), gettext("%(count)s days")
    kept = (
        (gettext("contributions"), terms.contributions_months, months),
        (gettext("journal of exports"), terms.journal_months, months),
        (gettext("papers"), terms.papers_days, days),
    )
    return tuple((Text.same(what), words % {"count": count}) for what, count, words in kept if count)


def _said(words: object) -> Text:
    """A label of a form, in the language that the dossier is gathered in."""
    return Text.same(str(words))


FUNCTIONS: dict[members.Role, Text] = {
    "facilitator": Text("animation", "facilitation"),
    "observer": Text("observation", "observation"),
    "researcher": Text("recherche", "research"),
}
"""What those who make an experiment do in it."""


def team_told(experiment: int) -> tuple[Function, ...]:
    """How many do what; nobody by name."""
    roles = Counter(each.role for each in members.of_experiment(doors().database, experiment))
    return tuple(Function(name, roles[role]) for role, name in FUNCTIONS.items() if roles[role])


def invited_told(experiment: int) -> tuple[Invited, ...]:
    """How many were asked to come, session by session."""
    headers = live_sessions.of_experiment(doors().database, experiment)
    return tuple(Invited(each.id, each.invited) for each in headers if each.invited is not None)
