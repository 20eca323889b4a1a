"""The slow door: pages, forms, downloads, sign-in, access."""

from facilitation.web.addresses import trial_way_in, way_in
from facilitation.web.doors import Doors, Press, Who
from facilitation.web.outcomes import Outcomes
from facilitation.web.planning import ensure_demonstration
from facilitation.web.registering import register

__all__ = [
    "Doors",
    "Outcomes",
    "Press",
    "Who",
    "ensure_demonstration",
    "register",
    "trial_way_in",
    "way_in",
]
