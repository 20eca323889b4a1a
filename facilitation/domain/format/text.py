"""Words that a person reads, in French and in English."""

from dataclasses import dataclass
from typing import Literal

Locale = Literal["fr", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in both languages; `{formula}` inside is filled in when it is shown."""

    fr: str
    en: str

    def said_in(self, locale: str) -> str:
        """The words in `locale` ("fr" or "en"; anything else is answered in French)."""
        return self.en if locale == "en" else self.fr

    @classmethod
    def same(cls, words: str) -> "Text":
        """Words written once by a person, shown alike in both languages."""
        return cls(fr=words, en=words)
