"""What a record repeats of the words people read: a value that was one person's or one turn's is never made up."""

import pytest

from facilitation.domain.expressions import parse
from facilitation.domain.format import Text
from facilitation.projections.outcome.register import register, stages_of, steps_of
from facilitation.projections.outcome.told import told
from tests.documentation.sample import public_goods


def test_a_value_of_one_person_or_one_turn_stands_as_an_ellipsis() -> None:
    session = public_goods(count=3)
    repeated = next(steps for stage in stages_of(session) if len(steps := steps_of(session, stage)) > 1)
    said = told(
        session,
        register(session),
        Text.same("{endowment}; {endowment - contribution}; {sum(contribution)}; {round}"),
        repeated,
    )
    assert said.en == f"{session.settings['endowment']}; …; …; …"
    assert told(
        session, register(session), Text.same("You have {points}. Wait."), repeated
    ).en == "You have …. Wait.".replace("….", "…")
    assert told(session, register(session), Text.same("{round}"), repeated[1:2]).en == "2"


@pytest.mark.parametrize(
    ("formula", "asks"),
    [
        ("pot > 10", True),
        ("pot > 10 and share > 2", True),
        ("not won", True),
        ("closest(guess, 10)", True),
        ("pick(price == lowest)", True),
        ("if won then 1 else 0", True),
        ("if won then 0 else chance(0.5)", True),
        ("pot * 2", False),
        ("if won then 1 else 2", False),
        ("if won then 1 else pot", False),
        ("won", False),
    ],
)
def test_a_formula_that_asks_whether_something_is_so_is_known(formula: str, asks: bool) -> None:
    assert parse(formula).is_question is asks
