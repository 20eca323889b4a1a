"""Words that were taken back, in what those who facilitate noted: the commands that take them out of the log, too."""

from collections.abc import Iterable, Iterator

from facilitation.domain.commands import By, DropExcerpt, EditNote, KeepExcerpt
from facilitation.domain.copied import MARKS, sought, without
from facilitation.domain.rules.observing import CUT
from facilitation.domain.session import Session

Correction = EditNote | KeepExcerpt | DropExcerpt


def in_notes(session: Session, words: Iterable[str]) -> Iterator[tuple[By, Correction]]:
    """What to hand in, each on behalf of whoever wrote or promoted the note.

    Of an observer's note only the excerpt is looked at: nothing else of it reaches a document.
    """
    gone = sought(words)
    for note in session.notes.values():
        clean = without(note.text, gone, MARKS[session.locale])
        if clean != note.text and not note.erased:
            yield By("facilitator", note.by), EditNote(note.id, clean)
    for seen in session.notebook.notes.values():
        clean = without(seen.excerpt, gone, CUT)
        if clean != seen.excerpt and not seen.withdrawn:
            yield By("facilitator", ""), _cut(seen.id, clean)


def _cut(note: str, excerpt: str) -> Correction:
    left = excerpt.replace(CUT, "")
    return KeepExcerpt(note, excerpt) if any(sign.isalnum() for sign in left) else DropExcerpt(note)
