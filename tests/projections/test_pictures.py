"""Pictures of systems: numbers worked out by hand, the same answers the same shapes, nothing that may not be told."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from facilitation.domain import commands as c
from facilitation.domain.format import Board, Chart, Column, Option, Question, Stage, Text, Visibility
from facilitation.projections.channels import document
from facilitation.projections.pictures import draw
from facilitation.projections.pictures.links import links_of, loops_of, same
from facilitation.projections.pictures.material import (
    Bands,
    Field,
    Grid,
    Horizons,
    Link,
    Links,
    Material,
    Moves,
    Placed,
    Rings,
    Ties,
    TiesTwice,
)
from facilitation.projections.pictures.plain import plain
from facilitation.projections.pictures.shapes import WIDE, Area, Box, Disc, Picture, Shape, Stroke, Words
from facilitation.projections.pictures.tallies import Numbers, Options, Ranks, numbers, options, ranks
from facilitation.projections.pictures.ties import measures
from tests.domain.forms import form, say
from tests.domain.room import open_room

T = Text.same
SIGNS = (Option("more", Text("augmente", "grows")), Option("less", Text("diminue", "shrinks")))
ROWS = [
    ("Confiance", "Échanges", "augmente"),
    ("échanges.", "CONFIANCE", "grows"),
    ("Confiance", "Contrôle", "diminue"),
    ("Contrôle", "Confiance", "diminue"),
    ("Contrôle", "Retards", "augmente"),
    ("Retards", "Confiance", "diminue"),
    ("Confiance", "Échanges", "augmente"),
    ("Confiance", "Confiance", "augmente"),
    ("", "Retards", "augmente"),
]


def tie(*rows: tuple[int | None, ...]) -> Ties:
    levels = tuple(tuple(None if level is None else Fraction(level) for level in row) for row in rows)
    return Ties(T("Réseau"), tuple(T(name) for name in "ABCD"), levels, Fraction(5))


TIES = tie((None, 5, 1, 0), (4, None, 3, 0), (3, 0, None, 1), (None, None, None, None))
LATER = tie((None, 5, 3, 0), (4, None, 3, 0), (3, 4, None, 1), (None, 1, 2, None))
HALF = (Fraction(3), Fraction(5))
MATERIALS: list[Material] = [
    Rings(T("Carte"), ((T("Près"), (T("A"), T("B"))), (T("Loin"), tuple(T(f"Structure {n}") for n in range(40))))),
    links_of(T("Liens"), ROWS, [], SIGNS, True),
    links_of(T("Réseau"), ROWS, [T("Seule")], SIGNS, False),
    TIES,
    Grid(T("Réponses"), (T("Un toit"), T("Un emploi")), tuple(map(T, "0123")), ((3, 1, 0, 0), (0, 0, 1, 3))),
    Field(
        T("Pouvoir × intérêt"), T("Intérêt"), T("Pouvoir"), (Fraction(1), Fraction(1)), (Fraction(5), Fraction(5)),
        tuple(Placed(T(f"Acteur {n}"), 5, Fraction(4), Fraction(2), HALF, HALF) for n in range(12)),
    ),
    Bands(T("Iceberg"), ((T("Vu"), (T("un fait"),)), (T("Règles"), (T("une règle " * 30),) * 30), (T("Idées"), ()))),
    Horizons(T("Horizons"), (((T("Hier"), (T("a"),)),), ((T("H2+"), ()), (T("H2"), (T("b"),))), ((T("Demain"), ()),))),
    Moves(T("Débat"), (T("Oui"), T("Non")), (3, 2), (2, 3), ((2, 1), (0, 2))),
    TiesTwice(T("Réseau"), TIES, LATER, (T("T0"), T("T1"))),
]  # fmt: skip


def spots(shape: Shape) -> list[tuple[int, int]]:
    match shape:
        case Stroke(points=points) | Area(points=points):
            return list(points)
        case Disc(x=x, y=y):
            return [(x, y)]
        case Box(x=x, y=y, w=w, h=h):
            return [(x, y), (x + w, y + h)]
        case Words(x=x, y=y):
            return [(x, y)]
    raise AssertionError(shape)


@pytest.mark.parametrize("material", MATERIALS, ids=lambda material: type(material).__name__)
def test_a_picture_has_a_title_a_reading_a_table_and_stays_on_its_field(material: Material) -> None:
    picture = draw(material)
    assert isinstance(picture, Picture)
    for locale in ("fr", "en"):
        assert picture.title.said_in(locale)
        assert picture.reading.said_in(locale).endswith(".")
        assert picture.about.said_in(locale).endswith(".")
    assert picture.tables
    assert all(len(row) == len(table.head) for table in picture.tables for row in table.rows)
    for shape in picture.shapes:
        assert all(-20 <= x <= WIDE + 20 and -20 <= y <= picture.height + 20 for x, y in spots(shape)), shape
    draw.cache_clear()
    assert plain(draw(material)) == plain(picture)


def test_loops_are_found_once_with_their_sign() -> None:
    found = links_of(T("Liens"), ROWS, [], SIGNS, True)
    names = [name.fr for name in found.names]
    assert names == ["Confiance", "Échanges", "Contrôle", "Retards"]
    assert {(names[link.start], names[link.end]): link.count for link in found.links}["Confiance", "Échanges"] == 2
    loops = {tuple(names[at] for at in loop.places): loop.balancing for loop in loops_of(found)}
    assert loops == {
        ("Confiance", "Échanges"): False,
        ("Confiance", "Contrôle"): False,
        ("Confiance", "Contrôle", "Retards"): False,
    }
    turned = [*ROWS[:5], ("Retards", "Confiance", "augmente")]
    last = loops_of(links_of(T(""), turned, [], SIGNS, True))[-1]
    assert (len(last.places), last.balancing) == (3, True)
    unsigned = loops_of(links_of(T(""), [("a", "b", ""), ("b", "a", "+")], [], (), True))
    assert [loop.balancing for loop in unsigned] == [None]
    assert "3 qui s'entretiennent, 0 qui se freinent" in draw(found).reading.fr
    assert same(" « Élan » . ") == "elan"


def test_loops_of_long_names_go_by_numbers_and_only_the_shortest_are_listed() -> None:
    names = [f"Une chose qui varie d'une semaine à l'autre, la {n}" for n in "abcdefgh"]
    rows = [(one, other, "augmente") for one in names for other in names if one != other]
    drawn = draw(links_of(T("Liens"), rows, [], SIGNS, True))
    assert "au moins 60\u00a0boucles" in drawn.reading.fr
    _, things, loops = drawn.tables
    assert loops.caption.fr == "Les boucles trouvées : les 20 plus courtes"
    assert [row[2].fr for row in loops.rows[:2]] == ["1 → 2 → 1", "1 → 3 → 1"]
    assert len(loops.rows) == 20
    assert [row[0].fr for row in things.rows] == list("12345678")
    assert things.rows[2][1].fr.endswith("la c")
    few = draw(links_of(T("Liens"), ROWS, [], SIGNS, True)).tables[-1]
    assert few.caption.fr == "Les boucles trouvées"
    assert few.rows[0][2].fr == "Confiance → Échanges → Confiance"


def test_many_links_without_a_loop_are_looked_through_at_once() -> None:
    rows = [(f"n{a}", f"n{b}", "+") for a in range(30) for b in range(a + 1, 30)]
    assert loops_of(links_of(T(""), rows, [], (), True)) == ()


def test_measures_of_a_network_are_those_worked_out_by_hand() -> None:
    # A tie counts from 2.5: A→B, B→A, B→C, C→A. Three answered, each about three others: 4 of 9; A↔B is returned.
    density, reciprocity, alone, apart = measures(TIES)
    assert (density, reciprocity) == (Fraction(4, 9), Fraction(1, 2))
    assert alone == (), "the fourth did not answer: nobody knows"
    assert apart == ((0, 2), (1, 2))
    assert draw(TIES).reading.fr.startswith("4\u00a0liens sur 9 possibles")


def test_a_need_that_nobody_answers_is_named() -> None:
    assert draw(MATERIALS[4]).reading.en == "Unanswered: 1 of 2 (Un toit); several times at the highest: 1."


def room_of(*stages: Stage) -> Any:
    return open_room(form(*stages), people=4)


def test_a_picture_shows_what_everyone_may_read_and_no_more() -> None:
    columns = (Column("near", say("Près")), Column("far", say("Loin")))
    board = Board("actors", Visibility("author", "stage ends", "everyone"), columns=columns)
    room = room_of(
        Stage("place", say("Placer"), boards=(board,), charts=(Chart("rings", "", say("Carte"), of=("actors",)),))
    )
    room.next()
    room.post("p0", "actors", "La mission locale", "near")
    before = str(document(room.session, "screen")) + str(document(room.session, "everyone"))
    assert "mission" not in before
    room.do(c.CloseStep("place"))
    screen = document(room.session, "screen")
    assert "La mission locale" in str(screen["pictures"])
    read = document(room.session, "everyone")["charts"]["1"]
    assert read["reading"]["fr"] == "1\u00a0élément\u00a0; Près\u00a0: 1, Loin\u00a0: 0."
    room.do(c.HideCard("c1"))
    assert "mission" not in str(document(room.session, "screen"))


def test_levels_show_as_a_matrix_of_totals_once_enough_have_answered() -> None:
    level = Question("level", "items", say("Niveau"), items_of="needs", each="scale", minimum="0", maximum="3")
    needs = Board("needs", Visibility("everyone"), columns=())
    room = room_of(
        Stage("needs", say("Besoins"), boards=(needs,)),
        Stage(
            "say", say("Dire"), boards=(needs,), ask=(level,), answers_seen_by=Visibility("totals"),
            charts=(Chart("matrix", "", say("Qui"), of=("level",)), Chart("network", "", say("Qui"), of=("level",))),
        ),
    )  # fmt: skip
    room.next()
    room.post("p0", "needs", "Un toit")
    room.next()
    for person, value in (("p0", "0"), ("p1", "3"), ("p2", "3")):
        assert not isinstance(room.answer(person, "level", (("c1", value),)), c.Refused)
    assert "pictures" not in document(room.session, "screen")
    room.do(c.CloseStep("say"))
    pictures = document(room.session, "screen")["pictures"]
    assert list(pictures) == ["1"], "whose answer is whose may not be told where the room sees totals"
    assert [cell["fr"] for cell in pictures["1"]["tables"][0]["rows"][0]] == ["Un toit", "1", "0", "0", "2"]


def of_many(count: int, signs: bool) -> Links:
    names = tuple(T(f"Une structure du quartier, numéro {at}") for at in range(count))
    links = tuple(Link(at, (at + step) % count, 1, 1 + at % 2) for at in range(count) for step in (1, 5, 11))
    return Links(T("Qui ?"), names, links, () if signs else (T("Souvent"), T("Parfois")), signs)


def extent(words: Words) -> tuple[float, float, float, float]:
    wide = len(words.text.fr) * words.size * 0.52
    left = words.x - {"start": 0, "middle": wide / 2, "end": wide}[words.anchor]
    return left, words.y - words.size * 0.72, left + wide, words.y + words.size * 0.2


@pytest.mark.parametrize("signs", [False, True])
@pytest.mark.parametrize("count", [2, 3, 9, 15, 22, 23, 40, 70])
def test_no_name_around_a_circle_lies_on_another_or_leaves_the_picture(count: int, signs: bool) -> None:
    drawn = draw(of_many(count, signs))
    boxes = [extent(shape) for shape in drawn.shapes if isinstance(shape, Words) and shape.text.fr not in "+\u2212"]
    assert sum(isinstance(shape, Disc) and shape.r == 16 for shape in drawn.shapes) == min(count, 40)
    for at, (left, top, right, bottom) in enumerate(boxes):
        assert min(left, top, WIDE - right, drawn.height - bottom) >= 0
        for other in boxes[at + 1 :]:
            assert right <= other[0] or left >= other[2] or bottom <= other[1] or top >= other[3]
    assert ("les 40 éléments les plus reliés sur 70" in drawn.about.fr) == (count == 70)
    assert len(drawn.tables[0].rows) == len(of_many(count, signs).links)


def test_a_circle_of_unnamed_links_is_no_picture() -> None:
    assert draw(Links(T("Vide"), (), ())).tables[0].rows == ()


def test_numbers_options_and_rankings_are_drawn_with_their_reading() -> None:
    counts = ((Fraction(3), 2), (Fraction(4), 3))
    ends = (Fraction(1), Fraction(5))
    drawn = numbers(Numbers(T("Utile ?"), counts, 5, Fraction(3), Fraction(4), Fraction(4), ends, True))
    assert drawn.reading.en == "Median: 4; the middle half goes from 3 to 4; 5 answers."
    assert sum(isinstance(shape, Disc) for shape in drawn.shapes) == 5
    picked = options(Options(T("Par quoi ?"), ((T("A"), 2), (T("B"), 5), (T("C"), 0)), 6))
    assert picked.reading.fr == "Le plus choisi : B (5 sur 6)."
    half = Fraction(1, 2)
    first, second = (T("Eau"), 1 + 0 * half, 1 + 0 * half, 1 + half, 4), (T("Corde"), 2 - half, 2 * half, 4 * half, 1)
    ranked = ranks(Ranks(T("Ordre"), (first, second), 5))
    assert ranked.reading.en == "First: Eau, median place 1, put first by 4 of 5."
    assert [cell.en for cell in ranked.tables[0].rows[1]] == ["Corde", "1.5", "1–2", "1"]


def test_answers_are_drawn_once_everyone_may_read_them_and_secret_numbers_only_by_their_middle() -> None:
    scale = Question("worth", "scale", say("Utile ?"), minimum="1", maximum="5", anonymous=True)
    days = Question("days", "number", say("Combien de jours ?"))
    room = room_of(
        Stage("open", say("Dire"), ask=(scale,), answers_seen_by=Visibility("author", "stage ends", "everyone")),
        Stage("secret", say("Estimer"), ask=(days,), answers_seen_by=Visibility("totals")),
    )
    room.next()
    for person, value in (("p0", 5), ("p1", 4), ("p2", 4)):
        room.answer(person, "worth", value)
    assert "answers" not in document(room.session, "screen")
    room.do(c.CloseStep("open"))
    drawn = document(room.session, "screen")["answers"]["worth"]
    assert drawn["reading"]["fr"].startswith("Médiane\u00a0: 4\u00a0;")
    room.next()
    for person, value in (("p0", 2), ("p1", 10), ("p2", 97)):
        room.answer(person, "days", value)
    room.do(c.CloseStep("secret"))
    secret = document(room.session, "screen")["answers"]["days"]
    assert secret["reading"]["en"] == "Median: 10; the middle half goes from 6 to 53.5; 3 answers."
    assert "97" not in str(secret)
    assert secret["tables"][0]["rows"] == []


def test_a_scale_is_shown_with_the_steps_that_nobody_chose() -> None:
    scale = Question("worth", "scale", say("Utile ?"), minimum="1", maximum="5")
    long = Question("sure", "scale", say("Sûr ?"), minimum="0", maximum="100")
    room = room_of(
        Stage("open", say("Dire"), ask=(scale, long), answers_seen_by=Visibility("everyone")),
        Stage("pooled", say("Estimer"), ask=(replace(scale, name="again"),), answers_seen_by=Visibility("totals")),
    )
    room.next()
    for person in ("p0", "p1", "p2"):
        room.answer(person, "worth", 4)
    for channel in ("everyone", "staff"):
        answers = document(room.session, channel)["answers"]
        assert [option["id"] for option in answers["worth"]["options"]] == list("12345"), channel
        assert "options" not in answers.get("sure", {}), channel
    room.next()
    for person in ("p0", "p1", "p2"):
        room.answer(person, "again", 4)
    room.do(c.CloseStep("pooled"))
    counts = document(room.session, "everyone")["answers"]["again"]["totals"]["counts"]
    assert counts == {"1": 0, "2": 0, "3": 0, "4": 3, "5": 0}
