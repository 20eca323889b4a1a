"""Answering the questions of a stage, each once."""

from collections.abc import Iterator, Mapping
from typing import Any

from facilitation.rehearsal.behaviours.behaviour import Behaviour, Moment, Plain


def _calls(moment: Moment) -> Iterator[str]:
    for name, task in moment.sight.tasks.get("answer", {}).items():
        skipped = moment.temperament.skips_optional and not task.get("required", True)
        nothing = "of" in task and not moment.sight.things(task["of"])
        if not skipped and not nothing and not moment.sight.answered(name):
            yield name


def _act(moment: Moment, question: str) -> Plain:
    task = moment.sight.tasks["answer"][question]
    if "of" in task:
        cards = moment.sight.things(task["of"])
        linked = task["kind"] == "list"
        task = {**task, **({"things": [str(card["text"]) for card in cards.values()]} if linked else _each(cards))}
    return moment.do("GiveAnswer", question=question, value=moment.writer.answer(question, task))


def _each(cards: Mapping[str, Any]) -> dict[str, Any]:
    return {"options": [{"id": card} for card in cards]}


ANSWER = Behaviour("answer", "GiveAnswer", (8, 30), _calls, _act)
