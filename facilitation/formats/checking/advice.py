"""What is not wrong, but what an experienced facilitator would say: warnings."""

import re

from facilitation.domain.format import Text
from facilitation.formats.checking.stages import stages_of
from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.form import Form

VAGUE = re.compile(
    r"(comprendre|connaître|savoir que|découvrir|appréhender|prendre conscience|être sensibilis|se familiariser"
    r"|understand|know|discover|appreciate|be aware|become aware|be familiar)\b",
    re.IGNORECASE,
)
"""Verbs that say what happens in a head: nobody can see afterwards whether it did."""

FREE = frozenset({"short text", "long text", "list"})
FRENCH = re.compile(r"\b(ni|pas|sans|aucun)\b[^.!?]{0,60}\bnoms?\b", re.IGNORECASE)
ENGLISH = re.compile(r"\b(not|no|nor|never|without|don.t)\b[^.!?]{0,60}\bnames?\b", re.IGNORECASE)


def advise(form: Form, report: Report) -> None:
    """Add the warnings that a whole and sound file still deserves."""
    run = stages_of(form.forms("run"))
    for stage in run:
        _check_privacy(stage, report)
    _check_objectives(form, run, report)
    played = tuple(stage for stage in run if not stage.maybe("survey"))
    if form.word("kind") == "cooperation-game" and run and not _talks(played):
        report.add("no-debrief", form.at("run"))


def _check_objectives(form: Form, run: tuple[Form, ...], report: Report) -> None:
    served = {item.value for stage in run for item in stage.items("serves")}
    for number, said in enumerate(form.items("objectives"), 1):
        if not isinstance(said.value, Text):
            continue
        if VAGUE.match(said.value.fr) or VAGUE.match(said.value.en):
            report.add("objective-vague", said.spot)
        if served and number not in served:
            report.add("objective-unserved", said.spot, number=number)


def _check_privacy(stage: Form, report: Report) -> None:
    around = [stage.text("instruction"), stage.text("show")]
    for name, question in stage.named_forms("ask"):
        said = [question.text("label"), question.text("help"), *around]
        if question.word("type") in FREE and not _warned(said):
            report.add("no-instruction", question.spot, name=name)
    for board in stage.forms("board"):
        if board.word("written by") != "nobody" and not _warned([board.text("prompt"), *around]):
            report.add("no-instruction", board.spot, name=board.word("name"))


def _warned(texts: list[Text | None]) -> bool:
    said = [text for text in texts if text is not None]
    return any(FRENCH.search(text.fr) or ENGLISH.search(text.fr) for text in said) and any(
        ENGLISH.search(text.en) or FRENCH.search(text.en) for text in said
    )


def _talks(run: tuple[Form, ...]) -> bool:
    """Whether, after the last calculation, people still write or talk about what happened."""
    computing = [number for number, stage in enumerate(run) if "compute" in stage]
    rest = run[computing[-1] + 1 :] if computing else run[1:]
    return any(_discusses(stage) for stage in rest)


def _discusses(stage: Form) -> bool:
    words = f"{stage.word('stage')} {stage.text('title') or ''}".casefold()
    writes = any(board.word("written by") != "nobody" for board in stage.forms("board"))
    asks = any(question.word("type") in FREE for _, question in stage.named_forms("ask"))
    return writes or asks or "debrief" in words or "débrief" in words
