"""The analysis room through the real doors, by plain forms: reading, coding apart, comparing, the codebook."""

import csv
import io
import re
import time
from collections.abc import Iterator, Sequence

import pytest
from sqlalchemy import select

from facilitation.database import Database, metadata
from facilitation.documentation.analysis.suggesting import Known, weighed_in
from facilitation.documentation.analysis.units import Unit
from facilitation.domain.commands import Advance, By, CloseSession, MakeCluster, OpenDoor, PostCard, WithdrawCard
from facilitation.domain.similar import Vectors
from facilitation.records import codings, export_journal, themes
from tests.web.conftest import House, Planned, built_house
from tests.web.test_observing import as_member
from tests.web.visitor import Visitor

ROOM = "/experiments/1/analysis"
THEMES = "/experiments/1/themes"
WORDS = (
    "Un accueil chaleureux dès la porte",
    "L'accueil à la porte, avec un café",
    "Des transports le soir",
    "Aucun transport le dimanche",
)


@pytest.fixture
def house() -> Iterator[House]:
    yield from built_house()


def held(house: House, more: int = 0, **agreed: str) -> Planned:
    """A session in which four people wrote one thing each, two of which were put together; the last one wrote more."""
    planned = house.plan()
    planned.say(OpenDoor())
    people = []
    for _ in WORDS:
        planned.join(report="yes", **agreed)
        people.append(planned.newest())
    planned.go_on()
    step = planned.state.current or ""
    for person, words in zip(people, WORDS, strict=True):
        planned.say(PostCard(step, "ideas", words), by=By("participant", person))
    for number in range(1, more + 1):
        planned.say(PostCard(step, "ideas", f"Encore, {number}"), by=By("participant", people[-1]))
    planned.say(Advance(step))
    planned.say(MakeCluster("ideas", "Un accueil chaleureux", tuple(planned.state.cards)[:2]))
    planned.say(CloseSession())
    return planned


def refs(visitor: Visitor) -> dict[str, str]:
    """The references of what the room shows, by its words."""
    found = re.findall(r'<li class="card unit" id="u-(\w{12})"[^>]*>.*?data-text>([^<]+)<', visitor.page.text, re.S)
    return {words.replace("&#39;", "'"): ref for ref, words in found}


def shown(visitor: Visitor, asked: str) -> set[str]:
    visitor.open(ROOM + asked)
    return set(refs(visitor).values())


def make(visitor: Visitor, name: str, **more: str) -> int:
    visitor.open(THEMES)
    visitor.send(THEMES, name=name, **more)
    found = re.findall(rf"{THEMES}/(\d+)", visitor.page.text)
    return max(map(int, found))


def code(visitor: Visitor, ref: str, *seen: int, **more: str) -> None:
    """Read one contribution, by the form that is there without a script."""
    visitor.open(f"{ROOM}?unit={ref}")
    form = next(form for form in visitor.forms() if form.fields.get("ref") == ref and form.action.endswith("/code"))
    data = {"csrf_token": form.fields["csrf_token"], "ref": ref, "themes": list(map(str, seen)), **more}
    visitor.page = visitor.client.post(f"{ROOM}/code", data=data, follow_redirects=True)
    assert visitor.page.status_code == 200


def mine(house: House, account: int = 1) -> dict[str, frozenset[int]]:
    return codings.of_experiment(house.doors.database, 1).by_coder.get(account, {})


def everything_in(database: Database) -> str:
    """Every cell of every table."""
    with database.reading() as connection:
        return "\n".join(str(row) for table in metadata.sorted_tables for row in connection.execute(select(table)))


def gone_from(database: Database, words: str) -> None:
    """Wait until no table holds them: they are erased from the log first, and told to the others right after."""
    deadline = time.monotonic() + 240
    while words in (found := everything_in(database)):
        assert time.monotonic() < deadline, found
        time.sleep(0.05)


def test_coding_without_a_script(house: House) -> None:
    held(house)
    staff = house.staff()
    welcome, way = make(staff, "Accueil"), make(staff, "Transports")
    staff.open(ROOM)
    by_words = refs(staff)
    assert set(by_words) == set(WORDS)
    assert staff.words.count("pas encore lu") >= 4
    first, second, third, fourth = (by_words[words] for words in WORDS)
    code(staff, first, welcome, welcome, 999)
    assert mine(house) == {first: frozenset({welcome})}, "themes that there are, each once"
    assert f"unit={second}" in staff.page.request.full_path, "the next one is open"
    code(staff, second, none="1")
    assert mine(house)[second] == frozenset()
    code(staff, second, forget="1")
    assert second not in mine(house)
    code(staff, third, way)
    assert shown(staff, f"?theme={way}") == {third}
    assert shown(staff, "?q=PORTE+DES") == {first}
    assert shown(staff, "?coded=no") == {second, fourth}
    assert "suggestion : Transports" in staff.words, "the fourth reads like the third"
    assert fourth not in mine(house), "and nothing is coded by itself"
    assert shown(staff, "?session=2") == set()
    assert "Rien ne correspond" in staff.words


def test_by_keys_the_answer_is_json(house: House) -> None:
    held(house)
    staff = house.staff()
    theme = make(staff, "Accueil")
    staff.open(ROOM)
    ref = refs(staff)[WORDS[0]]
    token = next(form.fields["csrf_token"] for form in staff.forms() if "csrf_token" in form.fields)
    told = {"csrf_token": token, "ref": ref, "themes": str(theme)}
    answer = staff.client.post(f"{ROOM}/code", data=told, headers={"Accept": "application/json"})
    assert answer.get_json() == {"themes": [theme]}
    odd = staff.client.post(f"{ROOM}/code", data={**told, "ref": "../etc"}, headers={"Accept": "application/json"})
    assert odd.status_code == 400


def test_two_code_apart_and_agree_afterwards(house: House) -> None:
    planned, staff, other = held(house), house.staff(), as_member(house, "researcher")
    welcome, way = make(staff, "Accueil"), make(staff, "Transports")
    staff.open(ROOM)
    first, second, third, _ = (refs(staff)[words] for words in WORDS)
    for ref, seen in ((first, [welcome]), (second, [welcome]), (third, [way])):
        code(staff, ref, *seen)
    other.open(ROOM)
    assert other.words.count("pas encore lu") >= 4, "nobody sees what others see"
    assert "codage" not in other.client.get(f"{ROOM}/codes.csv").data.decode("utf-8-sig"), "nor in a file"
    code(other, first, welcome)
    code(other, second, none="1")
    other.open(f"{ROOM}/agreement")
    assert "mêmes thèmes pour 1 sur 2" in other.words
    assert "%" not in re.sub(r"\s", "", other.words.partition("mêmes thèmes")[2].partition("κ (kappa)")[0])
    assert "Moins de 20 contributions" in other.words
    assert WORDS[2] not in other.words, "what they have not read is not compared before them"
    assert "1 différence" in other.words
    assert WORDS[1] in other.words
    form = next(form for form in other.forms() if form.fields.get("ref") == second)
    told = {**form.fields, "themes": [str(welcome)]}
    other.page = other.client.post(f"{ROOM}/agreement", data=told, follow_redirects=True)
    assert "Convenu" in other.words
    third = as_member(house, "facilitator")
    third.open(f"{ROOM}/agreement")
    assert WORDS[1] not in third.words, "whoever codes, and has read nothing yet, is shown nothing of what others see"
    reader = as_member(house, "reader")
    reader.open(ROOM)
    assert re.search(rf'id="u-{second}"[^>]*data-themes="{welcome}"', reader.page.text), "settled, it is read by all"
    assert "analysis/code" not in reader.page.text
    table = staff.client.get(f"{ROOM}/codes.csv").data.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [(row["lu par"], row["Accueil"]) for row in rows if row["référence"] == second] == [
        ("codage A", "1"),
        ("codage B", "0"),
        ("accord", "1"),
    ]
    noted = [line.what for line in export_journal.of_session(house.doors.database, planned.id)]
    assert noted == ["codes", "codes"]


def test_the_codebook_and_its_history(house: House) -> None:
    held(house)
    staff = house.staff()
    welcome = make(staff, "Accueil", definition="Ce qui aide à entrer.")
    staff.open(THEMES)
    staff.send(THEMES, name="accueil")
    assert staff.page.status_code == 422
    assert "Un autre thème porte ce nom." in staff.words
    door = make(staff, "Porte")
    staff.open(ROOM)
    ref = refs(staff)[WORDS[0]]
    code(staff, ref, door)
    staff.open(f"{THEMES}/{door}")
    staff.send(name="Seuil")
    staff.open(f"{THEMES}/{door}")
    staff.send(f"{THEMES}/{door}/examples", side="inside")
    assert "en relève" in staff.words
    assert "reformulé : Seuil" in staff.words
    assert "créé : Porte" in staff.words
    staff.send(f"{THEMES}/{door}/merge", into=str(welcome))
    assert "compte pour Accueil" in staff.words
    assert "établi : 1 contribution" in staff.words
    staff.open(ROOM)
    assert f'data-themes="{welcome}"' in staff.page.text
    staff.open(THEMES)
    staff.send(f"{THEMES}/{door}/restore")
    staff.open(f"{THEMES}/{door}")
    staff.send(f"{THEMES}/{door}/retire")
    staff.open(ROOM)
    assert 'data-themes=""' in staff.page.text
    code(staff, ref, welcome)
    staff.open(THEMES)
    staff.send(f"{THEMES}/{door}/restore")
    staff.open(ROOM)
    assert f'data-themes="{welcome} {door}"' in staff.page.text, "what was coded with a retired theme is kept"


def test_what_the_room_put_together_is_proposed_and_only_suggested(house: House) -> None:
    held(house)
    staff = house.staff()
    staff.open(ROOM)
    assert "Un accueil chaleureux (2)" in staff.words
    staff.send(f"{THEMES}/take")
    assert "regroupé ainsi dans la salle" in staff.words
    assert mine(house) == {}
    assert "Un accueil chaleureux (2)" not in staff.words, "taken over, it is proposed no longer"


def test_what_is_withdrawn_leaves_the_room_the_themes_and_the_database(house: House) -> None:
    planned, staff = held(house, quotation="yes"), house.staff()
    staff.open(ROOM)
    staff.send(f"{THEMES}/take")
    theme = themes.of_experiment(house.doors.database, 1)[-1]
    first, third = refs(staff)[WORDS[0]], refs(staff)[WORDS[2]]
    code(staff, first, theme.id)
    staff.open(f"{THEMES}/{theme.id}")
    staff.send(f"{THEMES}/{theme.id}/examples", side="inside")
    staff.open(f"{THEMES}/{theme.id}")
    staff.send(definition="On nous dit : accueil chaleureux dès la porte.", inside="Ce qui aide à entrer.")
    staff.open(ROOM)
    for ref in (first, third):
        form = next(form for form in staff.forms() if form.fields.get("ref") == ref and "quote" in form.action)
        staff.client.post(f"{ROOM}/quote", data=form.fields)
    dossier = "/experiments/1/documents/dossier.html?document=capitalisation&language=fr"
    assert WORDS[0] in staff.client.get(dossier).text, "chosen, it is quoted"
    assert WORDS[2] in staff.client.get(dossier).text
    card = next(id for id, one in planned.state.cards.items() if one.text == WORDS[0])
    planned.say(WithdrawCard(card), by=By("participant", planned.state.cards[card].author))
    gone_from(house.doors.database, "chaleureux")
    assert "Ce qui aide à entrer." in everything_in(house.doors.database)
    for page in (ROOM, f"{THEMES}", f"{THEMES}/{theme.id}", f"{ROOM}/agreement", f"{ROOM}/codes.csv", dossier):
        assert "chaleureux" not in staff.client.get(page).text, page
    assert WORDS[2] in staff.client.get(dossier).text


def test_the_dossier_tells_of_themes_and_keeps_small_numbers_back(house: House) -> None:
    held(house)
    staff = house.staff()
    dossier = "/experiments/1/documents/dossier.html?document=capitalisation&language=fr"
    assert "Contributions par thème" not in staff.client.get(dossier).text
    theme = make(staff, "Accueil", definition="Ce qui aide à entrer.")
    staff.open(ROOM)
    first, *others = refs(staff).values()
    code(staff, first, theme)
    assert "Nous avons lu 1 des 4 contributions" in staff.client.get(dossier).text.replace("\u00a0", " ")
    for ref in others:
        code(staff, ref, theme)
    codings.code(house.doors.database, 1, first, 77, {theme}, 9)
    page = staff.client.get(dossier).text
    assert "Dont 1 par deux personnes au moins, chacune sans voir" in page.replace("\u00a0", " ")
    assert re.search(r"Accueil<br><span class=\"note\">Ce qui aide à entrer\.</span></th><td>–</td>", page)
    assert "moins de 5 personnes" in page
    assert WORDS[0] not in page, "without consent to be quoted, a theme quotes nobody"


def test_the_last_codes_are_taken_back_one_by_one_whatever_page_was_opened_since(fresh_house: House) -> None:
    held(fresh_house)
    staff = fresh_house.staff()
    welcome, way = make(staff, "Accueil"), make(staff, "Transports")
    staff.open(ROOM)
    first, second, *_ = (refs(staff)[words] for words in WORDS)
    code(staff, first, welcome)
    code(staff, first, welcome, way)
    code(staff, second, none="1")
    again = fresh_house.staff()
    again.open(THEMES)
    for undone, left in (
        (second, {first: frozenset({welcome, way})}),
        (first, {first: frozenset({welcome})}),
        (first, {}),
    ):
        again.open(ROOM)
        again.send(f"{ROOM}/undo")
        assert f"unit={undone}" in again.page.request.full_path, "what was taken back is in sight"
        assert mine(fresh_house) == left
    again.send(f"{ROOM}/undo")
    assert "Rien à annuler" in again.words
    code(again, first, way)
    form = next(form for form in again.forms() if form.action == f"{ROOM}/undo")
    told = again.client.post(form.action, data=form.fields, headers={"Accept": "application/json"}).get_json()
    assert (told["ref"], told["themes"], told["coded"]) == (first, [], False)
    assert mine(fresh_house) == {}


def test_words_are_weighed_once_and_again_once_something_is_withdrawn(
    fresh_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = held(fresh_house)
    staff = fresh_house.staff()
    theme = make(staff, "Accueil")
    weighed: list[int] = []

    def count(units: Sequence[Unit], known: Sequence[Known]) -> Vectors:
        weighed.append(len(units))
        return weighed_in(units, known)

    monkeypatch.setattr("facilitation.web.analysis.gathering.weighed_in", count)
    staff.open(ROOM)
    code(staff, next(iter(refs(staff).values())), theme)
    staff.open(ROOM)
    staff.open(ROOM)
    assert len(weighed) == 1, "a code changes no word"
    card = next(card for card in planned.state.cards.values() if card.text and not card.withdrawn)
    planned.say(WithdrawCard(card.id), by=By("participant", card.author or ""))
    staff.open(ROOM)
    assert weighed[1:] == [weighed[0] - 1]
    staff.open(f"{THEMES}/{theme}")
    staff.send(name="Accueil", definition="Ce qui aide à entrer.")
    staff.open(ROOM)
    assert len(weighed) == 3, "other words of a theme are weighed"
