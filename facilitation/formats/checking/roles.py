"""References to roles, wherever a stage makes them, and the roles among themselves."""

from facilitation.formats.checking.ledger import ROLE, Ledger
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.tree import Spot

FIXED = frozenset({"author", "author only", "group", "everyone", "totals", "facilitator", "nobody"})

NARROW = {"nobody": 0, "facilitator": 0, "author": 1, "author only": 1, "group": 2, "totals": 3, "everyone": 4}


def check_roles(ledger: Ledger, run: tuple[Form, ...]) -> None:
    """The roles as declared: one "everyone else" at most, and each role of a vote given by some stage."""
    others: dict[str, str] = {}
    for name, role in ledger.roles.items():
        if role.word("chosen by") == "everyone else" and others.setdefault(role.word("block"), name) != name:
            ledger.report.add("two-everyone-else", role.spot, first=others[role.word("block")], name=name)
    given = {name for stage in run for name in stage.named("assign")}
    hosts = {groups.word("hosted by") for stage in run if (groups := stage.form("groups")) is not None}
    for name, role in ledger.roles.items():
        if role.word("chosen by") in GIVEN and name not in given | hosts:
            ledger.report.add("role-never-given", role.at("chosen by"), name=name)


GIVEN = frozenset({"vote", "volunteers", "result"})
"""The ways in which a stage gives a role."""


def check_role(ledger: Ledger, name: str, spot: Spot, too_early: bool = True, *, variants: bool = False) -> None:
    """A role that is named in a stage: it exists and, where it must act, it has been given.

    With `variants`, one of those may stand there as well.
    """
    if variants and name in ledger.variants:
        return
    if not ledger.find(ROLE, name, spot, ledger.roles):
        return
    if too_early and ledger.roles[name].word("chosen by") in GIVEN and name not in ledger.given:
        ledger.report.add("role-early", spot, name=name)


def check_writer(ledger: Ledger, form: Form, key: str) -> None:
    """`written by`, `asked of` and their like: a role, or one of the fixed words."""
    name = form.maybe(key)
    if name is not None and name not in FIXED:
        check_role(ledger, name, form.at(key), variants=True)
        # One answer of a group cannot be asked of those of its members whom a lot picked.
        if ledger.variants.get(name) == "person" and form.word("answered by") == "group":
            ledger.report.add("variant-divides", form.at(key), name=name)


def check_visibility(ledger: Ledger, form: Form | None) -> None:
    """Who sees: known audiences, growing and never shrinking."""
    if form is None:
        return
    for key in ("first", "then"):
        name = form.maybe(key)
        if name is not None and name not in FIXED:
            check_role(ledger, name, form.at(key), too_early=False)
    for key, other in (("until", "then"), ("then", "until")):
        if key in form and other not in form.tried:
            ledger.report.add("goes-with", form.at(key), key=key, other=other)
    first, then = form.word("first", "author"), form.maybe("then")
    if then is not None and NARROW.get(then, 3) < NARROW.get(first, 3):
        ledger.report.add("narrower", form.at("then"))
