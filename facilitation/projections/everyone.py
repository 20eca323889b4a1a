"""What all participants, the console and the projector may see."""

from typing import Any

from facilitation.domain.format import Text, Vote
from facilitation.domain.levels import spread_of
from facilitation.domain.plan import SettingsScope, turns_around
from facilitation.domain.progress import some_wait
from facilitation.domain.rules.loops import following, may_go_on
from facilitation.domain.rules.showing import left_to_show
from facilitation.domain.scopes import whole_limit
from facilitation.domain.session import Planned, Session
from facilitation.domain.tally import tally
from facilitation.domain.visibility import votes_shown
from facilitation.projections.charts import charts_of
from facilitation.projections.filling import names_in
from facilitation.projections.gathering import groups_to_choose
from facilitation.projections.handouts import handed_to_all
from facilitation.projections.parts import answers_on, board_frame, cards_on, said, view_text, without_nothing
from facilitation.projections.talking import turns_in
from facilitation.projections.view import View


def everyone(view: View) -> dict[str, Any]:
    """The document of the channel `everyone`."""
    session = session_entry(view.session)
    if view.planned is None:
        return {"session": session}
    return without_nothing(
        {
            "session": session,
            "stage": stage_entry(view, view.planned, whole=not some_wait(view.session, view.planned)),
            "next": _next(view),
            "boards": _boards(view),
            "answers": answers_on(view, "everyone"),
            "vote": _vote(view, view.planned),
            "charts": charts_of(view),
            "handouts": handed_to_all(view) if not some_wait(view.session, view.planned) else None,
            "turns": turns_in(view, None),
            "groups": groups_to_choose(view),
        }
    )


def session_entry(s: Session) -> dict[str, Any]:
    """The session, as anybody who follows it may know it."""
    observed = {"observed": True} if s.notebook.watched else {}
    return {
        "title": s.title,
        "locale": s.locale,
        "status": s.status,
        "door": s.door_open,
        "people": len(s.present),
        "format": {"title": said(s.format.title)} if s.format else {},
        **observed,
    }


def stage_entry(view: View, planned: Planned, whole: bool = True) -> dict[str, Any]:
    """The stage that is on, as everybody is told of it; what it asks of people only where it is for all of them."""
    step, stage = view.step, planned.stage
    stages = [p.stage.id for p in view.session.plan]
    return without_nothing(
        {
            "key": planned.key,
            "id": stage.id,
            "title": view_text(view, stage.title),
            **(words_of_stage(view, planned) if whole else {}),
            "round": planned.round,
            "rounds": turns_around(view.session, planned),
            "open": True if may_go_on(view.session, planned) else None,
            "number": view.session.plan.index(planned) + 1,
            "of": len(stages),
            "startedAt": step.started_at if step else None,
            "endsAt": step.ends_at if step else None,
            "signalsAt": step.signals_at if step else None,
            "showsAt": step.shows_at if step and left_to_show(view.session, planned) else None,
            "pausedLeft": step.paused_with if step else None,
            "closed": bool(step and step.closed_at is not None),
            "revealed": bool(step and step.revealed),
        }
    )


def words_of_stage(view: View, planned: Planned) -> dict[str, Any]:
    """What a stage says to those whom it is for."""
    stage = planned.stage
    shown = stage.show if stage.show and is_public(view, stage.show) else None
    return without_nothing(
        {
            "instruction": view_text(view, stage.instruction) if stage.instruction else None,
            "plain": view_text(view, stage.plain) if stage.plain else None,
            "show": view_text(view, shown) if shown else None,
        }
    )


def is_public(view: View, text: Text) -> bool:
    """Whether a text can be filled in alike for everyone: it names settings and the room's own values only."""
    settings = SettingsScope(view.session.settings)
    public = {line.name for p in view.session.plan for line in p.stage.compute if line.scope == "session"}
    known = set(view.session.settings) | public | {"round"}
    return all(name in known or settings.value(name) is not None for name in names_in(text))


def _next(view: View) -> dict[str, Any]:
    coming = following(view.session)
    return {"title": view_text(view, coming.stage.title)} if coming else {}


def _boards(view: View) -> dict[str, Any]:
    cards = cards_on(view, "everyone")
    if view.planned is not None and (view.planned.stage.only_for or some_wait(view.session, view.planned)):
        # What is asked of some would tell the others who they are.
        return {name: found for name, found in cards.items() if found}
    return {board.name: board_frame(view, board) | cards.get(board.name, {}) for board in view.boards}


def _vote(view: View, planned: Planned) -> dict[str, Any]:
    vote = planned.stage.vote
    if vote is None:
        return {}
    shown = votes_shown(view.session, planned)
    document = {
        "of": vote.of,
        "dots": whole_limit(view.session, planned, vote.dots, None) if manner_of(vote) is None else None,
        "perItem": whole_limit(view.session, planned, vote.per_item, None),
        "voted": len(view.session.votes.get(planned.key, {})),
        "revealed": shown,
        "tally": tally(view.session, planned.key) if shown else None,
        "with": manner_of(vote),
        "levels": spread_of(view.session, planned.key) if shown else None,
    }
    return without_nothing(document)


def manner_of(vote: Vote) -> str | None:
    """How people vote, where it is not with dots; levels and places are in `docs/protocol.md`."""
    return "scores" if vote.rate_to is not None else None if vote.manner == "dots" else vote.manner
