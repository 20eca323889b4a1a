"""What simulated participants might write: plausible sentences, about the work, without anyone's name."""

from facilitation.rehearsal.corpus.english import ENGLISH_AT_WORK
from facilitation.rehearsal.corpus.english_afterwards import ENGLISH_AFTERWARDS
from facilitation.rehearsal.corpus.french import FRENCH_AT_WORK
from facilitation.rehearsal.corpus.french_afterwards import FRENCH_AFTERWARDS
from facilitation.rehearsal.corpus.intents import Intent, intent_of
from facilitation.rehearsal.corpus.pen import Pen

FRENCH = FRENCH_AT_WORK.along_with(FRENCH_AFTERWARDS)
ENGLISH = ENGLISH_AT_WORK.along_with(ENGLISH_AFTERWARDS)

__all__ = ["ENGLISH", "FRENCH", "Intent", "Pen", "intent_of"]
