"""What may flow to more people, and what may not: the same names, in a text that everyone or a group reads."""

import pytest

from tests.formats.malformed import OF_HOST, SHOW
from tests.formats.samples import SMALL, changed, read, said

REVEALED = changed(
    "    seen by: author\n    continue", "    seen by: {first: author, until: stage ends, then: everyone}\n    continue"
)
TO_GROUP = changed(
    "    seen by: author\n    continue", "    seen by: {first: author, until: stage ends, then: group}\n    continue"
)
SELLERS = changed(
    "  guests:", "  seller: {label: Seller, per: group, chosen by: random, optional: yes}\n  guests:"
).replace("{type: whole number, label", "{type: whole number, asked of: seller, label")
ROUNDS = changed(
    "  - stage: vote\n",
    "  - repeat: 2\n    stages:\n      - {stage: bid, ask: {bid: {type: number, asked of: host, label: B}}}\n"
    "  - stage: vote\n",
)


def _shows(formula: str, text: str = SMALL) -> str:
    return changed(SHOW, f'show: "{{{formula}}}"', text)


def _tells(formula: str, text: str = SMALL) -> str:
    return changed(SHOW, f'instruction: "{{{formula}}}"', text)


LEGITIMATE = {
    "one's own value": _shows("gap"),
    "the average of many": _tells("average(number)"),
    "the largest of the group": _shows("most"),
    "what the room has seen": _tells("sum(host.number)", REVEALED),
    "what the group has seen, to the group": _shows("host.number", TO_GROUP),
    "one in each group, over the room": _tells("average(number)", SELLERS),
    "how many gave one": _tells("count(number)"),
    "taken over all rounds": _shows("total(bid)", ROUNDS),
    "a payoff that many decide": _shows(
        "host.gain", changed("{gap: most - number}", "{gap: most, gain: most - number}", TO_GROUP)
    ),
}


@pytest.mark.parametrize("text", LEGITIMATE.values(), ids=LEGITIMATE)
def test_pooled_own_and_revealed_values_may_be_shown(text: str) -> None:
    found = [d.code for d in read(text).diagnostics if not d.code.startswith("example-")]
    assert not found, said(read(text))


KEPT = {
    "what the group has seen, to the room": _tells("sum(host.number)", TO_GROUP),
    "one in each group, to the group": _shows("sum(number)", SELLERS),
    "one in the room, over the room": _tells("sum(everyone.number)", OF_HOST),
    "an anonymous answer, though revealed": _shows(
        "host.number", changed("min: 0, max: 100}", "min: 0, max: 100, anonymous: yes}", REVEALED)
    ),
    "totals, though everyone sees them": _tells(
        "sum(host.number)", changed("    seen by: author\n    continue", "    seen by: totals\n    continue")
    ),
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_an_audience_is_never_widened(text: str) -> None:
    found = [d.code for d in read(text).diagnostics]
    assert set(found) <= {"private-shown", "private-pooled"}, said(read(text))
    assert found
