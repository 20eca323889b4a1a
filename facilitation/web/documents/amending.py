"""What each amendment of a protocol changed since the first session began, field by field, as a dossier tells it."""

from collections.abc import Iterator
from itertools import pairwise

from flask_babel import gettext

from facilitation.documentation.dossier.altered import Altered
from facilitation.documentation.dossier.shapes import Amendment
from facilitation.domain.format import Text
from facilitation.records.protocols import Protocol, Terms
from facilitation.web.forms.protocols import BASES, BETWEEN, INSTRUMENT_STATUSES, TESTS


def amendments_told(found: Protocol, launched: int | None) -> tuple[Amendment, ...]:
    """Every version since, with what it says in another way than the one before."""
    return tuple(
        Amendment(f"version {after.number}", after.why, after.at, tuple(_altered(before.terms, after.terms)))
        for before, after in pairwise(found.versions)
        if launched is not None and after.at > launched
    )


def _altered(before: Terms, after: Terms) -> Iterator[Altered]:
    said = zip(_said(before), _said(after), strict=True)
    return (Altered(Text.same(name), was, now) for (name, was), (_, now) in said if was != now)


def _said(terms: Terms) -> tuple[tuple[str, str], ...]:
    """Every field of the terms in words: all of them, since an amendment may be about any."""
    return (
        (gettext("Purpose"), terms.purpose),
        (gettext("How people are invited"), terms.invited),
        (gettext("What is collected"), _listed(terms.collected)),
        (gettext("Who may read it"), _listed(terms.seen_by)),
        (gettext("Legal basis"), str(dict(BASES)[terms.basis]) if terms.basis else ""),
        (gettext("Controllers (organisations)"), _listed(terms.controllers)),
        (gettext("Contact for data protection (DPO)"), terms.contact),
        (gettext("Contributions are kept"), _months(terms.contributions_months)),
        (gettext("The journal of exports is kept"), _months(terms.journal_months)),
        (gettext("Papers are kept"), _days(terms.papers_days)),
        (gettext("Instruments"), _listed(_instruments(terms))),
        (gettext("Tests asked for"), _listed(_tests(terms))),
    )


def _instruments(terms: Terms) -> tuple[str, ...]:
    statuses = dict(INSTRUMENT_STATUSES)
    told = (
        (each.name, str(statuses[each.status]), each.source, each.asked, *each.questions) for each in terms.instruments
    )
    return tuple(", ".join(filter(None, parts)) for parts in told)


def _tests(terms: Terms) -> tuple[str, ...]:
    tests, moments = dict(TESTS), dict(BETWEEN)
    told = ((each.question, str(tests[each.test]), str(moments[each.between]), each.why) for each in terms.tests)
    return tuple(", ".join(filter(None, parts)) for parts in told)


def _listed(several: tuple[str, ...]) -> str:
    return " ; ".join(several)


def _months(count: int | None) -> str:
    return gettext("%(count)s months", count=count) if count is not None else ""


def _days(count: int | None) -> str:
    return gettext("%(count)s days", count=count) if count is not None else ""
