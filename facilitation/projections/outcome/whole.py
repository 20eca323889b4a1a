"""The outcome of a session, put together."""

from collections.abc import Sequence
from dataclasses import replace

from facilitation.domain.format import Format, Text
from facilitation.domain.notebook import Observation
from facilitation.domain.session import Note, Planned, Session
from facilitation.projections.changes import PlanChange, plan_changes
from facilitation.projections.outcome.attendance import attendance_of
from facilitation.projections.outcome.boards import boards_of, choices_of, votes_of
from facilitation.projections.outcome.compared import compared_of
from facilitation.projections.outcome.consent import is_left_out
from facilitation.projections.outcome.observed import seen_of
from facilitation.projections.outcome.pictures import pictures_told
from facilitation.projections.outcome.questions import questions_of
from facilitation.projections.outcome.register import (
    Register,
    reference,
    register,
    stages_of,
    steps_of,
)
from facilitation.projections.outcome.rendering import RESTITUTION, Rendering
from facilitation.projections.outcome.sections import sections_of, settings_shown
from facilitation.projections.outcome.shapes import (
    GuideMaterial,
    Identity,
    NoteMaterial,
    Outcome,
    StageMaterial,
)
from facilitation.projections.outcome.talking import turns_of
from facilitation.projections.outcome.told import told
from facilitation.projections.outcome.values import chart_of, values_of
from facilitation.projections.outcome.veil import veiled
from facilitation.projections.outcome.words import filled, round_of
from facilitation.projections.paired.asked_for import Wanted
from facilitation.projections.timeline import TimelineStep, timeline


def outcome(session: Session, rendering: Rendering = RESTITUTION, wanted: Sequence[Wanted] = ()) -> Outcome:
    """Everything a document or an export may say about a session, consents applied; and the tests `wanted`. Pure."""
    if rendering.published:
        session = veiled(session, rendering.threshold)
    known = register(session, rendering)
    return Outcome(
        identity=_identity(session),
        attendance=attendance_of(session, rendering),
        settings=settings_shown(session),
        timeline=tuple(replace(step, title=_title(session, step)) for step in timeline(session)),
        changes=tuple(_filled(session, change) for change in plan_changes(session)),
        sections=sections_of(session, known),
        stages=tuple(_stage(session, known, stage) for stage in stages_of(session)),
        notes=_notes(session),
        contributions=known.made,
        unprinted=known.unprinted,
        rendering=rendering.name,
        comparisons=compared_of(session, rendering, wanted),
        seen=seen_of(session, rendering),
    )


def _title(session: Session, step: TimelineStep) -> Text:
    return filled(session, step.title, session.planned(step.key))


def _filled(session: Session, change: PlanChange) -> PlanChange:
    before = filled(session, change.before) if change.before else None
    return replace(change, title=filled(session, change.title, session.planned(change.steps[0])), before=before)


def _identity(session: Session) -> Identity:
    form = session.format
    assert form is not None, "a planned session has its format pinned"
    return Identity(
        session=session.id,
        title=session.title,
        locale=session.locale,
        kind_of_format=form.kind,
        format_id=form.id,
        format_version=form.version,
        format_title=form.title,
        format_summary=form.summary,
        objectives=form.objectives,
        digest=session.digest,
        source=form.credits.told,
        licence=form.credits.licence,
        authors=form.credits.authors,
        planned_at=session.planned_at,
        started_at=session.started_at,
        closed_at=session.closed_at,
        seq=session.seq,
        built_from=form.built_from,
        theme=form.theme,
        family=form.family,
        guides=_guides(session, form),
    )


def _guides(session: Session, form: Format) -> tuple[GuideMaterial, ...]:
    """The facilitator's part: of the format as a whole, then of each stage, once."""
    found = [GuideMaterial(None, form.guide.lines)] if form.guide else []
    stages = {planned.stage.id: planned for planned in reversed(session.plan)}
    for planned in reversed(stages.values()):
        notes, guide = planned.stage.facilitator_notes, planned.stage.guide
        lines = (*(guide.lines if guide else ()), *((("notes", notes),) if notes else ()))
        if lines:
            told = tuple((name, filled(session, text, planned)) for name, text in lines)
            found.append(GuideMaterial(filled(session, planned.stage.title, planned), told))
    return tuple(found)


def _stage(session: Session, known: Register, stage: str) -> StageMaterial:
    steps = steps_of(session, stage)
    first, form = steps[0], session.format
    reached = [step for step in steps if (at := session.steps.get(step.key)) and at.started_at is not None]
    labels = {role.name: role.label for role in form.roles} if form else {}
    labels |= {option.id: option.label for one in form.treatments for option in one.options} if form else {}
    read = first.stage.instruction or first.stage.show
    return StageMaterial(
        stage=stage,
        title=filled(session, first.stage.title, first),
        # Without an instruction, what everyone was shown is what they were told: the rules of a game, a question.
        instruction=told(session, known, read, reached or steps) if read else None,
        told=tuple(
            (labels.get(role, Text.same(role)), told(session, known, said, reached or steps))
            for role, said in first.stage.tell.items()
        ),
        rounds=tuple(round_of(step) for step in reached),
        reached=bool(reached),
        group_sizes=tuple(tuple(map(len, session.groups.get(step.key, ()))) for step in reached),
        boards=boards_of(session, known, stage),
        questions=questions_of(session, known, stage),
        choices=choices_of(session, known, stage),
        votes=votes_of(session, known, stage),
        values=values_of(session, known, stage),
        charts=tuple(chart_of(session, known, chart, reached[-1]) for chart in first.stage.charts if not chart.of)
        if reached
        else (),
        pictures=tuple(pictures_told(session, known, first.stage.charts)) if reached else (),
        turns=turns_of(session, reached),
        handouts=_handed_out(session, first),
        promised=any(is_left_out(form, question.name) for question in first.stage.ask),
        notes=tuple(note for note in _notes(session) if note.stage == stage),
    )


def _handed_out(session: Session, first: Planned) -> tuple[tuple[Text, Text], ...]:
    """What a stage was the first to hand out: it is printed once."""
    known = session.format.handouts if session.format else ()
    before = {name for step in session.plan[: session.plan.index(first)] for name in step.stage.hand_out}
    fresh = (one for one in known if one.name in first.stage.hand_out and one.name not in before)
    return tuple((one.title, filled(session, one.in_words, first)) for one in fresh)


def _moments(session: Session) -> tuple[Note | Observation, ...]:
    """What was kept for the documentation, in the order of time; of observers' notes, only what was promoted."""
    kept = [note for note in session.notes.values() if note.kept and not note.erased]
    promoted = [note for note in session.notebook.notes.values() if note.excerpt and not note.withdrawn]
    return tuple(sorted((*kept, *promoted), key=lambda note: note.at))


def _notes(session: Session) -> tuple[NoteMaterial, ...]:
    return tuple(_told(session, moment, number) for number, moment in enumerate(_moments(session), 1))


def _told(session: Session, note: Note | Observation, number: int) -> NoteMaterial:
    planned = session.planned(note.step) if note.step else None
    after = None if session.started_at is None else max(0, (note.at - session.started_at) // 1000)
    stage = planned.stage.id if planned else None
    if isinstance(note, Observation):
        return NoteMaterial(note.excerpt, after, stage, True, number, reference(session, "observation", note.id))
    return NoteMaterial(note.text, after, stage, False, number, reference(session, "moment", note.id))
