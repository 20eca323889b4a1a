"""New words for the texts of a stage: in both languages or in one, with no value that they did not show before."""

from collections.abc import Mapping
from typing import Literal

from facilitation.domain.commands import Refused, Wording
from facilitation.domain.format import Stage, Text
from facilitation.domain.rules.words import tidy
from facilitation.domain.templates import holes
from facilitation.domain.wording import longest, texts_of

Kept = dict[str, Literal["fr", "en"]]


def new_texts(stage: Stage, wordings: Mapping[str, Wording]) -> tuple[dict[str, Text], Kept] | Refused:
    """The texts that become other ones, and where one language was left as it was."""
    known, texts, kept = texts_of(stage), dict[str, Text](), Kept()
    for place, wording in wordings.items():
        old = known.get(place)
        if old is None:
            return Refused("unknown-text")
        new = _worded(place, old, wording)
        if isinstance(new, Refused):
            return new
        if new == old:
            continue
        texts[place] = new
        if old.fr != old.en and (new.fr == old.fr) != (new.en == old.en):
            kept[place] = "fr" if new.fr == old.fr else "en"
    return texts, kept


def _worded(place: str, old: Text, wording: Wording) -> Text | Refused:
    said = {"fr": old.fr, "en": old.en}
    for locale, words in (("fr", wording.fr), ("en", wording.en)):
        if words is None or words == said[locale]:
            continue
        tidied = tidy(words, longest(place))
        if isinstance(tidied, Refused):
            return Refused("text-missing") if tidied.reason == "empty" else tidied
        said[locale] = tidied
    new = Text(**said)
    # A value it did not show before could be one that this audience may not see.
    fresh = sorted(_values(new) - _values(old))
    return Refused("value-not-here", {"value": fresh[0][:60]}) if fresh else new


def _values(text: Text) -> frozenset[str]:
    return frozenset(hole.source.strip() for words in (text.fr, text.en) for hole in holes(words))
