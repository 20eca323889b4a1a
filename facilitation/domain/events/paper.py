"""The room without phones: packets, slips, counted hands, consents on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from facilitation.domain.session import Consents, Milliseconds, StepKey


@dataclass(frozen=True, slots=True)
class PaperPrinted:
    """More packets were numbered, one for each of `people`, with their aliases; and more sheets, one for each step."""

    people: tuple[str, ...]
    aliases: tuple[str, ...]
    sheets: tuple[StepKey, ...]
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class ConsentsGiven:
    """The consents of someone on paper were typed by `by`; or somebody, who is `by` then, changed their own."""

    person: str
    consents: Consents
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class SlipEntered:
    """The slip of a person for a step was typed by `by`: what else happened at this moment stood on it.

    `late` says whether the step, or even the session, was over by then; `dictated`, that its person spoke, and somebody
    else wrote.
    """

    step: StepKey
    person: str
    by: str
    at: Milliseconds
    blank: bool = False
    late: Literal["", "stage", "session"] = ""
    dictated: bool = False


@dataclass(frozen=True, slots=True)
class SlipTakenBack:
    """The entry of a slip was undone."""

    step: StepKey
    person: str
    by: str
    at: Milliseconds


@dataclass(frozen=True, slots=True)
class HandsCounted:
    """Raised hands were counted in the room, for a question or (`of` is "") a vote: totals without authors."""

    step: StepKey
    of: str
    totals: Mapping[str, int]
    by: str
    at: Milliseconds


PaperEvent = PaperPrinted | ConsentsGiven | SlipEntered | SlipTakenBack | HandsCounted
