"""Options that count as numbers, and what they are made of."""

from facilitation.formats.building.activity import options_of
from facilitation.formats.checking.formulas import check_key
from facilitation.formats.checking.ledger import Ledger
from facilitation.formats.reading.form import Form


def worth_something(form: Form) -> bool:
    """Whether any option of a question or a treatment is a number too."""
    return any(option.worth is not None for option in options_of(form))


def check_options(ledger: Ledger, form: Form) -> None:
    """What an option counts is known before the session; in a ranking the place counts, and nothing else."""
    kind = form.word("type")
    for said in form.named("options").values():
        option = said.value
        if not isinstance(option, Form) or "worth" not in option:
            continue
        if kind in ("ranking", "list"):
            ledger.report.add("not-for", option.at("worth"), type=kind, key="worth")
        check_key(ledger, option, "worth", "settings")
