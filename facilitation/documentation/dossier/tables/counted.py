"""What was counted and worked out: votes, answers, values, each number in a row of its own."""

from collections.abc import Iterator
from fractions import Fraction

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
    is_small,
)
from facilitation.domain.format import Text
from facilitation.projections.outcome.shapes import (
    AnswersOfRound,
    QuestionMaterial,
    Spread,
    SpreadTable,
    ValueTable,
    VoteMaterial,
)

MEASURE = Column("measure", Text("mesure", "measure"))
VALUE = Column("value", Text("valeur", "value"))
COUNT = Column("count", Text("nombre", "count"))

QUARTILES = (
    ("minimum", Text("minimum", "minimum")),
    ("lower", Text("1er quart", "1st quarter")),
    ("median", Text("médiane", "median")),
    ("upper", Text("3e quart", "3rd quarter")),
    ("maximum", Text("maximum", "maximum")),
    ("average", Text("moyenne", "average")),
)

RECEIVED = {
    "dots": Text("gommettes", "dots"),
    "points": Text("points", "points"),
}


def votes(dossier: Dossier, locale: str) -> Table:
    """One row per contribution and measure."""
    return Table(
        "votes",
        Text("Votes", "Votes"),
        Text(
            "Une ligne par contribution votée et par mesure (gommettes, points, ou niveau du vote). Sans numéro : une "
            "contribution qui n'est pas reproduite.",
            "One row per contribution voted on and measure (dots, points, or level of the vote). Without a number: a "
            "contribution that is not reproduced.",
        ),
        (
            SESSION,
            STAGE,
            ROUND,
            Column("of", Text("tableau", "board"), wide=True),
            NUMBER,
            MEASURE,
            COUNT,
            Column("voters", Text("votants", "voters")),
            Column("expected", Text("attendus", "expected")),
        ),
        tuple(
            (place, *row)
            for place, told in enumerate(dossier.sessions, 1)
            for stage in told.stages
            for vote in stage.votes
            for row in _vote(vote, boards_said(told, locale)[vote.of], locale, is_small(told))
        ),
    )


def _vote(vote: VoteMaterial, of: str, locale: str, small: bool) -> Iterator[tuple[Cell, ...]]:
    before = (vote.title.said_in(locale), vote.round, of)
    after = (None, None) if small else (vote.voters, vote.expected)
    pointed = vote.scores or vote.manner == "ranking"
    for row in vote.rows:
        if vote.levels:
            for level, count in zip(vote.levels, row.levels, strict=False):
                yield (*before, row.number, level.said_in(locale), count, *after)
        else:
            yield (*before, row.number, RECEIVED["points" if pointed else "dots"].said_in(locale), row.dots, *after)


def answers(dossier: Dossier, locale: str) -> Table:
    """One row per question, turn, item and measure."""
    return Table(
        "answers",
        Text("Réponses", "Answers"),
        Text(
            "Une ligne par question, tour, élément et mesure : combien de fois une réponse fut donnée, ou la "
            "répartition des nombres. Les mots sont dans la feuille des contributions.",
            "One row per question, round, item and measure: how often an answer was given, or how the numbers are "
            "spread. Words are on the sheet of contributions.",
        ),
        (
            SESSION,
            STAGE,
            ROUND,
            Column("question", Text("question", "question"), wide=True),
            Column("item", Text("élément", "item")),
            MEASURE,
            VALUE,
            Column("answered", Text("ont répondu", "answered")),
            Column("expected", Text("attendus", "expected")),
        ),
        tuple(
            (
                place,
                stage.title.said_in(locale),
                turn.round,
                question.label.said_in(locale),
                *row,
                *_how_many(turn, is_small(told)),
            )
            for place, told in enumerate(dossier.sessions, 1)
            for stage in told.stages
            for question in stage.questions
            for turn in question.rounds
            for row in _answers(question, turn, locale)
        ),
    )


def _how_many(turn: AnswersOfRound, small: bool) -> tuple[Cell, ...]:
    return (None, None) if turn.withheld or small else (turn.answered, turn.expected)


def _answers(question: QuestionMaterial, turn: AnswersOfRound, locale: str) -> Iterator[tuple[Cell, ...]]:
    for option in turn.counts:
        yield ("", option.label.said_in(locale), option.count)
    for ranked in turn.ranking:
        label = ranked.label.said_in(locale)
        yield (label, Text("place médiane", "median place").said_in(locale), ranked.median)
        yield (label, Text("fois en tête", "times first").said_in(locale), ranked.first)
    for item in turn.items:
        label = item.label.said_in(locale) if item.label else ""
        if item.spread:
            yield from ((label, *row) for row in _spread(item.spread, locale))
        elif item.yes is not None:
            yield (label, Text("oui", "yes").said_in(locale), item.yes)
    if turn.spread:
        yield from (("", *row) for row in _spread(turn.spread, locale))


def _spread(spread: Spread, locale: str) -> Iterator[tuple[str, Fraction | int]]:
    yield ("n", spread.n)
    for name, title in QUARTILES:
        yield (title.said_in(locale), getattr(spread, name))


def values(dossier: Dossier, locale: str) -> Table:
    """One row per value that a formula worked out."""
    return Table(
        "values",
        Text("Valeurs calculées", "Values worked out"),
        Text(
            "Une ligne par valeur qu'une formule du format a donnée, pour qui et à quel tour. Sans valeur : il n'y en "
            "a pas, trop peu de réponses sont derrière elle, ou une réponse a été retirée depuis.",
            "One row per value that a formula of the format gave, for whom and in which round. Without a value: there "
            "is none, too few answers stand behind it, or an answer was withdrawn since.",
        ),
        (
            SESSION,
            STAGE,
            ROUND,
            Column("name", Text("nom", "name")),
            Column("formula", Text("calcul", "worked out as")),
            Column("whose", Text("de qui", "whose")),
            MEASURE,
            VALUE,
        ),
        tuple(
            (place, stage.title.said_in(locale), *row)
            for place, told in enumerate(dossier.sessions, 1)
            for stage in told.stages
            for table in stage.values
            for row in _values(table, locale)
        ),
    )


def _values(table: ValueTable | SpreadTable, locale: str) -> Iterator[tuple[Cell, ...]]:
    title = table.title.said_in(locale)
    if isinstance(table, ValueTable):
        for row in table.rows:
            for turn, cell in zip(table.rounds, row.cells, strict=False):
                yield (turn, title, table.formula, row.label.said_in(locale), VALUE.title.said_in(locale), cell)
        return
    for turn, spread in zip(table.rounds, table.spreads, strict=False):
        for measure, value in _spread(spread, locale) if spread else ():
            yield (turn, title, table.formula, Text("chaque personne", "each person").said_in(locale), measure, value)
