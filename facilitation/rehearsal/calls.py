"""What a participant feels called to do next, from the tasks their screen shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

from facilitation.rehearsal.page import Page
from facilitation.rehearsal.sight import Document, Sight
from facilitation.rehearsal.temperament import Temperament

Doing = Literal["answer", "post", "mark", "choose", "vote", "edit", "withdraw", "improve", "signal"]

UNTIMED = 180.0
"""Seconds that feel right for a stage without a limit."""


@dataclass(frozen=True, slots=True)
class Call:
    """One thing to do: to a question, a board, a card, or (for a signal) the word to send."""

    doing: Doing
    target: str


def first_call(sight: Sight, page: Page, chance: Random, temperament: Temperament) -> Call | None:
    """The next thing to do, or none: listen, wait, or be done."""
    if not sight.tasks or sight.stage.get("closed"):
        return None
    page.had_part = True
    return next(_calls(sight, page, chance, temperament), None)


def is_waiting(sight: Sight, page: Page) -> bool:
    """Whether something is still to be picked or voted that was not ripe yet: look again in a while."""
    pending = "choose" in sight.tasks and not _picked(sight)
    return not sight.stage.get("closed") and (pending or ("vote" in sight.tasks and not page.voted))


def _calls(sight: Sight, page: Page, chance: Random, temperament: Temperament) -> Iterator[Call]:
    if page.puzzled:
        yield Call("signal", "lost")
    yield from _questions(sight, temperament)
    yield from _boards(sight, page, chance, temperament)
    yield from _afterthoughts(sight, page)
    yield from _marks(sight, page)
    yield from _picks(sight, page)
    if sight.signal not in ("done", "pass") and not is_waiting(sight, page) and "mark" not in sight.tasks:
        yield Call("signal", "done" if page.quotas.keys() <= _written(sight).keys() else "pass")


def _questions(sight: Sight, temperament: Temperament) -> Iterator[Call]:
    for name, task in sight.tasks.get("answer", {}).items():
        skipped = temperament.skips_optional and not task.get("required", True)
        if not skipped and not sight.answered(name):
            yield Call("answer", name)


def _boards(sight: Sight, page: Page, chance: Random, temperament: Temperament) -> Iterator[Call]:
    written = _written(sight)
    for board, task in sight.tasks.get("post", {}).items():
        wanted = page.quota(chance, board, temperament, sight.seconds_left or UNTIMED)
        if written.get(board, 0) < wanted and task.get("left", wanted) > 0:
            yield Call("post", board)


def _afterthoughts(sight: Sight, page: Page) -> Iterator[Call]:
    mine = {key: card for key, card in sight.mine.get("cards", {}).items() if card["step"] == sight.step}
    match page.afterthought:
        case "edit" | "withdraw" as doing if mine:
            card = next((key for key, card in mine.items() if card.get("editable")), None)
            if card:
                yield Call(doing, card)
        case "improve":
            card = next(_improvable(sight), None)
            if card:
                yield Call("improve", card)


def _improvable(sight: Sight) -> Iterator[str]:
    mine = sight.mine.get("cards", {})
    for board, task in sight.tasks.get("post", {}).items():
        if task.get("editedBy") == "group":
            groups = [document for channel, document in sight.documents.items() if channel.startswith("group:")]
            for document in groups:
                yield from (
                    card for card in document.get("boards", {}).get(board, {}).get("cards", {}) if card not in mine
                )


def _marks(sight: Sight, page: Page) -> Iterator[Call]:
    for board, marks in sight.tasks.get("mark", {}).items():
        for card, shown in sight.cards(board).items():
            for mark in marks:
                seen = (card, mark["id"])
                if seen not in page.considered and mark["id"] not in shown.get("marks", ()):
                    yield Call("mark", board)


def _picks(sight: Sight, page: Page) -> Iterator[Call]:
    choose: Document = sight.tasks.get("choose", {})
    if choose and not _picked(sight) and _ripe(sight, page, 0.5) and sight.cards(choose["from"]):
        yield Call("choose", choose["from"])
    vote: Document = sight.tasks.get("vote", {})
    if vote and not page.voted and _ripe(sight, page, 0.2) and sight.cards(vote["of"]):
        yield Call("vote", vote["of"])


def _picked(sight: Sight) -> bool:
    shared = bool(sight.tasks.get("choose", {}).get("shared"))
    return bool(sight.mine.get("chosen")) or (shared and sight.chosen_by_group())


def _ripe(sight: Sight, page: Page, part: float) -> bool:
    """People pick once there is something to pick from: when `part` of the time has gone."""
    spent = (sight.now - page.opened_at) / 1000
    left = sight.seconds_left
    return spent >= part * (UNTIMED if left is None else spent + left)


def _written(sight: Sight) -> dict[str, int]:
    counts: dict[str, int] = {}
    for card in sight.mine.get("cards", {}).values():
        if card["step"] == sight.step:
            counts[card["board"]] = counts.get(card["board"], 0) + 1
    return counts
