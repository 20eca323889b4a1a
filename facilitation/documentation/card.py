"""The experiment a session belongs to, as a document shows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExperimentCard:
    """What people wrote about the experiment. Every field may be empty; nothing here names a person."""

    title: str = ""
    question: str = ""
    hypothesis: str = ""
    site: str = ""
    theme: str = ""
