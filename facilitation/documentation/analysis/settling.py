"""What stands for the team: what was agreed on, and where nobody differs, what the coders saw."""

from collections.abc import Mapping

from facilitation.documentation.analysis.agreement import Sets


def read_as(sets: Sets, counted_as: Mapping[int, int]) -> dict[str, frozenset[int]]:
    """The same with merged themes as the theme they count for, and without those that were retired."""
    return {ref: frozenset(counted_as[theme] for theme in seen if theme in counted_as) for ref, seen in sets.items()}


def settled(by_coder: Mapping[int, Sets], agreed: Sets) -> dict[str, frozenset[int]]:
    """The themes seen in each contribution of which it is settled; those that coders still differ on are not there."""
    found: dict[str, frozenset[int]] = {}
    for ref in dict.fromkeys(ref for sets in by_coder.values() for ref in sets):
        said = {sets[ref] for sets in by_coder.values() if ref in sets}
        if len(said) == 1:
            found |= {ref: said.pop()}
    return {**found, **agreed}


def open_to_talk(by_coder: Mapping[int, Sets], agreed: Sets) -> tuple[str, ...]:
    """Where coders differ and have agreed on nothing yet."""
    every = dict.fromkeys(ref for sets in by_coder.values() for ref in sets)
    said = {ref: {sets[ref] for sets in by_coder.values() if ref in sets} for ref in every}
    return tuple(ref for ref in every if len(said[ref]) > 1 and ref not in agreed)
