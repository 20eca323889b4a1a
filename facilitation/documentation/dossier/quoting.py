"""Which contributions a dossier quotes, and where each reference leads."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from facilitation.documentation.dossier.prose import cited_in
from facilitation.documentation.dossier.shapes import Dossier, Learning
from facilitation.projections.outcome import Outcome
from facilitation.projections.outcome.seen import LineSeen
from facilitation.projections.outcome.shapes import Contribution, NoteMaterial, RowsAnswer

LEARNED = "learning "
"""How the reference of a learning begins; its key follows."""

Trace = Contribution | RowsAnswer | NoteMaterial | LineSeen


@dataclass(frozen=True, slots=True)
class Cited:
    """A contribution that may be read in this document: the place of its session, and what it says."""

    session: int
    said: Trace

    @property
    def quotable(self) -> bool:
        """Whether it may be quoted word for word outside the list it was written in."""
        return isinstance(self.said, Contribution) and self.said.quotable


def contributions_of(outcome: Outcome) -> dict[str, Contribution | RowsAnswer]:
    """Every contribution that is reproduced, by its reference."""
    return {said.ref: said for said in _within(outcome)}


def moments_of(outcome: Outcome) -> dict[str, NoteMaterial]:
    """Every moment that was kept for the documentation, by its reference: excerpts of observers too."""
    return {note.ref: note for note in outcome.notes}


def counts_of(outcome: Outcome) -> dict[str, LineSeen]:
    """Every line of the observers' grid that was promoted, by its reference."""
    return {line.ref: line for line in outcome.seen}


def traces_of(outcome: Outcome) -> dict[str, Trace]:
    """Everything that a text may cite and a learning may rest on, by its reference."""
    return {**contributions_of(outcome), **moments_of(outcome), **counts_of(outcome)}


def is_seen(trace: Trace) -> bool:
    """Whether somebody who observed wrote it down or counted it."""
    return isinstance(trace, LineSeen) or (isinstance(trace, NoteMaterial) and trace.observed)


def known(dossier: Dossier) -> dict[str, Cited]:
    """Every reference that leads somewhere. One that does not was withdrawn, or is not shown to these readers."""
    return {
        ref: Cited(place, said) for place, told in enumerate(dossier.sessions) for ref, said in traces_of(told).items()
    }


def quoted(dossier: Dossier) -> dict[str, Cited]:
    """What the texts and the learnings rest on and may quote, in the order of the sessions."""
    wanted = {ref for text in dossier.texts for ref in cited_in(text.body)}
    wanted |= {each.ref for learning in dossier.learnings for each in learning.evidence}
    wanted |= set(dossier.chosen)
    found = {ref: cited for ref, cited in known(dossier).items() if ref in wanted and cited.quotable}
    return dict(sorted(found.items(), key=lambda item: (item[1].session, item[1].said.number)))


def may_be_quoted(outcome: Outcome) -> frozenset[int]:
    """The numbers of the contributions of a session that may be quoted outside the list they were written in."""
    known = contributions_of(outcome).values()
    return frozenset(said.number for said in known if isinstance(said, Contribution) and said.quotable)


def learned(dossier: Dossier) -> dict[str, Learning]:
    """The learnings, by the reference under which a verdict rests on one."""
    return {f"{LEARNED}{one.key}": one for one in dossier.learnings}


def _within(value: object) -> Iterator[Contribution | RowsAnswer]:
    if isinstance(value, Contribution | RowsAnswer):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _within(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _within(each)
