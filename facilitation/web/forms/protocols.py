"""A protocol: what is collected and why, for how long, and with which instruments."""

from collections.abc import Callable, Sequence
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import FieldList, Form, FormField, SelectField
from wtforms.validators import NumberRange, Optional

from facilitation.domain.format import Question
from facilitation.records.protocols import AskedTest, Instrument, Terms
from facilitation.records.short_lists import joined, listed
from facilitation.web.forms.fields import Whole, line, offered, words

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
TESTS = (
    ("sign", lazy_gettext("sign test")),
    ("signed-rank", lazy_gettext("signed-rank test (Wilcoxon)")),
)
BETWEEN = (
    ("change", lazy_gettext("before and after")),
    ("hindsight", lazy_gettext("before in hindsight, and after")),
    ("sessions", lazy_gettext("a session and a later one")),
    ("later", lazy_gettext("the session and some weeks later")),
)
BLANK_ROWS = 2
MOST_INSTRUMENTS = 20
MOST_TESTS = 10
IN_NUMBERS = frozenset({"scale", "whole number", "number", "yes-no"})
"""Kinds of questions whose answers can be held against each other."""

Find = Callable[[str], Question | None]
"""The question of a name, `format/question`."""


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
    questions = words(lazy_gettext("The questions it covers"))


class AskedTestForm(Form):
    """One test of significance; a row without a question is left out."""

    question = line(lazy_gettext("Question"), required=False)
    between = SelectField(lazy_gettext("Compared between"), choices=offered(BETWEEN))
    test = SelectField(lazy_gettext("Test"), choices=offered(TESTS))
    why = line(lazy_gettext("Why this test, at this question"), 500, required=False)


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
    tests = FieldList(FormField(AskedTestForm), max_entries=MOST_TESTS)
    why = words(lazy_gettext("Why the protocol is amended"))

    @property
    def questions_typed(self) -> tuple[str, ...]:
        """Every question that is named anywhere."""
        covered = [one for row in self.instruments for one in listed(row.form.questions.data or "")]
        return (*covered, *(row.form.question.data for row in self.tests if row.form.question.data))

    def leave_room(self) -> None:
        """Some empty rows for instruments, and one for a test."""
        for _ in range(min(BLANK_ROWS, MOST_INSTRUMENTS - len(self.instruments))):
            self.instruments.append_entry()
        if len(self.tests) < MOST_TESTS:
            self.tests.append_entry()

    def check(self, launched: bool, find: Find, likely: Callable[[str], str]) -> bool:
        """Every field for itself, then: what claims to be validated says where; questions exist; tests and amendments
        say why.
        """
        fine = bool(self.validate())
        for row in self.instruments:
            unknown = [one for one in listed(row.form.questions.data or "") if find(one) is None]
            if row.form.name.data and unknown:
                row.form.questions.errors = [_unknown(unknown[0], likely(unknown[0]))]
                fine = False
        # Every row is looked at, so that all is said at once.
        fine = all([_test_is_fine(row.form, find, likely) for row in self.tests]) and fine
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
            tests=tuple(_tests([row.form for row in self.tests])),
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
            {
                "name": each.name,
                "status": each.status,
                "source": each.source,
                "asked": each.asked,
                "questions": joined(each.questions),
            }
            for each in terms.instruments
        ],
        "tests": [
            {"question": each.question, "between": each.between, "test": each.test, "why": each.why}
            for each in terms.tests
        ],
    }


def _instruments(rows: Sequence[InstrumentForm]) -> list[Instrument]:
    return [
        Instrument(
            row.name.data,
            row.status.data,
            row.source.data or "",
            row.asked.data or "",
            listed(row.questions.data or ""),
        )
        for row in rows
        if row.name.data
    ]


def _tests(rows: Sequence[AskedTestForm]) -> list[AskedTest]:
    found = [
        AskedTest(row.question.data, row.between.data, row.test.data, row.why.data or "")
        for row in rows
        if row.question.data
    ]
    return list(dict.fromkeys(found))


def _test_is_fine(row: AskedTestForm, find: Find, likely: Callable[[str], str]) -> bool:
    name = row.question.data
    if not name:
        return True
    asked = find(name)
    if asked is None:
        row.question.errors = [_unknown(name, likely(name))]
    elif asked.kind not in IN_NUMBERS:
        row.question.errors = [gettext("This question is not answered by a number: nothing can be compared.")]
    if asked is not None and asked.kind == "yes-no" and row.test.data != "sign":
        row.test.errors = [gettext("To a question with yes or no there is only the sign test.")]
    if not row.why.data:
        row.why.errors = [gettext("Say why: a test that nobody can explain beforehand proves nothing afterwards.")]
    return not (row.question.errors or row.test.errors or row.why.errors)


def _unknown(name: str, meant: str) -> str:
    said = gettext("No format has the question “%(name)s”. Write the format, a slash, the question.", name=name)
    perhaps = gettext("Did you mean “%(name)s”?", name=meant)
    return f"{said} {perhaps}" if meant else said
