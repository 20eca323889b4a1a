"""Networks of cooperation at two moments: equal to another library's numbers, and no organisation is pointed at."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.domain.format import Board, Chart, Question, Stage, Text, Visibility
from facilitation.projections.channels import document
from facilitation.projections.outcome import outcome
from facilitation.projections.outcome.networks import networks_across
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION
from facilitation.projections.pictures import draw
from facilitation.projections.pictures.material import Ties, TiesTwice
from facilitation.projections.pictures.ties import measures, strong
from facilitation.projections.pictures.two_networks import in_common, steps, told_of
from tests.domain.forms import form, say
from tests.domain.room import Room, open_room

T = Text.same
Level = int | None


def ties(names: Sequence[str], *rows: Sequence[Level]) -> Ties:
    levels = tuple(tuple(None if level is None else Fraction(level) for level in row) for row in rows)
    return Ties(T("Réseau"), tuple(map(T, names)), levels, Fraction(5))


FIRST = ties("ABCD", (None, 5, 1, 0), (4, None, 3, 0), (3, 0, None, 1), (0, 1, 0, None))
LAST = ties("BADE", (None, 4, 3, 0), (5, None, 3, 1), (3, 0, None, 0), (0, 0, 0, None))


def as_graph(found: Ties) -> "networkx.DiGraph[int]":
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(len(found.names)))
    for row, cells in enumerate(found.levels):
        for column, level in enumerate(cells):
            if row != column and level is not None and 2 * level >= found.highest:
                graph.add_edge(row, column)
    return graph


def of_size(count: int) -> st.SearchStrategy[Ties]:
    row = st.lists(st.integers(0, 5), min_size=count, max_size=count)
    return st.lists(row, min_size=count, max_size=count).map(lambda rows: ties("ABCDEFGHIJ"[:count], *rows))


@given(st.integers(2, 9).flatmap(of_size))
@settings(max_examples=80)
def test_the_measures_are_those_of_another_library(found: Ties) -> None:
    graph = as_graph(found)
    density, reciprocity, alone, _ = measures(found)
    assert density == Fraction(networkx.density(graph)).limit_denominator(10_000)
    if graph.number_of_edges():
        assert reciprocity == Fraction(networkx.overall_reciprocity(graph)).limit_denominator(10_000)
    else:
        assert reciprocity is None
    assert set(alone) == set(networkx.isolates(graph))
    assert set(strong(found)) == set(graph.edges)


def test_two_networks_are_compared_between_those_that_are_in_both() -> None:
    one, other = in_common(FIRST, LAST)
    assert [name.fr for name in one.names] == [name.fr for name in other.names] == ["A", "B", "D"]
    assert one.levels == ties("ABD", (None, 5, 0), (4, None, 0), (0, 1, None)).levels
    assert other.levels == ties("ABD", (None, 5, 3), (4, None, 3), (0, 3, None)).levels
    assert steps(one, other) == (3, 3, 0)
    first, last = told_of(one), told_of(other)
    assert (first.ties, first.density, first.reciprocity, first.alone) == (2, Fraction(1, 3), 1, 1)
    assert (last.ties, last.density, last.reciprocity, last.alone, last.apart) == (
        5,
        Fraction(5, 6),
        Fraction(4, 5),
        0,
        1,
    )
    picture = draw(TiesTwice(T("Réseau"), FIRST, LAST, (T("T0"), T("T1"))))
    assert picture.reading.en == (
        "T0 → T1, for the 3 there both times; ties: 2 → 5; density: 0.33 → 0.83; reciprocity: 1 → 0.8; "
        "without a tie: 1 → 0."
    )
    assert [cell.fr for cell in picture.tables[1].rows[2]] == ["3 · D", "0", "1→3", ""]
    assert [cell.fr for cell in picture.tables[0].rows[-1]][1:] == ["4", "4"]


@pytest.mark.parametrize("picture", [draw(FIRST), draw(TiesTwice(T(""), FIRST, LAST, (T("T0"), T("T1"))))])
def test_an_organisation_without_a_tie_is_counted_and_not_named(picture: object) -> None:
    measured = [row for table in picture.tables for row in table.rows if "ien" in row[0].fr]  # type: ignore[attr-defined]
    assert measured
    assert not any("D" in cell.fr for row in measured for cell in row[1:])


LIST = Board("organisations", Visibility("everyone"))


def about(name: str) -> Question:
    return Question(
        name,
        "items",
        say("Notre lien"),
        minimum="0",
        maximum="5",
        items_of="organisations",
        each="scale",
        required=False,
    )


def cooperation(people: Mapping[str, Mapping[str, int]], wished: bool = False) -> Room:
    """Organisations that name themselves, then say how close they are to the others."""
    shown = Board("organisations", Visibility("everyone"), written_by="nobody")
    names = ("today", "wished") if wished else ("today",)
    chart = Chart("network", "", say("Nos liens"), of=names)
    seen = Visibility("everyone")
    asked = [Stage(name, say(name), boards=(shown,), ask=(about(name),), answers_seen_by=seen) for name in names]
    see = Stage("see", say("Voir"), boards=(shown,), charts=(chart,))
    room = open_room(form(Stage("list", say("Liste"), boards=(LIST,)), *asked, see), len(people))
    room.next()
    for number, name in enumerate(people):
        room.post(f"p{number}", "organisations", name)
    cards = {name: f"c{number}" for number, name in enumerate(people, 1)}
    for question in names:
        room.next()
        for number, said in enumerate(people.values()):
            more = 1 if question == "wished" else 0
            room.answer(f"p{number}", question, tuple((cards[to], str(level + more)) for to, level in said.items()))
    room.next()
    return room


EARLY = {"Le Relais": {"La Mission": 4, "Le Centre": 0}, "La Mission": {"Le Relais": 1}, "Le Centre": {"Le Relais": 0}}
LATE = {
    "le centre.": {"La Mission": 4},
    "La Mission": {"le centre.": 3, "Le Relais": 4},
    "Le Relais": {"La Mission": 4},
}


def test_sessions_of_an_experiment_are_held_against_each_other_by_the_names_of_organisations() -> None:
    sessions = [cooperation(EARLY).session, cooperation({"Le Relais": {}}).session, cooperation(LATE).session]
    (found,) = networks_across(sessions, RESTITUTION)
    assert found.picture.reading.fr.replace("\u00a0", " ") == (
        "Séance 1 → Séance 3, pour 3 présentes les deux fois ; liens : 1 → 4 ; densité : 0,17 → 0,67 ; "
        "réciprocité : 0 → 1 ; sans lien : 1 → 0."
    )
    assert (found.sessions, found.named, found.closer, found.alike, found.less_close) == ((1, 3), (3, 3), 1, 1, 0)
    assert networks_across(sessions[:1], RESTITUTION) == ()
    # Nobody there agreed to be published: what an organisation says is for the room.
    assert networks_across(sessions, DIFFUSION) == ()


def test_one_session_holds_today_against_what_is_wished() -> None:
    room = cooperation(EARLY, wished=True)
    shown = document(room.session, "screen")["pictures"]["1"]
    assert shown["kind"] == "networks"
    (told,) = outcome(room.session).stages[-1].pictures
    assert told.reading.en.startswith("today → wished, for the 3 there both times; ties: 1 → 1;")
    assert told.tables[1].rows[0][2].en == "4→5"
