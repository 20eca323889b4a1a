"""What a rehearsal found, said to the person who will lead the real session."""

from collections.abc import Iterator

from facilitation.domain.format.text import Locale, Text
from facilitation.domain.session import Session, StepKey
from facilitation.rehearsal import Rehearsal

LONG_WAIT = 60.0
"""Seconds of waiting, on average, from which a stage is worth a remark."""

MOST_TOLD = 8


def report(played: Rehearsal, locale: Locale) -> str:
    """A few lines: who and how long, where people would wait, odd groups, what was refused."""
    lines = [_overview(played), *_waits(played), *_groups(played), *_faults(played)]
    return "\n".join(line.said_in(locale) for line in lines)


def _overview(played: Rehearsal) -> Text:
    found, session = played.findings, played.session
    people, steps = len(session.people), len(session.plan)
    played_min, planned_min = _minutes(found.played_seconds), _minutes(found.planned_seconds)
    return Text(
        f"{session.title}\u00a0: {people} personnes, {steps} étapes, {played_min} min jouées "
        f"({planned_min} min prévues).",
        f"{session.title}: {people} people, {steps} stages, {played_min} min played ({planned_min} min planned).",
    )


def _waits(played: Rehearsal) -> Iterator[Text]:
    long = sorted((wait for wait in played.findings.waits if wait.mean >= LONG_WAIT), key=lambda wait: -wait.mean)
    for wait in long[:3]:
        fr, en = _titles(played.session, wait.step)
        mean = round(wait.mean)
        yield Text(
            f"Attente à l'étape «\u00a0{fr}\u00a0»\u00a0: {mean} s en moyenne, une fois sa part faite.",
            f"Waiting in stage “{en}”: {mean} s on average, once one's part is done.",
        )


def _groups(played: Rehearsal) -> Iterator[Text]:
    told: set[tuple[str, tuple[int, ...]]] = set()
    for odd in played.findings.odd_groups:
        fr, en = _titles(played.session, odd.step)
        if (en, odd.sizes) not in told:
            told.add((en, odd.sizes))
            sizes = ", ".join(map(str, odd.sizes))
            yield Text(
                f"Groupes inégaux à l'étape «\u00a0{fr}\u00a0»\u00a0: {sizes}.",
                f"Uneven groups in stage “{en}”: {sizes}.",
            )


def _faults(played: Rehearsal) -> Iterator[Text]:
    found = played.findings
    for refusal in found.refusals[:MOST_TOLD]:
        what = f"{refusal.command} ({refusal.by}, {refusal.step or '-'}): {refusal.reason}"
        yield Text(f"Refusé\u00a0: {what}", f"Refused: {what}")
    if len(found.refusals) > MOST_TOLD:
        rest = len(found.refusals) - MOST_TOLD
        yield Text(f"… et {rest} autres refus.", f"… and {rest} more refusals.")
    for step in found.unplayed[:MOST_TOLD]:
        yield Text(f"Étape jamais jouée\u00a0: {step}", f"Stage never played: {step}")


def _titles(session: Session, key: StepKey) -> tuple[str, str]:
    planned = session.planned(key)
    return (planned.stage.title.fr, planned.stage.title.en) if planned else (key, key)


def _minutes(seconds: int) -> int:
    return round(seconds / 60)
