"""Pieces that several documents share: words, cards, answers, questions."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from facilitation.domain.arranging import clusters_on
from facilitation.domain.format import Board, Column, Option, Question, Text
from facilitation.domain.placing import middle, spots_of
from facilitation.domain.plain import to_plain
from facilitation.domain.rules.tasks import open_columns
from facilitation.domain.session import Answer, Card, Planned
from facilitation.domain.sifting import order_in_queue, waits
from facilitation.domain.visibility import stance_of, table_of
from facilitation.projections.scales import answers_to_count
from facilitation.projections.totals import totals_of
from facilitation.projections.view import View
from facilitation.projections.wording import worded_in

Json = dict[str, Any]


def said(text: Text) -> Json:
    """Words in both languages."""
    return {"fr": text.fr, "en": text.en}


def without_nothing(document: Json) -> Json:
    """The document without the keys that hold nothing: an absent key is how documents say "none"."""
    return {key: value for key, value in document.items() if value is not None and value != {} and value != []}


def labelled(items: Iterable[Option | Column]) -> list[Json]:
    """Options or columns as lists of id and label."""
    return [{"id": item.id, "label": said(item.label)} for item in items]


def exact(value: Fraction | None) -> str | None:
    """A number as exact text."""
    return None if value is None else str(value)


def board_frame(view: View, board: Board) -> Json:
    """What everyone may know of a board: its question, its columns, who sees it; no card."""
    scope = view.scope()
    prompt = view_text(view, board.prompt) if board.prompt and scope else None
    marks = known_marks(view, board.name)
    opened = view.opened[board.name]
    seen = next((a for a in ("everyone", "group") if a in opened), board.seen_by.first)
    return without_nothing(
        {
            "prompt": prompt,
            "columns": labelled(_columns(view, board)),
            "marks": marks,
            "map": map_of(board),
            "seenBy": seen,
            "names": board.names,
        }
    )


def _columns(view: View, board: Board) -> list[Column]:
    # A column that has not been opened yet would tell what comes next.
    used = {card.column for card in view.cards[board.name]}
    return [column for column in board.columns if column in open_columns(board) or column.id in used]


def map_of(board: Board) -> Json:
    """The words at the ends of a map's axes."""
    if board.map is None:
        return {}
    axes = {"across": board.map.across, "up": board.map.up}
    return {name: {"low": said(axis.low), "high": said(axis.high)} for name, axis in axes.items()}


def place_on_map(view: View, board: Board, card: Card) -> Json:
    """Where a card stands on its map: the median of all placings, the middle half of each direction, how many."""
    if board.map is None or view.planned is None:
        return {}
    spots = spots_of(view.session, view.planned, board, card.id)
    if not spots:
        return {}
    found: Json = {"n": len(spots)}
    for name, numbers in (("x", [x for x, _ in spots]), ("y", [y for _, y in spots])):
        found[name] = str(middle(numbers))
        if len(spots) > 1:
            found[f"{name}Half"] = [str(middle(numbers, Fraction(1, 4))), str(middle(numbers, Fraction(3, 4)))]
    return found


def known_marks(view: View, name: str) -> list[Json]:
    """The marks a card of this board may carry, from any stage: a mark outlives the stage that allowed it."""
    windows = (board for step in view.session.plan for board in step.stage.boards if board.name == name)
    found = {mark.id: mark for board in windows for mark in board.marks}
    return [{"id": mark.id, "label": said(mark.label)} for mark in found.values()]


def view_text(view: View, text: Text, person: str | None = None) -> Json:
    """A text of the format with its values filled in."""
    scope = view.scope(person)
    return said(worded_in(scope, text) if scope else text)


def card_entry(view: View, board: Board, card: Card) -> Json:
    """A card as others read it: never its author's id."""
    entry: Json = {"text": card.text}
    if card.column:
        entry["column"] = card.column
    if card.id in view.folds:
        entry["times"] = view.folds[card.id]
    if card.about:
        entry["about"] = view.behind.get(card.about, card.about)
    stance = stance_of(view.session, card)
    if stance:
        entry["stance"] = stance
    if board.names == "shown":
        entry["by"] = view.session.people[card.author].alias
    number = view.told_groups.get(card.author)
    if board.belongs_to == "table" and view.planned:
        number = table_of(view.session, view.planned, board, card)
    if board.names == "group" and number is not None:
        entry["group"] = number
    if board.scores:
        entry["score"] = view.scores(board.name).get(card.id, 0)
    place = place_on_map(view, board, card)
    if place:
        entry["place"] = place
    if waits(view.session, card):
        entry["waits"] = True
    elif order := order_in_queue(view.session, card):
        entry["order"] = order
    if card.marks:
        entry["marks"] = sorted(card.marks)
    if card.edited:
        entry["edited"] = True
    return entry


def cards_on(view: View, channel: str) -> Json:
    """The boards of a shared channel with the cards it carries, and the titles they are grouped under."""
    carried = view.cards_by_channel.get(channel, {})
    return {
        board.name: {"cards": {card.id: _card_on(view, channel, board, card) for card in carried[board.name]}}
        | clusters_among(view, board.name, carried[board.name])
        for board in view.boards
        if carried.get(board.name)
    }


def _card_on(view: View, channel: str, board: Board, card: Card) -> Json:
    parts = view.parts_on(channel, board, card)
    return card_entry(view, board, card) | ({"with": [part.text for part in parts]} if parts else {})


def clusters_among(view: View, board: str, cards: Iterable[Card]) -> Json:
    """The titles under which these cards are grouped: one that none of them is under could tell of the others."""
    here = [card.id for card in cards]
    rows = [(one, [id for id in one.cards if id in here]) for one in clusters_on(view.session, board)]
    titled = {one.id: {"title": one.title, "cards": found} for one, found in rows if found}
    return {"clusters": titled} if titled else {}


def answers_on(view: View, channel: str) -> Json:
    """The answers a shared channel carries, question by question, without names."""
    found: Json = {}
    for step, question, opened in view.shown_questions:
        totals = totals_of(view, step, question) if channel == "everyone" else {}
        ready = view.answers_shown(step, question, opened)
        shown = [answer for answer in ready if channel in view.channels(opened, answer.by)]
        if shown or totals:
            found[question.name] = (
                {
                    "label": view_text(view, question.label),
                    "kind": question.kind,
                }
                | ({"entries": entries(question, shown)} if shown else {})
                | ({"totals": totals} if totals else {})
                | frame_of_answers(view, step, question)
                | ({"of": question.items_of} if question.items_of else {})
            )
    return found


def frame_of_answers(view: View, step: Planned, question: Question) -> Json:
    """What a screen needs to say answers in words: options, items or steps of a scale, columns, whether it is a day."""
    return without_nothing(
        {
            "options": labelled(answers_to_count(view.session, step, question)),
            "columns": [said(column) for column in question.columns],
            "day": question.day or None,
        }
    )


def entries(question: Question, answers: list[Answer]) -> Json:
    """Answers as numbered entries. Anonymous ones are sorted by value, so that their order tells nothing."""
    values = [to_plain(answer.value) for answer in answers]
    ordered = sorted(values, key=str) if question.anonymous else values
    return {f"a{number}": {"value": value} for number, value in enumerate(ordered, 1)}
