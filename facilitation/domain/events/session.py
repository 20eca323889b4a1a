"""The session as a whole, and its door."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from facilitation.domain.format import Format, SettingValue
from facilitation.domain.session import Milliseconds


@dataclass(frozen=True, slots=True)
class SessionPlanned:
    """A session was planned from a format, whose text is pinned here."""

    session: str
    title: str
    locale: Literal["fr", "en"]
    format: Format
    source: str
    digest: str
    seed: int
    settings: Mapping[str, SettingValue]
    minutes: Mapping[str, int]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class DoorOpened:
    """People may come in."""

    at: Milliseconds


@dataclass(frozen=True, slots=True)
class DoorClosed:
    """Nobody else may come in."""

    at: Milliseconds


@dataclass(frozen=True, slots=True)
class JoinCodeReplaced:
    """The session has another join code; the one before lets nobody in any more. The codes are not in the log."""

    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class SessionClosed:
    """The session ended."""

    at: Milliseconds


SessionEvent = SessionPlanned | DoorOpened | DoorClosed | JoinCodeReplaced | SessionClosed
