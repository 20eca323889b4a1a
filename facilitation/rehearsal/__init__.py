"""Simulated participants who play any format through the real doors, from the first stage to the close."""

from facilitation.rehearsal.findings import Findings, OddGroups, Wait
from facilitation.rehearsal.hall import Refusal
from facilitation.rehearsal.rehearse import Rehearsal, rehearse
from facilitation.rehearsal.temperament import Cast

__all__ = ["Cast", "Findings", "OddGroups", "Refusal", "Rehearsal", "Wait", "rehearse"]
