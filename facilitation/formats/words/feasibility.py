"""Remarks to come."""

from collections.abc import Mapping

from facilitation.formats.words.phrase import Phrase

FEASIBILITY: Mapping[str, Phrase] = {}
