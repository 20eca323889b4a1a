"""How leaflets say the same things: the words of the protocol between sentences of ours, in one language."""

from collections.abc import Callable

from facilitation.documentation.information import BASES, MARKS, NEVER, OBSERVED, lengths
from facilitation.documentation.leaflets.shapes import Row
from facilitation.documentation.typography import typeset
from facilitation.domain.format import Text
from facilitation.records.protocols import Terms

Say = Callable[[str, str], str]


def voice(locale: str) -> Say:
    """Says French or English, with the spaces of the language."""
    language = "en" if locale == "en" else "fr"
    return lambda french, english: typeset(english if language == "en" else french, language)


def row(say: Say, french: str, english: str, *words: str) -> Row:
    """A row with what there is of its words."""
    return Row(say(french, english), tuple(each for each in words if each))


def said(say: Say, words: Text) -> str:
    """A text of ours."""
    return say(words.fr, words.en)


def basis_row(say: Say, terms: Terms) -> Row:
    """On which legal basis."""
    return row(say, "Base légale", "Legal basis", *(said(say, BASES[each]) for each in BASES if each == terms.basis))


def data_row(say: Say, terms: Terms) -> Row:
    """What is collected, and what never is."""
    ours = (said(say, each) for each in (MARKS, OBSERVED, NEVER) if terms.collected)
    return row(say, "Données", "Data", *terms.collected, *ours)


def retention_row(say: Say, terms: Terms, ticket_days: int) -> Row:
    """For how long; nothing while the protocol does not say it."""
    known = terms.contributions_months is not None
    return row(say, "Durées", "Retention", *(said(say, each) for each in lengths(terms, ticket_days) if known))
