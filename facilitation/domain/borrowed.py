"""Words that somebody wrote and others took over: a title, a definition that holds a sentence of a card."""

from collections.abc import Iterable

from facilitation.domain.session import Session
from facilitation.domain.similar import plain_words

FEW = 2
"""Words that make a whole text somebody's own, if all of them are theirs: a single one is everybody's."""

RUN = 3
"""So many words in a row, those that say nothing left out, are a quotation."""


def borrows(text: str, gone: str) -> bool:
    """Whether a text was taken, whole or in part, from words that were taken back."""
    words, own = plain_words(text), plain_words(gone)
    if len(words) >= FEW and set(words) <= set(own):
        return True
    runs = {tuple(own[at : at + RUN]) for at in range(len(own) - RUN + 1)}
    return any(tuple(words[at : at + RUN]) in runs for at in range(len(words) - RUN + 1))


def words_gone(before: Session, after: Session) -> tuple[str, ...]:
    """What was written before and is not there any more."""
    left = set(words_left(after))
    return tuple(one for one in dict.fromkeys(words_left(before)) if one not in left)


def words_left(session: Session) -> Iterable[str]:
    yield from (card.text for card in session.cards.values() if card.text and not card.withdrawn)
    for asked in session.answers.values():
        for given in asked.values():
            for answer in given.values():
                if not answer.withdrawn:
                    yield from _texts(answer.value)
    yield from (note.text for note in session.notes.values() if note.text and not note.erased)
    yield from (note.excerpt for note in session.notebook.notes.values() if note.excerpt and not note.withdrawn)


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
