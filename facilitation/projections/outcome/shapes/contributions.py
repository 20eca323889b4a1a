"""Words that may be reproduced, and how many may not."""

from dataclasses import dataclass

from facilitation.domain.format import Text

Round = str
"""The turn in which something was said: `""` outside any loop, `"2"`, or `"2.1"` in a loop within a loop."""


@dataclass(frozen=True, slots=True)
class Unprinted:
    """Contributions that are counted and not reproduced, and why."""

    no_consent: int = 0
    hidden: int = 0
    personal: int = 0
    left_out: int = 0
    unpublished: int = 0
    """Reproduced for those who took part, and not outside."""

    @property
    def total(self) -> int:
        """All of them."""
        return self.no_consent + self.hidden + self.personal + self.left_out + self.unpublished


ALL_PRINTED = Unprinted()


@dataclass(frozen=True, slots=True)
class Contribution:
    """Words that may be reproduced. `number` names them in the whole outcome; `dots` is absent without a vote."""

    number: int
    text: str
    round: Round = ""
    column: Text | None = None
    marks: tuple[Text, ...] = ()
    dots: int | None = None
    chosen: int = 0
    carried: bool = False
    edited: bool = False
    about: int | None = None
    """The number of the contribution that this one comments on; absent too where that one is not reproduced."""
    comment: bool = False
    stance: Text | None = None
    """The level of a vote whose reason this is."""
    taken: Round = ""
    """The turn of a loop over cards that was about it."""
    cluster: str = ""
    """The title that it was put under."""
    joined: tuple[int, ...] = ()
    """The numbers of those that were read as one with it."""
    points: int | None = None
    """Its scores added up, where it was scored."""
    ref: str = ""
    """What names it in every document and every rendering, whatever is withdrawn around it."""
    quotable: bool = False
    """Whether all who wrote it agreed to be quoted word for word."""
    day: bool = False
    """Whether the words are a day, kept as 2026-12-31."""
