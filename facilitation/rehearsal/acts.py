"""How a call becomes the command a phone would send, in its plain form."""

from typing import Any

from facilitation.rehearsal.answers import Writer
from facilitation.rehearsal.calls import Call
from facilitation.rehearsal.corpus import intent_of
from facilitation.rehearsal.page import Page
from facilitation.rehearsal.sight import Document, Sight

Plain = dict[str, Any]


def act(call: Call, sight: Sight, page: Page, writer: Writer) -> Plain | None:
    """The command for a call (kind, then its fields), or none where a closer look says: nothing after all."""
    match call.doing:
        case "answer":
            task = sight.tasks["answer"][call.target]
            return _do(sight, "GiveAnswer", question=call.target, value=writer.answer(call.target, task))
        case "post":
            return _post(call.target, sight, writer)
        case "edit" | "improve":
            page.afterthought = "nothing"
            return _edit(call, sight, writer)
        case "withdraw":
            page.afterthought = "nothing"
            return {"kind": "WithdrawCard", "card": call.target}
        case "mark":
            return _mark(call.target, sight, page, writer)
        case "choose":
            return _choose(call.target, sight, writer)
        case "vote":
            page.voted = True
            return _vote(sight.tasks["vote"], sight, writer)
        case "signal":
            page.puzzled = page.puzzled and call.target != "lost"
            return _do(sight, "Signal", signal=call.target)


def _do(sight: Sight, kind: str, **fields: object) -> Plain:
    return {"kind": kind, "step": sight.step, **fields}


def _post(board: str, sight: Sight, writer: Writer) -> Plain:
    task = sight.tasks["post"][board]
    columns = task.get("columns", [])
    column = writer.chance.choice(columns) if columns else None
    heading = sight.words(column["label"]) if column else ""
    intent = intent_of(heading) if column and intent_of(heading) != "idea" else intent_of(board, sight.prompt(board))
    text = writer.pen.write(writer.chance, intent, int(task.get("longest", 2000)))
    where = {"column": column["id"]} if column else {}
    return _do(sight, "PostCard", board=board, text=text, **where)


def _edit(call: Call, sight: Sight, writer: Writer) -> Plain | None:
    posts = sight.tasks.get("post", {})
    board = next((name for name in posts if call.target in sight.cards(name)), None)
    if board is None:
        return None
    card, task = sight.cards(board)[call.target], posts[board]
    room = int(task.get("longest", 2000)) - len(card["text"]) - 1
    if room < 60:
        return None
    more = writer.pen.write(writer.chance, "idea", room)
    return _do(sight, "EditCard", card=call.target, text=f"{card['text']} {more}")


def _mark(board: str, sight: Sight, page: Page, writer: Writer) -> Plain | None:
    """About half of what is shown deserves the mark; the first card always does, so that something is kept."""
    cards = sight.cards(board)
    for card, shown in cards.items():
        for mark in (m["id"] for m in sight.tasks["mark"][board] if m["id"] not in shown.get("marks", ())):
            first = not any(marked == mark for _, marked in page.considered)
            if (card, mark) not in page.considered:
                page.considered.add((card, mark))
                if first or writer.chance.random() < 0.5:
                    return _do(sight, "MarkCard", card=card, mark=mark, on=True)
    return None


def _choose(board: str, sight: Sight, writer: Writer) -> Plain:
    cards = list(sight.cards(board))
    how_many = min(len(cards), int(sight.tasks["choose"]["howMany"]))
    return _do(sight, "ChooseCards", cards=writer.chance.sample(cards, how_many))


def _vote(vote: Document, sight: Sight, writer: Writer) -> Plain | None:
    mine = sight.mine.get("cards", {})
    items = [card for card in sight.cards(vote["of"]) if vote.get("own", True) or card not in mine]
    scale = vote.get("rate")
    if scale:
        scores = {card: writer.chance.randint(int(scale["from"]), int(scale["to"])) for card in items}
        return _do(sight, "CastVote", dots=scores) if scores else None
    dots: dict[str, int] = {}
    most = int(vote.get("perItem", vote["dots"]))
    for _ in range(int(vote["dots"])):
        open_items = [card for card in items if dots.get(card, 0) < most]
        if open_items:
            card = _favourite(open_items, writer)
            dots[card] = dots.get(card, 0) + 1
    return _do(sight, "CastVote", dots=dots) if dots else None


def _favourite(items: list[str], writer: Writer) -> str:
    # Rooms agree more than chance would: earlier cards are read by more people.
    weights = [1 / (1 + place / 3) for place in range(len(items))]
    return writer.chance.choices(items, weights=weights)[0]
