"""Comments about a passage: quoted, followed, and said to be about something that has changed since."""

from facilitation.web.remarks import quoting, remark_in, stands
from tests.web.conftest import House
from tests.web.test_observing import as_member

CHANGED = "ce passage a changé depuis"


def test_a_comment_keeps_its_passage_and_its_words_apart() -> None:
    kept = quoting(" La sortie\n\nse prépare. ", "Par qui ?\n> ceci est à moi")
    told = remark_in(kept)
    assert (told.passage, told.words) == ("La sortie\nse prépare.", "Par qui ?\n> ceci est à moi")
    assert remark_in(quoting(" \n", "Tout entier ?")).passage == ""
    assert stands(told.passage, ["Avant. La sortie se\nprépare. Après."])
    assert not stands(told.passage, ["La sortie se prépare trop tard."])


def test_the_council_comments_on_a_passage_and_sees_what_becomes_of_it(fresh_house: House) -> None:
    staff = fresh_house.staff()
    staff.open("/experiments/1/texts/problem")
    staff.send(body="La sortie se prépare **trop tard**. Chacun le dit.")
    council = as_member(fresh_house, "council")
    council.open("/experiments/1/writing?part=D2")
    council.send("/experiments/1/dossier/comments", passage="Chacun le dit.", words="Qui ?", beside="D2", part="D2")
    assert "Chacun le dit." in council.words
    assert CHANGED not in council.words
    staff.open("/experiments/1/texts/problem")
    staff.send(body="La sortie se prépare **trop tard**. Trois personnes le disent.")
    staff.open("/experiments/1/writing?part=D2")
    staff.send("/experiments/1/dossier/comments/1/answered")
    for page in ("/experiments/1/writing?part=D2", "/experiments/1/dossier"):
        council.open(page)
        assert CHANGED in council.words
        assert "Qui ?" in council.words
        assert "traité par" in council.words
