"""The sections of the documentation, from their forms."""

from typing import Literal, cast

from facilitation.domain.format import (
    AnswersPart,
    ChartPart,
    LeftOutPart,
    ListPart,
    RulesPart,
    Section,
    TablePart,
    Text,
    VotesPart,
)
from facilitation.domain.format.activity import ChartKind
from facilitation.domain.format.document import Part
from facilitation.formats.building.activity import NOTHING
from facilitation.formats.reading.form import Form


def section(form: Form) -> Section:
    """One section; its parts come in the order of the file."""
    parts = tuple(part for key in form.said for part in _parts(key, form))
    return Section(form.text("section") or Text.same(""), parts, form.truth("appendix", False))


def _parts(key: str, form: Form) -> tuple[Part, ...]:
    match key:
        case "rules":
            return (RulesPart(),)
        case "list":
            return tuple(_listed(part) for part in form.forms(key))
        case "answers":
            return tuple(AnswersPart(name) for name in form.words(key))
        case "table":
            return tuple(_table(part) for part in form.forms(key))
        case "votes":
            return tuple(VotesPart(name) for name in form.words(key))
        case "chart":
            return tuple(_chart(part) for part in form.forms(key))
        case "leave out":
            return tuple(LeftOutPart(name) for name in form.words(key))
        case _:
            return ()


def split_source(words: str) -> tuple[str | None, str]:
    """`pairs.ideas` is the board `ideas` as it was in the stage `pairs`."""
    stage, dot, source = words.rpartition(".")
    return (stage, source) if dot else (None, words)


def _listed(form: Form) -> ListPart:
    stage, source = split_source(form.word("from"))
    order = cast(Literal["written", "votes"], form.word("order", "written"))
    return ListPart(source, stage, form.maybe("only"), order)


def _table(form: Form) -> TablePart:
    rows = cast(Literal["group", "session"], form.word("rows", "session"))
    return TablePart(form.word("value"), form.text("title") or NOTHING, rows)


def _chart(form: Form) -> ChartPart:
    kind = cast(ChartKind, form.word("type", "bars"))
    return ChartPart(form.word("value"), kind, form.text("title") or NOTHING, form.words("of"))
