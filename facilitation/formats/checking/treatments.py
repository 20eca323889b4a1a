"""Variants drawn by lot: at least two of each, under names of their own, in groups that last."""

from facilitation.formats.checking.ledger import Ledger
from facilitation.formats.reading.form import Form


def declare_treatments(ledger: Ledger, form: Form) -> None:
    """The treatments of a format and their options, known from the first stage on."""
    treatments = dict(form.named_forms("treatments"))
    for name, treatment in treatments.items():
        ledger.declare(name, form.named("treatments")[name].key)
        options = treatment.named("options")
        if "options" in treatment.tried and len(options) < 2:
            ledger.report.add("variants-few", treatment.at("options"))
        for option, said in options.items():
            ledger.declare(option, said.key)
    ledger.treatments = {name: treatment.word("per", "session") for name, treatment in treatments.items()}
    ledger.variants = {
        option: treatment.word("per", "session")
        for treatment in treatments.values()
        for option in treatment.named("options")
    }


def check_lasting(ledger: Ledger, form: Form, run: tuple[Form, ...]) -> None:
    """A variant for each group needs groups that stay together: formed once, or kept for the session."""
    forms = [groups for one in (form, *run) if (groups := one.form("groups")) is not None]
    forming = [groups for groups in forms if "how" not in groups and "same as" not in groups]
    if len(forming) == 1 or (_alike(forming) and all(groups.word("keep") == "session" for groups in forming)):
        return
    for name, treatment in form.named_forms("treatments"):
        if treatment.word("per") == "group":
            ledger.report.add("groups-change", treatment.at("per"), name=name)


def _alike(forming: list[Form]) -> bool:
    said = [{key: one.value for key, one in groups.said.items()} for groups in forming]
    return bool(said) and all(one == said[0] for one in said)
