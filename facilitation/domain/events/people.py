"""People: coming, going, where they stand, what they are given to be."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from facilitation.domain.session import Consents, Milliseconds, StepKey


@dataclass(frozen=True, slots=True)
class ParticipantJoined:
    """Someone came in."""

    person: str
    alias: str
    channel: Literal["phone", "paper", "kiosk", "simulated"]
    consents: Consents
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ParticipantLeft:
    """Someone left, or was marked as gone."""

    person: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ParticipantReturned:
    """Someone marked as gone is back."""

    person: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class GroupsFormed:
    """Who is with whom in a step."""

    step: StepKey
    groups: tuple[tuple[str, ...], ...]
    at: Milliseconds
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupsWait:
    """A step is not for some of its groups: they wait while the others are at it."""

    step: StepKey
    groups: tuple[int, ...]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class PersonPlaced:
    """Someone went to a group of a step, by choice or because the facilitator said so."""

    step: StepKey
    person: str
    group: int
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class RoleAssigned:
    """A role is held by these people, and nobody else."""

    role: str
    people: tuple[str, ...]
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class HandRaised:
    """Someone offered to play a role, or took the offer back."""

    step: StepKey
    role: str
    person: str
    on: bool
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class TreatmentDrawn:
    """These people were drawn these variants of a treatment."""

    treatment: str
    people: Mapping[str, str]
    at: Milliseconds


PersonEvent = (
    ParticipantJoined
    | ParticipantLeft
    | ParticipantReturned
    | GroupsFormed
    | GroupsWait
    | PersonPlaced
    | RoleAssigned
    | HandRaised
    | TreatmentDrawn
)
