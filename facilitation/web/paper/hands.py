"""Raised hands and lettered cards, counted in the room and typed as totals."""

from dataclasses import dataclass

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.desk import Turned
from facilitation.domain.commands import CountHands
from facilitation.domain.format import Text
from facilitation.domain.reasons import sentence
from facilitation.domain.rules.hands import countable
from facilitation.domain.session import Planned, Session
from facilitation.domain.slips.field import card_number, letter
from facilitation.projections.wording import worded
from facilitation.web.access import header_or_404, staff_only, state_or_404
from facilitation.web.forms.fields import tidy
from facilitation.web.language import said
from facilitation.web.paper.packets import type_in

blueprint = Blueprint("hands", __name__, url_prefix="/sessions/<session_id>/paper/hands")

THE_VOTE = Text("Le vote : des mains pour chaque carte", "The vote: hands for each card")
YES_NO = {"yes": Text("oui", "yes"), "no": Text("non", "no")}


@dataclass(frozen=True, slots=True)
class Place:
    """One answer that hands are counted for: the sign to call out, its words, and what is counted so far."""

    id: str
    sign: str
    words: Text
    count: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that hands are counted for; `of` is the question, or "" for the vote."""

    of: str
    label: Text
    places: tuple[Place, ...]
    trouble: str = ""


@blueprint.get("")
@staff_only
def show(session_id: str) -> Response:
    """What hands can be counted for in a step: the one that is on, or another that has begun."""
    return _page(session_id, _step(state_or_404(session_id)))


@blueprint.post("")
@staff_only
def count(session_id: str) -> Response:
    """Keep the totals of one question or vote."""
    planned = _step(state_or_404(session_id))
    of = request.form.get("of", "")
    typed = {name.removeprefix("n/"): tidy(words) for name, words in request.form.items() if name.startswith("n/")}
    if planned is None:
        return _page(session_id, None, code=409)
    if any(words and not (words.isascii() and words.isdecimal() and len(words) < 6) for words in typed.values()):
        return _page(session_id, planned, of, typed, gettext("Type whole numbers, or nothing for none."), 422)
    totals = {place: int(words) for place, words in typed.items() if words}
    receipt = type_in(session_id, CountHands(planned.key, of, totals))
    if isinstance(receipt, Turned):
        return _page(session_id, planned, of, typed, said(sentence(receipt.refused)), 409)
    total = sum(totals.values())
    flash(gettext("%(total)s hands are kept, without anybody’s name.", total=total), "good")
    return redirect(url_for("hands.show", session_id=session_id, step=planned.key))


def _step(state: Session) -> Planned | None:
    """The step that the page asks for, or the last one begun where hands can be counted."""
    steps = _steps(state)
    wanted = request.values.get("step", state.current or "")
    return next((step for step in steps if step.key == wanted), steps[-1] if steps else None)


def _steps(state: Session) -> tuple[Planned, ...]:
    return tuple(step for step in state.plan if state.reached(step.key) and countable(state, step))


def _page(
    session_id: str,
    planned: Planned | None,
    of: str | None = None,
    typed: dict[str, str] | None = None,
    trouble: str = "",
    code: int = 200,
) -> Response:
    state = state_or_404(session_id)
    asked = _asked(state, planned, of, typed or {}, trouble) if planned else ()
    titles = [(step.key, worded(state, step, step.stage.title), step.rounds) for step in _steps(state)]
    page = render_template(
        "paper/hands.html", header=header_or_404(session_id), state=state, here=planned, asked=asked, titles=titles
    )
    return make_response(page, code)


def _asked(state: Session, planned: Planned, of: str | None, typed: dict[str, str], trouble: str) -> tuple[Asked, ...]:
    found = []
    for name, ids in countable(state, planned).items():
        known = {id: str(n) for id, n in state.hand_counts.get(planned.key, {}).get(name, {}).items()}
        shown = typed if name == of else known
        question = next((q for q in planned.stage.ask if q.name == name), None)
        label = question.label if question else THE_VOTE
        options = {option.id: option.label for option in question.options} if question else {}
        places = tuple(_place(state, planned, n, id, options, shown) for n, id in enumerate(ids))
        found.append(Asked(name, worded(state, planned, label), places, trouble if name == of else ""))
    return tuple(found)


def _place(state: Session, planned: Planned, n: int, id: str, options: dict[str, Text], shown: dict[str, str]) -> Place:
    if id in state.cards:
        return Place(id, card_number(id), Text.same(state.cards[id].text), shown.get(id, ""))
    words = options.get(id) or YES_NO.get(id)
    sign = letter(n) if id in options else ""
    return Place(id, sign, worded(state, planned, words) if words else Text.same(id), shown.get(id, ""))
