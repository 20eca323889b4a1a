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
    grid: tuple[Text, ...] = ()
    """What to watch, line by line, where it is a list: observers count each."""

    @property
    def lines(self) -> tuple[tuple[str, Text], ...]:
        """What it says, under the names of its parts, in the order in which one needs them."""
        parts = (
            ("room", self.room),
            ("materials", self.materials),
            ("say", self.say),
            ("watch", self.watch or _as_list(self.grid)),
            ("plan_b", self.plan_b),
        )
        return tuple((name, text) for name, text in parts if text is not None)


def _as_list(lines: tuple[Text, ...]) -> Text | None:
    said = [("\n".join(f"– {line.said_in(locale)}" for line in lines)) for locale in ("fr", "en")]
    return Text(*said) if lines else None
