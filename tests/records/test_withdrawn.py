"""Words that were taken back, found in what others wrote: whatever stands between them, and never by chance."""

import unicodedata
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.copied import LETTERS, MARK, RUN, sought, without
from facilitation.domain.look_alikes import LOOK_ALIKES
from facilitation.domain.nearly import Near, near_in, nearly
from facilitation.domain.plain_letters import as_seen, plain, readings

SAID = "Un figuier planté dans la cour nous ferait respirer"


@pytest.mark.parametrize(
    ("written", "left"),
    [
        (f"« {SAID} », dit-on.", f"« {MARK} », dit-on."),
        ("UN FIGUIER, *plante* dans la Cour nous ferait…\nrespirer !", f"{MARK} !"),
        ("un figuier planté dans la cour nous", MARK),
        ("Ils veulent un figuier planté dans la cour, au soleil.", f"Ils veulent {MARK}, au soleil."),
        ("Un figuier nous ferait du bien dans la cour.", "Un figuier nous ferait du bien dans la cour."),
        ("", ""),
    ],
)
def test_a_run_of_words_is_found_and_no_more_is_taken(written: str, left: str) -> None:
    assert without(written, sought([SAID])) == left


@pytest.mark.parametrize(
    ("said", "written", "left"),
    [
        (
            "Un café à l'entrée, et s'il y a du thé",
            "On a dit un café à l’entrée et s’il y a du thé.",
            f"On a dit {MARK}.",
        ),
        ("Moins de réunions", "Il faut moins de réunions ici.", f"Il faut {MARK} ici."),
        ("Écouter", "Écouter est un métier.", "Écouter est un métier."),
        ("Écouter", "Quelqu'un a dit « écouter ».", f"Quelqu'un a dit « {MARK} »."),
        ("Écouter", 'Une réponse : "Écouter."', f'Une réponse : "{MARK}."'),
        ("", "Rien.", "Rien."),
        ("…", "Rien…", "Rien…"),
    ],
)
def test_a_short_contribution_is_found_whole_or_between_quotation_marks(said: str, written: str, left: str) -> None:
    assert without(written, sought([said])) == left


def test_accents_written_as_two_signs_hide_nothing() -> None:
    said = "Des élèves répètent près du théâtre à côté"
    apart = unicodedata.normalize("NFD", said)
    assert without(f"« {apart} », dit-on.", sought([said])) == f"« {MARK} », dit-on."
    assert without(f"« {said} », dit-on.", sought([apart])) == f"« {MARK} », dit-on."
    assert near_in(f"Il faut que {apart[4:]}.", Near((said,)))


def test_the_question_that_was_asked_is_nobody_s_words() -> None:
    asked = "Comment mieux accueillir les personnes qui arrivent dans la structure ?"
    said = "Pour mieux accueillir les personnes qui arrivent, un café."
    assert without(asked, sought([said], ours=(asked,))) == asked
    assert without(asked, sought([said])) != asked


WORDS = st.lists(
    st.sampled_from(["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel"]),
    min_size=RUN,
    max_size=12,
)


@given(WORDS, WORDS, WORDS)
def test_no_long_run_is_left(before: list[str], said: list[str], after: list[str]) -> None:
    left = without(" ".join([*before, *said, *after]), sought([" ".join(said)]))
    runs = [said[at : at + RUN] for at in range(len(said) - RUN + 1)]
    assert not any(" ".join(run) in left for run in runs if sum(map(len, run)) >= LETTERS)


def test_a_run_that_somebody_else_wrote_too_is_theirs() -> None:
    other = "Pour moi, un figuier planté dans la cour suffit."
    assert without("un figuier planté dans la cour", sought([SAID], ours=(other,))) == "un figuier planté dans la cour"
    assert without(f"« {SAID} »", sought([SAID], ours=(other,))) == f"« {MARK} »"


def test_much_that_is_sought_is_sought_in_one_walk() -> None:
    said = [f"parole numéro {n} dite ce jour là par une personne" for n in range(400)]
    assert without(f"On a dit : {said[7]}, puis {said[399]}.", sought(said)) == f"On a dit : {MARK}, puis {MARK}."


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("Rien ici. Dans la cour, on respirerait mieux sous un figuier que l'on planterait.", ()),
        (
            "Rien ici. Un figuier, planté au milieu de la cour, nous ferait respirer. Ni là.",
            (" Un figuier, planté au milieu de la cour, nous ferait respirer.",),
        ),
        ("Il faut un figuier planté en cour.", ("Il faut un figuier planté en cour.",)),
        (
            "Respirer dans une cour plantée : planté là, le figuier.",
            ("Respirer dans une cour plantée : planté là, le figuier.",),
        ),
        ("Il y a un figuier dans la cour.", ()),
        ("", ()),
    ],
)
def test_sentences_that_say_nearly_the_same_are_shown_and_not_judged(written: str, near: tuple[str, ...]) -> None:
    assert tuple(written[start:end] for start, end in near_in(written, Near((SAID,)))) == near


@pytest.mark.parametrize("sign", [" ", "\u00a0", ".", "\n", "a ", "« "])
def test_a_long_row_of_one_sign_is_read_once(sign: str) -> None:
    """As long as a text may be, and longer: what looks at each sign once for each other one never ends here."""
    assert near_in(sign * 200_000, Near((SAID,))) == ()
    assert without(sign * 200_000, sought([SAID])) == sign * 200_000


def test_what_was_asked_is_near_to_every_answer_and_says_nothing() -> None:
    asked = "Comment planter un figuier dans la cour ?"
    assert near_in("Nous avions demandé comment planter un figuier dans la cour.", Near((SAID,), (asked,))) == ()
    assert nearly("Figuier planté en cour", SAID)


UNSEEN = (
    "\u00ad",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\u200f",
    "\u0301",
    "\u20dd",
    "\ufe0f",
    "\u034f",
    "\u3164",
)
SPACES = (" ", "\u00a0", "\u202f", "\u2009", "\u3000", "\n", "\u200b \u200b", " — ")
FORMS = (str, str.upper, str.title, partial(unicodedata.normalize, "NFD"), lambda word: word.translate(WIDE))
WIDE = {sign: sign + 0xFEE0 for sign in range(0x61, 0x7B)}


@given(st.data())
def test_nothing_that_nobody_sees_hides_a_copy(data: st.DataObject) -> None:
    disguised = ""
    for word in SAID.replace("figuier", data.draw(st.sampled_from(["figuier", "ﬁguier"]))).split():
        word = data.draw(st.sampled_from(FORMS))(word)
        signs = [sign + data.draw(st.sampled_from(("", *UNSEEN))) for sign in word]
        disguised += (data.draw(st.sampled_from(SPACES)) if disguised else "") + "".join(signs)
    assert without(f"« {disguised} »", sought([SAID])) == f"« {MARK} »"
    assert without(f"« {SAID} »", sought([disguised])) == f"« {MARK} »"


TWINS = {
    latin: [chr(sign) for sign, look in LOOK_ALIKES.items() if look == latin]
    for latin in sorted(set(LOOK_ALIKES.values()))
}
SEEN = ("", "", "", ".", "-", "_", "*", "**", " ", "·", "|", "’", "~~")


@given(st.data())
def test_no_letter_that_looks_alike_and_no_sign_between_letters_hides_a_copy(data: st.DataObject) -> None:
    disguised = ""
    for word in SAID.split():
        disguised += " " if disguised else ""
        for place, sign in enumerate(data.draw(st.sampled_from((str, str.upper)))(word)):
            between = data.draw(st.sampled_from(SEEN)) if place else ""
            disguised += between + data.draw(st.sampled_from([sign, *TWINS.get(sign, ())]))
    assert without(f"On a dit « {disguised} », voilà.", sought([SAID])) == f"On a dit « {MARK} », voilà."
    assert without(f"« {SAID} »", sought([disguised])) == f"« {MARK} »"


@pytest.mark.parametrize(
    ("said", "written", "left"),
    [
        ("Un figuier dans la cour", "Il faut un fig**uier** dans l a cour.", f"Il faut {MARK}."),
        ("Un figuier dans la cour", "Unfiguierdanslacour !", f"{MARK} !"),
        ("Un figuier dans la cour", "Chacun figuier dans la cour.", "Chacun figuier dans la cour."),
        ("Un figuier dans la cour", "Un figuier dans la courette.", "Un figuier dans la courette."),
        ("On y va", "Il l'aimait, Sonyva.", "Il l'aimait, Sonyva."),
        ("On n’est là", "Bon, est-la ? On-est là.", "Bon, est-la ? On-est là."),
        ("Écouter longuement", "Quelqu'un a dit « éc*outer* longuement ».", f"Quelqu'un a dit « {MARK} »."),
        ("Écouter longuement", "Il faut éc*outer* longuement.", "Il faut éc*outer* longuement."),
        ("Дом в лесу у реки", "« ДОМ в лесу у реки »", f"« {MARK} »"),
        ("Ένα σπίτι στο δάσος", "« ΕΝΑ ΣΠΙΤΙ ΣΤΟ ΔΑΣΟΣ »", f"« {MARK} »"),
    ],
)
def test_words_that_are_cut_elsewhere_are_found_where_they_are_long_enough(said: str, written: str, left: str) -> None:
    assert without(written, sought([said])) == left


def test_sentences_that_say_nearly_the_same_are_found_behind_other_alphabets() -> None:
    assert near_in("Il faut un fіguіer plаnté en cоur.", Near((SAID,))) != ()


@given(st.text(max_size=60))
def test_what_is_compared_stays_where_it_stood(text: str) -> None:
    letters, places = readings(text)[-1]
    assert letters == as_seen(text)
    assert as_seen(letters) == letters
    assert places == sorted(places)
    for letter, place in zip(letters, places, strict=True):
        assert letter in plain(text[place]) or LOOK_ALIKES[ord(unicodedata.normalize("NFKD", text[place])[0])]
