"""Networks of cooperation at two moments: equal to another library's numbers, and no organisation is pointed at."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.domain.format import Board, Chart, Question, Stage, Text, Visibility
from facilitation.domain.session import Consents, Session
from facilitation.projections.channels import document
from facilitation.projections.outcome import outcome
from facilitation.projections.outcome.networks import networks_across
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION
from facilitation.projections.pictures import draw
from facilitation.projections.pictures.material import Ties, TiesTwice
from facilitation.projections.pictures.nameless import nameless
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


SILENT = ties(
    "ABCDEF", (None, 5, 1, 4, 0, 0), (4, None, 0, 5, 0, 0), (3, 0, None, 0, 1, 0), (None,) * 6, (0,) * 6, (0,) * 6
)
"""Six organisations, of which D did not answer."""


def test_who_did_not_answer_refused_nothing() -> None:
    whole = as_graph(SILENT)
    both = whole.subgraph(SILENT.answered)
    density, reciprocity, alone, _ = measures(SILENT)
    assert SILENT.answered == (0, 1, 2, 4, 5)
    assert reciprocity == Fraction(networkx.overall_reciprocity(both)).limit_denominator(10_000) == Fraction(2, 3)
    assert density == Fraction(whole.number_of_edges(), 5 * 5), "each of the five could tell of five ties"
    # E and F answered and have no tie; D, whom two name, is not said to have none.
    assert alone == (4, 5)
    assert set(alone) == set(networkx.isolates(whole)) & set(SILENT.answered)
    unheard = ties("ABC", (None, 5, 0), (5, None, 0), (None, None, None))
    assert measures(unheard)[2] == (), "nobody knows whether C has a tie"
    picture = draw(SILENT)
    assert "ont répondu : 5 sur 6" in picture.reading.fr.replace("\u00a0", " ")
    assert [cell.en for cell in picture.tables[1].rows[0]] == ["Answered", "5 of 6"]
    assert "entre deux qui ont répondu" in picture.about.fr


def test_outside_nobody_reads_off_which_organisation_has_no_tie() -> None:
    names = ("Le Relais", "La Mission", "Le Centre", "Le Foyer")
    named = Ties(T("Réseau"), tuple(map(T, names)), FIRST.levels, Fraction(5))
    later = Ties(T("Réseau"), tuple(map(T, (names[1], names[0], names[3]))), LAST.levels[:3], Fraction(5))
    later = replace(later, levels=tuple(row[:3] for row in later.levels))
    for found in (named, TiesTwice(T(""), named, later, (T("T0"), T("T1")))):
        inside, outside = draw(found), draw(nameless(found))
        assert all(name in str(inside) for name in names if found is named or name != "Le Centre")
        assert not any(name in str(outside) for name in names)
        assert "Organisation A" in str(outside)
        # What is counted stays what it is.
        assert outside.reading == inside.reading
        counts = [[row[1:] for row in told.tables[1 if found is named else 0].rows] for told in (inside, outside)]
        assert counts[0][:4] == counts[1][:4]
    # The order in which they stand in other lists, with their names, leaves no trace.
    backwards = tuple(tuple(reversed(row)) for row in reversed(named.levels))
    assert nameless(Ties(named.title, named.names[::-1], backwards, named.highest)) == nameless(named)


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


def published(session: Session) -> Session:
    """The same session, everybody in it agreeing to everything."""
    agreed = Consents(report=True, quotation=True, publication=True)
    return replace(session, people={id: replace(one, consents=agreed) for id, one in session.people.items()})


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


def test_what_was_agreed_to_be_published_leaves_without_the_names() -> None:
    sessions = [published(cooperation(people).session) for people in (EARLY, LATE)]
    wished = published(cooperation(EARLY, wished=True).session)
    (inside,), (outside,) = networks_across(sessions, RESTITUTION), networks_across(sessions, DIFFUSION)
    assert "Le Centre" in str(inside.picture)
    assert "Le Centre" not in str(outside.picture)
    assert outside.measures == inside.measures
    for session in (*sessions, wished):
        told = [[s.pictures for s in outcome(session, rendering).stages] for rendering in (RESTITUTION, DIFFUSION)]
        assert "Le Centre" in str(told[0]) or "le centre" in str(told[0])
        assert "Organisation A" in str(told[1])
        assert "entre" not in str([one.tables for of in told[1] for one in of])


def test_one_session_holds_today_against_what_is_wished() -> None:
    room = cooperation(EARLY, wished=True)
    shown = document(room.session, "screen")["pictures"]["1"]
    assert shown["kind"] == "networks"
    (told,) = outcome(room.session).stages[-1].pictures
    assert told.reading.en.startswith("today → wished, for the 3 there both times; ties: 1 → 1;")
    assert told.tables[1].rows[0][2].en == "4→5"
