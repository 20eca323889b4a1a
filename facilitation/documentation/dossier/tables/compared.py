"""What was asked twice, each number in a row of its own: of the same people, and of organisations."""

from collections.abc import Iterator
from fractions import Fraction

from facilitation.documentation.dossier.shapes import Dossier
from facilitation.documentation.dossier.tables.shapes import SESSION, Cell, Column, Table
from facilitation.domain.format import Text
from facilitation.projections.outcome.networks import Cooperation
from facilitation.projections.outcome.shapes import Compared
from facilitation.projections.paired.caution import NAMES
from facilitation.projections.paired.shapes import Comparison, Side
from facilitation.projections.paired.which import SORTS
from facilitation.projections.paired.words import either, ways_of

MEASURE = Column("measure", Text("mesure", "measure"))
VALUE = Column("value", Text("valeur", "value"))
FIRST, SECOND = Column("first", Text("d'abord", "first")), Column("second", Text("ensuite", "then"))

Row = tuple[Cell, ...]
Number = int | Fraction | None


def comparisons(dossier: Dossier, locale: str) -> Table:
    """One row per number that compares two answers of the same people."""
    within = [(place, one) for place, told in enumerate(dossier.sessions, 1) for one in told.comparisons]
    beyond = [(None, one) for one in dossier.across]
    return Table(
        "comparisons",
        Text("Comparaisons", "Comparisons"),
        Text(
            "Une ligne par nombre qui compare les réponses des mêmes personnes à deux moments ; sans numéro de séance, "
            "d'une séance à une autre, ou à plus tard. Au regard d'un moment : le nombre de réponses à ce moment. Une "
            "valeur vide n'est pas donnée : trop peu de personnes.",
            "One row per number that compares the answers of the same people at two moments; without a session: from "
            "one session to another, or to later on. Beside a moment: the number of answers at that moment. An empty "
            "value is not given: too few people.",
        ),
        (
            SESSION,
            Column("sort", Text("sorte", "sort")),
            Column("first_moment", Text("premier moment", "first moment")),
            Column("second_moment", Text("second moment", "second moment")),
            Column("question", Text("question", "question"), wide=True),
            Column("moment", Text("moment", "moment")),
            MEASURE,
            VALUE,
        ),
        tuple((place, *row) for place, one in (*within, *beyond) for row in _compared(one, locale)),
    )


def _compared(one: Compared, locale: str) -> Iterator[Row]:
    found = one.numbers
    moments = [moment.said_in(locale) for moment in found.moments]
    head = (SORTS[found.sort].said_in(locale), *moments, found.label.said_in(locale))
    for name, value in _people(found):
        yield (*head, "", name.said_in(locale), value)
    for moment, side in zip(moments, found.sides or (), strict=False):
        for name, value in _side(found, side):
            yield (*head, moment, name.said_in(locale), value)


def _people(found: Comparison) -> Iterator[tuple[Text, Number]]:
    one, two = found.moments
    if found.directions is not None:
        ways = tuple(zip(ways_of(found), found.directions.cells, strict=True))
        yield from ways
        if found.directions.together:
            yield either([name for name, cell in ways if cell is None]), found.directions.together
    yield Text("ont répondu deux fois", "answered twice"), found.both
    yield Text(f"une seule fois : {one.fr.lower()}", f"once only: {one.en.lower()}"), found.only_first
    yield Text(f"une seule fois : {two.fr.lower()}", f"once only: {two.en.lower()}"), found.only_second
    yield Text("aucune fois", "not at all"), found.neither
    for tried in found.tests:
        yield Text(f"{NAMES[tried.test].fr} : p", f"{NAMES[tried.test].en}: p"), tried.p


def _side(found: Comparison, side: Side) -> Iterator[tuple[Text, Number]]:
    yield from zip(found.steps, side.counts, strict=False)
    yield Text("réponses", "answers"), side.n
    if not found.yes_no:
        yield Text("1er quart", "1st quarter"), side.lower
        yield Text("médiane", "median"), side.median
        yield Text("3e quart", "3rd quarter"), side.upper


def cooperation(dossier: Dossier, locale: str) -> Table:
    """One row per measure of two networks of the same organisations."""
    return Table(
        "cooperation",
        Text("Coopération", "Cooperation"),
        Text(
            "Une ligne par mesure des liens que des structures ont déclarés dans deux séances, entre celles des deux "
            "fois. Une structure qui n'a pas répondu n'est pas comptée comme sans lien.",
            "One row per measure of the ties that organisations declared in two sessions, between those that were in "
            "both. An organisation that did not answer is not counted as being without a tie.",
        ),
        (
            Column("first_session", Text("première séance", "first session")),
            Column("second_session", Text("seconde séance", "second session")),
            Column("network", Text("réseau", "network"), wide=True),
            MEASURE,
            FIRST,
            SECOND,
        ),
        tuple(row for one in dossier.networks for row in _networks(one, locale)),
    )


def _networks(one: Cooperation, locale: str) -> Iterator[Row]:
    head = (*one.sessions, one.picture.title.said_in(locale))
    first, second = one.measures
    measures: tuple[tuple[Text, Number, Number], ...] = (
        (Text("structures présentes les deux fois", "organisations there both times"), *_twice(first.organisations)),
        (Text("structures, en tout", "organisations, in all"), *one.named),
        (Text("ont répondu", "answered"), first.answered, second.answered),
        (Text("liens qui comptent", "ties that count"), first.ties, second.ties),
        (Text("densité", "density"), first.density, second.density),
        (Text("réciprocité", "reciprocity"), first.reciprocity, second.reciprocity),
        (Text("sans aucun lien", "without any tie"), first.alone, second.alone),
        (Text("liens vus différemment", "ties seen differently"), first.apart, second.apart),
        (Text("liens plus étroits", "closer ties"), None, one.closer),
        (Text("liens pareils", "ties as before"), None, one.alike),
        (Text("liens moins étroits", "less close ties"), None, one.less_close),
    )
    for name, before, after in measures:
        yield (*head, name.said_in(locale), before, after)


def _twice(count: int) -> tuple[int, int]:
    return count, count
