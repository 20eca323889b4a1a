"""Whether what a value is worked out from is over: a number drawn from answers still coming in would tell them."""

from facilitation.domain.scopes import asked_at, computed_at
from facilitation.domain.session import Planned, Session


def settled(session: Session, step: Planned, names: frozenset[str]) -> bool:
    """Whether every stage that gave one of these names is closed."""
    # A number drawn from answers still coming in would tell each newcomer's answer by difference.
    for name in names:
        word = name.rpartition(".")[2]
        asked = asked_at(session, step, word)
        source = asked[0] if asked else computed_at(session, step, word)
        if source is not None and not asked and source.stage.compute_when == "stage starts":
            continue
        known = session.steps.get(source.key) if source else None
        if source is not None and (known is None or known.closed_at is None):
            return False
    return True
