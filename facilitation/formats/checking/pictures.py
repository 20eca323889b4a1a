"""Pictures of systems: each draws what its kind can draw, and only what everyone may read."""

from facilitation.domain.format import Text
from facilitation.domain.item_values import MOST_VALUES
from facilitation.formats.checking.ledger import BOARD, QUESTION, STAGE, Ledger
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.tree import Spot
from facilitation.formats.schema.activities.charts import PICTURES

WANTED = {"map": 2, "moves": 2, "change": 2, "horizons": 3}
"""How many things a picture is drawn from, where it is not one."""
OF_BOARDS = ("rings", "iceberg", "horizons")
ROWS = Text(fr="une question `type: list`, vue de tous", en="a question with `type: list`, seen by everyone")
LEVELS = Text(
    fr="une question `for each: card` dont la salle voit au moins les totaux, ou une étape où l'on donne des notes",
    en="a question with `for each: card` whose totals the room sees, or a stage that gives scores",
)
TIES = Text(
    fr="une question `type: list` ou `for each: card`, vue de tous",
    en="a question with `type: list` or `for each: card`, seen by everyone",
)
PICKS = Text(fr="une question `type: choice` dont la salle voit le résultat", en="a choice whose result the room sees")
TWICE = Text(
    fr="une question `type: scale`, `whole number`, `number` ou `yes-no`, sans nom (`anonymous: yes`) ou vue de tous",
    en="a question with `type: scale`, `whole number`, `number` or `yes-no`, `anonymous: yes` or seen by everyone",
)
COMPARABLE = frozenset({"scale", "whole number", "number", "yes-no"})
"""What may be asked twice to be compared: answers of which one is more than another."""


def check_picture(ledger: Ledger, chart: Form, stage: Form | None = None) -> bool:
    """Whether this chart is a picture of a system; if so, all remarks on it."""
    kind = chart.word("type")
    if kind not in PICTURES:
        if "of" in chart:
            ledger.report.add("goes-with", chart.at("of"), key="of", other=Text.same(f"type: {' / '.join(PICTURES)}"))
        elif "value" not in chart.tried and kind:
            ledger.report.add("picture-bare", chart.spot, kind=kind, key="value")
        return "value" not in chart
    if "value" in chart:
        ledger.report.add("goes-with", chart.at("value"), key="value", other=Text.same("type: bars / line"))
    names = chart.items("of")
    if not names and "of" not in chart.tried:
        ledger.report.add("picture-bare", chart.spot, kind=kind, key="of")
    wanted = WANTED.get(kind, 1)
    # Two networks are held against each other.
    twice = kind == "network" and len(names) == 2
    if names and len(names) != wanted and not twice:
        ledger.report.add("picture-count", chart.at("of"), kind=kind, wanted=wanted, count=len(names))
    for item in names:
        _check_source(ledger, kind, str(item.value), item.spot, stage, twice)
    return True


def _check_source(ledger: Ledger, kind: str, name: str, spot: Spot, stage: Form | None, twice: bool) -> None:
    if kind in OF_BOARDS:
        _check_board(ledger, kind, name, spot, stage)
        return
    known = ledger.asked.get(name)
    if kind in ("matrix", "map") and name in ledger.rating:
        return
    if known is None:
        stages = ledger.rating if kind in ("matrix", "map") else set()
        ledger.find(STAGE if stages and name in ledger.stages else QUESTION, name, spot, {*ledger.asked, *stages})
        return
    kinds = ("items",) if twice else ("list", "items")
    wanted, fits = {
        "loops": (ROWS, known.kind == "list" and known.seen == "everyone"),
        "network": (LEVELS if twice else TIES, known.kind in kinds and known.seen_by_room),
        "matrix": (LEVELS, known.kind == "items" and known.seen_by_all),
        "map": (LEVELS, known.kind == "items" and known.seen_by_all),
        "moves": (PICKS, known.kind == "choice" and known.seen_by_all),
        "change": (TWICE, known.kind in COMPARABLE and (known.unnamed or known.seen_by_all)),
    }[kind]
    if kind == "matrix" and known.values is not None and known.values > MOST_VALUES:
        ledger.report.add("picture-range", spot, name=name, count=known.values)
    if not fits:
        ledger.report.add("picture-source", spot, kind=kind, name=name, wanted=wanted)


def _check_board(ledger: Ledger, kind: str, name: str, spot: Spot, stage: Form | None) -> None:
    if not ledger.find(BOARD, name, spot, ledger.boards):
        return
    if kind != "horizons" and not ledger.boards[name].columns:
        ledger.report.add("picture-columns", spot, kind=kind, name=name)
    if stage is not None and name not in {board.word("name") for board in stage.forms("board")}:
        ledger.report.add("not-in-stage", spot, name=name)
