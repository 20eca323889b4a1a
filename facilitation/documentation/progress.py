"""How far a piece of long work is: a document at the press, an archive that is made or restored."""

from dataclasses import dataclass
from typing import Literal

from facilitation.domain.format import Text


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` parts. `message` says what went wrong, when something did, or that it was called off."""

    state: Literal["waiting", "running", "done", "failed", "cancelled"]
    done: int = 0
    total: int = 1
    message: Text | None = None
