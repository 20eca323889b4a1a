"""Two who change the same facts at once: what somebody saw when they began, and what another made of it since."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from facilitation.records.digests import digest

Facts = TypeVar("Facts")


@dataclass(frozen=True, slots=True)
class Overtaken(Generic[Facts]):
    """Not kept: somebody saved `theirs` since the page was opened. Nothing of either is lost."""

    theirs: Facts


def seen(facts: object) -> str:
    """A short word for facts as they stood when somebody began to change them; it goes with their form."""
    return digest(repr(facts))[:32]


def overtaken(stands: Facts, wanted: Facts, base: str) -> Overtaken[Facts] | None:
    """Whether facts have changed since `base`. Nobody is overtaken by their own words, nor where no page was open."""
    if not base or base == seen(stands) or stands == wanted:
        return None
    return Overtaken(stands)
