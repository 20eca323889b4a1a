"""What an amendment changed in a protocol that was frozen: one field, as it was and as it is."""

from dataclasses import dataclass

from facilitation.domain.format import Text


@dataclass(frozen=True, slots=True)
class Altered:
    """A field of the protocol before and after; empty where nothing stood there."""

    what: Text
    before: str
    after: str
