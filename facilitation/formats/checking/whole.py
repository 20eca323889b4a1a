"""Level three of the checks: every name leads somewhere, nothing refers to the future, nothing private leaks."""

from facilitation.domain.format import Setting
from facilitation.formats.checking.document import check_document
from facilitation.formats.checking.groups import check_groups
from facilitation.formats.checking.ledger import Ledger
from facilitation.formats.checking.roles import check_roles
from facilitation.formats.checking.stages import check_run, declared, stages_of
from facilitation.formats.checking.texts import check_text, texts_in
from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.form import Form
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
    )
    for name, said in (*form.named("settings").items(), *form.named("roles").items()):
        ledger.declare(name, said.key)
    _check_own_texts(ledger, form)
    check_roles(ledger, stages_of(run))
    ledger.house_groups = check_groups(ledger, form.form("groups")) if "groups" in form else None
    check_run(ledger, run)
    check_document(ledger, form.forms("document"))


def _check_own_texts(ledger: Ledger, form: Form) -> None:
    for key, text, spot, shape in texts_in(form):
        if key in OWN_TEXTS and isinstance(shape, Prose):
            check_text(ledger, key, text, spot, shape)
