"""A pen that never writes the same sentence twice in one rehearsal."""

from dataclasses import dataclass, field
from random import Random
from string import Formatter

from facilitation.rehearsal.corpus.intents import SAID_BY_MANY, Intent
from facilitation.rehearsal.corpus.phrases import Phrases

TRIES = 60
"""Draws before a sentence is told apart by a number: larger rooms than the corpus still never repeat one."""


@dataclass(slots=True)
class Pen:
    """Draws sentences; remembers those already used, because two people rarely write the very same words."""

    phrases: Phrases
    used: set[str] = field(default_factory=set)

    def write(self, chance: Random, intent: Intent, longest: int = 2000) -> str:
        """A fresh sentence of at most `longest` characters (cut at a word if nothing shorter turns up)."""
        drafts = (self._draft(chance, intent) for _ in range(TRIES))
        words = next((draft for draft in drafts if len(draft) <= longest and draft not in self.used), None)
        fresh = words or self._numbered(chance, intent, longest)
        self.used.add(fresh)
        return fresh

    def compose(self, chance: Random, intent: Intent, longest: int = 2000) -> str:
        """What fits: fresh words, or for what many people say alike, words that may have been used."""
        return self.say(chance, intent)[:longest] if intent in SAID_BY_MANY else self.write(chance, intent, longest)

    def say(self, chance: Random, intent: Intent) -> str:
        """A few words that may well be said twice, such as a date or a partner."""
        return self._draft(chance, intent)

    def _draft(self, chance: Random, intent: Intent) -> str:
        sentence = chance.choice(self.phrases.sentences[intent])
        gaps = [name for _, name, _, _ in Formatter().parse(sentence) if name]
        words = sentence.format(**{gap: chance.choice(self.phrases.gaps[gap]) for gap in gaps})
        return words[0].upper() + words[1:]

    def _numbered(self, chance: Random, intent: Intent, longest: int) -> str:
        ending = f" ({len(self.used)})"
        room = max(1, longest - len(ending))
        words = self._draft(chance, intent)
        short = words if len(words) <= room else words[:room].rsplit(" ", 1)[0]
        return (short + ending)[:longest]
