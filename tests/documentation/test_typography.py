"""Spaces, dates and lengths as readers of each language expect them; participants' words left alone."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from facilitation.documentation.record import record_html
from facilitation.documentation.typography import (
    NBSP,
    date_said,
    difference_said,
    figure,
    length_said,
    quoted,
    time_said,
    typeset,
)
from facilitation.documentation.wording import out_of, share, some, why_unprinted
from facilitation.projections.outcome import outcome
from facilitation.projections.outcome.shapes import Counted, Unprinted
from tests.documentation.sample import STARTED, one_two_four_all


@pytest.mark.parametrize(
    ("given", "french"),
    [
        ("Combien ?", f"Combien{NBSP}?"),
        ("Combien?", f"Combien{NBSP}?"),
        ("Prévu : 12 personnes ; réel : 9", f"Prévu{NBSP}: 12{NBSP}personnes{NBSP}; réel{NBSP}: 9"),
        ("« Bien »", f"«{NBSP}Bien{NBSP}»"),
        ("«Bien»", f"«{NBSP}Bien{NBSP}»"),
        ("l'atelier", "l’atelier"),
        ("voir 14:30, https://exemple.org/a?b", "voir 14:30, https://exemple.org/a?b"),
        ("n° 3", f"n°{NBSP}3"),
        ("Vraiment ?!", f"Vraiment{NBSP}?!"),
        ("rien à changer", "rien à changer"),
        ("20 % de 1 200 personnes", f"20{NBSP}% de 1{NBSP}200{NBSP}personnes"),
        ("le 12 345 678 en 2026 2027", f"le 12{NBSP}345{NBSP}678{NBSP}en 2026 2027"),
    ],
)
def test_french_spaces(given: str, french: str) -> None:
    assert typeset(given, "fr") == french
    assert typeset(typeset(given, "fr"), "fr") == french


def test_english_keeps_its_marks_close() -> None:
    assert typeset("How many? It's 3 people.", "en") == f"How many? It’s 3{NBSP}people."


def test_quotation_marks_leave_the_words_alone() -> None:
    assert quoted("c'est bien?", "fr") == f"«{NBSP}c'est bien?{NBSP}»"
    assert quoted("c'est bien?", "en") == "“c'est bien?”"


def test_a_participants_words_are_printed_as_they_were_written() -> None:
    words = "C'est quoi?Un test:non!«bof»"
    html = record_html(outcome(one_two_four_all(words=[words])), "fr", STARTED)
    assert f"«{NBSP}{words.replace(chr(39), '&#39;')}{NBSP}»" in html


def test_the_documents_own_words_are_typeset() -> None:
    html = record_html(replace(outcome(one_two_four_all(words=["rien"])), notes=()), "fr", STARTED)
    assert "L’essentiel" in html
    assert f"Compte rendu de séance{NBSP}: " in html
    assert not re.search(r"[\w»)] [?!;:»]", html.split("<body>")[1])


def test_dates_and_times() -> None:
    assert date_said(STARTED, "fr") == f"22{NBSP}novembre 2025"
    assert date_said(1_772_323_200_000, "fr") == f"1er{NBSP}mars 2026"
    assert date_said(STARTED, "en") == f"22{NBSP}November 2025"
    assert time_said(STARTED, "fr") == f"15{NBSP}h{NBSP}00"
    assert time_said(STARTED, "en") == "15:00"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 s"), (45, "45 s"), (60, "1 min"), (125, "2 min 05 s"), (3600, "1 h"), (3900, "1 h 05 min"), (7170, "2 h")],
)
def test_lengths(seconds: int, said: str) -> None:
    assert length_said(seconds).replace(NBSP, " ") == said


def test_differences_have_a_sign() -> None:
    assert difference_said(0) == "="
    assert difference_said(30) == f"+30{NBSP}s"
    assert difference_said(-60) == f"\u22121{NBSP}min"


def test_missing_is_a_dash_and_zero_is_zero() -> None:
    assert figure(None, "fr") == "–"
    assert figure(Fraction(0), "fr") == "0"
    assert figure(Fraction(100, 3), "fr") == "33,33"
    assert figure(Fraction(-1, 200), "en") == "\u22120.01"


def test_no_percentage_below_twenty() -> None:
    assert "%" not in share(7, 12).fr + share(19, 19).fr
    assert "35" in share(7, 20).fr
    assert share(7, 12).en.replace(NBSP, " ") == "7 of 12"


def test_coarse_counts_are_said_as_such() -> None:
    assert out_of(Counted(at_least=8), 12).fr.replace(NBSP, " ") == "au moins 8 sur 12"
    assert out_of(Counted(fewer_than=5), 12).en.replace(NBSP, " ") == "fewer than 5 of 12"


def test_singular_and_plural() -> None:
    assert some(0, ("carte", "card"), ("cartes", "cards")).fr == f"0{NBSP}carte"
    assert some(0, ("carte", "card"), ("cartes", "cards")).en == f"0{NBSP}cards"
    assert "n’est pas reproduite, vue de son seul auteur" in why_unprinted(Unprinted(personal=1))[0].fr
    assert "ne sont pas reproduites, faute d’accord" in why_unprinted(Unprinted(no_consent=2))[0].fr
