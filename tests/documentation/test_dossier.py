"""The dossier of an experiment: the gate, what is quoted, what is printed once, and what is printed nowhere."""

import re
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from markupsafe import Markup

from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.claims import claims_in
from facilitation.documentation.dossier.counting import attended
from facilitation.documentation.dossier.gate import LEVELS, completeness, fields_of, reached
from facilitation.documentation.dossier.kinds import KINDS, Kind
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.part import part_html
from facilitation.documentation.dossier.prose import cited_in, prose
from facilitation.documentation.dossier.quoting import known, quoted
from facilitation.documentation.dossier.shapes import Change, Evidence, Hypothesis, Level, Written
from facilitation.documentation.dossier.twin import twin
from facilitation.domain.format import Text
from facilitation.domain.session import Consents, Session
from facilitation.projections.outcome import outcome
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION
from facilitation.projections.outcome.shapes import Contribution
from tests.documentation.dossier_sample import bare, dossier, sessions
from tests.documentation.sample import STARTED
from tests.documentation.test_pages import unique


def _said(words: str) -> Markup:
    return prose(words, lambda said: said, lambda ref: Markup("<cite>{}</cite>").format(ref))


EMPTIED = {
    "question": "",
    "hypotheses": (),
    "change": Change(),
    "site": None,
    "protocol": None,
    "texts": (),
    "sessions": (),
    "learnings": (),
    "commitments": (),
    "revisit_on": None,
}


def test_nothing_is_missing_of_a_whole_dossier_and_everything_of_a_bare_one() -> None:
    assert completeness(dossier(), "research").missing == ()
    assert reached(dossier()) == "research"
    assert reached(bare()) is None
    whole = completeness(bare(), "research")
    assert [field.name.fr for field in fields_of(bare()) if field.name not in {one.name for one in whole.missing}] == [
        "Titre"
    ]


@pytest.mark.parametrize("name", EMPTIED)
def test_each_thing_that_is_taken_away_is_missed_by_name(name: str) -> None:
    # The list of texts to write comes with the dossier: what is emptied is their words.
    emptied = tuple(replace(text, body="  ") for text in dossier().texts) if name == "texts" else EMPTIED[name]
    missing = completeness(replace(dossier(), **{name: emptied}), "research").missing
    assert missing
    assert all(one.form and one.name.fr and one.name.en for one in missing)


def test_every_field_of_the_gate_can_be_missing() -> None:
    whole = dossier()
    nothing = replace(bare(), identity=replace(bare().identity, title=""), texts=_emptied(whole))
    assert len(completeness(nothing, "research").missing) == len(fields_of(whole))


def _emptied(whole: Dossier) -> tuple[Written, ...]:
    return tuple(replace(text, body="") for text in whole.texts)


def test_levels_hold_what_those_below_hold() -> None:
    wanted = [completeness(bare(), level).wanted for level in LEVELS]
    assert wanted == sorted(wanted)
    assert len(set(wanted)) == 3


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_what_is_missing_stands_on_the_pages_until_it_is_there(locale: str) -> None:
    said = {"fr": "Document incomplet", "en": "Incomplete document"}[locale]
    assert said in dossier_html(bare(), locale, STARTED)
    assert said not in dossier_html(dossier(), locale, STARTED)


@pytest.mark.parametrize("quotable", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_every_pointer_has_its_target_in_every_document(kind: Kind, quotable: bool) -> None:
    whole = dossier()
    cited = next(iter(quoted(whole)))
    told = whole.sessions if quotable else tuple(_unquotable(one, cited) for one in whole.sessions)
    html = dossier_html(replace(whole, sessions=told), "fr", STARTED, kind)
    targets = re.findall(r'id="([^"]+)"', html)
    assert len(targets) == len(set(targets))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(targets)


def test_every_contribution_of_every_session_is_printed_exactly_once() -> None:
    made = [unique(told, f"s{place}") for place, told in enumerate(dossier().sessions)]
    html = dossier_html(replace(dossier(), sessions=tuple(told for told, _ in made)), "fr", STARTED)
    printed = [word for _, words in made for word in words]
    assert len(printed) > 40
    assert {word: html.count(word) for word in printed} == dict.fromkeys(printed, 1)


@pytest.mark.parametrize("kind", ["plain", "slides"])
def test_short_documents_say_what_they_lack(kind: Kind) -> None:
    assert "Document incomplet" in dossier_html(bare(), "fr", STARTED, kind)
    assert "Document incomplet" not in dossier_html(dossier(), "fr", STARTED, kind)


def test_the_page_in_plain_language_holds_that_text_and_nothing_of_the_sessions() -> None:
    html = dossier_html(dossier(), "fr", STARTED, "plain")
    assert "Chacun a pu écrire." in html
    assert "n’a pas été relu" in html
    assert not any(f"{told.identity.title}<" in html for told in dossier().sessions)


def test_the_twin_fetches_nothing() -> None:
    html = twin(dossier_html(dossier(), "fr", STARTED))
    assert "data:font/woff2;base64," in html
    assert "app:" not in html
    assert not re.search(r'(?:src|href)="(?!#|https://)', html)


def test_a_learning_without_evidence_is_an_intuition() -> None:
    html = dossier_html(dossier(), "fr", STARTED)
    first, second = html.split('id="learning-2"')
    assert "intuition" not in first.split('id="learning-1"')[1]
    assert "intuition" in second


@pytest.mark.parametrize("kind", ["record", "capitalisation", "research"])
def test_learnings_are_not_asked_for_a_second_time(kind: Kind) -> None:
    asked = Written("essential-learnings", "D1", Text("Trois apprentissages", "Three learnings"), "")
    whole = dossier()
    whole = replace(whole, texts=(*whole.texts, asked))
    page = dossier_html(whole, "fr", STARTED, kind)
    first = page[: page.index('id="d6"' if kind != "capitalisation" else 'id="d2"')]
    assert all(one.learned.replace("'", "&#39;") in first.replace("’", "&#39;") for one in whole.learnings)
    named = {each.name.fr for each in completeness(whole, "record").missing}
    assert "Trois apprentissages" not in named
    own = replace(whole, texts=(*whole.texts[:-1], replace(asked, body="Écrit à la main.")))
    assert (
        "(intuition)" not in dossier_html(own, "fr", STARTED, "record").partition('id="d6"')[0].partition('id="d1"')[2]
    )
    none = {each.name.fr for each in completeness(replace(whole, learnings=()), "record").missing}
    assert "Trois apprentissages" in none


def test_learnings_have_an_index_that_says_which_are_intuitions() -> None:
    page = dossier_html(dossier(), "fr", STARTED)
    index = page[page.index("Index des apprentissages") : page.index('id="d1"')]
    assert re.findall(r'href="#(learning-\d)">(.*?)</a>', index) == [
        ("learning-1", "1. L’accueil compte plus que le lieu."),
        ("learning-2", "2. Sans parole, le pot baisse. (intuition)"),
    ]
    assert "Index des apprentissages" not in dossier_html(replace(dossier(), learnings=()), "fr", STARTED)


def test_only_words_whose_authors_agreed_are_quoted_apart() -> None:
    whole = dossier()
    ref, cited = next(iter(quoted(whole).items()))
    assert isinstance(cited.said, Contribution)
    told = tuple(_unquotable(one, ref) for one in whole.sessions)
    silent = replace(whole, sessions=told)
    assert quoted(silent) == {}
    assert known(silent)[ref].said.ref == ref
    assert 'id="verbatims"' not in dossier_html(silent, "fr", STARTED)


def _unquotable(told: object, ref: str) -> object:
    if isinstance(told, Contribution):
        return replace(told, quotable=told.quotable and told.ref != ref)
    if isinstance(told, tuple):
        return tuple(_unquotable(each, ref) for each in told)
    if hasattr(told, "__dataclass_fields__"):
        return replace(told, **{name: _unquotable(getattr(told, name), ref) for name in told.__dataclass_fields__})  # type: ignore[type-var]  # it has fields
    return told


def test_a_reference_that_leads_nowhere_says_so_and_tells_nothing() -> None:
    whole = dossier()
    gone = replace(whole.learnings[0], evidence=(Evidence(0, "0" * 12),))
    html = dossier_html(replace(whole, learnings=(gone,)), "fr", STARTED)
    assert "contribution retirée ou non diffusée" in html
    assert "0" * 12 not in html


def test_what_is_kept_inside_is_not_told_outside() -> None:
    author = next(iter(sessions()[0].people))
    silent = [_keeping_for_the_room(session, author) for session in sessions()]
    inside, outside = (tuple(outcome(session, each) for session in silent) for each in (RESTITUTION, DIFFUSION))
    kept = known(replace(dossier(), sessions=inside)).keys() - known(replace(dossier(), sessions=outside)).keys()
    assert kept
    named = tuple(_named(each) for each in inside)
    words = [f"mot{ref}fin" for ref in kept]
    assert any(word in dossier_html(replace(dossier(), sessions=named), "en", STARTED) for word in words)
    html = dossier_html(replace(dossier(DIFFUSION), sessions=tuple(map(_named, outside))), "en", STARTED)
    assert "readers outside" in html
    assert not any(word in html for word in words)


@pytest.mark.parametrize("kind", KINDS)
def test_a_small_head_count_is_not_told_outside_nor_to_be_worked_out(kind: Kind) -> None:
    small = dossier(DIFFUSION)
    sixth = small.sessions[2].attendance
    assert (sixth.people, sixth.threshold) == (6, 10)
    said = re.sub(r"<style>.*?</style>|<[^>]+>", " ", dossier_html(small, "fr", STARTED, kind), flags=re.S)
    everybody = sum(told.attendance.people for told in small.sessions)
    assert f"{everybody} présences" not in " ".join(said.split())
    assert not re.search(r"\b6\s+(personnes|6\s+6\b)|\bsur\s+6\s+(?!contributions)", " ".join(said.split()))


@pytest.mark.parametrize("larger", [(), (12,), (10, 23), (31, 44, 10)])
def test_no_total_tells_one_small_head_count_from_another(larger: tuple[int, ...]) -> None:
    def total(*heads: int) -> Text:
        known = dossier(DIFFUSION).sessions[0]
        told = [replace(known, attendance=replace(known.attendance, people=count)) for count in heads]
        return attended(told)

    assert len({total(*larger, one).fr for one in range(1, 10)}) == 1
    assert len({total(one, *larger, two).en for one, two in product(range(1, 10), repeat=2)}) == 1
    assert total(*larger).fr == str(sum(larger))


def _keeping_for_the_room(session: Session, author: str) -> Session:
    people = session.people
    if author not in people:
        return session
    return replace(session, people={**people, author: replace(people[author], consents=Consents(report=True))})


def _named(value: Any) -> Any:
    """The same, in which every contribution says its reference."""
    match value:
        case Contribution(ref=ref):
            return replace(value, text=f"mot{ref}fin")
        case tuple():
            return tuple(map(_named, value))
        case _ if hasattr(value, "__dataclass_fields__"):
            return replace(value, **{name: _named(getattr(value, name)) for name in value.__dataclass_fields__})
    return value


def test_the_small_language_of_texts() -> None:
    assert _said("un *peu* **fort**") == "<p>un <em>peu</em> <strong>fort</strong></p>\n"
    assert "<li>un</li>" in _said("- un\n- deux")
    assert "<blockquote>" in _said("> dit")
    assert _said("voir {0123456789ab}.") == "<p>voir <cite>0123456789ab</cite>.</p>\n"
    assert cited_in("{0123456789ab} et {0123456789ab}, {abc}") == ("0123456789ab",)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src="http://exemple.test/x.png">',
        "![image](http://exemple.test/x.png)",
        "[ici](javascript:alert(1))",
        "[ici](file:///etc/passwd)",
        "[ici](http://exemple.test)",
        "<style>@page{size:1mm}</style>",
        "{{ 7 * 7 }} {% raw %}",
        "```\n<b>x</b>\n```",
        "[x]: http://exemple.test\n[x]",
        "&lt;script&gt; &#60;b&#62;",
    ],
)
def test_hostile_texts_are_text(hostile: str) -> None:
    made = _said(hostile)
    assert set(re.findall(r"<([a-z]+)", made)) <= {"p", "br", "a"}
    assert "src=" not in re.sub(r"&[a-z#0-9]+;", "", made.replace("src=&#34;", ""))
    assert not re.search(r'href="(?!https://)', made)


def test_a_claim_of_effect_is_remarked_where_it_stands() -> None:
    texts = (
        Written("success", "D9", Text.same("Facteurs"), "Le jeu a permis de parler. Rien d'autre.\n> grâce à lui"),
        Written("limits", "D13", Text.same("Limites"), "Nous ne prouvons rien, et c'est déclaré."),
    )
    found = claims_in(replace(dossier(), texts=texts, learnings=()))
    assert [(claim.key, claim.word) for claim in found] == [("success", "a permis"), ("limits", "prouvons")]
    assert found[0].sentence == "Le jeu a permis de parler."


CLAIMING = """Grâce aux ateliers on parle|grâce au jeu|Cela a également permis de parler|cela n'a pas permis de parler
le jeu leur permet de parler|ils permettent|les séances ont entraîné|la séance a favorisé|cela a amélioré
le jeu a eu un effet|this improved trust|it resulted in calm|the game has reduced fear
les tensions que cela a causées"""
HARMLESS = """Nous avons observé que trois personnes parlaient|un permis de conduire|déclaré, observé ou mesuré
le jeu a un effet que nous ne savons pas mesurer|ils ont réuni|we saw it once|a lieu le permis"""


def lines(corpus: str) -> list[str]:
    return [line for row in corpus.splitlines() for line in row.split("|")]


@pytest.mark.parametrize("words", lines(CLAIMING))
def test_ordinary_ways_of_claiming_an_effect_are_remarked(words: str) -> None:
    (verdict,) = claims_in(replace(dossier(), texts=(), learnings=(), hypotheses=(concluded(words),)))
    assert verdict.key == "hypothesis:1"


@pytest.mark.parametrize("words", lines(HARMLESS))
def test_what_claims_nothing_is_left_alone(words: str) -> None:
    assert claims_in(replace(dossier(), texts=(), learnings=(), hypotheses=(concluded(words),))) == ()


def concluded(words: str) -> Hypothesis:
    return Hypothesis("un accueil", "on parle", "le temps", (), 0, verdict_words=words)


def test_the_same_numbers_at_every_level_and_in_both_languages() -> None:
    people = sum(told.attendance.people for told in dossier().sessions)
    contributions = sum(told.contributions for told in dossier().sessions)
    said: tuple[tuple[str, Level], ...] = (("fr", "record"), ("en", "capitalisation"), ("fr", "research"))
    for locale, level in said:
        values = re.findall(r'<p class="value">([^<]*)</p>', dossier_html(dossier(), locale, STARTED, level))
        assert values == ["3", str(people), str(contributions), "2"]


def test_one_part_is_drawn_as_it_stands_in_the_whole() -> None:
    whole = dossier()
    html = dossier_html(whole, "fr", STARTED)
    for part in ("D1", "D2", "D8", "D9", "D12", "D14"):
        page = part_html(whole, "fr", STARTED, part, "/fonts")
        heading = re.search(r"<h2>.*?</h2>", page)
        assert heading
        assert heading[0] in html, "under its own number"
        assert page.count("<section") == page.count("</section>") > 0
        assert len(page) < len(html) / 2
    assert "<h1>" in part_html(whole, "fr", STARTED, "D0", "/fonts")
    bare_of_plain = replace(whole, texts=tuple(one for one in whole.texts if one.part != "D1bis"))
    assert part_html(bare_of_plain, "fr", STARTED, "D1bis", "/fonts") == ""
