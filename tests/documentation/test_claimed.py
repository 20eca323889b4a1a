"""What documents claim of a hypothesis, a protocol and a verdict: what was so, in all of them and in both languages."""

import re
from dataclasses import replace

import pytest

from facilitation.documentation.analysis.themes import Coding, Counted, theme_table
from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.altered import Altered
from facilitation.documentation.dossier.kinds import Kind
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.shapes import Amendment
from facilitation.documentation.dossier.tables import tables_of
from facilitation.documentation.dossier.wordings import Wording
from facilitation.documentation.site import site_files
from facilitation.domain.format import Text
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION, Rendering
from tests.documentation.dossier_sample import DAY, dossier
from tests.documentation.sample import STARTED

WITH_HYPOTHESES: tuple[Kind, ...] = ("capitalisation", "research", "slides")
AFTERWARDS = Wording("on écrit", "on ose un peu", "", ("deux personnes",), STARTED + DAY, "la salle a ri")


@pytest.fixture(params=["fr", "en"])
def locale(request: pytest.FixtureRequest) -> str:
    """Both languages."""
    asked: str = request.param
    return asked


def printed(whole: Dossier, kind: Kind, locale: str) -> str:
    """The words of a document, without marks and with plain spaces."""
    html = dossier_html(whole, locale, STARTED + 400 * DAY, kind)
    words = " ".join(re.sub(r"<[^>]+>", " ", html[html.index("<body") :]).split())
    return words.replace("’", "'")


def judged(rendering: Rendering = RESTITUTION, **changed: object) -> Dossier:
    """The sample, with its one hypothesis changed."""
    whole = dossier(rendering)
    return replace(whole, hypotheses=(replace(whole.hypotheses[0], **changed),))  # type: ignore[arg-type]


def on_site(whole: Dossier, locale: str) -> str:
    """The page of the experiment on the site."""
    learning = replace(whole.learnings[0], key=12, validated_at=STARTED)
    files = site_files({"fr": (replace(whole, learnings=(learning,)),), "en": (replace(whole, learnings=(learning,)),)})
    page = files[("en/" if locale == "en" else "") + "experiments/7.html"].decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page).split()).replace("’", "'")


def test_the_wording_that_was_tested_comes_first_and_what_it_became_after_it(locale: str) -> None:
    again = "Reworded on" if locale == "en" else "Reformulée le"
    told = [printed(judged(reworded=(AFTERWARDS,)), kind, locale) for kind in WITH_HYPOTHESES]
    told.append(on_site(judged(DIFFUSION, reworded=(AFTERWARDS,)), locale))
    for words in told:
        tested, since = words.index("chacun écrit d'abord seul"), words.index(again)
        assert tested < since < words.index("(la salle a ri)") < words.index("on ose un peu")
    assert all("au moins un tiers des idées" in words for words in told[:-1]), "the criteria of the launch"
    table = next(one for one in tables_of(judged(reworded=(AFTERWARDS,)), locale) if one.name == "hypotheses")
    row = dict(zip([column.name for column in table.columns], table.rows[0], strict=True))
    assert row["condition"] == "chacun écrit d'abord seul"
    assert "on ose un peu" in str(row["reworded"])
    assert "la salle a ri" in str(row["reworded"])


def test_a_hypothesis_that_came_after_the_first_session_is_marked_everywhere(locale: str) -> None:
    mark = "later than the first session" if locale == "en" else "postérieure à la première séance"
    told = [printed(judged(fixed_at=STARTED + DAY), kind, locale) for kind in WITH_HYPOTHESES]
    assert all(mark in words for words in [*told, on_site(judged(DIFFUSION, fixed_at=STARTED + DAY), locale)])
    assert not any(mark in printed(judged(), kind, locale) for kind in WITH_HYPOTHESES)


def test_a_verdict_that_rests_on_nothing_is_an_intuition_everywhere(locale: str) -> None:
    name = "intuition: no evidence supports it" if locale == "en" else "intuition : aucune trace ne l'appuie"
    rests = dossier().learnings[0].evidence
    for kind in WITH_HYPOTHESES:
        bare, shown = (printed(judged(evidence=found), kind, locale).replace("\u00a0", " ") for found in ((), rests))
        assert bare.count(name) == shown.count(name) + 1, kind
    assert name in on_site(judged(DIFFUSION), locale).replace("\u00a0", " ")
    assert name not in on_site(judged(DIFFUSION, evidence=rests), locale).replace("\u00a0", " ")


def test_a_site_supposes_nothing_where_nothing_is_concluded(locale: str) -> None:
    words = on_site(judged(DIFFUSION, verdict=None), locale)
    assert "chacun écrit" not in words
    assert "Qu'est-ce qui fait revenir" in words


def test_a_protocol_says_which_version_was_frozen_and_what_each_amendment_changed(locale: str) -> None:
    whole = dossier()
    assert whole.protocol is not None
    changes = (Altered(Text("Finalité", "Purpose"), "Compter.", "Comprendre."),)
    amended = replace(
        whole.protocol,
        version=1,
        amendments=(Amendment("version 2", "c'était trop étroit", STARTED + DAY, changes),),
    )
    for kind in ("capitalisation", "research"):
        words = printed(replace(whole, protocol=amended), kind, locale)
        frozen = (
            r"ersion 1, frozen on [^.]+\. Amended since, on"
            if locale == "en"
            else r"ersion 1, figée le [^.]+\. Modifiée depuis, le"
        )
        assert re.search(frozen, words)
        change = "before Compter, after Comprendre" if locale == "en" else "avant Compter, après Comprendre"
        assert "c'était trop étroit" in words[words.index(change) :]
        late = printed(replace(whole, protocol=replace(amended, amendments=(), late=True)), kind, locale)
        assert ("after the first session" if locale == "en" else "après la première séance") in late


def test_a_day_of_coming_back_is_announced_only_while_it_is_to_come(locale: str) -> None:
    """The sample is made 400 days after it began."""
    ahead = "We shall come back to it on" if locale == "en" else "Nous y reviendrons le"
    whole = dossier()
    day = STARTED + 180 * DAY
    kept = replace(whole.revisits[0], on=day)
    for kind in ("record", "capitalisation", "research"):
        assert ahead in printed(replace(whole, revisit_on=STARTED + 500 * DAY), kind, locale)
        missed, done = (printed(replace(whole, revisits=found), kind, locale) for found in ((), (kept,)))
        assert ahead not in missed + done
        assert ("nothing of it is written yet" if locale == "en" else "rien n'en est encore écrit") in missed
        assert ("and done" if locale == "en" else "faite") in done


def test_nobody_is_recognised_but_whoever_gives_their_code_again(locale: str) -> None:
    said = "except whoever gives their code again" if locale == "en" else "sauf qui redonne son code"
    assert all(said in printed(dossier(), kind, locale) for kind in ("capitalisation", "research"))


def coded(many: int, twice: int, rare: int = 0) -> Dossier:
    """Of sixty contributions of as many people `many` were read, `twice` of them by two people, who differ on one."""
    refs = [f"r{number:02}" for number in range(60)]
    read, apart = tuple(refs[:many]), tuple(refs[:twice])
    themes = (
        Counted("Accueil", "", read[: many // 2], (), apart[: twice // 2], apart[: twice // 2 + 1] if twice else ()),
        Counted("Rythme", "", read[many // 2 :], (), apart[twice // 2 :], apart[twice // 2 :]),
        *((Counted("Rare", "", read[:rare], (), apart[:rare], apart[:rare]),) if rare else ()),
    )
    coding = Coding(themes, many, 2 if twice else 1, (), read, apart, apart)
    people = {ref: frozenset({f"p{ref}"}) for ref in refs}
    return replace(dossier(), themes=theme_table(coding, dict.fromkeys(refs, 1), people, 5))


@pytest.mark.parametrize("kind", ["capitalisation", "research"])
def test_no_more_is_claimed_to_be_read_than_was_and_agreement_stands_beside_the_themes(kind: Kind, locale: str) -> None:
    english = locale == "en"
    alone = printed(coded(12, 0), kind, locale)
    assert ("We read 12 of the 60 contributions" if english else "Nous avons lu 12 des 60 contributions") in alone
    assert ("nobody else checked" if english else "personne d'autre n'a vérifié") in alone
    assert "Kappa" not in alone
    few = printed(coded(40, 6), kind, locale)
    assert ("Of these, 6 by at least two people" if english else "Dont 6 par deux personnes au moins") in few
    assert ("5 of 6" if english else "5 sur 6") in few
    assert ("Fewer than twenty: kappa is not given" if english else "Moins de vingt : kappa n'est pas donné") in few
    many = printed(coded(60, 24), kind, locale)
    assert ("23 of 24" if english else "23 sur 24") in many
    assert ("0.92" if english else "0,92") in many, "(23/24 - 1/2) / (1 - 1/2)"
    assert ("has a low kappa even where" if english else "a un kappa faible même quand") in many
    kept = coded(60, 24, rare=2).themes
    assert kept
    assert [row.agreement is None for row in kept.rows] == [row.count is None for row in kept.rows]
    assert any(row.count is None for row in kept.rows), "an agreement would give back what is kept back"


def test_a_version_of_before_says_what_is_known_of_its_reading() -> None:
    old = theme_table(Coding((Counted("Accueil", "", ("a", "b")),), 2, 2), {"a": 1, "b": 1, "c": 1}, {}, 5)
    assert old is not None
    words = printed(replace(dossier(), themes=old), "research", "fr")
    assert "Nous avons lu 2 des 3 contributions" in words
    assert "2 personnes ont lu." in words
    assert "sans voir" not in words
