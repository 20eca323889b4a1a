"""The sections that the format asked for, filled with what the session brought."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from facilitation.domain.format import (
    AnswersPart,
    ChartPart,
    LeftOutPart,
    ListPart,
    RulesPart,
    Section,
    TablePart,
    Text,
    VotesPart,
)
from facilitation.domain.format.document import Part
from facilitation.domain.session import Card, Session
from facilitation.projections.outcome.boards import votes_of
from facilitation.projections.outcome.consent import is_picked, unprinted
from facilitation.projections.outcome.contributions import (
    cards_shown,
    standing_of,
    words_shown,
)
from facilitation.projections.outcome.pictures import pictures_told
from facilitation.projections.outcome.questions import question_material
from facilitation.projections.outcome.register import WORDED, Register
from facilitation.projections.outcome.shapes import (
    CardList,
    ChartMaterial,
    Piece,
    Point,
    QuestionMaterial,
    RulesShown,
    SectionMaterial,
    SettingShown,
)
from facilitation.projections.outcome.values import value_chart, value_table
from facilitation.projections.outcome.words import filled, setting_said


def sections_of(session: Session, known: Register) -> tuple[SectionMaterial, ...]:
    """Every section of the format's documentation, in its order."""
    wanted = session.format.document if session.format else ()
    return tuple(_section(session, known, section) for section in wanted)


def settings_shown(session: Session) -> tuple[SettingShown, ...]:
    """Every setting of the format, as played."""
    wanted = session.format.settings if session.format else ()
    shown = (
        SettingShown(
            setting.name,
            filled(session, setting.label),
            setting_said(setting, session.settings.get(setting.name, setting.default)),
        )
        for setting in wanted
    )
    return (*shown, *_variants_shown(session))


def _variants_shown(session: Session) -> Iterator[SettingShown]:
    """The variants that were drawn by lot, with how many people had each; never who."""
    for treatment in session.format.treatments if session.format else ():
        counts = Counter(session.treated.get(treatment.name, {}).values())
        drawn = [option for option in treatment.options if counts[option.id]]
        if len(drawn) == 1:
            yield SettingShown(treatment.name, treatment.label, drawn[0].label)
        elif drawn:
            french = ", ".join(f"{option.label.fr} ({counts[option.id]})" for option in drawn)
            english = ", ".join(f"{option.label.en} ({counts[option.id]})" for option in drawn)
            yield SettingShown(treatment.name, treatment.label, Text(fr=french, en=english))


def _section(session: Session, known: Register, section: Section) -> SectionMaterial:
    pieces = tuple(piece for part in section.parts for piece in _pieces(session, known, part))
    return SectionMaterial(filled(session, section.title), section.appendix, pieces)


def _pieces(session: Session, known: Register, part: Part) -> tuple[Piece, ...]:
    match part:
        case RulesPart():
            return (RulesShown(settings_shown(session)),)
        case ListPart():
            return (_list(session, known, part),)
        case AnswersPart(question=name):
            return tuple(question_material(session, known, stage, name) for stage in _asking(session, name))
        case TablePart(value=value, title=title, rows=rows):
            return (value_table(session, known, value, filled(session, title), rows),)
        case VotesPart(stage=stage):
            return votes_of(session, known, stage)
        case LeftOutPart(source=source):
            return (_left_out(session, known, source),)
        case ChartPart(of=of) if of:
            return tuple(pictures_told(session, known, (part,)))
        case ChartPart(value=value, kind=sort, title=title):
            return (_chart(session, known, value, filled(session, title), sort == "line"),)


def _asking(session: Session, name: str) -> tuple[str, ...]:
    stages = (step.stage.id for step in session.plan for question in step.stage.ask if question.name == name)
    return tuple(dict.fromkeys(stages))


def _list(session: Session, known: Register, part: ListPart) -> CardList:
    return (
        _list_of_answers(session, known, part)
        if _asking(session, part.source)
        else _list_of_cards(session, known, part)
    )


def _list_of_answers(session: Session, known: Register, part: ListPart) -> CardList:
    given = [
        one
        for one in known.answers
        if one.question.name == part.source
        and part.stage in (None, one.planned.stage.id)
        and one.question.kind in WORDED
    ]
    label = given[0].question.label if given else None
    return CardList(
        source=part.source,
        title=filled(session, label) if label else None,
        ordered=part.order,
        cards=words_shown(session, known, given),
        of=sum(one.ruling != "withdrawn" for one in given),
        unprinted=unprinted(one.ruling for one in given),
    )


def _list_of_cards(session: Session, known: Register, part: ListPart) -> CardList:
    window = [card for card in _window(session, part) if not card.withdrawn]
    picked = [card for card in window if part.only is None or is_picked(session, card, part.only)]
    if part.order == "votes":
        picked.sort(key=lambda card: standing_of(session, card), reverse=True)
    return CardList(
        source=part.source,
        title=None,
        ordered=part.order,
        cards=cards_shown(session, known, picked),
        of=len(window),
        unprinted=unprinted(known.cards[card.id] for card in picked),
    )


def _left_out(session: Session, known: Register, source: str) -> CardList:
    cards = [known.cards[card.id] for card in session.cards.values() if card.board == source]
    answers = [one.ruling for one in known.answers if one.question.name == source]
    kept = [ruling for ruling in (*cards, *answers) if ruling == "left out"]
    return CardList(source, _named(session, source), "written", (), len(kept), unprinted(kept), promised=True)


def _named(session: Session, source: str) -> Text | None:
    """What people read above a board or a question, so that a promise kept says what it was about."""
    for step in session.plan:
        for board in step.stage.boards:
            if board.name == source and board.prompt is not None:
                return filled(session, board.prompt, step)
        for question in step.stage.ask:
            if question.name == source:
                return filled(session, question.label, step)
    return None


def _window(session: Session, part: ListPart) -> list[Card]:
    steps = [step.key for step in session.plan if part.stage in (None, step.stage.id)]
    carried = {id for key in steps for id in session.carried.get(key, {}).get(part.source, ())}
    return [
        card
        for card in session.cards.values()
        if card.board == part.source and card.about is None and (card.step in steps or card.id in carried)
    ]


def _chart(session: Session, known: Register, value: str, title: Text, line: bool) -> ChartMaterial:
    asking = _asking(session, value)
    if asking:
        return _spread_chart(title, question_material(session, known, asking[-1], value))
    return value_chart(session, known, value, title, "line" if line else "bars")


def _spread_chart(title: Text, question: QuestionMaterial) -> ChartMaterial:
    last = question.rounds[-1] if question.rounds else None
    points = tuple(
        Point(option.label, Fraction(option.count), option.count) for option in (last.counts if last else ())
    )
    return ChartMaterial(title, "bars", "answer", points, question.name)
