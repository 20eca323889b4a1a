"""What a rehearsal found, said to the person who will lead the real session: the same at the prompt and on a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from facilitation.domain.commands import Refused
from facilitation.domain.format.text import Text
from facilitation.domain.reasons import sentence
from facilitation.domain.session import Session, StepKey
from facilitation.projections.outcome.words import filled
from facilitation.rehearsal.findings import Findings, Played, Wait
from facilitation.rehearsal.hall import Refusal
from facilitation.rehearsal.projector import Crowded
from facilitation.rehearsal.seats import all_gone, too_large, without_group

MOST_TOLD = 8
"""Remarks of one sort; the rest is counted."""

MOST_WAITS = 3

TIGHT = 0.1
"""The part of a slot that should stay free: people arrive, sit down, and say goodbye."""

Tone = Literal["plain", "good", "warn", "bad"]


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence. `bad` must be mended before the real session, `warn` is worth a thought."""

    tone: Tone
    text: Text


def remarks(session: Session, found: Findings, stopped: bool = False) -> tuple[Remark, ...]:
    """Everything that was found, the most general first; nothing of what was to come, if somebody `stopped` it."""
    return (
        *((_stopped(session, found),) if stopped else (_overview(session, found), *_slot(session, found))),
        *_waits(session, found),
        *_groups(session, found),
        *_unanswered(session, found),
        *_seats(session, found),
        *_wall(session, found),
        *_mistakes(found),
        *_refusals(session, found),
        *(() if stopped else _unplayed(session, found)),
    )


def _overview(session: Session, found: Findings) -> Remark:
    people, steps = len(session.people), len(session.plan)
    played, planned = _minutes(found.played_seconds), _minutes(found.planned_seconds)
    return Remark(
        "plain",
        Text(
            f"{session.title}\u00a0: {people} personnes, {steps} étapes, {played} min jouées ({planned} min prévues).",
            f"{session.title}: {people} people, {steps} stages, {played} min played ({planned} min planned).",
        ),
    )


def _stopped(session: Session, found: Findings) -> Remark:
    people, steps, over = len(session.people), len(session.plan), len(found.steps)
    return Remark(
        "plain",
        Text(
            f"{session.title}\u00a0: {people} personnes, arrêté en cours de route\u00a0: {over} étapes jouées sur "
            f"{steps}.",
            f"{session.title}: {people} people, stopped on the way: {over} of {steps} stages were played.",
        ),
    )


def _slot(session: Session, found: Findings) -> Iterator[Remark]:
    spare, slot = found.to_spare, found.slot_seconds
    if spare is None or slot is None:
        return
    room, over = _minutes(slot), max(1, _minutes(-spare))
    if spare < 0:
        fr, en = _longest(session, found)
        yield Remark(
            "bad",
            Text(
                f"Le créneau de {room} min ne suffit pas\u00a0: il manque {over} min. {fr}",
                f"The slot of {room} min is too short, by {over} min. {en}",
            ),
        )
    elif spare < slot * TIGHT:
        yield Remark(
            "warn",
            Text(
                f"Le créneau de {room} min suffit tout juste\u00a0: {_minutes(spare)} min de marge pour s'installer et "
                "se dire au revoir.",
                f"The slot of {room} min is only just enough: {_minutes(spare)} min left to settle in and say goodbye.",
            ),
        )
    else:
        yield Remark(
            "good",
            Text(
                f"Le créneau de {room} min suffit\u00a0: {_minutes(spare)} min de marge.",
                f"The slot of {room} min is enough: {_minutes(spare)} min to spare.",
            ),
        )


def _longest(session: Session, found: Findings) -> tuple[str, str]:
    longest = sorted(found.steps, key=lambda step: -step.lasted)[:MOST_WAITS]
    told = [(_titles(session, step.step), _minutes(step.lasted)) for step in longest]
    fr = ", ".join(f"«\u00a0{title.fr}\u00a0» ({minutes} min)" for title, minutes in told)
    en = ", ".join(f"“{title.en}” ({minutes} min)" for title, minutes in told)
    return (f"Les plus longues\u00a0: {fr}.", f"The longest: {en}.") if told else ("", "")


def _waits(session: Session, found: Findings) -> Iterator[Remark]:
    long = sorted((wait for wait in found.waits if wait.by_most), key=lambda wait: -wait.mean)
    for wait in long[:MOST_WAITS]:
        yield _wait(session, wait, next((step for step in found.steps if step.step == wait.step), None))


def _wait(session: Session, wait: Wait, step: Played | None) -> Remark:
    title, mean = _titles(session, wait.step), span(wait.mean)
    of = f" sur {span(step.lasted)}" if step else ""
    of_en = f" of {span(step.lasted)}" if step else ""
    return Remark(
        "warn",
        Text(
            f"Attente à l'étape «\u00a0{title.fr}\u00a0»\u00a0: {wait.long} personnes sur {wait.people} attendent, "
            f"{mean} en moyenne{of}, une fois leur part faite. Elle peut être plus courte, ou se remplir de parole.",
            f"Waiting in stage “{title.en}”: {wait.long} of {wait.people} people wait, {mean} on average{of_en}, "
            "once their part is done. It may be shorter, or be filled with talk.",
        ),
    )


def _groups(session: Session, found: Findings) -> Iterator[Remark]:
    told: set[tuple[str, tuple[int, ...]]] = set()
    for odd in found.odd_groups:
        title, sizes = _titles(session, odd.step), tuple(sorted(odd.sizes, reverse=True))
        if (title.en, sizes) in told:
            continue
        told.add((title.en, sizes))
        listed, alone = ", ".join(map(str, sizes)), sizes.count(1)
        fr = f" {alone} personne{'s' if alone > 1 else ''} sans partenaire." if alone else ""
        en = f" {alone} without a partner." if alone else ""
        yield Remark(
            "warn" if alone else "plain",
            Text(
                f"Groupes inégaux à l'étape «\u00a0{title.fr}\u00a0»\u00a0: {listed}.{fr}",
                f"Uneven groups in stage “{title.en}”: {listed}.{en}",
            ),
        )


def _unanswered(session: Session, found: Findings) -> Iterator[Remark]:
    for step in found.unanswered[:MOST_TOLD]:
        title = _titles(session, step)
        yield Remark(
            "bad",
            Text(
                f"Personne n'a pu répondre à l'étape «\u00a0{title.fr}\u00a0»\u00a0: regardez à qui elle s'adresse et "
                "ce qui doit exister avant elle.",
                f"Nobody could answer in stage “{title.en}”: look at whom it addresses and what must exist before it.",
            ),
        )


def _seats(session: Session, found: Findings) -> Iterator[Remark]:
    # Groups that stay together are the same in every stage: the largest tells it all.
    wide = max(found.oversized, key=lambda one: one.people, default=None)
    if wide is not None:
        yield Remark("warn", too_large(_titles(session, wide.step), wide))
    for one in found.stranded[:MOST_TOLD]:
        yield Remark("warn", without_group(_titles(session, one.step), one))
    if found.deserted:
        yield Remark("plain", all_gone(_titles(session, found.deserted[0]), len(found.deserted) - 1))


def _wall(session: Session, found: Findings) -> Iterator[Remark]:
    told: set[tuple[str, str]] = set()
    for one in found.crowded:
        title = _titles(session, one.step)
        if (title.en, one.what) not in told and len(told) < MOST_TOLD:
            told.add((title.en, one.what))
            yield Remark("warn", _crowded(title, one))


def _crowded(title: Text, one: Crowded) -> Text:
    match one.what:
        case "title":
            return Text(
                f"Le titre de l'étape «\u00a0{title.fr}\u00a0» est trop long pour le vidéoprojecteur.",
                f"The title of stage “{title.en}” is too long for the projector.",
            )
        case "instruction":
            return Text(
                f"La consigne de l'étape «\u00a0{title.fr}\u00a0» prend environ {one.needed} lignes au "
                f"vidéoprojecteur, qui en montre {one.room}\u00a0: raccourcissez-la, ou dites le reste de vive voix.",
                f"The instruction of stage “{title.en}” takes about {one.needed} lines on the projector, which shows "
                f"{one.room}: shorten it, or say the rest aloud.",
            )
        case "cards":
            return Text(
                f"Au vidéoprojecteur, les cartes de l'étape «\u00a0{title.fr}\u00a0» tiennent sur environ "
                f"{one.needed} pages, qui se tournent l'une après l'autre\u00a0: prévoyez le temps de les lire, ou "
                "demandez moins de cartes.",
                f"On the projector, the cards of stage “{title.en}” take about {one.needed} pages, which turn one "
                "after another: allow time to read them, or ask for fewer cards.",
            )


def _mistakes(found: Findings) -> Iterator[Remark]:
    if found.mistakes:
        count = len(found.mistakes)
        s, were = ("s", "were") if count > 1 else ("", "was")
        yield Remark(
            "good",
            Text(
                f"{count} saisie{s} fautive{s} (texte vide ou trop long, nombre hors limites…) refusée{s} avec une "
                f"explication, puis corrigée{s}.",
                f"{count} wrong input{s} (an empty or too long text, a number out of bounds…) {were} refused with an "
                "explanation, then mended.",
            ),
        )


def _refusals(session: Session, found: Findings) -> Iterator[Remark]:
    for refusal in found.refusals[:MOST_TOLD]:
        yield Remark("bad", _refused(session, refusal))
    if len(found.refusals) > MOST_TOLD:
        rest = len(found.refusals) - MOST_TOLD
        yield Remark("bad", Text(f"… et {rest} autres refus.", f"… and {rest} more refusals."))


def _refused(session: Session, refusal: Refusal) -> Text:
    said = sentence(Refused(refusal.reason, refusal.detail))
    title = _titles(session, refusal.step) if refusal.step else Text("-", "-")
    what = f"{refusal.command}, {refusal.by}: {refusal.reason}"
    return Text(
        f"Refusé à l'étape «\u00a0{title.fr}\u00a0»\u00a0: {said.fr} ({what.replace(': ', chr(0xA0) + ': ')})",
        f"Refused in stage “{title.en}”: {said.en} ({what})",
    )


def _unplayed(session: Session, found: Findings) -> Iterator[Remark]:
    for step in found.unplayed[:MOST_TOLD]:
        title = _titles(session, step)
        yield Remark(
            "bad",
            Text(
                f"Étape jamais jouée\u00a0: «\u00a0{title.fr}\u00a0» ({step})",
                f"Stage never played: “{title.en}” ({step})",
            ),
        )


def _titles(session: Session, key: StepKey) -> Text:
    planned = session.planned(key)
    return filled(session, planned.stage.title, planned) if planned else Text(key, key)


def span(seconds: float) -> str:
    """A length of time, such as « 3 min 20 s », which both languages write alike."""
    minutes, rest = divmod(round(seconds), 60)
    parts = [f"{minutes}\u00a0min" if minutes else "", f"{rest}\u00a0s" if rest or not minutes else ""]
    return "\u00a0".join(part for part in parts if part)


def _minutes(seconds: int) -> int:
    return round(seconds / 60)
