"""What was planned before anybody came: the run of each format as it was prepared, its questions and its grid."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from facilitation.documentation.dossier.answering import answers_said
from facilitation.documentation.guidebook.saying import groups_said, role_said, vote_said
from facilitation.domain.format import Format, Role, Stage, Text
from facilitation.domain.lengths import Span, usual_people, usual_spans
from facilitation.domain.plan import SettingsScope, settings_of, unroll
from facilitation.domain.session import Session
from facilitation.projections.filling import filled
from facilitation.projections.paired.which import root_of

Say = Callable[[Text], Text]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it is put: its words, what may be answered, and the first question of its family."""

    label: Text
    answers: Text
    root: str


@dataclass(frozen=True, slots=True)
class PlannedStage:
    """A stage the first time it comes. Lengths in seconds; `supports` is what is written, chosen or voted on."""

    title: Text
    times: int = 1
    least: int | None = None
    most: int | None = None
    together: Text | None = None
    instruction: Text | None = None
    supports: tuple[Text, ...] = ()
    roles: tuple[Text, ...] = ()
    questions: tuple[Asked, ...] = ()
    grid: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedRun:
    """A format with the settings and minutes that were chosen for one session or several, before any change."""

    format_id: str
    version: str
    title: Text
    summary: Text
    people: int
    objectives: tuple[Text, ...] = ()
    stages: tuple[PlannedStage, ...] = ()
    roles: tuple[tuple[Text, Text], ...] = ()
    materials: tuple[Text, ...] = ()
    grid: tuple[Text, ...] = ()
    held: tuple[int, ...] = ()
    """The sessions that were held by it, by their place in the dossier from 1; none where it is in preparation."""

    @property
    def numbers_itself(self) -> bool:
        """Whether its stages bear numbers of their own, which those of a list would double."""
        return any(stage.title.fr[:1].isdigit() for stage in self.stages)


def runs_of(sessions: Iterable[Session], held: bool) -> tuple[PlannedRun, ...]:
    """The runs of some sessions in their order; the same one once, with all the sessions that were held by it."""
    found: dict[PlannedRun, tuple[int, ...]] = {}
    for place, session in enumerate(sessions, 1):
        if session.format is not None:
            run = _run(session, session.format)
            found[run] = (*found.get(run, ()), place)
    return tuple(replace(run, held=places if held else ()) for run, places in found.items())


def questions_asked(runs: Iterable[PlannedRun]) -> tuple[tuple[PlannedRun, PlannedStage, Asked], ...]:
    """Every question of some runs, with the first stage that asks it."""
    found = ((run, stage, one) for run in runs for stage in run.stages for one in stage.questions)
    return tuple({(run.format_id, one): (run, stage, one) for run, stage, one in reversed(tuple(found))}.values())[::-1]


def lines_watched(runs: Iterable[PlannedRun]) -> tuple[tuple[PlannedRun, PlannedStage | None, Text], ...]:
    """Every line of the grids of some runs: of the whole format, then of each stage."""
    found: list[tuple[PlannedRun, PlannedStage | None, Text]] = []
    for run in runs:
        found += [(run, None, line) for line in run.grid]
        found += [(run, stage, line) for stage in run.stages for line in stage.grid]
    return tuple(found)


def _run(session: Session, form: Format) -> PlannedRun:
    settings = settings_of(form, session.settings)
    scope = SettingsScope(settings)

    def say(text: Text) -> Text:
        return filled(text, scope, settings)

    stages = [step.stage for step in unroll(form, session.settings, session.minutes)]
    spans, times = usual_spans(form, session.settings, session.minutes), Counter(stage.id for stage in stages)
    first = {stage.id: stage for stage in stages}
    return PlannedRun(
        format_id=form.id,
        version=form.version,
        title=say(form.title),
        summary=say(form.summary),
        people=usual_people(form),
        objectives=tuple(map(say, form.objectives)),
        stages=tuple(_stage(form, stage, spans.get(stage.id), times[stage.id], say) for stage in first.values()),
        roles=tuple((role.label, role_said(role)) for role in form.roles),
        materials=tuple(_materials(form, first.values(), say)),
        grid=tuple(map(say, form.guide.grid)) if form.guide else (),
    )


def _stage(form: Format, stage: Stage, span: Span | None, times: int, say: Say) -> PlannedStage:
    groups = stage.groups or form.groups
    return PlannedStage(
        title=say(stage.title),
        times=times,
        least=span.least if span else None,
        most=span.most if span else None,
        together=groups_said(groups, say) if groups else None,
        instruction=say(stage.instruction) if stage.instruction else None,
        supports=tuple(_supports(form, stage, say)),
        roles=tuple(_roles(form.roles, stage)),
        questions=tuple(_questions(form, stage, say)),
        grid=tuple(map(say, stage.guide.grid)) if stage.guide else (),
    )


def _supports(form: Format, stage: Stage, say: Say) -> Iterator[Text]:
    # A board that only comes back is known by what was asked when it was written.
    steps = reversed(unroll(form, {}))
    prompts = {board.name: board.prompt for step in steps for board in step.stage.boards if board.prompt}
    for question in stage.ask:
        yield say(question.label)
    for board in stage.boards:
        prompt = board.prompt or prompts.get(board.name)
        yield say(prompt) if prompt else Text.same(board.name.replace("_", " "))
    if stage.vote:
        yield vote_said(stage.vote, say)


def _roles(roles: Iterable[Role], stage: Stage) -> Iterator[Text]:
    """The roles that have something of their own to read or to do."""
    named = {*stage.tell, *(each.asked_of for each in stage.ask), *(each.written_by for each in stage.boards)}
    return (role.label for role in roles if role.name in {*named, stage.only_for})


def _questions(form: Format, stage: Stage, say: Say) -> Iterator[Asked]:
    every = {each.name: (step, each) for step in unroll(form, {}) for each in step.stage.ask}
    for each in stage.ask:
        root = root_of(every, each.name) if each.name in every else each.name
        yield Asked(say(each.label), answers_said(each, say), root)


def _materials(form: Format, stages: Iterable[Stage], say: Say) -> Iterator[Text]:
    guides = (form.guide, *(stage.guide for stage in stages))
    return iter(dict.fromkeys(say(guide.materials) for guide in guides if guide and guide.materials))
