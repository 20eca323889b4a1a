"""A format → its guide: the run sheet with the usual settings, as whoever stands in front of the room needs it."""

from collections import Counter
from collections.abc import Callable, Iterator

from facilitation.documentation.guidebook.saying import ends_said, groups_said, readers_said, role_said, vote_said
from facilitation.documentation.guidebook.shapes import (
    GuideBoard,
    Guidebook,
    GuideHandout,
    GuidePart,
    GuideRole,
    GuideStep,
)
from facilitation.documentation.typography import in_both
from facilitation.domain.format import Board, Format, Handout, Setting, SettingValue, Stage, Text
from facilitation.domain.lengths import Span, length_of, usual_people, usual_spans
from facilitation.domain.plan import SettingsScope, settings_of, unroll
from facilitation.domain.session import Planned
from facilitation.projections.filling import filled, written

Say = Callable[[Text], Text]

LOOKING_BACK = (
    "debrief",
    "débrief",
    "look back",
    "looking back",
    "bilan",
    "retour sur",
    "feelings",
    "ressenti",
    "transfer",
)
"""Words of the titles of stages in which a room makes something of what it did."""


def guidebook(form: Format) -> Guidebook:
    """The guide of a format."""
    settings = settings_of(form, {})
    scope = SettingsScope(settings)

    def say(text: Text) -> Text:
        return filled(text, scope, settings)

    steps, length = unroll(form, {}), length_of(form)
    told = tuple(_steps(form, steps, say))
    return Guidebook(
        id=form.id,
        version=form.version,
        title=say(form.title),
        summary=say(form.summary),
        fewest=form.fewest,
        most=form.most,
        people=usual_people(form),
        least_minutes=length.least_minutes,
        minutes=length.minutes,
        untimed=length.untimed,
        objectives=tuple(map(say, form.objectives)),
        before=tuple((name, say(text)) for name, text in form.guide.lines) if form.guide else (),
        materials=_materials(form, say),
        roles=tuple(GuideRole(role.label, role_said(role)) for role in form.roles),
        settings=tuple((each.label, _default(each)) for each in form.settings),
        steps=told,
        to_print=tuple(_to_print(form, steps)),
        handouts=tuple(_handout(form, each, say) for each in form.handouts),
        source=form.credits.told,
        authors=form.credits.authors,
        licence=form.credits.licence,
    )


def _steps(form: Format, steps: tuple[Planned, ...], say: Say) -> Iterator[GuideStep]:
    spans, times = usual_spans(form), Counter(step.stage.id for step in steps)
    seen: set[str] = set()
    at = 0
    for step in steps:
        span = spans.get(step.stage.id)
        if step.stage.id not in seen:
            seen.add(step.stage.id)
            yield _step(form, step.stage, span, at, times[step.stage.id], say)
        at += span.most if span else 0


def _step(form: Format, stage: Stage, span: Span | None, at: int, times: int, say: Say) -> GuideStep:
    groups = stage.groups or form.groups
    return GuideStep(
        title=say(stage.title),
        starts=at,
        least=span.least if span else None,
        most=span.most if span else None,
        by_people=span.by_people if span else False,
        times=times,
        together=groups_said(groups, say) if groups else None,
        instruction=say(stage.instruction) if stage.instruction else None,
        shown=say(stage.show) if stage.show else None,
        plain=say(stage.plain) if stage.plain else None,
        lines=tuple((name, say(text)) for name, text in stage.guide.lines) if stage.guide else (),
        notes=say(stage.facilitator_notes) if stage.facilitator_notes else None,
        parts=tuple(_parts(form, stage, say)),
        boards=tuple(_boards(form, stage, say)),
        ends=ends_said(stage),
        serves=stage.serves,
        looks_back=_looks_back(stage),
    )


def _looks_back(stage: Stage) -> bool:
    said = f"{stage.title.fr} {stage.title.en}".lower()
    return stage.survey in ("after", "evaluation") or any(word in said for word in LOOKING_BACK)


def _parts(form: Format, stage: Stage, say: Say) -> Iterator[GuidePart]:
    labels = {role.name: role.label for role in form.roles}
    doing: dict[str, list[Text]] = {}
    for question in stage.ask:
        doing.setdefault(question.asked_of, []).append(say(question.label))
    for board in stage.boards:
        # What everyone writes stands over the board itself.
        if board.prompt is not None and board.written_by not in ("nobody", "everyone"):
            doing.setdefault(board.written_by, []).append(say(board.prompt))
    for name in sorted(dict.fromkeys((*stage.tell, *doing)), key=lambda name: name != "everyone"):
        reads = (say(stage.tell[name]),) if name in stage.tell else ()
        yield GuidePart(labels.get(name), reads, tuple(doing.get(name, ())))


def _boards(form: Format, stage: Stage, say: Say) -> Iterator[GuideBoard]:
    for board in stage.boards:
        yield GuideBoard(
            title=_asked_of(form, board, say),
            readers=readers_said(form, board.seen_by),
            columns=tuple(say(column.label) for column in board.columns),
            axes=_axes(board, say),
            vote=vote_said(stage.vote, say) if stage.vote and stage.vote.of == board.name else None,
        )


def _asked_of(form: Format, board: Board, say: Say) -> Text:
    """What was asked when the board was written, where this stage only shows it."""
    stages = (step.stage for step in unroll(form, {}))
    prompts = (each.prompt for stage in stages for each in stage.boards if each.name == board.name and each.prompt)
    prompt = board.prompt or next(prompts, None)
    return say(prompt) if prompt else Text.same(board.name)


def _axes(board: Board, say: Say) -> tuple[Text, ...]:
    if board.map is None:
        return ()
    across, up = board.map.across, board.map.up
    return tuple(map(say, (across.low, across.high, up.low, up.high)))


def _materials(form: Format, say: Say) -> tuple[Text, ...]:
    stages = (step.stage for step in unroll(form, {}))
    guides = (form.guide, *(stage.guide for stage in stages))
    return tuple(dict.fromkeys(say(guide.materials) for guide in guides if guide and guide.materials))


def _to_print(form: Format, steps: tuple[Planned, ...]) -> Iterator[tuple[Text, Text]]:
    stages = list({step.stage.id: step.stage for step in steps}.values())
    written_in = [stage for stage in stages if stage.ask or stage.boards or stage.vote or stage.choose]
    yield (
        in_both("Affiches", "Posters"),
        in_both(f"une par étape : {len(stages)}", f"one for each stage: {len(stages)}"),
    )
    if written_in:
        yield (
            in_both("Bulletins", "Slips"),
            in_both(
                f"pour qui n'a pas de téléphone : {len(written_in)} étapes s'écrivent",
                f"for whoever has no phone: {len(written_in)} stages are written",
            ),
        )
    if form.roles:
        yield (
            in_both("Cartes de rôle", "Role cards"),
            Text(", ".join(role.label.fr for role in form.roles), ", ".join(role.label.en for role in form.roles)),
        )
    if form.handouts:
        yield (
            in_both("Documents à remettre", "Handouts"),
            Text(
                ", ".join(each.title.fr for each in form.handouts), ", ".join(each.title.en for each in form.handouts)
            ),
        )


def _handout(form: Format, handout: Handout, say: Say) -> GuideHandout:
    labels = {role.name: role.label for role in form.roles}
    return GuideHandout(
        title=say(handout.title),
        to=labels.get(handout.only_for, Text.same(handout.only_for)) if handout.only_for else None,
        words=say(handout.text) if handout.text else None,
        columns=tuple(map(say, handout.columns)),
        rows=tuple(tuple(map(say, row)) for row in handout.rows),
    )


def _default(setting: Setting) -> Text:
    value: SettingValue = setting.default
    for option in setting.options:
        if option.id == value:
            return option.label
    return value if isinstance(value, Text) else Text(written(value, "fr"), written(value, "en"))
