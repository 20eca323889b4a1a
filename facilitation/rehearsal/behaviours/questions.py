"""Answering the questions of a stage, each once."""

from collections.abc import Iterator

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
        task = {**task, "options": [{"id": card} for card in moment.sight.things(task["of"])]}
    return moment.do("GiveAnswer", question=question, value=moment.writer.answer(question, task))


ANSWER = Behaviour("answer", "GiveAnswer", (8, 30), _calls, _act)
