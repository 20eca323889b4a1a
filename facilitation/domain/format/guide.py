"""What only those who facilitate read: what to say and to watch, what to bring, and what to do if it goes otherwise."""

from dataclasses import dataclass

from facilitation.domain.format.text import Text


@dataclass(frozen=True, slots=True)
class Guide:
    """The facilitator's layer of a stage, or of the format as a whole. Never on a participant's wire."""

    say: Text | None = None
    watch: Text | None = None
    plan_b: Text | None = None
    materials: Text | None = None
    room: Text | None = None

    @property
    def lines(self) -> tuple[tuple[str, Text], ...]:
        """What it says, under the names of its parts, in the order in which one needs them."""
        parts = (
            ("room", self.room),
            ("materials", self.materials),
            ("say", self.say),
            ("watch", self.watch),
            ("plan_b", self.plan_b),
        )
        return tuple((name, text) for name, text in parts if text is not None)
