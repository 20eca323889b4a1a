"""The door: planning a session, opening it, coming in, closing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from facilitation.domain.format import Format, SettingValue
from facilitation.domain.session import Consents


@dataclass(frozen=True, slots=True)
class PlanSession:
    """The first command of every session: pins the format, its text, the settings and the seed."""

    session: str
    title: str
    locale: Literal["fr", "en"]
    format: Format
    source: str
    digest: str
    seed: int
    settings: Mapping[str, SettingValue] = field(default_factory=dict)
    minutes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """Let people in."""


@dataclass(frozen=True, slots=True)
class CloseDoor:
    """Let nobody else in; those inside stay."""


@dataclass(frozen=True, slots=True)
class ReplaceJoinCode:
    """Said by the staff page once the session has another join code."""


@dataclass(frozen=True, slots=True)
class Join:
    """Come in. `person` is a random id made by the door; the alias is given by the session."""

    person: str
    channel: Literal["phone", "paper", "kiosk", "simulated"]
    consents: Consents


@dataclass(frozen=True, slots=True)
class CloseSession:
    """End the session; contributions can still be withdrawn."""
