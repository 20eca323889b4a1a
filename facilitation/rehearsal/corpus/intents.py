"""What kind of words a question or a board calls for, guessed from its label as a person would."""

import re
from typing import Literal

Intent = Literal[
    "idea",
    "question",
    "request",
    "advice",
    "learning",
    "observation",
    "action",
    "whom",
    "when",
    "note",
    "fact",
    "obstacle",
    "hope",
    "need",
    "offer",
    "argument",
    "belief",
    "rule",
    "reserve",
    "change",
]

CUES: tuple[tuple[Intent, tuple[str, ...]], ...] = (
    ("need", ("besoin", "need", "je cherche", "i am looking for")),
    ("offer", ("offre", "offer", "ressource", "resource", "je peux apporter", "i can bring")),
    ("belief", ("façon de voir", "way of seeing", "évidence", "taken for granted")),
    ("argument", ("argument", "parce que", "because", "raison", "reason")),
    ("reserve", ("réserve", "objection", "désaccord", "disagree", "point de vigilance", "what could go wrong")),
    ("rule", ("règle", "rule")),
    ("change", ("changement", "ce qui a changé", "what has changed", "a change that")),
    ("obstacle", ("obstacle", "empêche", "hinder", "frein", "crain", "fear", "ne tient plus", "no longer holds")),
    ("hope", ("espoir", "espère", "hope", "avenir", "the future", "souhait", "wish")),
    ("fact", ("fait", "fact", "constat", "what was seen", "tendance", "trend")),
    ("idea", ("idea", "idée", "piste", "proposition")),
    (
        "request",
        (
            "demande",
            "request",
            "sujet",
            "subject",
            "préoccupation",
            "problème",
            "concern",
            "situation",
            "topic",
            "défi",
        ),
    ),
    ("learning", ("appren", "learn", "retiens", "repar", "take away", "leçon", "lesson")),
    (
        "observation",
        ("remarqu", "notice", "rappelle", "reminds", "observ", "debrief", "bilan", "synth", "compréhension"),
    ),
    ("advice", ("suggestion", "réaction", "expérience", "reaction", "experience", "contribution", "conseil", "advice")),
    ("action", ("action", "plan", "premier pas", "first step", "next step", "engag", "décision", "decision", "suite")),
    ("question", ("question",)),
)
"""Most telling cues first: `Réactions` are no actions."""

BRIEF = 48
"""Letters of a heading, such as that of a column: there `Qui` asks for somebody, in a sentence it is a mere word."""

HEADINGS: tuple[tuple[Intent, str], ...] = (
    ("when", r"avant le|échéance|quand\b|when\b|due|by when|before|\bdate|rendez-vous|appointment|depuis"),
    (
        "whom",
        r"avec qui|^qui\b|qui (porte|change)|whom|^who\b|who (carries|changes)|partenaire|partner|acteur|actor|structure",
    ),
)


def intent_of(*labels: str) -> Intent:
    """The intent that the labels (board name, prompt, column heading…) suggest; `idea` if none does."""
    heading, said = labels[-1].casefold(), " ".join(labels).casefold()
    for intent, pattern in HEADINGS if len(heading) <= BRIEF else ():
        if re.search(pattern, heading):
            return intent
    return next((intent for intent, cues in CUES if any(_begins_a_word(cue, said) for cue in cues)), "idea")


def _begins_a_word(cue: str, said: str) -> bool:
    return re.search(rf"\b{re.escape(cue)}", said) is not None
