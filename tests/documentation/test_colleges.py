"""Colleges: all of a session are told, or none; no small one can be worked out from the head-count."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.documentation.dossier.colleges import College, InTheRoom, told_of
from facilitation.documentation.dossier.data import dossier_csv, dossier_json
from facilitation.documentation.dossier.page import dossier_html
from facilitation.projections.outcome.rendering import DIFFUSION, RESTITUTION, Rendering
from tests.documentation.dossier_sample import dossier
from tests.documentation.sample import STARTED

HELD = dossier().sessions[0]
"""Twelve people were there."""

counts = st.lists(st.integers(1, 14), min_size=1, max_size=5)


def of(*people: int) -> tuple[InTheRoom, ...]:
    """Colleges of so many, in the first session."""
    return (InTheRoom(HELD.identity.session, tuple(College(f"C{at}", many) for at, many in enumerate(people))),)


@pytest.mark.parametrize(
    ("people", "inside", "outside"),
    [
        ((12,), True, True),
        ((6, 6), True, False),
        ((7, 5), True, False),
        ((8, 4), False, False),
        ((8,), False, False),
        ((7,), True, False),
        ((15, 10), True, True),
    ],
)
def test_all_of_a_session_or_none(people: tuple[int, ...], inside: bool, outside: bool) -> None:
    assert bool(told_of(of(*people), [HELD], RESTITUTION)[0].colleges) is inside
    assert bool(told_of(of(*people), [HELD], DIFFUSION)[0].colleges) is outside


@given(counts, st.sampled_from([RESTITUTION, DIFFUSION]))
def test_no_small_number_is_told_or_left_over(people: list[int], rendering: Rendering) -> None:
    told = told_of(of(*people), [HELD], rendering)[0].colleges
    shown = [each.people for each in told]
    left = HELD.attendance.people - sum(shown)
    assert not told or (min(shown) >= rendering.threshold and not 0 < left < rendering.threshold)


def test_outside_a_small_session_tells_no_college() -> None:
    few = replace(HELD, attendance=replace(HELD.attendance, people=9))
    assert told_of(of(12), [few], DIFFUSION) == (InTheRoom(HELD.identity.session),)


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_documents_and_data_tell_the_same(locale: str) -> None:
    whole = replace(dossier(), colleges=told_of(of(7, 5), [HELD], RESTITUTION))
    html = dossier_html(whole, locale, STARTED)
    cover, _, inner = html.partition('id="d4"')
    assert "C0 (7), C1 (5)" in cover
    assert '<th scope="row">C0</th>' in inner
    assert "C0" in dossier_csv(whole, locale, "colleges").decode()
    assert json.loads(dossier_json(whole, locale, STARTED))["dossier"]["colleges"][0]["colleges"][0]["people"] == 7
    kept_back = replace(dossier(), colleges=told_of(of(8, 4), [HELD], RESTITUTION))
    html = dossier_html(kept_back, locale, STARTED)
    assert {"fr": "collèges non détaillés", "en": "colleges not detailed"}[locale] in html
    assert "C1" not in html
    assert "C1" not in dossier_csv(kept_back, locale, "colleges").decode()
    assert "C1" not in dossier_json(kept_back, locale, STARTED).decode()
    for kind in ("record", "capitalisation", "plain", "slides"):
        assert "C0" not in dossier_html(kept_back, locale, STARTED, kind)  # type: ignore[arg-type]
