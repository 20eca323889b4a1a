"""A small sound format, and the ways the tests break it."""

from collections import ChainMap
from collections.abc import Mapping

from facilitation.formats import Reading, Shelf, read_format
from facilitation.places import workshop_formats

SMALL = """\
format: small
version: 1.0.0
language: 1
kind: seminar-activity
title: {fr: Petit, en: Small}
summary: {fr: Un format court., en: A short format.}
credits: {source: nobody, licence: CC0}
participants: {min: 2, max: 20}

settings:
  question: {label: {fr: La question, en: The question}, type: text, default: What next}
  dots: {label: {fr: Les points, en: The dots}, default: 3, min: 1, max: 9}

roles:
  host: {label: {fr: Hôte, en: Host}, count: 1}
  guests: {label: {fr: Invités, en: Guests}, chosen by: everyone else}

run:
  - stage: write
    title: {fr: Écrire, en: Write}
    minutes: 2
    groups: {size: 2}
    board:
      name: ideas
      prompt: {fr: "{question} Pas de noms.", en: "{question} No names."}
      seen by: author
      marks: {kept: {label: {fr: Retenue, en: Kept}, by: host}}
  - stage: guess
    title: {fr: Deviner, en: Guess}
    minutes: 2
    groups: {merge: write}
    ask:
      number: {type: whole number, label: {fr: Un nombre, en: A number}, min: 0, max: 100}
    seen by: author
    continue when: everyone answered
    compute:
      for each group: {most: max(number)}
      for each person: {gap: most - number}
  - stage: vote
    title: {fr: Voter, en: Vote}
    groups: everyone
    tell: {host: {fr: Comptez., en: Count.}}
    show: {fr: "Votre écart est {gap}.", en: "Your gap is {gap}."}
    carry: {ideas: {marked: kept}}
    board: {name: ideas, written by: nobody, seen by: everyone}
    vote: {of: ideas, dots: dots}
    chart: {type: bars, value: average(number), title: {fr: Moyenne, en: Average}}

document:
  - section: {fr: Les idées, en: The ideas}
    list: {from: vote.ideas, order: votes}
    votes: vote

examples:
  - answers: {number: [10, 40]}
    expect: {gap: [30, 0]}
  - answers: {number: [10, 101]}
    refused: yes
"""


def using(name: str, *others: str) -> bytes:
    """A format called `name` that consists of blocks."""
    text = SMALL.replace("format: small", f"format: {name}")
    return (text[: text.index("settings:")] + "run:\n" + "".join(f"  - use: {o}\n" for o in others)).encode()


BESIDE: Mapping[str, bytes] = {
    "small": using("small", "first"),
    "first": using("first", "second"),
    "second": using("second", "first"),
    "broken": SMALL.replace("kind: seminar-activity", "kind: karaoke").encode(),
    "level-1": using("level-1", "level-2"),
    "level-2": using("level-2", "level-3"),
    "level-3": using("level-3", "level-4"),
    "level-4": using("level-4", "level-5"),
    "level-5": using("level-5", "roti"),
    "large": SMALL.replace("format: small", "format: large")
    .replace("run:\n", "run:\n" + "".join(f"  - {{stage: s{n}, title: {{fr: A, en: B}}}}\n" for n in range(400)))
    .encode(),
}
"""Formats that stand beside the one that is read, for it to use as blocks."""

SHELF = ChainMap(dict(BESIDE), Shelf(workshop_formats()))  # type: ignore[arg-type] # never written to


def read(text: str | bytes, name: str = "small.yaml") -> Reading:
    """What comes of a file with this text."""
    return read_format(text.encode() if isinstance(text, str) else text, name, SHELF)


def changed(old: str, new: str, text: str = SMALL) -> str:
    """The small format with one passage replaced; the passage must be there exactly once."""
    assert text.count(old) == 1, f"{text.count(old)} × {old!r}"
    return text.replace(old, new)


def said(reading: Reading) -> str:
    """All remarks, one per line, as a person would read them."""
    return "\n".join(
        f"{d.file}:{d.line}:{d.column}: {d.level} [{d.code}] {d.message.en} → {d.remedy.en}"
        for d in reading.diagnostics
    )
