"""One slip on the page where it is typed: whose, what it asks, what stands there, what is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from flask_babel import gettext

from facilitation.domain.commands import EnterSlip, GiveConsents, Refused, SlipContent
from facilitation.domain.format import Text
from facilitation.domain.reasons import sentence
from facilitation.domain.rules.packets import seat_of
from facilitation.domain.rules.slips import opened
from facilitation.domain.session import Consents, PaperSeat, Planned, Session, Slip
from facilitation.domain.slips.field import Field, card_number, sign_of
from facilitation.domain.slips.fields import fields_for
from facilitation.domain.slips.numbers import CONSENT, SlipNumber, written
from facilitation.domain.slips.reading import NO, YES, Fault, content_of, typed_of
from facilitation.domain.slips.standing import standing
from facilitation.projections.stances import STANCES
from facilitation.projections.wording import worded
from facilitation.web.language import said

CONSENTS = ("report", "quotation", "publication")


@dataclass(frozen=True, slots=True)
class Line:
    """A field as it is shown: its label, the letters or numbers that may be typed, whether it takes several lines."""

    field: Field
    label: Text | None
    help: Text | None
    choices: tuple[tuple[str, Text], ...]
    tall: bool
    columns: tuple[Text, ...] = ()

    @property
    def name(self) -> str:
        """The name of its input."""
        return self.field.name


@dataclass(frozen=True, slots=True)
class Shown:
    """A slip that was opened by its number. `typed` is what stands in its inputs."""

    session: str
    number: SlipNumber
    seat: PaperSeat
    title: Text | None
    lines: tuple[Line, ...]
    typed: Mapping[str, str]
    known: Slip | None = None
    late: bool = False
    new: bool = True
    elsewhere: bool = False
    """Whether its person wrote there themselves. Staff are not shown it: it may be for its author alone."""
    replaces: bool = False
    dictated: bool = False
    errors: Mapping[str, str] = field(default_factory=dict)
    trouble: str = ""

    @property
    def written(self) -> str:
        """Its number as it is printed."""
        return written(self.number, self.session)

    @property
    def is_consent(self) -> bool:
        """Whether it is the first sheet of a packet."""
        return self.number.sheet == CONSENT

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed: passing. A consent slip left empty agrees to nothing, which is not passing."""
        return not self.is_consent and not any(self.typed.values())

    @property
    def first_fault(self) -> str:
        """The input to begin with: the first that is wrong, or the first of all."""
        wrong = (line.name for line in self.lines if line.name in self.errors)
        return next(wrong, self.lines[0].name if self.lines else "")

    def with_typed(self, typed: Mapping[str, str]) -> "Shown":
        """The same slip with what was sent."""
        return replace(self, typed={line.name: typed.get(line.name, "") for line in self.lines})

    def command(self) -> EnterSlip | GiveConsents | Refused | tuple[Fault, ...]:
        """What is to happen, or what cannot be read."""
        if self.is_consent:
            return self._consents()
        content = content_of([line.field for line in self.lines], self.typed)
        if not isinstance(content, SlipContent):
            return content
        return EnterSlip(self.number.sheet, self.number.seat, content, self.replaces, self.dictated)

    def _consents(self) -> GiveConsents | tuple[Fault, ...]:
        plain = {name: self.typed.get(f"consent/{name}", "").lower() for name in CONSENTS}
        wrong = [name for name, words in plain.items() if words and words not in YES | NO]
        if wrong:
            return tuple(Fault(f"consent/{name}", Refused("slip-yes-no")) for name in wrong)
        return GiveConsents(self.number.seat, Consents(*(plain[name] in YES for name in CONSENTS)))

    def at_fault(self, why: Refused | tuple[Fault, ...]) -> "Shown":
        """The same slip with what is wrong, at its fields where that is known."""
        if isinstance(why, tuple):
            return replace(self, errors={fault.field: said(sentence(fault.refused)) for fault in why})
        at = why.detail.get("field", "")
        names = [line.name for line in self.lines if line.name == at or line.name.startswith(f"{at}/")] if at else []
        words = said(sentence(why))
        return replace(self, errors={names[0]: words}) if names else replace(self, trouble=words)


def open_slip(state: Session, number: SlipNumber, now: int) -> Shown | Refused:
    """The slip of a number, as it can be typed now."""
    if number.sheet == CONSENT:
        return _consent_slip(state, number)
    found = opened(state, number.sheet, number.seat, now)
    if isinstance(found, Refused):
        return found
    fields = fields_for(found.session, found.planned, found.seat.person)
    if not fields:
        return Refused("slip-not-theirs")
    return Shown(
        session=state.id,
        number=number,
        seat=found.seat,
        title=_saying(found.session, found.planned, found.seat.person)(found.planned.stage.title),
        lines=tuple(line_of(found.session, found.planned, found.seat.person, one) for one in fields),
        typed={} if found.elsewhere else typed_of(fields, standing(found.session, found.planned, found.seat.person)),
        elsewhere=found.elsewhere,
        dictated=found.known is not None and found.known.dictated,
        known=found.known,
        late=found.late != "",
        new=found.known is None,
    )


def line_of(session: Session, planned: Planned, person: str, one: Field) -> Line:
    """A field as one person reads it."""
    say = _saying(session, planned, person)
    named = ((sign_of(one, n), STANCES.get(option.id, say(option.label))) for n, option in enumerate(one.options))
    cards = ((card_number(card.id), card.label) for card in one.cards)
    return Line(
        field=one,
        label=say(one.label) if one.label else None,
        help=say(one.help) if one.help else None,
        choices=(*cards, *named),
        tall=one.kind == "long text" and one.longest > 120,
        columns=tuple(map(say, one.columns)),
    )


def _saying(session: Session, planned: Planned, person: str) -> Callable[[Text], Text]:
    def say(text: Text) -> Text:
        return worded(session, planned, text, person)

    return say


def _consent_slip(state: Session, number: SlipNumber) -> Shown | Refused:
    seat = seat_of(state, number.seat)
    if isinstance(seat, Refused):
        return seat
    labels = (
        gettext("A. My contributions may appear in the report (y, n)"),
        gettext("B. My exact words may be quoted (y, or empty)"),
        gettext("C. They may also be published outside the team (y, or empty)"),
    )
    fields = (Field(f"consent/{name}", "answer", "yes-no", name) for name in CONSENTS)
    lines = (Line(one, Text.same(label), None, (), False) for one, label in zip(fields, labels, strict=True))
    typed = {}
    if seat.person in state.consented:
        agreed = state.people[seat.person].consents
        typed = {f"consent/{name}": _yes_no(getattr(agreed, name)) for name in CONSENTS}
    return Shown(state.id, number, seat, None, tuple(lines), typed, new=False)


def _yes_no(value: bool) -> str:
    return str(gettext("y") if value else "n")
