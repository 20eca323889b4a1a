"""Trials: rehearsals that people watch on real screens, in the house's own desk, at a pace they choose."""

from facilitation.rehearsal.trial.order import READABLE, SPEEDS, Order
from facilitation.rehearsal.trial.trial import Trial
from facilitation.rehearsal.trial.trials import MOST_AT_ONCE, TooMany, Trials

__all__ = ["MOST_AT_ONCE", "READABLE", "SPEEDS", "Order", "TooMany", "Trial", "Trials"]
