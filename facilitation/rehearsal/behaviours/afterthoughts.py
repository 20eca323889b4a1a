"""Second thoughts: changing or taking back one's own card, adding to one that the group shares."""

from collections.abc import Callable, Iterator

from facilitation.rehearsal.behaviours.behaviour import Behaviour, Moment, Plain
from facilitation.rehearsal.behaviours.boards import called_for
from facilitation.rehearsal.sight import Document

SHORTEST_ADDITION = 60
"""Characters that must be left on a card before anything is added to it."""


def _own_card(thought: str) -> Callable[[Moment], Iterator[str]]:
    def calls(moment: Moment) -> Iterator[str]:
        if moment.page.afterthought != thought:
            return
        for key, card in moment.sight.mine.get("cards", {}).items():
            if card["step"] == moment.sight.step and card.get("editable"):
                yield key

    return calls


def _cards_of_the_group(moment: Moment) -> Iterator[str]:
    if moment.page.afterthought != "improve":
        return
    sight = moment.sight
    mine = sight.mine.get("cards", {})
    groups = [document for channel, document in sight.documents.items() if channel.startswith("group:")]
    for board, task in sight.tasks.get("post", {}).items():
        if task.get("editedBy") == "group":
            for document in groups:
                yield from (card for card in _cards(document, board) if card not in mine)


def _cards(document: Document, board: str) -> Document:
    found: Document = document.get("boards", {}).get(board, {}).get("cards", {})
    return found


def _rewrite(moment: Moment, card: str) -> Plain | None:
    moment.page.afterthought = "nothing"
    sight, writer = moment.sight, moment.writer
    posts = sight.tasks.get("post", {})
    board = next((name for name in posts if card in sight.cards(name)), None)
    if board is None:
        return None
    shown = sight.cards(board)[card]
    room = int(posts[board].get("longest", 2000)) - len(shown["text"]) - 1
    if room < SHORTEST_ADDITION:
        return None
    more = writer.pen.write(writer.chance, called_for(moment, board, shown.get("column")), room)
    return moment.do("EditCard", card=card, text=f"{shown['text']} {more}")


def _withdraw(moment: Moment, card: str) -> Plain:
    moment.page.afterthought = "nothing"
    return {"kind": "WithdrawCard", "card": card}


EDIT = Behaviour("edit", "EditCard", (15, 30), _own_card("edit"), _rewrite)
WITHDRAW = Behaviour("withdraw", "WithdrawCard", (5, 15), _own_card("withdraw"), _withdraw)
IMPROVE = Behaviour("improve", "EditCard", (15, 40), _cards_of_the_group, _rewrite)
