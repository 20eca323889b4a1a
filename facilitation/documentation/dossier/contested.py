"""What those who took part say of the document that they were given to read: when they could, what they contest."""

from dataclasses import dataclass

from facilitation.projections.outcome.shapes import Counted


@dataclass(frozen=True, slots=True)
class Objection:
    """Something contested by one who took part. `about` is `text:` and a key, `learning:` and its number, `hypothesis:`
    and its number, `figure:` with the places of a session and of a section in it, `said:` and a reference, or `whole`.
    Without `words` it is only said that it is contested.
    """

    about: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A time in which they could read it; `confirmed` is how many of them found it right.

    `codes` is how many withdrawal codes worked when it began, where that is known: with none, nobody could read it, and
    `unread_why` says why it was opened. `changed` if texts, hypotheses or learnings were written anew since then.
    """

    opened_at: int
    closes_at: int
    confirmed: Counted
    why: str = ""
    codes: Counted | None = None
    unread_why: str = ""
    changed: bool = False

    @property
    def unreadable(self) -> bool:
        """Whether nobody could read it."""
        return self.codes is not None and self.codes.exactly == 0
