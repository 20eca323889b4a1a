"""Where sentences of the team have a gap since words were taken back: by name, until somebody has written them anew."""

from dataclasses import replace

from facilitation.database import Database
from facilitation.domain.copied import MARKS, SHORT_MARKS
from facilitation.records.withdrawn.kept import Place, kept_of


def to_mend(database: Database, experiment: int) -> tuple[Place, ...]:
    """Every place that somebody can write anew, each once."""
    standing = (kept for kept in kept_of(database, experiment) if not kept.former)
    gaps = (replace(kept.place, field="") for kept in standing if _has_gap(kept.words))
    return tuple(dict.fromkeys(gaps))


def _has_gap(text: str) -> bool:
    return any(mark in text for mark in (*MARKS.values(), *SHORT_MARKS.values()))
