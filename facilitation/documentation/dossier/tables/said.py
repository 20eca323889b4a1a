"""What people wrote and may be reproduced, one contribution per row, each once."""

from collections.abc import Iterator, Mapping

from facilitation.documentation.boards import boards_said
from facilitation.documentation.dossier.shapes import Dossier
from facilitation.documentation.dossier.tables.shapes import (
    NUMBER,
    ROUND,
    SESSION,
    STAGE,
    Cell,
    Column,
    Table,
)
from facilitation.documentation.exports import signs_of
from facilitation.domain.format import Text
from facilitation.projections.outcome.shapes import Contribution, RowsAnswer, StageMaterial


def contributions(dossier: Dossier, locale: str) -> Table:
    """One row per contribution; one per line of an answer in lines. Nothing ties two rows to one person."""
    return Table(
        "contributions",
        Text("Contributions", "Contributions"),
        Text(
            "Une ligne par contribution qui peut être reproduite ; rien ne rattache deux lignes à une même personne. "
            "La référence reste la même dans tous les documents.",
            "One row per contribution that may be reproduced; nothing ties two rows to one person. The reference "
            "stays the same in all documents.",
        ),
        (
            SESSION,
            NUMBER,
            Column("ref", Text("référence", "reference")),
            STAGE,
            ROUND,
            Column("place", Text("tableau ou question", "board or question"), wide=True),
            Column("column", Text("colonne", "column")),
            Column("text", Text("texte", "text"), wide=True),
            Column("dots", Text("gommettes", "dots")),
            Column("points", Text("points", "points")),
            Column("cluster", Text("regroupement", "cluster")),
            Column("marks", Text("marques", "marks")),
        ),
        tuple(
            (place, *row)
            for place, told in enumerate(dossier.sessions, 1)
            for stage in told.stages
            for row in _of_stage(stage, boards_said(told, locale), locale)
        ),
    )


def _of_stage(stage: StageMaterial, boards: Mapping[str, str], locale: str) -> Iterator[tuple[Cell, ...]]:
    title = stage.title.said_in(locale)
    for board in stage.boards:
        for card in board.cards:
            yield _row(title, boards[board.name], card, locale)
    for vote in stage.votes:
        for reason in vote.reasons:
            yield _row(title, boards[vote.of], reason, locale)
    for question in stage.questions:
        label = question.label.said_in(locale)
        for turn in question.rounds:
            for text in turn.texts:
                yield _row(title, label, text, locale, turn.round)
            for answer in turn.rows:
                yield from _lines(title, label, answer, turn.round, [head.said_in(locale) for head in question.columns])


def _row(stage: str, place: str, card: Contribution, locale: str, turn: str = "") -> tuple[Cell, ...]:
    column = card.column.said_in(locale) if card.column else ""
    marks = ", ".join(sign.said_in(locale) for sign in signs_of(card))
    return (
        card.number,
        card.ref,
        stage,
        card.round or turn,
        place,
        column,
        card.text,
        card.dots,
        card.points,
        card.cluster,
        marks,
    )


def _lines(stage: str, place: str, answer: RowsAnswer, turn: str, heads: list[str]) -> Iterator[tuple[Cell, ...]]:
    for line in answer.rows:
        for head, cell in zip(heads, line, strict=False):
            yield (answer.number, answer.ref, stage, answer.round or turn, place, head, cell, None, None, "", "")
