"""Level three of the checks: every name leads somewhere, nothing refers to the future, nothing private leaks."""

from facilitation.domain.format import Setting
from facilitation.domain.plan import SettingsScope
from facilitation.domain.tables import limits
from facilitation.formats.building.table import cells
from facilitation.formats.checking.document import check_document
from facilitation.formats.checking.formulas import check_formula, check_key
from facilitation.formats.checking.groups import check_groups, in_pairs, in_ring
from facilitation.formats.checking.handouts import check_handouts
from facilitation.formats.checking.idle import check_idle
from facilitation.formats.checking.ledger import Ledger
from facilitation.formats.checking.members import check_rotations
from facilitation.formats.checking.questions import check_later
from facilitation.formats.checking.roles import check_roles
from facilitation.formats.checking.stages import check_run, declared, stages_of
from facilitation.formats.checking.texts import check_text, texts_in
from facilitation.formats.checking.treatments import check_lasting, declare_treatments
from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.tree import Spot
from facilitation.formats.schema.shapes import Prose

OWN_TEXTS = ("title", "summary", "objectives", "consent", "label")


def check_references(form: Form, settings: tuple[Setting, ...], report: Report) -> None:
    """Check every name of the file against what is declared before it."""
    run = form.forms("run")
    ledger = Ledger(
        report,
        settings={setting.name: setting.kind for setting in settings},
        roles=dict(form.named_forms("roles")),
        later=declared(run),
        tables={
            name: {len(row.keys) for row, _ in cells(table.node("values"))}
            for name, table in form.named_forms("tables")
        },
        defaults=SettingsScope({setting.name: setting.default for setting in settings}),
    )
    for name, said in (
        *form.named("settings").items(),
        *form.named("tables").items(),
        *form.named("roles").items(),
    ):
        ledger.declare(name, said.key)
    declare_treatments(ledger, form)
    check_lasting(ledger, form, stages_of(run))
    _check_own_texts(ledger, form)
    check_roles(ledger, stages_of(run))
    ledger.house_groups = check_groups(ledger, form.form("groups")) if "groups" in form else None
    ledger.pairs = in_pairs(ledger, form.form("groups"))
    ledger.seated = in_ring(ledger, form.form("groups"))
    _check_tables(ledger, form)
    ledger.house_form = form.form("groups")
    ledger.objectives = len(form.items("objectives"))
    check_handouts(ledger, form, stages_of(run))
    check_rotations(ledger, run)
    check_run(ledger, run)
    check_later(ledger, form.form("later"))
    check_idle(ledger, form, stages_of(run))
    check_document(ledger, form.forms("document"))


def _check_own_texts(ledger: Ledger, form: Form) -> None:
    for key, text, spot, shape in texts_in(form):
        if key in OWN_TEXTS and isinstance(shape, Prose):
            check_text(ledger, key, text, spot, shape)


def _check_tables(ledger: Ledger, form: Form) -> None:
    for _, table in form.named_forms("tables"):
        check_key(ledger, table, "otherwise", "settings")
        for row, spot in cells(table.node("values")):
            if check_formula(ledger, row.value, spot, "settings"):
                _check_keys(ledger, row.keys, spot)


def _check_keys(ledger: Ledger, keys: tuple[str, ...], spot: Spot) -> None:
    for key in keys:
        ends = limits(key)
        if ".." in key and (ends is None or ends[0] > ends[1]):
            ledger.report.add("range-wrong", spot, value=key)
