"""A protocol: what is collected and why, for how long, and with which instruments."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import FieldList, Form, FormField, SelectField
from wtforms.validators import NumberRange, Optional

from facilitation.records.protocols import Instrument, Terms
from facilitation.records.short_lists import joined, listed
from facilitation.web.forms.fields import line, offered, words
from facilitation.web.forms.trials import Whole

BASES = (
    ("", lazy_gettext("Not decided yet")),
    ("consent", lazy_gettext("Consent of the people")),
    ("public-task", lazy_gettext("Task in the public interest")),
    ("legitimate-interest", lazy_gettext("Legitimate interest")),
)
INSTRUMENT_STATUSES = (
    ("own", lazy_gettext("of our own making")),
    ("adapted", lazy_gettext("adapted from…")),
    ("translated", lazy_gettext("translated, not validated")),
    ("validated", lazy_gettext("validated, with its reference")),
)
BLANK_ROWS = 2
MOST_INSTRUMENTS = 20


def _number(label: Any, most: int) -> Whole:
    return Whole(
        label,
        [Optional(), NumberRange(1, most, message=lazy_gettext("From 1 to %(max)s."))],
        render_kw={"inputmode": "numeric"},
    )


class InstrumentForm(Form):
    """One instrument; a row without a name is left out."""

    name = line(lazy_gettext("Instrument"), required=False)
    status = SelectField(lazy_gettext("Its status"), choices=offered(INSTRUMENT_STATUSES))
    source = line(lazy_gettext("Adapted from, or reference"), 500, required=False)
    asked = line(lazy_gettext("When it is asked"), required=False)


class ProtocolForm(Form):
    """What is fixed before the first session."""

    purpose = words(lazy_gettext("Purpose"))
    invited = words(lazy_gettext("How people are invited"))
    collected = words(lazy_gettext("What is collected"))
    seen_by = words(lazy_gettext("Who may read it"))
    basis = SelectField(lazy_gettext("Legal basis"), choices=offered(BASES))
    controllers = words(lazy_gettext("Controllers (organisations)"))
    contact = line(lazy_gettext("Contact for data protection (DPO)"), required=False)
    contributions_months = _number(lazy_gettext("Contributions: months kept after the session"), 120)
    journal_months = _number(lazy_gettext("Journal of exports: months kept"), 120)
    papers_days = _number(lazy_gettext("Papers: days kept after the session"), 3650)
    instruments = FieldList(FormField(InstrumentForm), max_entries=MOST_INSTRUMENTS)
    why = words(lazy_gettext("Why the protocol is amended"))

    def leave_room(self) -> None:
        """Some empty rows for instruments."""
        for _ in range(min(BLANK_ROWS, MOST_INSTRUMENTS - len(self.instruments))):
            self.instruments.append_entry()

    def check(self, launched: bool) -> bool:
        """Every field for itself, then: what claims to be validated says where; an amendment says why."""
        fine = bool(self.validate())
        for row in self.instruments:
            needs = {"validated": gettext("A validated instrument has a reference."), "adapted": gettext("From what?")}
            if row.form.name.data and row.form.status.data in needs and not row.form.source.data:
                row.form.source.errors = [needs[row.form.status.data]]
                fine = False
        if launched and not self.why.data:
            self.why.errors = [gettext("Sessions have begun: say why the protocol is amended.")]
            fine = False
        return fine

    def empties(self, stands: Terms) -> bool:
        """Whether something is gone without which nobody can be informed any more; put beside each field."""
        gone = [name for name in self.terms().missing if name not in stands.missing]
        for name in gone:
            self[name].errors = [
                gettext("A session is under way: whoever still comes has to read this. Say it in other words, or wait.")
            ]
        return bool(gone)

    def terms(self) -> Terms:
        """What was filled in."""
        return Terms(
            purpose=self.purpose.data or "",
            invited=self.invited.data or "",
            collected=listed(self.collected.data or ""),
            seen_by=listed(self.seen_by.data or ""),
            basis=self.basis.data,
            controllers=listed(self.controllers.data or ""),
            contact=self.contact.data or "",
            contributions_months=self.contributions_months.data,
            journal_months=self.journal_months.data,
            papers_days=self.papers_days.data,
            instruments=tuple(_instruments([row.form for row in self.instruments])),
        )


def shown(terms: Terms) -> dict[str, Any]:
    """Terms as the form shows them."""
    return {
        "purpose": terms.purpose,
        "invited": terms.invited,
        "collected": joined(terms.collected),
        "seen_by": joined(terms.seen_by),
        "basis": terms.basis,
        "controllers": joined(terms.controllers),
        "contact": terms.contact,
        "contributions_months": terms.contributions_months,
        "journal_months": terms.journal_months,
        "papers_days": terms.papers_days,
        "instruments": [
            {"name": each.name, "status": each.status, "source": each.source, "asked": each.asked}
            for each in terms.instruments
        ],
    }


def _instruments(rows: Sequence[InstrumentForm]) -> list[Instrument]:
    return [
        Instrument(row.name.data, row.status.data, row.source.data or "", row.asked.data or "")
        for row in rows
        if row.name.data
    ]
