"""Mappings with one entry more, or without some."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


def put(mapping: Mapping[K, V], key: K, value: V) -> dict[K, V]:
    """The mapping with this value under this key."""
    return {**mapping, key: value}


def without(mapping: Mapping[K, V], keys: Iterable[K]) -> dict[K, V]:
    """The mapping without these keys."""
    gone = set(keys)
    return {key: value for key, value in mapping.items() if key not in gone}
