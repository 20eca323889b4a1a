"""The documents of a session: a tagged PDF made in its own process, a table of contributions, all of it as data."""

from facilitation.documentation.card import ExperimentCard, card_of
from facilitation.documentation.exports import contributions_csv, outcome_json, timeline_csv
from facilitation.documentation.observations import observations_csv, observations_json
from facilitation.documentation.press import DocumentPress
from facilitation.documentation.press.once import PressFailed, session_record_pdf
from facilitation.documentation.progress import Progress

__all__ = [
    "DocumentPress",
    "ExperimentCard",
    "PressFailed",
    "Progress",
    "card_of",
    "contributions_csv",
    "observations_csv",
    "observations_json",
    "outcome_json",
    "session_record_pdf",
    "timeline_csv",
]
