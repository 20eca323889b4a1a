"""The stages as they came, with what was planned; what was done to their time and to the plan, and why."""

from collections.abc import Mapping

from facilitation.domain import events as e
from facilitation.domain.format import Text
from facilitation.projections.changes import PlanChange
from facilitation.projections.journal.entries import Entry, Kind, Told
from facilitation.projections.journal.standing import Standing, account, count, span
from facilitation.projections.timeline import TimelineStep

CLOSED_BY = {
    "facilitator": Text("par l'animation", "by the facilitator"),
    "timer": Text("le temps était écoulé", "its time was up"),
    "everyone answered": Text("tout le monde avait répondu", "everyone had answered"),
    "condition": Text("sa condition était remplie", "its condition was met"),
}


def of_flow(now: Standing, told: Told, people: int, extended: Mapping[str, int]) -> Entry | None:
    """The entry of an event that moves the session on; `extended` counts how often each step was, up to this event."""
    return _stage(now, told, people) or _time(now, told, extended) or _plan(now, told)


def _entry(now: Standing, told: Told, kind: Kind, said: Text, step: str | None = None, words: str = "") -> Entry:
    return Entry(told.event.at, kind, said, now.title(step), account(told.by), words=words)


def _stage(now: Standing, told: Told, people: int) -> Entry | None:
    match told.event:
        case e.StageStarted(step=step):
            there = count(people, Text("{n} personne présente", "{n} person present"), _PRESENT)
            name, planned = now.called(step), _planned(now.lengths.get(step))
            said = Text(f"{name.fr} commence{planned.fr}, {there.fr}", f"{name.en} begins{planned.en}, {there.en}")
            return _entry(now, told, "stage", said, step)
        case e.StageClosed(step=step, by=by):
            name, why, length = now.called(step), CLOSED_BY[by], _played(now.lengths.get(step))
            return _entry(
                now,
                told,
                "stage",
                Text(f"{name.fr} se termine : {why.fr}{length.fr}", f"{name.en} ends: {why.en}{length.en}"),
                step,
            )
        case e.StageSkipped(step=step):
            name, at = now.called(step), now.session.steps.get(step)
            reason = (at.skip_reason if at else None) or ""
            return _entry(now, told, "stage", Text(f"{name.fr} est sautée", f"{name.en} is skipped"), step, reason)
        case e.StageLeftOut(step=step):
            name = now.called(step)
            said = Text(
                f"{name.fr} n'a pas lieu : sa condition n'est pas remplie",
                f"{name.en} is left out: its condition is not met",
            )
            return _entry(now, told, "stage", said, step)
        case e.StepRevealed(step=step):
            return _entry(now, told, "stage", Text("Le résultat est montré", "The result is shown"), step)
        case e.SessionClosed():
            return _entry(now, told, "stage", Text("La séance est close", "The session is closed"))
    return None


_PRESENT = Text("{n} personnes présentes", "{n} people present")


def _planned(length: TimelineStep | None) -> Text:
    planned = length and (length.changed if length.changed is not None else length.planned)
    return Text(f" ({span(planned)} prévues)", f" ({span(planned)} planned)") if planned else Text("", "")


def _played(length: TimelineStep | None) -> Text:
    if length is None or length.actual is None:
        return Text("", "")
    told = span(length.actual)
    if not length.planned:
        return Text(f", après {told}", f", after {told}")
    return Text(
        f", après {told} pour {span(length.planned)} prévues", f", after {told} of {span(length.planned)} planned"
    )


def _time(now: Standing, told: Told, extended: Mapping[str, int]) -> Entry | None:
    match told.event:
        case e.TimerExtended(step=step, seconds=seconds):
            longer = Text(f"{span(seconds)} de plus", f"{span(seconds)} more")
            shorter = Text(f"{span(seconds)} de moins", f"{span(seconds)} less")
            why = now.reason_of_time(step, extended[step])
            return _entry(now, told, "time", longer if seconds >= 0 else shorter, step, why)
        case e.TimerPaused(step=step):
            return _entry(now, told, "time", Text("Le minuteur est en pause", "The timer is paused"), step)
        case e.TimerResumed(step=step):
            return _entry(now, told, "time", Text("Le minuteur repart", "The timer runs again"), step)
    return None


def _plan(now: Standing, told: Told) -> Entry | None:
    match told.event:
        case (
            e.StageChanged(change=id)
            | e.StageMoved(change=id)
            | e.StageInserted(change=id)
            | e.StageReopened(change=id)
        ) if id in now.changes:
            change = now.changes[id]
            return _entry(now, told, "plan", _changed(now, change), change.steps[0], change.reason)
        case e.ChangeUndone(change=id) if id in now.changes:
            name = now.called(now.changes[id].steps[0])
            return _entry(now, told, "plan", Text(f"Modification annulée : {name.fr}", f"Change undone: {name.en}"))
        case e.StageRestored(step=step):
            name = now.called(step)
            return _entry(
                now, told, "plan", Text(f"{name.fr} est remise au déroulé", f"{name.en} is back in the run sheet"), step
            )
        case e.TurnAdded(turn=turn):
            return _entry(now, told, "plan", Text(f"Un tour de plus : le {turn}ᵉ", f"One more round: number {turn}"))
        case e.LoopEnded(turn=turn, by="facilitator"):
            return _entry(now, told, "plan", Text(f"Le tour {turn} est le dernier", f"Round {turn} is the last one"))
        case e.TurnWanted():
            return _entry(now, told, "plan", Text("Un tour de plus est demandé", "One more round is asked for"))
    return None


def _changed(now: Standing, change: PlanChange) -> Text:
    name = now.called(change.steps[0])
    match change.sort:
        case "moved":
            said = Text(f"{name.fr} est déplacée", f"{name.en} is moved")
        case "inserted":
            said = Text(f"{name.fr} est ajoutée", f"{name.en} is added")
        case "reopened":
            return Text(f"{name.fr} est rouverte", f"{name.en} is opened again")
        case "changed":
            return _reworded(name, change)
    if change.before is None:
        return said
    return Text(f"{said.fr} avant « {change.before.fr} »", f"{said.en} before “{change.before.en}”")


def _reworded(name: Text, change: PlanChange) -> Text:
    if change.seconds is None:
        return Text(f"Les textes de {name.fr} changent", f"The texts of {name.en} are changed")
    was, now = span(change.was or None), span(change.seconds or None)
    more = Text(" et ses textes", " and its texts") if change.places else Text("", "")
    return Text(
        f"La durée de {name.fr} change{more.fr} : {was} → {now}",
        f"The length of {name.en} is changed{more.en}: {was} → {now}",
    )
