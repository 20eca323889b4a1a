"""The only place that encodes and decodes events, and the only one that knows old spellings."""

import hashlib
import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from facilitation.domain.events import (
    CONTENT,
    AnswerGiven,
    AnswerWithdrawn,
    CardEdited,
    CardPosted,
    CardWithdrawn,
    ClusterMade,
    ClusterRenamed,
    Event,
    ExcerptKept,
    NoteEdited,
    NoteErased,
    NoteTaken,
    ObservationEdited,
    ObservationNoted,
    ObservationWithdrawn,
    ReasonErased,
    ReasonGiven,
    TitleErased,
)
from facilitation.domain.plain import from_plain, to_plain

Payload = dict[str, Any]
Upgrade = Callable[[str, Payload], tuple[str, Payload]]

UPGRADES: tuple[Upgrade, ...] = ()
"""The n-th turns an event of spelling n into one of spelling n + 1. Rows are never rewritten: add here, at the end."""

SPELLING = len(UPGRADES) + 1

KINDS: Mapping[str, type] = {kind.__name__: kind for kind in get_args(Event)}

ERASED = ""
"""What stands where erased words stood."""

ERASING = (
    CardWithdrawn,
    AnswerWithdrawn,
    NoteEdited,
    NoteErased,
    ReasonGiven,
    ReasonErased,
    ObservationEdited,
    ObservationWithdrawn,
    TitleErased,
)
"""Events after which the earlier words of their subject are gone; those of the team also when replaced."""

GENESIS = "0" * 64
"""The chain before the first event."""


@dataclass(frozen=True, slots=True)
class Content:
    """Words of one event. `id` is a fingerprint that only `salt` can check: once both are erased it tells nothing."""

    id: str
    subject: str
    salt: str
    value: str


@dataclass(frozen=True, slots=True)
class Encoded:
    """An event as it is stored."""

    kind: str
    at: int
    payload: str
    content: Content | None


def encode(event: Event) -> Encoded:
    """An event as it is stored. Raises ValueError for anything that could not be read back as it was."""
    data: Payload = to_plain(event)
    kind, at = data.pop("kind"), data.pop("at")
    content = None
    if field := CONTENT.get(kind):
        content = _sealed(subject_of(event), written(data.pop(field)))
    encoded = Encoded(kind, at, written(data), content)
    # One unreadable row would close its session for ever: better to lose this command, before it is acknowledged.
    if decode(SPELLING, kind, at, encoded.payload, content.value if content else None) != event:
        raise ValueError(f"{kind} would not be read back as it is")
    return encoded


def decode(
    spelling: int, kind: str, at: int, payload: str, value: str | None, upgrades: Sequence[Upgrade] = UPGRADES
) -> Event:
    """The event that a row tells; `value` None means that its words were erased. Raises ValueError if unreadable."""
    data: Payload = json.loads(payload)
    data["at"] = at
    if field := CONTENT.get(kind):
        data[field] = ERASED if value is None else json.loads(value)
    for upgrade in upgrades[spelling - 1 :]:
        kind, data = upgrade(kind, data)
    if kind not in KINDS:
        raise ValueError(f"no event is called {kind}")
    event: Event = from_plain(KINDS[kind], {"kind": kind, **data})
    return event


def subject_of(event: Event) -> str:
    """What the words of an event are about: all words of one subject are erased together. Empty for other events."""
    match event:
        case CardPosted(card=card) | CardEdited(card=card) | CardWithdrawn(card=card):
            return f"card:{card}"
        case AnswerGiven() | AnswerWithdrawn():
            return f"answer:{event.step}:{event.question}:{event.holder}"
        case NoteTaken(note=note) | NoteEdited(note=note) | NoteErased(note=note):
            return f"note:{note}"
        case (
            ObservationNoted(note=note)
            | ObservationEdited(note=note)
            | ObservationWithdrawn(note=note)
            | ExcerptKept(note=note)
        ):
            return f"observation:{note}"
        case ClusterMade(cluster=cluster) | ClusterRenamed(cluster=cluster) | TitleErased(cluster=cluster):
            return f"cluster:{cluster}"
        case ReasonGiven(of=of) | ReasonErased(of=of):
            return f"reason:{of}"
    return ""


def erases(event: Event) -> str | None:
    """The subject whose words this event erases: all that were written before it."""
    return subject_of(event) if isinstance(event, ERASING) else None


def written(value: Any) -> str:
    """JSON that keeps the order of keys, as screens and documents show them in it; always valid UTF-8."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # A lone surrogate must fail here, before any transaction is open.
    line.encode()
    return line


def canonical(value: Any) -> str:
    """JSON with sorted keys: equal values give equal text, on any machine."""
    return json.dumps(to_plain(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True)


def fingerprint(salt: str, value: str) -> str:
    """The content id of `value` under `salt`."""
    return hashlib.blake2b(value.encode(), key=bytes.fromhex(salt), digest_size=16).hexdigest()


def chained(before: str, row: Mapping[str, Any]) -> str:
    """The seal of a row of events upon everything before it."""
    told = [row[name] for name in CHAINED]
    return hashlib.sha256(f"{before}{written(told)}".encode()).hexdigest()


CHAINED = (
    "session_id",
    "seq",
    "spelling",
    "kind",
    "actor_kind",
    "actor_id",
    "stream",
    "number",
    "at",
    "payload",
    "content_id",
)


def _sealed(subject: str, value: str) -> Content:
    salt = secrets.token_hex(16)
    return Content(fingerprint(salt, value), subject, salt, value)
