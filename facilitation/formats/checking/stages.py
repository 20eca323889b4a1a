"""One stage after the other, each held against what the earlier ones made known."""

from facilitation.domain.format import Text
from facilitation.formats.building.activity import ends_of
from facilitation.formats.building.compute import in_order, lines, worked_out_first
from facilitation.formats.checking.boards import check_boards, look_at_boards
from facilitation.formats.checking.charts import check_chart
from facilitation.formats.checking.formulas import check_condition, check_formula, check_key, check_named, keeps_groups
from facilitation.formats.checking.groups import check_groups, check_need_of_groups, in_pairs, in_ring
from facilitation.formats.checking.ledger import NUMERIC, QUESTION, Ledger
from facilitation.formats.checking.members import check_members
from facilitation.formats.checking.options import worth_something
from facilitation.formats.checking.pictures import check_picture
from facilitation.formats.checking.privacy import check_unsecret, tells
from facilitation.formats.checking.questions import asked, check_question
from facilitation.formats.checking.roles import check_role, check_visibility
from facilitation.formats.checking.some import check_some
from facilitation.formats.checking.talking import check_turns
from facilitation.formats.checking.texts import check_texts
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.pace import paces
from facilitation.formats.reading.tree import Spot


def check_run(ledger: Ledger, blocks: tuple[Form, ...]) -> None:
    """The blocks of a run, in order."""
    for block in blocks:
        if block.record == "repeat":
            _check_loop(ledger, block)
        else:
            check_stage(ledger, block)


def _check_loop(ledger: Ledger, loop: Form) -> None:
    times, stages = loop.form("repeat"), loop.forms("stages")
    if times is not None:
        check_key(ledger, times, "times", "settings")
        check_members(ledger, times, stages)
    around, ledger.looping = ledger.looping, given(stages)
    taking, ledger.taking = ledger.taking, (*ledger.taking, *filter(None, [times.maybe("of") if times else ""]))
    ledger.depth += 1
    check_run(ledger, stages)
    if times is not None:
        check_condition(ledger, times, "until", stages_of(stages))
        check_key(ledger, times, "chance", "session")
    ledger.looping, ledger.taking = around, taking
    ledger.depth -= 1


def check_stage(ledger: Ledger, stage: Form) -> None:
    """One stage; what it makes known is then in the ledger."""
    look_at_boards(ledger, stage)
    formed = check_groups(ledger, stage.form("groups")) if "groups" in stage else bool(ledger.house_groups)
    check_need_of_groups(ledger, stage)
    check_condition(ledger, stage, "if", (stage,))
    if "only in round" in stage and not ledger.depth:
        ledger.report.add("goes-with", stage.at("only in round"), key="only in round", other="repeat")
    around = ledger.pairs, ledger.seated
    ledger.pairs, ledger.seated = in_pairs(ledger, stage.form("groups")), in_ring(ledger, stage.form("groups"))
    _check_frame(ledger, stage, formed)
    _check_work(ledger, stage)
    _check_gifts(ledger, stage)
    for chart in stage.forms("chart"):
        if not check_picture(ledger, chart, stage):
            check_chart(ledger, chart, stage)
    _note_groups(ledger, stage.word("stage"), formed)
    ledger.pairs, ledger.seated = around
    _check_pace(ledger, stage)
    _note_name(ledger, stage)


def _check_frame(ledger: Ledger, stage: Form, formed: bool) -> None:
    """What a stage is for, how long it takes, and who does what in it."""
    _check_survey(ledger, stage)
    for item in stage.items("serves"):
        if isinstance(item.value, int) and item.value > ledger.objectives:
            ledger.report.add("objective-unknown", item.spot, number=item.value, most=ledger.objectives)
    _check_minutes(ledger, stage)
    _check_roles(ledger, stage)
    check_some(ledger, stage)
    _check_silence(ledger, stage)
    check_turns(ledger, stage, formed)
    _check_view(ledger, stage)


def _check_work(ledger: Ledger, stage: Form) -> None:
    """What is worked out, asked and written, in the order in which each is known to the next."""
    if worked_out_first(stage):
        _check_compute(ledger, stage)
    for key, form in stage.named_forms("ask"):
        check_question(ledger, key, form, stage)
    check_boards(ledger, stage)
    ledger.asked.update({key: asked(form, stage, ledger.defaults) for key, form in stage.named_forms("ask")})
    check_texts(ledger, stage)
    _check_missing(ledger, stage)
    if not worked_out_first(stage):
        _check_compute(ledger, stage)


def _check_gifts(ledger: Ledger, stage: Form) -> None:
    """Roles that are given by a value: nobody learns from one what was asked in secret."""
    for _, given_by in stage.named_forms("assign"):
        for key in ("highest", "lowest"):
            expression = check_key(ledger, given_by, key, "person")
            names = tuple(used.name for used in expression.uses) if expression else ()
            check_unsecret(ledger, given_by, key, names)


def _note_groups(ledger: Ledger, name: str, formed: bool) -> None:
    if ledger.pairs:
        ledger.paired.add(name)
    if ledger.seated:
        ledger.seats.add(name)
    if formed:
        ledger.grouped.add(name)


def _note_name(ledger: Ledger, stage: Form) -> None:
    name = stage.word("stage")
    if name in ledger.stages:
        ledger.report.add("stage-twice", stage.at("stage"), name=name, line=ledger.stages[name].line)
    ledger.stages.setdefault(name, stage.at("stage"))
    ledger.given |= set(stage.named("assign"))


def _check_survey(ledger: Ledger, stage: Form) -> None:
    """A survey is counted, never read person by person, nor shown to the room."""
    if "survey" not in stage:
        return
    for name, question in stage.named_forms("ask"):
        if not question.truth("anonymous", False):
            ledger.report.add("survey-named", question.at("anonymous"), name=name)
        if question.word("answered by") == "group":
            ledger.report.add("survey-by-group", question.at("answered by"), name=name)
    if "seen by" in stage:
        ledger.report.add("survey-shown", stage.at("seen by"))


def _check_minutes(ledger: Ledger, stage: Form) -> None:
    minutes = stage.maybe("minutes")
    for end in ends_of(minutes) if minutes is not None else ():
        if end is not None:
            check_formula(ledger, end, stage.at("minutes"), "settings")


def _check_roles(ledger: Ledger, stage: Form) -> None:
    for role, said in stage.named("tell").items():
        check_role(ledger, role, said.key, variants=True)
    for item in stage.items("silent"):
        check_role(ledger, str(item.value), item.spot, variants=True)
    check_visibility(ledger, stage.form("seen by"))
    if "seen by" in stage and "ask" not in stage.tried:
        ledger.report.add("goes-with", stage.at("seen by"), key="seen by", other="ask")


def _check_silence(ledger: Ledger, stage: Form) -> None:
    silent = set(stage.words("silent"))
    asked = [(form, "asked of") for _, form in stage.named_forms("ask")]
    for form, key in (*asked, *((board, "written by") for board in stage.forms("board"))):
        if form.word(key, "everyone") in silent:
            ledger.report.add("silent-asked", form.at(key), name=form.word(key))


def _check_view(ledger: Ledger, stage: Form) -> None:
    for item in stage.items("keep in view"):
        name = str(item.value)
        if not ledger.find(QUESTION, name, item.spot, ledger.asked):
            continue
        asked = ledger.asked[name]
        if not asked.seen_by_all and not (asked.seen_in_group and keeps_groups(ledger, stage)):
            ledger.report.add("private-kept", item.spot, name=name, stage=asked.stage)


def _check_missing(ledger: Ledger, stage: Form) -> None:
    questions = dict(stage.named_forms("ask"))
    for name, said in stage.named("if no answer").items():
        check_named(ledger, said, "settings")
        if ledger.find(QUESTION, name, said.key, questions) and not _a_number(questions[name]):
            ledger.report.add("no-answer-kind", said.key, name=name)


def _a_number(question: Form) -> bool:
    kind = question.word("type")
    return worth_something(question) if kind in ("choice", "choices") else kind in NUMERIC


def _check_compute(ledger: Ledger, stage: Form) -> None:
    found, circle = in_order(lines(stage.form("compute")))
    if circle:
        listed = Text.same(", ".join(f"`{line.computed.name}`" for line in circle))
        ledger.report.add("values-in-circle", circle[0].spot, names=listed)
    for line in found:
        name, formula, scope = line.computed.name, line.computed.formula, line.computed.scope
        if line not in circle:
            expression = check_formula(ledger, formula, line.spot, scope, recorded=True)
            ledger.telling[name] = tells(ledger, expression, scope == "session") if expression else ()
        ledger.declare(name, line.key)
        ledger.computed[name] = scope


def _check_pace(ledger: Ledger, stage: Form) -> None:
    spot = stage.at("continue when")
    words, formula = paces(stage.word("continue when"))
    if formula is not None:
        check_formula(ledger, formula, spot, "session", shown=True)
    if "timer ends" in words and "minutes" not in stage.tried and not _timed_turns(stage):
        ledger.report.add("goes-with", spot, key=Text.same("continue when: timer ends"), other="minutes")
    if "everyone answered" in words and not stage.tried & {"ask", "vote", "choose", "board", "turns", "groups"}:
        ledger.report.add("nothing-awaited", spot)


def _timed_turns(stage: Form) -> bool:
    turns = stage.form("turns")
    return turns is not None and "minutes" in turns


def given(blocks: tuple[Form, ...]) -> dict[str, str]:
    """What the stages of a loop give, and whose it is: a person's, a group's, the session's, or words."""
    found: dict[str, str] = {}
    for stage in stages_of(blocks):
        for name, question in stage.named_forms("ask"):
            shared = question.word("answered by") == "group"
            number = question.word("type") in NUMERIC or _a_number(question)
            found[name] = ("group" if shared else "person") if number else "words"
        found |= {line.computed.name: line.computed.scope for line in lines(stage.form("compute"))}
    return found


def declared(blocks: tuple[Form, ...]) -> dict[str, Spot]:
    """Every name that the stages of a run declare, and where."""
    found: dict[str, Spot] = {}
    for stage in stages_of(blocks):
        found.setdefault(stage.word("stage"), stage.at("stage"))
        for name, said in stage.named("ask").items():
            found.setdefault(name, said.key)
        for board in stage.forms("board"):
            found.setdefault(board.word("name"), board.at("name"))
        for line in lines(stage.form("compute")):
            found.setdefault(line.computed.name, line.key)
    return found


def stages_of(blocks: tuple[Form, ...]) -> tuple[Form, ...]:
    """The stages of a run, those inside loops too, in order."""
    found: list[Form] = []
    for block in blocks:
        found.extend(stages_of(block.forms("stages")) if block.record == "repeat" else (block,))
    return tuple(found)
