"""Posting cards: as many as one's temperament and the board's limit say."""

from collections.abc import Iterator

from facilitation.rehearsal.behaviours.behaviour import UNTIMED, Behaviour, Moment, Plain
from facilitation.rehearsal.corpus import Intent, intent_of


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
    intent = called_for(moment, board, column["id"] if column else None)
    text = writer.pen.compose(writer.chance, intent, int(task.get("longest", 2000)))
    where = {"column": column["id"]} if column else {}
    return moment.do("PostCard", board=board, text=text, **where)


def called_for(moment: Moment, board: str, column: str | None = None) -> Intent:
    """The kind of words for a card: its column says more than the prompt above the board."""
    columns = moment.sight.tasks["post"][board].get("columns", [])
    heading = next((moment.sight.words(each["label"]) for each in columns if each["id"] == column), "")
    said = intent_of(heading) if heading else "idea"
    return said if said != "idea" else intent_of(board, moment.sight.prompt(board))


POST = Behaviour("post", "PostCard", (20, 60), _calls, _act, talkative=True)
