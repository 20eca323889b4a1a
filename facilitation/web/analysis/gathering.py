"""What lies in the analysis room of an experiment, and what one coder made of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from facilitation.documentation.analysis.settling import read_as, settled
from facilitation.documentation.analysis.suggesting import Known, Suggestion, suggestions, weighed_in
from facilitation.documentation.analysis.units import Unit, units_of
from facilitation.records import codings, themes
from facilitation.records.digests import digest
from facilitation.records.themes import Theme, counted_as
from facilitation.web.documents.held import begun
from facilitation.web.doors import doors

Sets = Mapping[str, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Codebook:
    """The themes of an experiment; those in use, in the order of their keys; what merged ones count for."""

    known: tuple[Theme, ...]
    counts_as: Mapping[int, int]

    @property
    def used(self) -> tuple[Theme, ...]:
        """The themes that may be seen in a contribution."""
        return tuple(theme for theme in self.known if theme.state == "used")

    @property
    def names(self) -> dict[int, str]:
        """What each theme is called."""
        return {theme.id: theme.name for theme in self.known}


@dataclass(frozen=True, slots=True)
class Coded:
    """What each coder sees, merged and retired themes read as what they are now; what was agreed on; what stands."""

    by_coder: Mapping[int, Sets]
    agreed: Sets
    settled: Sets

    def of(self, account: int) -> Sets:
        """What one coder sees."""
        return self.by_coder.get(account, {})

    def after_reading(self, account: int) -> "Coded":
        """What somebody who codes may know of the others: of what they have read themselves, or was agreed on."""
        open_to_them = {*self.of(account), *self.agreed}
        sets = {who: {ref: sets[ref] for ref in sets if ref in open_to_them} for who, sets in self.by_coder.items()}
        return replace(self, by_coder=sets)


def codebook_of(experiment: int) -> Codebook:
    """The themes of an experiment."""
    known = themes.of_experiment(doors().database, experiment)
    return Codebook(known, counted_as(known))


def coded_in(experiment: int, book: Codebook) -> Coded:
    """Everything that was coded."""
    found = codings.of_experiment(doors().database, experiment)
    by_coder = {who: read_as(sets, book.counts_as) for who, sets in found.by_coder.items()}
    agreed = read_as(found.agreed, book.counts_as)
    return Coded(by_coder, agreed, settled(by_coder, agreed))


def units_in(experiment: int) -> tuple[Unit, ...]:
    """What there is to read. Takes long: for views beside the room."""
    return units_of(doors().outcomes.of(state) for state in begun(experiment))


def suggested(
    experiment: int, book: Codebook, seen: Sets, wanted: Collection[str]
) -> dict[str, tuple[Suggestion, ...]]:
    """What each contribution that is wanted could belong to, as far as words tell."""
    states = begun(experiment)
    units = units_of(doors().outcomes.of(state) for state in states)
    known = tuple(_known(theme) for theme in book.used)
    # Kept until a word changes; with anything that is withdrawn from a session, all that was made of it is forgotten.
    named = digest(repr([(one.theme, one.words) for one in known]))[:16]
    vectors = doors().outcomes.held(f"weighed {named}", states, lambda: weighed_in(units, known))
    return suggestions(units, known, seen, vectors, wanted)


def _known(theme: Theme) -> Known:
    said = theme.facts
    return Known(
        theme.id,
        " ".join((said.name, said.definition, said.inside)),
        tuple(ref for ref, side in theme.shows.items() if side != "outside"),
        frozenset(ref for ref, side in theme.shows.items() if side == "board"),
    )
