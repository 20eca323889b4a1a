"""Everything this room says to people, in French and in English: the remarks, by code, and the names of types."""

from collections.abc import Mapping

from facilitation.formats.words.examples import EXAMPLES
from facilitation.formats.words.feasibility import FEASIBILITY
from facilitation.formats.words.keys import KEYS
from facilitation.formats.words.nesting import NESTING
from facilitation.formats.words.phrase import Phrase
from facilitation.formats.words.references import REFERENCES
from facilitation.formats.words.syntax import SYNTAX
from facilitation.formats.words.types import spoken

PHRASES: Mapping[str, Phrase] = {
    **SYNTAX,
    **KEYS,
    **REFERENCES,
    **NESTING,
    **FEASIBILITY,
    **EXAMPLES,
}

__all__ = ["PHRASES", "Phrase", "spoken"]
