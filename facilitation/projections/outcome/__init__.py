"""Everything a document or an export may say about a session, consents applied once."""

from facilitation.projections.outcome.shapes import Outcome
from facilitation.projections.outcome.whole import outcome

__all__ = ["Outcome", "outcome"]
