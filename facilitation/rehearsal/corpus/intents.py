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
    "seen",
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
    "feeling",
    "scene",
    "cause",
    "elsewhere",
    "helped",
    "stopping",
    "worst",
    "guess",
    "counter",
    "depends",
    "heard",
    "better",
    "word",
]

SAID_BY_MANY: frozenset[Intent] = frozenset({"whom", "when", "word"})
"""A date, a partner, one word: several people may well write the very same."""

CUES: tuple[tuple[Intent, tuple[str, ...]], ...] = (
    ("whom", ("actors", "organisations")),
    ("word", ("votre mot", "un mot", "un seul mot", "your word", "one word", "a single word")),
    ("worst", ("recette du pire", "recipe", "le pire", "the worst")),
    ("guess", ("hypothèse", "hypothes")),
    ("stopping", ("cesser", "j'arrête", "i stop", "what to stop")),
    ("heard", ("entendu", "heard", "relie", "connects", "qui revient", "comes back")),
    ("better", ("ajouté un point", "added a point", "mieux", "better")),
    ("need", ("besoin", "need", "je cherche", "i am looking for")),
    ("offer", ("offre", "offer", "ressource", "resource", "je peux apporter", "i can bring")),
    ("belief", ("façon de voir", "way of seeing", "évidence", "taken for granted")),
    ("argument", ("argument", "parce que", "because", "raison", "reason")),
    ("reserve", ("réserve", "objection", "désaccord", "disagree", "point de vigilance", "what could go wrong")),
    ("rule", ("règle", "rule")),
    ("change", ("changement", "ce qui a changé", "what has changed", "a change that")),
    ("obstacle", ("obstacle", "empêche", "hinder", "frein", "crain", "fear", "ne tient plus", "no longer holds")),
    ("hope", ("espoir", "espère", "hope", "avenir", "the future", "souhait", "wish")),
    ("fact", ("un fait", "les faits", "facts", "a fact", "one fact", "constat", "what was seen", "tendance", "trend")),
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
    (
        "advice",
        (
            "note pour",
            "note for",
            "suggestion",
            "réaction",
            "expérience",
            "reaction",
            "experience",
            "contribution",
            "conseil",
            "advice",
        ),
    ),
    (
        "action",
        (
            "action",
            "plan",
            "premier pas",
            "first step",
            "next step",
            "engag",
            "décision",
            "decision",
            "suite",
            "commenc",
            "i begin",
            "je vais essayer",
            "i will try",
        ),
    ),
    ("question", ("question",)),
)
"""Most telling cues first: `Réactions` are no actions."""

BRIEF = 48
"""Letters of a heading, such as that of a column: there `Qui` asks for somebody, in a sentence it is a mere word."""

HEADINGS: tuple[tuple[Intent, str], ...] = (
    ("feeling", r"ressenti|\bfelt\b|\bfeel"),
    ("scene", r"s'est passé|happened|événement|\bevents?\b"),
    ("cause", r"^pourquoi|^why|et alors|so what"),
    ("elsewhere", r"ailleurs|elsewhere"),
    ("action", r"maintenant|now what"),
    ("observation", r"^quoi|^what\W*$|étonne|surpris|puzzl|comprenons|we understand"),
    ("obstacle", r"gêné?\b|got in the way|hinder"),
    ("helped", r"qui (a )?aid(e|é)\b|helped|that helps|what helps|à garder|\bkeep\b"),
    ("stopping", r"^cesser|^arrêter|^stop"),
    ("counter", r"^contre|^against"),
    ("depends", r"dépend|depends"),
    ("argument", r"^pour la|^for the"),
    ("belief", r"façons? de voir|ways? of seeing|mental"),
    ("rule", r"\brègles?\b|\brules?\b"),
    ("when", r"avant le|échéance|quand\b|when\b|due|by when|before|\bdate|rendez-vous|appointment|depuis"),
    (
        "whom",
        r"avec qui|^qui\b|qui (porte|change)|whom|^who\b|who (carries|changes)|partenaire|partner|acteur|actor|structure",
    ),
)


ASIDES = re.compile(r"n'écrivez ni[^.]*\.?|do not write any[^.]*\.?|si besoin|if need(ed| be)?\b")
"""Said under any question: it tells nothing of what is asked."""


def intent_of(*labels: str) -> Intent:
    """The intent that the labels (board name, prompt, column heading…) suggest; `idea` if none does."""
    heading, said = labels[-1].casefold(), ASIDES.sub("", " ".join(labels).casefold())
    for intent, pattern in HEADINGS if len(heading) <= BRIEF else ():
        if re.search(pattern, heading):
            return intent
    return next((intent for intent, cues in CUES if any(_begins_a_word(cue, said) for cue in cues)), "idea")


def _begins_a_word(cue: str, said: str) -> bool:
    return re.search(rf"\b{re.escape(cue)}", said) is not None
