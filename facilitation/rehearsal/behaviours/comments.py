"""Commenting on what others wrote: once in a stage, by those who feel like it."""

from collections.abc import Iterator

from facilitation.rehearsal.behaviours.behaviour import Behaviour, Moment, Plain


def _of_others(moment: Moment, board: str) -> list[str]:
    mine = moment.sight.mine.get("cards", {})
    return [card for card in moment.sight.things(board) if card not in mine]


def _calls(moment: Moment) -> Iterator[str]:
    for board in moment.sight.tasks.get("comment", {}):
        if not moment.page.remarked and moment.ripe(0.3) and _of_others(moment, board):
            yield board


def _act(moment: Moment, board: str) -> Plain:
    moment.page.remarked = True
    writer = moment.writer
    text = writer.pen.write(writer.chance, "question", int(moment.sight.tasks["comment"][board].get("longest", 2000)))
    return moment.do("PostCard", board=board, text=text, about=writer.chance.choice(_of_others(moment, board)))


COMMENT = Behaviour("comment", "PostCard", (15, 40), _calls, _act)
