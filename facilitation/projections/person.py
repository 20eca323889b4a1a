"""What one participant sees beside what everyone sees: their part, their words, and what they may do now."""

from fractions import Fraction
from typing import Any

from facilitation.domain.dealing import hand_of
from facilitation.domain.format import Board, Question, Visibility, Vote
from facilitation.domain.members import member_key, others_here, others_of
from facilitation.domain.neighbours import neighbours
from facilitation.domain.placing import placer
from facilitation.domain.plain import to_plain
from facilitation.domain.progress import chooser, holder, some_wait, stands_aside, waits
from facilitation.domain.rules import tasks
from facilitation.domain.rules.giving import open_to_volunteers
from facilitation.domain.rules.participant import left_to_group, posted_in_step
from facilitation.domain.scopes import limit, settings_at, whole_limit
from facilitation.domain.session import Card, Person, Planned
from facilitation.domain.sifting import waits as waits_in_queue
from facilitation.domain.visibility import audiences, sees_card, stance_of
from facilitation.domain.worths import worth
from facilitation.projections.everyone import is_public, manner_of
from facilitation.projections.gathering import join_task, why_apart
from facilitation.projections.handouts import handed_to
from facilitation.projections.parts import board_frame, card_entry, exact, labelled, said, view_text, without_nothing
from facilitation.projections.talking import turn_task
from facilitation.projections.view import View

Json = dict[str, Any]


def person(view: View, id: str) -> Json:
    """The document of the channel `person:ID`."""
    s, known = view.session, view.session.people.get(id)
    if known is None:
        return {}
    me = _me(view, known)
    planned = view.planned
    if planned is None:
        return {"me": me}
    return without_nothing(
        {
            "me": me,
            "tell": _told(view, planned, id),
            "show": None if stands_aside(s, planned, id) else _show(view, planned, id),
            "silent": (tasks.silent(s, planned, id) and why_apart(view, id) is None) or None,
            "waits": waits(s, planned, id) or None,
            "aside": stands_aside(s, planned, id) or None,
            "handouts": handed_to(view, id),
            "tasks": _tasks(view, planned, known),
            "boards": _hand(view, planned, id),
            "mine": _mine(view, planned, id),
        }
    )


def _parts(view: View, person: str) -> tuple[str, ...]:
    """The roles a person plays now; those of a block only while it is on."""
    blocks = {"", view.planned.stage.block} if view.planned else {""}
    ours = {role.name for role in view.session.format.roles if role.block in blocks} if view.session.format else set()
    return tuple(name for name in view.session.role_names(person) if name in ours)


def _beside(view: View, id: str) -> Json:
    """The aliases of the neighbours, where groups have places."""
    sides = neighbours(view.session, view.planned, id) if view.planned else {}
    return {side: view.session.people[who[0]].alias for side, who in sides.items()}


def _told(view: View, planned: Planned, id: str) -> Json:
    """What those who hold a role are told, by role; for a variant drawn by lot, under a name that tells nothing."""
    s, tell = view.session, planned.stage.tell
    roles = {role: view_text(view, tell[role], id) for role in s.role_names(id) if role in tell}
    drawn = [name for name in tell if name not in roles and s.holds(id, name)]
    return roles | {f"_{number}": view_text(view, tell[name], id) for number, name in enumerate(drawn, 1)}


def _me(view: View, known: Person) -> Json:
    s = view.session
    labels = {r.name: r.label for r in s.format.roles} if s.format else {}
    return without_nothing(
        {
            "id": known.id,
            "alias": known.alias,
            "here": known.here,
            "group": view.group_numbers.get(known.id),
            "roles": [{"name": name, "label": said(labels[name])} for name in _parts(view, known.id)],
            "signal": s.signals.get(view.planned.key, {}).get(known.id) if view.planned else None,
            "apart": why_apart(view, known.id) if known.here else None,
            **_beside(view, known.id),
        }
    )


def _show(view: View, planned: Planned, id: str) -> Json | None:
    show = planned.stage.show
    return view_text(view, show, id) if show and not is_public(view, show) else None


def _tasks(view: View, planned: Planned, known: Person) -> Json:
    s, id = view.session, known.id
    if not known.here or not s.inputs_open:
        return {}
    vote, choose = planned.stage.vote, planned.stage.choose
    marks = {b.name: [{"id": m.id, "label": said(m.label)} for m in tasks.marks_for(s, b, id)] for b in view.boards}
    return without_nothing(
        {
            "answer": {q.name: _question(view, planned, q, id) for q in tasks.questions_for(s, planned, id)},
            "post": {b.name: _post(view, planned, b, id) for b in tasks.boards_to_write(s, planned, id)},
            "comment": {b.name: _comment(view, b) for b in view.boards if tasks.may_comment(s, planned, b, id)},
            "place": {b.name: found for b in view.boards if (found := tasks.cards_to_place(s, planned, b, id))},
            "sift": [b.name for b in view.boards if tasks.may_sift(s, planned, b, id)],
            "mark": {name: found for name, found in marks.items() if found},
            "turn": turn_task(view, planned, id),
            "join": join_task(view, planned, id),
            "volunteer": _offers(view, planned, id),
            "choose": {
                "from": choose.source,
                "howMany": whole_limit(s, planned, choose.how_many, id) or 0,
                "shared": choose.by == "group",
            }
            if choose and tasks.may_choose(s, planned, id)
            else None,
            "vote": without_nothing(
                {
                    "of": vote.of,
                    "with": manner_of(vote),
                    "dots": whole_limit(s, planned, vote.dots, id) or 0,
                    "rate": _scale(view, planned, vote, id),
                    "perItem": whole_limit(s, planned, vote.per_item, id),
                    "own": vote.own_cards,
                }
            )
            if vote and tasks.may_vote(s, planned, id)
            else None,
        }
    )


def _offers(view: View, planned: Planned, id: str) -> Json:
    """The roles that a person may offer to play, and whether their hand is up."""
    labels = {r.name: r.label for r in view.session.format.roles} if view.session.format else {}
    raised = view.session.hands.get(planned.key, {})
    return {
        role: {"label": said(labels[role]), "on": id in raised.get(role, ())}
        for role in open_to_volunteers(planned)
        if role in labels
    }


def _scale(view: View, planned: Planned, vote: Vote, id: str) -> Json:
    """From which score to which, where the vote asks for scores."""
    if vote.rate_to is None:
        return {}
    low, high = (whole_limit(view.session, planned, formula, id) for formula in (vote.rate_from, vote.rate_to))
    return {"from": low or 0, "to": high or 0}


def _hand(view: View, planned: Planned, id: str) -> Json:
    """The cards that this person was dealt; and the boards as such, in a step that is not for everyone."""
    found: Json = {}
    for board in view.boards:
        for_some = planned.stage.only_for or some_wait(view.session, planned)
        if for_some and not stands_aside(view.session, planned, id):
            found[board.name] = board_frame(view, board)
        hand = hand_of(view.session, planned.key, board.name, id) or ()
        cards = [
            card for card in view.cards[board.name] if card.id in hand and not card.hidden and not _is_held(view, card)
        ]
        if cards:
            dealt = {"cards": {card.id: card_entry(view, board, card) for card in cards}}
            found[board.name] = found.get(board.name, {}) | dealt
    return found


def _question(view: View, planned: Planned, question: Question, id: str) -> Json:
    return without_nothing(
        {
            "kind": question.kind,
            "label": view_text(view, question.label, id),
            "help": view_text(view, question.help, id) if question.help else None,
            "min": exact(limit(view.session, planned, question.minimum, id)),
            "max": exact(limit(view.session, planned, question.maximum, id)),
            "options": _members(view, planned, question, id) or _options(view, planned, question),
            "day": question.day or None,
            "each": question.each if question.kind == "items" else None,
            "of": question.items_of,
            "total": exact(limit(view.session, planned, question.total, id)),
            "columns": [said(column) for column in question.columns],
            "longest": question.longest,
            "required": question.required,
            "shared": question.answered_by == "group",
            "anonymous": question.anonymous,
            **_seen(view, planned.stage.answers_seen_by),
        }
    )


def _options(view: View, planned: Planned, question: Question) -> list[Json]:
    """The options, with what each counts where picks may only come to so much in all."""
    rows = labelled(question.options or question.items)
    if question.kind == "choices" and question.total is not None:
        known = settings_at(view.session, planned)
        for row in rows:
            row["worth"] = exact(worth(question.options, row["id"], known) or Fraction(0))
    return rows


def _members(view: View, planned: Planned, question: Question, id: str) -> list[Json]:
    if question.people:
        others = others_here(view.session, planned, id)
        aliases = [(member_key(view.session, planned, other), view.session.people[other].alias) for other in others]
        return [{"id": key, "label": {"fr": alias, "en": alias}} for key, alias in aliases]
    if question.kind != "amounts":
        return []
    found = []
    for number, other in enumerate(others_of(view.session, planned, id), 1):
        named = view_text(view, question.shown_as, other) if question.shown_as else {}
        label = named or {"fr": f"Personne {number}", "en": f"Person {number}"}
        found.append({"id": member_key(view.session, planned, other), "label": label})
    return found


def _seen(view: View, visibility: Visibility) -> Json:
    # People are told the widest audience their words will ever have here, before they write them.
    then = visibility.then or visibility.first
    readers = {"seenBy": then, "seenFirst": visibility.first if visibility.first != then else None}
    roles = view.session.format.roles if view.session.format else ()
    named = {role.name: said(role.label) for role in roles if f"role:{role.name}" in readers.values()}
    return without_nothing({**readers, "seenRoles": named or None})


def _post(view: View, planned: Planned, board: Board, id: str) -> Json:
    most = whole_limit(view.session, planned, board.per_person, id)
    mine = None if most is None else max(0, most - posted_in_step(view.session, planned, board.name, id))
    left = min((n for n in (mine, left_to_group(view.session, planned, board, id)) if n is not None), default=None)
    return without_nothing(
        {
            "columns": labelled(tasks.columns_for(view.session, board, id)),
            "longest": board.longest,
            "left": left,
            **_seen(view, board.seen_by),
            "editedBy": board.edited_by,
        }
    )


def _comment(view: View, board: Board) -> Json:
    return {"longest": board.longest, **_seen(view, board.seen_by)}


def _mine(view: View, planned: Planned, id: str) -> Json:
    s = view.session
    cards = {card.id: _my_card(view, planned, card.id, id) for card in view.cards_by_author.get(id, ())}
    answers: Json = {}
    waiting = []
    read_by_all = "everyone" in audiences(s, planned, planned.stage.answers_seen_by)
    for question in planned.stage.ask:
        given = s.answers.get(planned.key, {}).get(question.name, {}).get(holder(s, question, id))
        if given is not None and not given.withdrawn:
            answers[question.name] = to_plain(given.value)
            if given.held and read_by_all:
                waiting.append(question.name)
    return without_nothing(
        {
            "cards": cards,
            "places": _places(view, planned, id),
            "answers": answers | _beside_totals(view, planned, id),
            "waiting": waiting,
            "dots": dict(s.votes.get(planned.key, {}).get(id, {})),
            "chosen": list(s.choices.get(planned.key, {}).get(chooser(s, id), ())) if planned.stage.choose else None,
        }
    )


def _beside_totals(view: View, planned: Planned, id: str) -> Json:
    """One's own answers of earlier stages, where their totals are kept in view."""
    found: Json = {}
    for step, question, _ in view.shown_questions:
        given = view.session.answers.get(step.key, {}).get(question.name, {}).get(id)
        if step.key != planned.key and step.stage.answers_seen_by.totals and given and not given.withdrawn:
            found[question.name] = to_plain(given.value)
    return found


def _places(view: View, planned: Planned, id: str) -> Json:
    """Where this person, or their group, put cards on the map in this step."""
    s, found = view.session, {}
    for board in view.boards:
        holder = placer(s, planned, board, id)
        for card, holders in s.places.get(planned.key, {}).items():
            if s.cards[card].board == board.name and holder in holders:
                found[card] = list(holders[holder])
    return found


def _my_card(view: View, planned: Planned, card_id: str, id: str) -> Json:
    card = view.session.cards[card_id]
    return without_nothing(
        {
            "board": card.board,
            "step": card.step,
            "text": card.text,
            "column": card.column,
            "about": card.about,
            "stance": stance_of(view.session, card),
            "waits": (waits_in_queue(view.session, card) or _is_held(view, card)) or None,
            "joined": _is_joined(view, planned, card_id, id) or None,
            "marks": sorted(card.marks),
            "hidden": card.hidden or None,
            "editable": (view.session.inputs_open and tasks.may_edit(view.session, planned, card, id)) or None,
        }
    )


def _is_joined(view: View, planned: Planned, card: str, id: str) -> bool:
    """Whether one's card is read as part of another one that one may read too."""
    first = view.session.cards[view.behind[card]] if card in view.behind else None
    board = tasks.board_of(planned, first.board) if first else None
    return first is not None and board is not None and sees_card(view.session, planned, board, first, id)


def _is_held(view: View, card: Card) -> bool:
    """Whether the room would read one's card by now, had the facilitator let it in."""
    return card.held and "everyone" in view.opened.get(card.board, frozenset())
