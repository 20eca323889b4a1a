"""Who was asked to come to a session, and who runs the experiment: numbers and functions, nobody by name."""

from dataclasses import dataclass

from facilitation.domain.format import Text


@dataclass(frozen=True, slots=True)
class Invited:
    """How many people were asked to come to a session."""

    session: str
    people: int


@dataclass(frozen=True, slots=True)
class Function:
    """How many have a function in the experiment."""

    name: Text
    people: int
