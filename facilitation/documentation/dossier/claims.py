"""Words that claim an effect, though no comparison group stood beside the sessions: remarks, never a refusal."""

import re
from dataclasses import dataclass

from facilitation.documentation.dossier.shapes import Dossier
from facilitation.domain.format import Text

CAUSAL = re.compile(
    r"\b(impacts?|impact[eé]\w*|a (?:ainsi )?permis|ont permis|grâce à|prouv\w+|démontr\w+"
    r"|a (?:provoqué|entraîné|causé)"
    r"|proves?|proved|proven|thanks to|has (?:led|caused)|have (?:led|caused)|demonstrat\w+)\b",
    re.IGNORECASE,
)

ADVICE = Text(
    "Sans groupe de comparaison, dites ce qui a été déclaré, observé ou mesuré, et non ce qui en serait la cause.",
    "Without a comparison group, say what was declared, observed or measured, not what is supposed to have caused it.",
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A word that claims too much: where it stands, and the sentence around it."""

    key: str
    title: Text
    word: str
    sentence: str


def claims_in(dossier: Dossier) -> tuple[Claim, ...]:
    """Every such word of the texts and learnings, in their order. Quotations of participants are not looked at."""
    found = [claim for text in dossier.texts for claim in _claims(text.key, text.title, text.body)]
    for learning in dossier.learnings:
        title = Text(f"Apprentissage n° {learning.number}", f"Learning no. {learning.number}")
        words = "\n".join((learning.observed, learning.learned))
        found += _claims(f"learning:{learning.number}", title, words)
    return tuple(found)


def _claims(key: str, title: Text, body: str) -> list[Claim]:
    ours = "\n".join(line for line in body.splitlines() if not line.lstrip().startswith(">"))
    return [Claim(key, title, hit.group(), _sentence(ours, hit.start())) for hit in CAUSAL.finditer(ours)]


def _sentence(words: str, at: int) -> str:
    before = max(words.rfind(end, 0, at) for end in (".", "!", "?", "\n")) + 1
    after = min((found for end in (".", "!", "?", "\n") if (found := words.find(end, at)) >= 0), default=len(words) - 1)
    return words[before : after + 1].strip()
