"""What is not wrong, but what an experienced facilitator would say: warnings."""

import re

from facilitation.domain.format import Text
from facilitation.formats.checking.stages import stages_of
from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.tree import Spot

VAGUE = re.compile(
    r"(comprendre|connaître|savoir que|découvrir|appréhender|prendre conscience|être sensibilis|se familiariser"
    r"|understand|know|discover|appreciate|be aware|become aware|be familiar)\b",
    re.IGNORECASE,
)
"""Verbs that say what happens in a head: nobody can see afterwards whether it did."""

FREE = frozenset({"short text", "long text", "list"})
FRENCH = re.compile(
    r"\b(ni|pas|sans|aucun|jamais)\b[^.!?]{0,60}\b(noms?|prénoms?|nommer)\b"
    r"|\bne (nommez|nommons|nommer|citez|citons)\b|\b(taisez|taisons|évitez|évitons|omettez)\b[^.!?]{0,40}\bnoms?\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"\b(not|no|nor|never|without|don.t|avoid|omit|leave out|leaving out)\b[^.!?]{0,60}\b(names?|naming)\b"
    r"|\bname (nobody|no one)\b|\b(leave|keep)\b[^.!?]{0,40}\bnames?\b[^.!?]{0,20}\bout\b",
    re.IGNORECASE,
)
"""How French and English say that names stay out: many ways are right, and none of them has to be ours."""


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
    around = [stage.text("instruction"), stage.text("show"), *_told(stage)]
    for name, question in stage.named_forms("ask"):
        if question.word("type") in FREE:
            own = [question.text("label"), question.text("help")]
            _remark(own, around, question.at("label"), name, report)
    for board in stage.forms("board"):
        if board.word("written by") != "nobody":
            _remark([board.text("prompt")], around, board.at("prompt"), board.word("name"), report)


def _told(stage: Form) -> list[Text]:
    return [said.value for said in stage.named("tell").values() if isinstance(said.value, Text)]


def _remark(own: list[Text | None], around: list[Text | None], spot: Spot, name: str, report: Report) -> None:
    """Say which language leaves the warning out, and quote what it says there: the other one may be quite right."""
    said = [text for text in (*own, *around) if text is not None]
    french = any(FRENCH.search(text.fr) or ENGLISH.search(text.fr) for text in said)
    english = any(ENGLISH.search(text.en) or FRENCH.search(text.en) for text in said)
    if french and english:
        return
    if not said or not (french or english):
        report.add("no-instruction", spot, name=name)
    elif english:
        report.add("no-instruction-fr", spot, name=name, words=said[0].fr)
    else:
        report.add("no-instruction-en", spot, name=name, words=said[0].en)


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
