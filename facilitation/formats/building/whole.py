"""The format as a whole, from the form of the file."""

from dataclasses import replace
from typing import Literal, cast

from facilitation.domain.format import (
    Block,
    Board,
    Credits,
    Duration,
    Format,
    Guide,
    Handout,
    Origin,
    Repeat,
    Role,
    Stage,
    Text,
    Treatment,
    Turns,
)
from facilitation.formats.building.activity import (
    NOTHING,
    assigned,
    board,
    carry,
    chart,
    choose,
    duration,
    grouping,
    options_of,
    question,
    text_of,
    visibility,
    vote,
)
from facilitation.formats.building.compute import computed, worked_out_first
from facilitation.formats.building.document import section
from facilitation.formats.building.example import example
from facilitation.formats.building.setting import setting
from facilitation.formats.building.some import kept_for
from facilitation.formats.building.table import table
from facilitation.formats.building.talking import turns
from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.pace import paces

LATER = Text(fr="Quelque temps après", en="Some time after")
Pace = Literal["facilitator", "everyone answered", "timer ends"]


def build(form: Form, report: Report) -> Format:
    """The format that a form describes; settings and examples may add remarks."""
    settings = {name: setting(name, filled, report) for name, filled in form.named_forms("settings")}
    columns: dict[str, Board] = {}
    people = form.form("participants") or Form("participants", form.spot)
    return Format(
        id=form.word("format"),
        version=form.word("version"),
        language=form.whole("language", 1),
        kind=cast(
            Literal["cooperation-game", "peer-exchange", "seminar-activity"],
            form.word("kind"),
        ),
        title=form.text("title") or NOTHING,
        summary=form.text("summary") or NOTHING,
        credits=_credits(form.form("credits")),
        fewest=people.whole("min", 1),
        most=people.whole("max", 1),
        run=tuple(block(item, columns) for item in form.forms("run")),
        consent=form.text("consent"),
        objectives=form.texts("objectives"),
        tags=form.words("tags"),
        settings=tuple(settings.values()),
        roles=tuple(_role(name, filled) for name, filled in form.named_forms("roles")),
        groups=grouping(form.form("groups")),
        document=tuple(section(item) for item in form.forms("document")),
        examples=tuple(example(item, settings, report) for item in form.forms("examples")),
        guide=_guide(form.form("guide")),
        theme=form.word("theme"),
        family=form.word("family"),
        later=_later(form.form("later")),
        built_from=tuple(_origin(item) for item in form.forms("built from")),
        tables=tuple(table(name, filled, report) for name, filled in form.named_forms("tables")),
        handouts=tuple(_handout(name, filled) for name, filled in form.named_forms("handouts")),
        treatments=tuple(_treatment(name, filled) for name, filled in form.named_forms("treatments")),
    )


def _later(form: Form | None) -> Stage | None:
    if form is None:
        return None
    asked = tuple(replace(question(name, filled), anonymous=True) for name, filled in form.named_forms("ask"))
    title, instruction = form.text("title") or LATER, form.text("instruction")
    return Stage("later", title, instruction=instruction, ask=asked, survey="later")


def _handout(name: str, form: Form) -> Handout:
    rows = (row.value for row in form.items("rows"))
    cells = tuple(tuple(text_of(cell) for cell in row) for row in rows if isinstance(row, tuple))
    return Handout(
        name, form.text("title") or NOTHING, form.text("text"), form.texts("columns"), cells, form.word("for")
    )


def _treatment(name: str, form: Form) -> Treatment:
    options = options_of(form)
    per = cast(Literal["session", "group", "person"], form.word("per", "session"))
    return Treatment(name, form.text("label") or NOTHING, options, per)


def _credits(form: Form | None) -> Credits:
    if form is None:
        return Credits("", "")
    return _credited(form)


def _credited(form: Form) -> Credits:
    source = form.text("source") or NOTHING
    # Written once, it is kept as it always was: the sessions of before hold it so.
    return Credits(source.fr if source.fr == source.en else source, form.word("licence"), form.word("authors"))


def _guide(form: Form | None) -> Guide | None:
    if form is None:
        return None
    lines = form.items("watch")
    alone = len(lines) == 1 and lines[0].spot == form.at("watch")
    watch = form.texts("watch")
    return Guide(
        say=form.text("say"),
        watch=watch[0] if alone and watch else None,
        plan_b=form.text("plan b"),
        materials=form.text("materials"),
        room=form.text("room"),
        grid=() if alone else watch,
    )


def _origin(form: Form) -> Origin:
    return Origin(form.word("format"), form.word("version"), _credited(form))


def _role(name: str, form: Form) -> Role:
    chosen = cast(
        Literal["facilitator", "random", "vote", "everyone else", "rotation", "volunteers", "result"],
        form.word("chosen by", "facilitator"),
    )
    return Role(
        name,
        form.text("label") or NOTHING,
        form.whole("count", 1),
        chosen,
        form.truth("optional", False),
        cast(Literal["session", "group"], form.word("per", "session")),
        form.word("block"),
    )


def _as_many_turns(turns: Turns | None) -> Duration | None:
    # Where nothing else is said, a stage lasts as long as its turns.
    return Duration(turns.minutes, "person") if turns and turns.minutes else None


def block(form: Form, columns: dict[str, Board]) -> Block:
    """A stage, or stages that repeat. A board keeps the columns it once had: `columns` remembers them by board."""
    if form.record == "repeat":
        times = form.form("repeat")
        return Repeat(
            times.word("times", "30" if "for each" in times else "1") if times else "1",
            tuple(block(item, columns) for item in form.forms("stages")),
            times.maybe("until") if times else None,
            times.maybe("chance") if times else None,
            times.maybe("as") if times else None,
            times.maybe("of") if times else None,
            "again" in times if times else False,
        )
    stage = _stage(form, columns)
    return kept_for(stage, form.word("for")) if "for" in form else stage


def _stage(form: Form, columns: dict[str, Board]) -> Stage:
    name = form.word("stage")
    words, formula = paces(form.word("continue when", "facilitator"))
    ends = words or ("facilitator",)
    return Stage(
        id=name,
        title=form.text("title") or Text.same(name.replace("-", " ").replace("_", " ").capitalize()),
        instruction=form.text("instruction"),
        show=form.text("show"),
        tell={role: text_of(said) for role, said in form.named("tell").items()},
        duration=duration(form.maybe("minutes")) or _as_many_turns(turns(form.form("turns"))),
        groups=grouping(form.form("groups")),
        ask=tuple(question(key, filled) for key, filled in form.named_forms("ask")),
        answers_seen_by=visibility(form.form("seen by")),
        boards=tuple(board(filled, columns) for filled in form.forms("board")),
        carry=tuple(carry(key, filled) for key, filled in form.named_forms("carry")),
        choose=choose(form.form("choose")),
        vote=vote(form.form("vote")),
        compute=computed(form.form("compute")),
        compute_when="stage starts" if worked_out_first(form) else "stage ends",
        assign=tuple(assigned(role, filled) for role, filled in form.named_forms("assign")),
        hand_out=form.words("hand out"),
        silent=form.words("silent"),
        keep_in_view=form.words("keep in view"),
        charts=tuple(chart(filled) for filled in form.forms("chart")),
        continue_when=cast(Pace, ends[0]),
        if_no_answer={
            key: said.value for key, said in form.named("if no answer").items() if isinstance(said.value, str)
        },
        facilitator_notes=form.text("facilitator notes"),
        only_in_rounds=tuple(item.value for item in form.items("only in round") if isinstance(item.value, int)),
        condition=form.maybe("if"),
        turns=turns(form.form("turns")),
        or_when=cast(tuple[Pace, ...], ends[1:]),
        goes_on_if=formula,
        block=form.word("block"),
        guide=_guide(form.form("guide")),
        plain=form.text("in plain words"),
        serves=tuple(item.value for item in form.items("serves") if isinstance(item.value, int)),
        survey=cast(Literal["", "before", "after", "looking back", "evaluation"], form.word("survey")),
    )
