"""A wording that took the place of the one that was tested: printed beside it, never instead of it."""

from dataclasses import dataclass

from facilitation.domain.format import Text

INTUITION = Text("intuition : aucune trace ne l'appuie", "intuition: no evidence supports it")
"""What every document says of a verdict or a learning that rests on nothing."""


@dataclass(frozen=True, slots=True)
class Wording:
    """If, then, because; what would be counted as being right; when it was written, and why."""

    condition: str
    effect: str
    because: str
    criteria: tuple[str, ...]
    at: int
    why: str = ""
