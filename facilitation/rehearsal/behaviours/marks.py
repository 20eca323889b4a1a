"""Marking cards: about half of what is shown."""

from collections.abc import Iterator

from facilitation.rehearsal.behaviours.behaviour import Behaviour, Moment, Plain


def _open(moment: Moment, board: str) -> Iterator[tuple[str, str]]:
    marks = moment.sight.tasks["mark"][board]
    for card, shown in moment.sight.things(board).items():
        for mark in (each["id"] for each in marks):
            if (card, mark) not in moment.page.considered and mark not in shown.get("marks", ()):
                yield card, mark


def _calls(moment: Moment) -> Iterator[str]:
    for board in moment.sight.tasks.get("mark", {}):
        if any(_open(moment, board)):
            yield board


def _act(moment: Moment, board: str) -> Plain | None:
    """The first card always deserves the mark, so that something is kept."""
    for card, mark in tuple(_open(moment, board)):
        first = not any(marked == mark for _, marked in moment.page.considered)
        moment.page.considered.add((card, mark))
        if first or moment.writer.chance.random() < 0.5:
            return moment.do("MarkCard", card=card, mark=mark, on=True)
    return None


def _may_mark(moment: Moment) -> bool:
    # Others may write one more card to look at.
    return "mark" in moment.sight.tasks


MARK = Behaviour("mark", "MarkCard", (4, 12), _calls, _act, talkative=True, open_ended=_may_mark)
