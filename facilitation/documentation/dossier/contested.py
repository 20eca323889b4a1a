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
    """A time in which they could read it; `confirmed` is how many of them found it right."""

    opened_at: int
    closes_at: int
    confirmed: Counted
    why: str = ""
