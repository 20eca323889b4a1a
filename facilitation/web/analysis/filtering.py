"""Which contributions the analysis room shows: by words, session, stage, theme, read or not; page by page."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from facilitation.documentation.analysis.units import Unit
from facilitation.domain.plain_letters import plain

NAMES = ("q", "session", "stage", "theme", "coded", "kind")

MOST = 100
"""Contributions on one page: a thousand weigh more than a megabyte, and an old laptop takes seconds to lay them out."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What was asked for; an empty word asks for nothing."""

    q: str = ""
    session: str = ""
    stage: str = ""
    theme: str = ""
    coded: str = ""
    kind: str = ""

    def shown(self, units: Iterable[Unit], seen: Mapping[str, frozenset[int]]) -> frozenset[str]:
        """The references of the contributions that were asked for."""
        words = plain(self.q).split()
        return frozenset(unit.ref for unit in units if self._lets(unit, seen) and _holds(unit, words))

    def _lets(self, unit: Unit, seen: Mapping[str, frozenset[int]]) -> bool:
        themes = seen.get(unit.ref)
        return (
            self.session in ("", str(unit.session))
            and self.stage in ("", stage_key(unit))
            and self.kind in ("", unit.kind)
            and (not self.theme or self.theme in map(str, themes or ()))
            and self.coded in ("", "no" if themes is None else "yes")
        )

    @property
    def words(self) -> dict[str, str]:
        """As an address carries them."""
        return {name: asked for name in NAMES if (asked := getattr(self, name))}


@dataclass(frozen=True, slots=True)
class Page:
    """Some of what is shown. `first` is the place of the first one, from 1; `before` and `after` are the contributions
    from which the pages beside it are counted: what is coded meanwhile may leave a filter, and no page is skipped.
    """

    units: tuple[Unit, ...]
    first: int
    before: str = ""
    after: str = ""

    @property
    def last(self) -> int:
        """The place of the last one."""
        return self.first + len(self.units) - 1


def filters_in(sent: MultiDict[str, str]) -> Filters:
    """What an address, or the hidden fields of a form, ask for."""
    return Filters(**{name: sent.get(name, "")[:120] for name in NAMES})


def page_in(sent: MultiDict[str, str], units: Sequence[Unit], shown: Collection[str], most: int = MOST) -> Page:
    """The page that an address asks for: after a contribution, before one, or the one that holds it."""
    here = sent.get("unit", "")
    there = [(at, unit) for at, unit in enumerate(units) if unit.ref in shown or unit.ref == here]
    start = _start(sent, units, there, most)
    if start >= len(there):
        # What fits has become less since the address was made: these are the last ones, and one may go back from them.
        start = max(0, len(there) - most)
    found = tuple(unit for _, unit in there[start : start + most])
    return Page(
        found,
        start + 1 if found else 0,
        found[0].ref if start and found else "",
        found[-1].ref if found and start + most < len(there) else "",
    )


def _start(sent: MultiDict[str, str], units: Sequence[Unit], there: Sequence[tuple[int, Unit]], most: int) -> int:
    places = {unit.ref: at for at, unit in enumerate(units)}
    if (after := places.get(sent.get("after", ""))) is not None:
        return sum(at <= after for at, _ in there)
    if (before := places.get(sent.get("before", ""))) is not None:
        return max(0, sum(at < before for at, _ in there) - most)
    here = next((at for at, (_, unit) in enumerate(there) if unit.ref == sent.get("unit")), 0)
    return here // most * most


def _holds(unit: Unit, words: Iterable[str]) -> bool:
    """Every word that was asked for is there, in any order, without capitals and accents."""
    said = plain(unit.words)
    return all(word in said for word in words)


def stage_key(unit: Unit) -> str:
    """A stage, apart from one of the same name in another session."""
    return f"{unit.session}.{unit.stage}"


def next_after(units: Iterable[Unit], ref: str, shown: Collection[str]) -> str:
    """The contribution to go on with: the next one that is shown; at the end, the same again."""
    there = [unit.ref for unit in units if unit.ref == ref or unit.ref in shown]
    place = there.index(ref) + 1 if ref in there else 0
    return there[place] if place < len(there) else ref
