"""Figures of page numbers, as the joined document draws them."""

from collections.abc import Mapping
from dataclasses import dataclass

from facilitation.typesetting.chapters.block import Shown


@dataclass(frozen=True, slots=True)
class Digits:
    """How figures are drawn: with which glyph of a typeface, of which width (in thousandths), for each character."""

    typeface: str
    glyphs: Mapping[str, tuple[int, float]]

    @property
    def shown(self) -> Shown:
        """All of them."""
        return Shown(self.typeface, tuple((glyph, sign, width) for sign, (glyph, width) in self.glyphs.items()))


@dataclass(frozen=True, slots=True)
class Figures:
    """The digits as a document has them, whose `font` is known."""

    digits: Digits
    font: str

    def width(self, words: str, size: float) -> float:
        """How wide some words are."""
        return sum(self.digits.glyphs[one][1] for one in words) * size / 1000

    def drawn(self, words: str, size: float, color: tuple[float, float, float], ends_at: float | None) -> bytes:
        """A form that shows them, from its origin on, or ending at `ends_at`."""
        x = 0.0 if ends_at is None else ends_at - self.width(words, size)
        codes = "".join(f"{self.digits.glyphs[one][0]:04x}" for one in words)
        red, green, blue = color
        show = f"BT {red:g} {green:g} {blue:g} rg /F {size:g} Tf {x:.3f} 0 Td <{codes}> Tj ET".encode()
        extra = (
            f"/Type /XObject/Subtype /Form/BBox [-400 -20 400 40]/Resources <</Font <</F {self.font}>>>>"
            f"/Length {len(show)}"
        )
        return f"<<{extra}>>\nstream\n".encode() + show + b"\nendstream"
