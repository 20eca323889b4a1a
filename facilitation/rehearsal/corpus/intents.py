"""What kind of words a question or a board calls for, guessed from its label as a person would."""

from typing import Literal

Intent = Literal["idea", "question", "request", "advice", "learning", "observation", "action", "whom", "when", "note"]

CUES: tuple[tuple[Intent, tuple[str, ...]], ...] = (
    ("idea", ("idea", "idée", "piste", "proposition")),
    ("when", ("avant le", "échéance", "quand", "when", "due", "by when", "before", "date")),
    ("whom", ("avec qui", "qui ", "with whom", "who", "partenaire", "partner")),
    (
        "request",
        ("demande", "request", "sujet", "subject", "préoccupation", "problème", "concern", "situation", "topic"),
    ),
    ("learning", ("appren", "learn", "retiens", "repar", "take away", "leçon", "lesson")),
    ("observation", ("remarqu", "notice", "rappelle", "reminds", "observ", "debrief", "bilan", "synth")),
    ("advice", ("suggestion", "réaction", "expérience", "reaction", "experience", "contribution", "conseil", "advice")),
    ("action", ("action", "plan", "premier pas", "first step", "next step", "engag")),
    ("question", ("question",)),
)
"""Most telling cues first: `Avec qui` is about people even in a plan, and `Réactions` are no actions."""


def intent_of(*labels: str) -> Intent:
    """The intent that the labels (board name, prompt, column heading…) suggest; `idea` if none does."""
    said = " ".join(labels).casefold() + " "
    return next((intent for intent, cues in CUES if any(cue in said for cue in cues)), "idea")
