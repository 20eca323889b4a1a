"""Which contributions the analysis room shows: of a session, a stage, a theme, read already or not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from facilitation.documentation.analysis.units import Unit

NAMES = ("session", "stage", "theme", "coded", "kind")


@dataclass(frozen=True, slots=True)
class Filters:
    """What was asked for; an empty word asks for nothing."""

    session: str = ""
    stage: str = ""
    theme: str = ""
    coded: str = ""
    kind: str = ""

    def lets(self, unit: Unit, seen: Mapping[str, frozenset[int]]) -> bool:
        """Whether a contribution is among those asked for."""
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


def filters_in(sent: MultiDict[str, str]) -> Filters:
    """What an address, or the hidden fields of a form, ask for."""
    return Filters(**{name: sent.get(name, "")[:120] for name in NAMES})


def stage_key(unit: Unit) -> str:
    """A stage, apart from one of the same name in another session."""
    return f"{unit.session}.{unit.stage}"


def next_after(units: Iterable[Unit], ref: str, filters: Filters, seen: Mapping[str, frozenset[int]]) -> str:
    """The contribution to go on with: the next one that is shown; at the end, the same again."""
    shown = [unit.ref for unit in units if unit.ref == ref or filters.lets(unit, seen)]
    place = shown.index(ref) + 1 if ref in shown else 0
    return shown[place] if place < len(shown) else ref
