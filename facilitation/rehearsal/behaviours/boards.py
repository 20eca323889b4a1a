"""Posting cards: as many as one's temperament and the board's limit say."""

from collections.abc import Iterator

from facilitation.rehearsal.behaviours.behaviour import UNTIMED, Behaviour, Moment, Plain
from facilitation.rehearsal.corpus import intent_of


def _calls(moment: Moment) -> Iterator[str]:
    written, sight = moment.written(), moment.sight
    for board, task in sight.tasks.get("post", {}).items():
        chance, seconds = moment.writer.chance, sight.seconds_left or UNTIMED
        wanted = moment.page.quota(chance, board, moment.temperament, seconds)
        if written.get(board, 0) < wanted and task.get("left", wanted) > 0:
            yield board


def _act(moment: Moment, board: str) -> Plain:
    sight, writer = moment.sight, moment.writer
    task = sight.tasks["post"][board]
    columns = task.get("columns", [])
    column = writer.chance.choice(columns) if columns else None
    heading = sight.words(column["label"]) if column else ""
    intent = intent_of(heading) if column and intent_of(heading) != "idea" else intent_of(board, sight.prompt(board))
    text = writer.pen.write(writer.chance, intent, int(task.get("longest", 2000)))
    where = {"column": column["id"]} if column else {}
    return moment.do("PostCard", board=board, text=text, **where)


POST = Behaviour("post", "PostCard", (20, 60), _calls, _act, talkative=True)
