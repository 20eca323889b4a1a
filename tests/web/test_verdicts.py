"""What the conclusion on a hypothesis rests on: ticked among results, contributions and observations, and printed."""

import re

from facilitation.domain.commands import By, WithdrawObservation
from facilitation.records import hypotheses, learnings
from facilitation.records.hypotheses import Wording
from facilitation.records.learnings import LearningFacts
from facilitation.records.referring import learning_ref
from tests.web.conftest import House
from tests.web.test_learnings import observed

DOSSIER = "/experiments/1/documents/dossier.html?document=research&language=fr"
INTUITION = "intuition : aucune trace ne l’appuie"


def verdict(page: str) -> str:
    """What the dossier prints of the first conclusion."""
    part = page.replace("\u00a0", " ")
    part = part[part.index('<div class="verdict">') :]
    return part[: part.index("</div>")]


def test_a_conclusion_names_what_it_rests_on_or_is_called_an_intuition(fresh_house: House) -> None:
    database, staff = fresh_house.doors.database, fresh_house.staff()
    hypotheses.add(database, 1, Wording("on écrit", "on ose"), 1, 10)
    planned = observed(fresh_house, "public-goods")
    number = hypotheses.of_experiment(database, 1)[0].id
    page = f"/experiments/1/hypotheses/{number}/verdict"
    staff.open(page)
    staff.send(word="supported", words="Trois l'ont dit.")
    assert "intuition : rien n’est coché qui le montre" in staff.words
    assert INTUITION in verdict(staff.client.get(DOSSIER).text)

    staff.open(page)
    offered = re.findall(r'name="evidence" value="([^"]+)"', staff.page.text)
    figure = next(ref for ref in offered if ref.startswith(f"figure {planned.id} "))
    (seen,) = (ref for ref in offered if re.fullmatch(r"[0-9a-f]{12}", ref))
    staff.client.post(
        page,
        data={
            "csrf_token": re.findall(r'name="csrf_token"[^>]*value="([^"]+)"', staff.page.text)[0],
            "base": re.findall(r'name="base" value="([^"]+)"', staff.page.text)[0],
            "word": "supported",
            "words": "Trois l'ont dit.",
            "evidence": [figure, seen, "f" * 12],
        },
    )
    kept = hypotheses.of_experiment(database, 1)[0].verdict
    assert kept
    assert kept.evidence == (figure, seen), "what is nowhere is not kept"
    staff.open(page)
    assert re.findall(r'value="([^"]+)" checked', staff.page.text)[-2:] == [figure, seen]
    told = verdict(staff.client.get(DOSSIER).text)
    assert INTUITION not in told
    assert re.search(r'href="#s1-r\d+">figure \d+', told)
    assert re.search(r'href="#s1-m1">moment 1</a> \(observé\)', told)
    table = staff.client.get("/experiments/1/documents/data.json?language=fr")
    assert not table.is_json or [figure, seen] == [
        each["ref"] for each in table.get_json()["dossier"]["hypotheses"][0]["evidence"]
    ]

    planned.say(WithdrawObservation("w1"), by=By("observer", "o1"))
    told = verdict(staff.client.get(DOSSIER).text)
    assert "contribution retirée ou non diffusée" in told
    assert "observé" not in told


def test_a_conclusion_rests_on_a_learning_as_long_as_there_is_one(fresh_house: House) -> None:
    database, staff = fresh_house.doors.database, fresh_house.staff()
    number = hypotheses.add(database, 1, Wording("on écrit", "on ose"), 1, 10)
    first, second = (learnings.add(database, 1, LearningFacts(words), 1, 5) for words in ("On entre.", "On reste."))
    observed(fresh_house, "public-goods")
    page = f"/experiments/1/hypotheses/{number}/verdict"
    staff.open(page)
    assert "apprentissage 2 · On reste." in staff.words
    staff.send(word="supported", words="Nous l'avons appris.", evidence=learning_ref(second))
    told = verdict(staff.client.get(DOSSIER).text)
    assert 'href="#learning-2">apprentissage 2 (intuition)</a></p>' in told
    assert "déclaré" not in told
    assert INTUITION not in told

    staff.open(f"/experiments/1/learnings/{first}")
    staff.send(f"/experiments/1/learnings/{first}/delete")
    assert 'href="#learning-1">apprentissage 1 (intuition)' in verdict(staff.client.get(DOSSIER).text), "its number now"
    staff.open(f"/experiments/1/learnings/{second}")
    staff.send(f"/experiments/1/learnings/{second}/delete")
    assert INTUITION in verdict(staff.client.get(DOSSIER).text)
    assert learnings.of_experiment(database, 1) == ()
