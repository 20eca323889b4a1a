"""Words that were taken back, found in what others wrote: whatever stands between them, and never by chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.records.withdrawn.matching import LETTERS, MARK, RUN, without

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
    assert without(written, [SAID]) == left


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
    assert without(written, [said]) == left


def test_the_question_that_was_asked_is_nobody_s_words() -> None:
    asked = "Comment mieux accueillir les personnes qui arrivent dans la structure ?"
    said = "Pour mieux accueillir les personnes qui arrivent, un café."
    assert without(asked, [said], ours=(asked,)) == asked
    assert without(asked, [said]) != asked


WORDS = st.lists(
    st.sampled_from(["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel"]),
    min_size=RUN,
    max_size=12,
)


@given(WORDS, WORDS, WORDS)
def test_no_long_run_is_left(before: list[str], said: list[str], after: list[str]) -> None:
    left = without(" ".join([*before, *said, *after]), [" ".join(said)])
    runs = [said[at : at + RUN] for at in range(len(said) - RUN + 1)]
    assert not any(" ".join(run) in left for run in runs if sum(map(len, run)) >= LETTERS)
