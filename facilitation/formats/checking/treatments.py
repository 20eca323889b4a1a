"""Variants drawn by lot: at least two of each, under names of their own, in groups that last."""

from facilitation.domain.format import Text
from facilitation.formats.checking.ledger import Ledger
from facilitation.formats.checking.options import check_options
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
        check_options(ledger, treatment)
    ledger.treatments = {name: treatment.word("per", "session") for name, treatment in treatments.items()}
    ledger.variants = {
        option: treatment.word("per", "session")
        for treatment in treatments.values()
        for option in treatment.named("options")
    }


def check_lasting(ledger: Ledger, form: Form, run: tuple[Form, ...]) -> None:
    """A variant for each group needs groups that stay together: formed once, or kept for the session."""
    by_group = [name for name, treatment in form.named_forms("treatments") if treatment.word("per") == "group"]
    formed = [(one, groups) for one in (form, *run) if (groups := one.form("groups")) is not None and _forms(groups)]
    for name in by_group:
        if not formed:
            ledger.report.add("groups-none", dict(form.named_forms("treatments"))[name].at("per"), name=name)
        for one, groups in _others(formed):
            ledger.report.add("groups-change", groups.spot, name=name, where=_where(one))


def _forms(groups: Form) -> bool:
    return "how" not in groups and "same as" not in groups


def _others(formed: list[tuple[Form, Form]]) -> list[tuple[Form, Form]]:
    """The places that make other groups than the first did: nothing has to be kept where groups are made only once."""
    if len(formed) < 2:
        return []
    first = formed[0][1]
    return [one for one in formed if one[1].word("keep") != "session" or _said(one[1]) != _said(first)]


def _said(groups: Form) -> dict[str, object]:
    return {key: one.value for key, one in groups.said.items()}


def _where(one: Form) -> Text:
    """What forms the groups, as the author would call it."""
    if one.record == "format":
        return Text(fr="le format", en="the format")
    block, stage = one.word("block"), one.word("stage")
    if block:
        return Text(fr=f"l'étape `{stage}` du bloc `{block}`", en=f"the stage `{stage}` of the block `{block}`")
    return Text(fr=f"l'étape `{stage}`", en=f"the stage `{stage}`")
