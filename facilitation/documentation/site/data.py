"""The learnings of a site as JSON, for whoever makes something else of them."""

import json
from collections.abc import Iterable
from typing import Any

from facilitation.documentation.site.entries import Entry
from facilitation.documentation.typography import moment_written


def learnings_json(entries: Iterable[Entry]) -> bytes:
    """Every learning; what it rests on is words where they may be read, and a number otherwise."""
    told = {"learnings": [_told(one) for one in entries]}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _told(one: Entry) -> dict[str, Any]:
    learning, identity = one.learning, one.dossier.identity
    return {
        "id": one.urn,
        "page": one.file,
        "believed": learning.thought,
        "observed": learning.observed,
        "learned": learning.learned,
        "will do": learning.will_do,
        "confidence": learning.confidence,
        "why": learning.why,
        "for": learning.addressees,
        "disagreements": learning.dissent,
        "contested": [words for words in one.objections if words],
        "intuition": not one.traces,
        "evidence": {
            "quoted": [{"observed": trace.observed, "words": trace.words} for trace in one.shown],
            "not shown": one.kept_back,
        },
        "validated": moment_written(learning.validated_at or 0),
        "experiment": {
            "title": identity.title,
            "question": one.dossier.question,
            "theme": identity.theme,
            "keywords": list(identity.keywords),
            "organisations": list(identity.organisations),
            "licence": identity.licence,
        },
    }
