"""Simulated participants who play any format through the real doors, from the first stage to the close."""

from facilitation.rehearsal.findings import Findings, OddGroups, Wait
from facilitation.rehearsal.hall import Refusal
from facilitation.rehearsal.rehearse import Rehearsal, rehearse
from facilitation.rehearsal.remarks import Remark, remarks
from facilitation.rehearsal.temperament import SMOOTH, Cast, surprising

__all__ = [
    "SMOOTH",
    "Cast",
    "Findings",
    "OddGroups",
    "Refusal",
    "Rehearsal",
    "Remark",
    "Wait",
    "rehearse",
    "remarks",
    "surprising",
]
