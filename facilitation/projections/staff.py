"""What a facilitator's console sees: the run sheet, the people, the boards, who is awaited."""

from collections import Counter
from typing import Any

from facilitation.domain.arranging import clusters_on
from facilitation.domain.format import Board, Stage, Text
from facilitation.domain.lengths import span_of
from facilitation.domain.levels import spread_of
from facilitation.domain.plain import to_plain
from facilitation.domain.plan import turns_around
from facilitation.domain.progress import some_wait
from facilitation.domain.reviewing import waiting_answers
from facilitation.domain.rules.loops import following, may_go_on
from facilitation.domain.rules.replanning import restorable
from facilitation.domain.rules.showing import left_to_show, waits_for_reveal
from facilitation.domain.session import Card, Note, Planned, Session, Step
from facilitation.domain.sifting import order_in_queue, waits
from facilitation.domain.tally import tally
from facilitation.domain.visibility import stance_of, votes_shown
from facilitation.projections.actions import actions_of
from facilitation.projections.charts import charts_of
from facilitation.projections.everyone import manner_of, words_of_stage
from facilitation.projections.gathering import groups_for_staff
from facilitation.projections.live_plan import change_entry, first_seconds, reopen_entry
from facilitation.projections.observers import observations_for_staff
from facilitation.projections.outcome.behind import tells_of_too_few
from facilitation.projections.parts import (
    entries,
    frame_of_answers,
    known_marks,
    labelled,
    map_of,
    place_on_map,
    said,
    view_text,
    without_nothing,
)
from facilitation.projections.talking import turns_for_staff
from facilitation.projections.totals import totals_of
from facilitation.projections.view import PRIVATE, View

Json = dict[str, Any]


def staff(view: View) -> Json:
    """The document of the channel `staff`."""
    s, planned = view.session, view.planned
    document: Json = {
        "session": _session(s),
        "plan": {step.key: _planned(view, order, step) for order, step in enumerate(s.plan)},
        "current": s.current,
        "next": _next(view),
        "people": {id: _person(view, order, id) for order, id in enumerate(s.people)},
        "roles": _roles(s),
        "treatments": _treatments(s),
        "notes": {note.id: _note(note) for note in s.notes.values() if not note.erased},
        "changes": {change.id: change_entry(view, change) for change in s.changes},
        "reopen": reopen_entry(view),
        "actions": actions_of(view),
        "toRead": _to_read(view),
    } | observations_for_staff(s)
    if planned is None:
        return without_nothing(document)
    return without_nothing(document | _now(view, planned))


def _session(s: Session) -> Json:
    return without_nothing(
        {
            "id": s.id,
            "title": s.title,
            "status": s.status,
            "door": s.door_open,
            "wallHidden": s.wall_hidden,
            "wallFrozen": s.wall_held is not None,
            "locale": s.locale,
            "fewest": s.format.fewest if s.format else None,
            "most": s.format.most if s.format else None,
            "startedAt": s.started_at,
            "closedAt": s.closed_at,
            "planVersion": s.plan_version,
            "reviewing": s.reviewing,
        }
    )


def _planned(view: View, order: int, planned: Planned) -> Json:
    step, changed = view.session.steps.get(planned.key), view.changes_by_step.get(planned.key, ())
    span = span_of(view.session, planned)
    return without_nothing(
        {
            "order": order,
            "stage": planned.stage.id,
            "title": _title(view, planned.stage.title),
            "round": planned.round,
            "rounds": turns_around(view.session, planned),
            "seconds": span.most if span else None,
            "least": span.least if span and span.least < span.most else None,
            "startedAt": step.started_at if step else None,
            "closedAt": step.closed_at if step else None,
            "endsAt": step.ends_at if step else None,
            "pausedLeft": step.paused_with if step else None,
            "extended": step.extended if step and step.extended else None,
            "extensions": _extensions(step) if step else None,
            "skipped": (step.skipped or None) if step else None,
            "reason": step.skip_reason if step else None,
            "closedBy": step.closed_by if step else None,
            "changes": [change.id for change in changed],
            "first": first_seconds(view, planned),
            "restorable": (restorable(view.session, planned.key) or None) if step else None,
            "reopened": (step.reopened or None) if step else None,
        }
    )


def _extensions(step: Step) -> list[Json] | None:
    told = [{"id": one.id, "seconds": one.seconds, "reason": one.reason or None} for one in step.extensions]
    return [without_nothing(one) for one in told] or None


def _title(view: View, title: Text) -> Json:
    return view_text(view, title)


def _next(view: View) -> Json:
    coming = following(view.session) if view.session.status != "closed" else None
    return {"key": coming.key, "title": _title(view, coming.stage.title)} if coming else {}


def _person(view: View, order: int, id: str) -> Json:
    s, known = view.session, view.session.people[id]
    return without_nothing(
        {
            "alias": known.alias,
            "channel": known.channel,
            "here": known.here,
            "order": order,
            "roles": list(s.role_names(id)),
            "group": view.group_numbers.get(id),
            "awaited": (id in view.awaited_set) or None,
            "done": (id in view.done) or None,
            "signal": s.signals.get(view.planned.key, {}).get(id) if view.planned else None,
        }
    )


def _roles(s: Session) -> Json:
    return {
        role.name: {
            "label": said(role.label),
            "count": role.count,
            "people": [id for id in s.people if role.name in s.role_names(id)],
            "chosenBy": role.chosen_by,
            "hands": list(s.hands.get(s.current or "", {}).get(role.name, ())),
            "optional": role.optional,
        }
        for role in (s.format.roles if s.format else ())
    }


def _treatments(s: Session) -> Json:
    """Which variants were drawn, and for how many people each."""
    found: Json = {}
    for treatment in s.format.treatments if s.format else ():
        counts = Counter(s.treated.get(treatment.name, {}).values())
        options = [{"label": said(o.label), "people": counts[o.id]} for o in treatment.options if counts[o.id]]
        if options:
            found[treatment.name] = {"label": said(treatment.label), "options": options}
    return found


def _note(note: Note) -> Json:
    told = {"text": note.text, "at": note.at, "step": note.step, "edited": note.edited or None, "kept": note.kept}
    return without_nothing(told)


def _to_read(view: View) -> Json:
    """The answers that wait to be read before the room does, under names that say nothing of their authors."""
    asked = {(step.key, q.name): q for step in view.session.plan for q in step.stage.ask}
    return {
        name: {
            "question": view_text(view, asked[step, question].label),
            "kind": asked[step, question].kind,
            "value": to_plain(view.session.answers[step][question][holder].value),
        }
        for name, (step, question, holder) in waiting_answers(view.session).items()
    }


def _guide(view: View, stage: Stage) -> Json | None:
    """What only those who facilitate read about this stage."""
    return {name: view_text(view, text) for name, text in stage.guide.lines} if stage.guide else None


def _now(view: View, planned: Planned) -> Json:
    s, step, stage = view.session, view.step, planned.stage
    vote_waits = stage.vote is not None and stage.vote.reveal == "at the end"
    shows_at_end = vote_waits or any(
        v.until == "stage ends" for v in (stage.answers_seen_by, *(b.seen_by for b in stage.boards))
    )
    revealed = bool(step and step.revealed)
    shown = votes_shown(view.session, planned)
    return {
        "stage": words_of_stage(view, planned) if some_wait(s, planned) else None,
        "script": view_text(view, stage.facilitator_notes) if stage.facilitator_notes else None,
        "guide": _guide(view, stage),
        "canClose": (shows_at_end and s.inputs_open) or None,
        "canReveal": (waits_for_reveal(stage) and not revealed and not shown) or left_to_show(s, planned) or None,
        "loop": _loop(s, planned),
        "progress": {"expected": len(view.awaited), "done": len(view.done)},
        "groups": [list(group) for group in s.groups.get(planned.key, ())],
        "waiting": list(step.waiting) if step and step.waiting else None,
        "boards": {board.name: _board(view, board.name) for board in view.boards},
        "answers": _answers(view),
        "vote": _vote(view, planned),
        "values": _values(view),
        "charts": charts_of(view),
        "turns": turns_for_staff(view),
        "gathering": groups_for_staff(view),
    }


def _loop(s: Session, planned: Planned) -> Json | None:
    # Only while it is not settled: what can still be ended is what the console offers to end.
    loop = may_go_on(s, planned)
    if loop is None:
        return None
    asked = {"wanted": (loop.key, loop.turn) in s.wanted_turns} if loop.on_request else {}
    return {"key": loop.key, "turn": loop.turn, "most": loop.most, **asked}


def _board(view: View, name: str) -> Json:
    board = next(b for b in view.boards if b.name == name)
    cards = view.cards[name]
    frame: Json = {"columns": labelled(board.columns), "marks": known_marks(view, name), "map": map_of(board)}
    frame |= {"sifted": True} if board.sifted_by == "facilitator" else {}
    # What only its author may see is not for the console either: it is told how many there are.
    if view.opened[name] <= PRIVATE:
        return without_nothing(frame | {"count": len(cards)})
    entries = {card.id: _card(view, board, card) for card in cards}
    titled = {
        one.id: {"title": one.title, "cards": [id for id in one.cards if id in entries]}
        for one in clusters_on(view.session, name)
    }
    return without_nothing(frame | {"count": len(cards), "cards": entries, "clusters": titled})


def _card(view: View, board: Board, card: Card) -> Json:
    return without_nothing(
        {
            "text": card.text,
            "by": card.author,
            "column": card.column,
            "group": view.group_numbers.get(card.author),
            "hidden": card.hidden,
            "step": card.step,
            "marks": sorted(card.marks),
            "about": view.behind.get(card.about, card.about) if card.about else None,
            "with": [{"id": one.id, "text": one.text, "by": one.author} for one in view.parts.get(card.id, ())],
            "stance": stance_of(view.session, card),
            "times": view.folds.get(card.id),
            "waits": waits(view.session, card) or None,
            "held": (card.held and "everyone" in view.opened[board.name]) or None,
            "order": order_in_queue(view.session, card),
            "place": place_on_map(view, board, card),
            "notYet": (card.id in view.not_yet[board.name]) or None,
        }
    )


def _answers(view: View) -> Json:
    found: Json = {}
    for step, question, opened in view.shown_questions:
        given = view.answers(step, question)
        entry: Json = {"label": view_text(view, question.label), "kind": question.kind, "count": len(given)}
        entry |= frame_of_answers(view, step, question)
        if totals := totals_of(view, step, question):
            entry["totals"] = totals
        if not opened <= PRIVATE:
            answers = [answer for _, answer in given]
            by_holder = {holder: {"value": to_plain(answer.value)} for holder, answer in given}
            entry["entries"] = entries(question, answers) if question.anonymous else by_holder
        found[question.name] = without_nothing(entry)
    return found


def _vote(view: View, planned: Planned) -> Json:
    vote = planned.stage.vote
    if vote is None:
        return {}
    revealed = bool(view.step and view.step.revealed)
    cast = view.session.votes.get(planned.key, {})
    return without_nothing(
        {
            "of": vote.of,
            "voted": len(cast),
            "tally": tally(view.session, planned.key),
            "revealed": revealed,
            "with": manner_of(vote),
            "levels": spread_of(view.session, planned.key),
        }
    )


def _values(view: View) -> Json:
    # Values of groups and of the room; a person's own values would tell what they answered in secret.
    shown: Json = {}
    for step in view.session.plan:
        values = view.session.values.get(step.key)
        if values is None:
            continue
        rows = max((len(found) for found in values.group.values()), default=0)
        groups = [
            {
                name: str(found[n])
                for name, found in values.group.items()
                if n < len(found) and found[n] is not None and not tells_of_too_few(view.session, step, name, n)
            }
            for n in range(rows)
        ]
        labels = {c.name: said(c.said) for c in step.stage.compute if c.name in {**values.session, **values.group}}
        rooms = {
            name: str(value) for name, value in values.session.items() if not tells_of_too_few(view.session, step, name)
        }
        shown = {"labels": labels, "session": rooms, "group": groups}
    return without_nothing(shown)
