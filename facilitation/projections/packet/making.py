"""A session as it is printed before anybody comes: from its plan and the numbers that its log has given."""

from collections.abc import Callable
from dataclasses import replace

from facilitation.domain.format import Handout, Option, Role, Text
from facilitation.domain.session import Planned, Session
from facilitation.domain.slips.field import Field
from facilitation.domain.slips.fields import fields_of
from facilitation.domain.slips.numbers import CONSENT, SlipNumber, written
from facilitation.projections.packet.shapes import Packet, Poster, PrintedRole, PrintedSeat, PrintedSheet, Wanted
from facilitation.projections.stances import STANCES
from facilitation.projections.wording import worded

NOTHING = "\u2026\u2026"
"""Stands on paper for a value that nobody knows yet: there is room to write it."""

MOST_COPIES = 8

Words = Callable[[Text], Text]


def packet(session: Session, wanted: Wanted, code_of: Callable[[int], str], address: str, days: int) -> Packet:
    """What is to be printed. `code_of` gives the withdrawal code of a packet's number, as it is shown."""
    numbers = range(max(1, wanted.first), min(wanted.last, len(session.seats)) + 1)
    seats = tuple(
        PrintedSeat(n, session.seats[n - 1].alias, code_of(n), written(SlipNumber(CONSENT, n), session.id))
        for n in numbers
    )
    form = session.format
    return Packet(
        title=session.title,
        format_title=form.title if form else Text.same(""),
        address=address,
        days=days,
        parts=wanted.parts,
        seats=seats,
        sheets=_sheets(session, wanted, numbers) if "slips" in wanted.parts else (),
        roles=_roles(session) if "roles" in wanted.parts else (),
        posters=_posters(session) if "posters" in wanted.parts else (),
        parts_of=_names(session),
        about=form.consent if form else None,
    )


def _sheets(session: Session, wanted: Wanted, numbers: range) -> tuple[PrintedSheet, ...]:
    found = []
    for sheet, key in enumerate(session.sheets, 1):
        planned = session.planned(key)
        if planned is None or (wanted.sheets and sheet not in wanted.sheets):
            continue
        say = _filling(session, planned)
        found.append(
            PrintedSheet(
                sheet=sheet,
                title=say(planned.stage.title),
                turn=".".join(map(str, planned.rounds)),
                instruction=say(planned.stage.instruction) if planned.stage.instruction else None,
                minutes=_minutes(planned),
                fields=tuple(_printed(field, say) for field in fields_of(session, planned)),
                numbers=tuple(written(SlipNumber(sheet, n), session.id) for n in numbers),
            )
        )
    return tuple(found)


def _printed(field: Field, say: Words) -> Field:
    """A field with its words filled in."""
    return replace(
        field,
        label=say(field.label) if field.label else None,
        help=say(field.help) if field.help else None,
        options=tuple(Option(option.id, STANCES.get(option.id, say(option.label))) for option in field.options),
        columns=tuple(say(column) for column in field.columns),
    )


def _names(session: Session) -> dict[str, Text]:
    form = session.format
    variants = [option for treatment in form.treatments for option in treatment.options] if form else []
    roles = {role.name: role.label for role in form.roles} if form else {}
    return {**{option.id: option.label for option in variants}, **roles}


def _roles(session: Session) -> tuple[PrintedRole, ...]:
    roles = session.format.roles if session.format else ()
    return tuple(PrintedRole(role.label, min(role.count, MOST_COPIES), _told(session, role)) for role in roles)


def _told(session: Session, role: Role) -> tuple[tuple[Text, Text], ...]:
    told = ((planned, planned.stage.tell[role.name]) for planned in _once(session) if role.name in planned.stage.tell)
    said = tuple((_filling(session, p)(p.stage.title), _filling(session, p)(text)) for p, text in told)
    return (*said, *((title, words) for one, title, words in _handouts(session) if one.only_for == role.name))


def _handouts(session: Session) -> tuple[tuple[Handout, Text, Text], ...]:
    """Each document once, with the words of the first step that hands it out."""
    found: dict[str, tuple[Handout, Text, Text]] = {}
    known = {one.name: one for one in session.format.handouts} if session.format else {}
    for planned in session.plan:
        for name in planned.stage.hand_out:
            if name in known and name not in found:
                say = _filling(session, planned)
                found[name] = (known[name], say(known[name].title), say(known[name].in_words))
    return tuple(found.values())


def _posters(session: Session) -> tuple[Poster, ...]:
    stages = (_poster(session, planned) for planned in _once(session))
    return (*stages, *(Poster(title, words, (), None) for one, title, words in _handouts(session) if not one.only_for))


def _poster(session: Session, planned: Planned) -> Poster:
    say, stage = _filling(session, planned), planned.stage
    prompts = (*(question.label for question in stage.ask), *(board.prompt for board in stage.boards if board.prompt))
    instruction = say(stage.instruction) if stage.instruction else None
    return Poster(say(stage.title), instruction, tuple(map(say, prompts)), _minutes(planned))


def _once(session: Session) -> tuple[Planned, ...]:
    """Each stage once, however many turns it has."""
    first = {planned.stage.id: planned for planned in reversed(session.plan)}
    return tuple(planned for planned in session.plan if first[planned.stage.id] == planned)


def _minutes(planned: Planned) -> int | None:
    return round(planned.seconds / 60) or 1 if planned.seconds else None


def _filling(session: Session, planned: Planned) -> Words:
    def say(text: Text) -> Text:
        return worded(session, planned, text, nothing=NOTHING)

    return say
