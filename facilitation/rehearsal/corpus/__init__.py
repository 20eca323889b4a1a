"""What simulated participants might write: plausible sentences, about the work, without anyone's name."""

from facilitation.rehearsal.corpus.english import ENGLISH
from facilitation.rehearsal.corpus.french import FRENCH
from facilitation.rehearsal.corpus.intents import Intent, intent_of
from facilitation.rehearsal.corpus.pen import Pen

__all__ = ["ENGLISH", "FRENCH", "Intent", "Pen", "intent_of"]
