"""The outcome of a session."""

from dataclasses import dataclass
from typing import Literal

from facilitation.projections.changes import PlanChange
from facilitation.projections.outcome.seen import LineSeen
from facilitation.projections.outcome.shapes.contributions import Unprinted
from facilitation.projections.outcome.shapes.identity import Identity
from facilitation.projections.outcome.shapes.people import Attendance
from facilitation.projections.outcome.shapes.sections import SectionMaterial, SettingShown
from facilitation.projections.outcome.shapes.stages import NoteMaterial, StageMaterial
from facilitation.projections.paired.shapes import Comparison
from facilitation.projections.pictures.shapes import Picture
from facilitation.projections.timeline import TimelineStep


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison, and its picture."""

    numbers: Comparison
    picture: Picture


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything a document or an export may say about a session. `contributions` counts all that were made."""

    identity: Identity
    attendance: Attendance
    settings: tuple[SettingShown, ...]
    timeline: tuple[TimelineStep, ...]
    changes: tuple[PlanChange, ...]
    sections: tuple[SectionMaterial, ...]
    stages: tuple[StageMaterial, ...]
    notes: tuple[NoteMaterial, ...]
    contributions: int
    unprinted: Unprinted
    rendering: Literal["restitution", "diffusion"] = "restitution"
    comparisons: tuple[Compared, ...] = ()
    """What the same people answered at two moments."""
    seen: tuple[LineSeen, ...] = ()
    """What observers counted, where the team promoted it."""
