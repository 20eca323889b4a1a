"""Who asks, and the expected no."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class By:
    """Who asks: a participant (`id` is the person), a facilitator, an observer, the door, or the clock."""

    kind: Literal["participant", "facilitator", "observer", "door", "clock"]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """An expected no. `reason` is a stable word that every screen translates; `detail` fills its sentence."""

    reason: str
    detail: Mapping[str, str] = field(default_factory=dict)
