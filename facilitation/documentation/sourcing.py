"""On what a figure rests, printed beside it: declared by somebody, observed by somebody, measured by counting."""

from typing import Literal

from facilitation.domain.format import Text

Basis = Literal["declared", "observed", "measured"]

NAMES: dict[Basis, Text] = {
    "declared": Text("Déclaré", "Declared"),
    "observed": Text("Observé", "Observed"),
    "measured": Text("Mesuré", "Measured"),
}

COUNTED = frozenset({"timeline", "votes"})
"""What the software counts or times by itself."""

SEEN = frozenset({"seen"})
"""What somebody who observed counted with their own eyes."""

ACTED = frozenset({"values", "numbers"})
"""What in a game is an act that is recorded, and everywhere else something that people say."""


def basis_of(sort: str, kind_of_format: str) -> Basis:
    """The basis of one sort of figure in a session of such a format."""
    if sort in COUNTED or (sort in ACTED and kind_of_format == "cooperation-game"):
        return "measured"
    return "observed" if sort in SEEN else "declared"
