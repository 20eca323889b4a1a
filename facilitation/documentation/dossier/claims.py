"""Words that claim an effect, though no comparison group stood beside the sessions: remarks, never a refusal."""

from dataclasses import dataclass

from facilitation.documentation.dossier.causal import CAUSAL
from facilitation.documentation.dossier.shapes import Dossier
from facilitation.domain.format import Text

ADVICE = Text(
    "Sans groupe de comparaison, dites ce qui a été déclaré, observé ou mesuré, et non ce qui en serait la cause.",
    "Without a comparison group, say what was declared, observed or measured, not what is supposed to have caused it.",
)

COMING_BACK = Text("Ce que l'on a trouvé en revenant", "What was found on coming back")


@dataclass(frozen=True, slots=True)
class Claim:
    """A word that claims too much: where it stands, and the sentence around it."""

    key: str
    title: Text
    word: str
    sentence: str


def claims_in(dossier: Dossier) -> tuple[Claim, ...]:
    """Every such word of what the team concludes, in the order of the document.

    Quotations are not looked at, nor what was believed before, what will be done, and what a minority holds.
    """
    found = [claim for text in dossier.texts for claim in _claims(text.key, text.title, text.body)]
    for number, hypothesis in enumerate(dossier.hypotheses, 1):
        title = Text(f"Conclusion sur l'hypothèse {number}", f"Verdict on hypothesis {number}")
        found += _claims(f"hypothesis:{number}", title, hypothesis.verdict_words)
    for learning in dossier.learnings:
        title = Text(f"Apprentissage n° {learning.number}", f"Learning no. {learning.number}")
        words = "\n".join((learning.observed, learning.learned, learning.why))
        found += _claims(f"learning:{learning.number}", title, words)
    for revisit in dossier.revisits:
        found += _claims("revisit", COMING_BACK, revisit.words)
    return tuple(found)


def _claims(key: str, title: Text, body: str) -> list[Claim]:
    ours = "\n".join(line for line in body.splitlines() if not line.lstrip().startswith(">"))
    return [Claim(key, title, hit.group(), _sentence(ours, hit.start())) for hit in CAUSAL.finditer(ours)]


def _sentence(words: str, at: int) -> str:
    before = max(words.rfind(end, 0, at) for end in (".", "!", "?", "\n")) + 1
    after = min((found for end in (".", "!", "?", "\n") if (found := words.find(end, at)) >= 0), default=len(words) - 1)
    return words[before : after + 1].strip()
