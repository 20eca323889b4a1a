"""Between values and rows: everything is encoded here, before a transaction is open."""

import json
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row

from facilitation.domain.commands import By, Refused
from facilitation.domain.reasons import TYPED
from facilitation.eventlog.codec import SPELLING, Content, chained, decode, encode, erases, written
from facilitation.eventlog.entry import Answered, Appended, Batch, Entry, Head, Recorded

Values = dict[str, Any]


@dataclass(slots=True)
class Rows:
    """The rows of one batch, and the subjects whose words it erases."""

    session: str
    events: list[Values] = field(default_factory=list)
    contents: list[Values] = field(default_factory=list)
    receipts: list[Values] = field(default_factory=list)
    erased: list[str] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to store."""
        return not (self.events or self.receipts)


def prepare(batch: Batch) -> tuple[Rows, Appended]:
    """The rows of a batch and the head after them. Raises ValueError for what cannot be encoded."""
    rows, head, seqs = Rows(batch.session), batch.head, []
    for entry in batch.entries:
        head = _add_events(rows, entry, head)
        # A log begins with an event: what was refused before it leaves no trace.
        if entry.number is not None and head.seq:
            rows.receipts.append(_receipt(batch.session, entry, head.seq))
        seqs.append(head.seq)
    return rows, Appended(head, tuple(seqs))


def recorded(row: Row[Any]) -> Recorded:
    """What a row of `events`, beside the `value` of its content, tells."""
    event = decode(row.spelling, row.kind, row.at, row.payload, row.value)
    erased = row.content_id is not None and row.value is None
    return Recorded(row.seq, By(row.actor_kind, row.actor_id), row.stream, row.number, event, erased)


def answered(row: Row[Any]) -> Answered:
    """What a row of `receipts` tells."""
    refused = None if row.reason is None else Refused(row.reason, json.loads(row.detail))
    return Answered(row.number, row.command_id, row.seq, refused)


def _add_events(rows: Rows, entry: Entry, head: Head) -> Head:
    for event in entry.events:
        encoded = encode(event)
        row: Values = {
            "session_id": rows.session,
            "seq": head.seq + 1,
            "spelling": SPELLING,
            "kind": encoded.kind,
            "actor_kind": entry.by.kind,
            "actor_id": _clean(entry.by.id),
            "stream": _clean(entry.stream),
            "number": entry.number,
            "at": encoded.at,
            "payload": encoded.payload,
            "content_id": encoded.content.id if encoded.content else None,
        }
        head = Head(head.seq + 1, head.epoch, chained(head.chain, row))
        rows.events.append({**row, "chain": head.chain})
        # First the former words, then the event's own, which may replace them.
        if subject := erases(event):
            _take_back(rows, subject)
        if encoded.content:
            rows.contents.append(_content(rows.session, encoded.content))
    return head


def _take_back(rows: Rows, subject: str) -> None:
    """Words written earlier in the same batch never reach the disk; those already there are erased by the log."""
    rows.erased.append(subject)
    for content in rows.contents:
        if content["subject"] == subject:
            content.update(salt=None, value=None, erased="withdrawn")


def _content(session: str, content: Content) -> Values:
    return {
        "content_id": content.id,
        "session_id": session,
        "subject": content.subject,
        "salt": content.salt,
        "value": content.value,
        "erased": None,
    }


def _receipt(session: str, entry: Entry, seq: int) -> Values:
    refused = entry.refused
    detail = {name: "…" if name in TYPED else said for name, said in refused.detail.items()} if refused else {}
    return {
        "session_id": session,
        "stream": _clean(entry.stream),
        "number": entry.number,
        "command_id": _clean(entry.id),
        "seq": seq,
        "reason": _clean(refused.reason) if refused else None,
        "detail": written(detail) if refused else None,
    }


def _clean(word: str) -> str:
    """The word itself, once it is sure that the database can take it."""
    word.encode()
    if "\x00" in word:
        raise ValueError("NUL cannot be stored")
    return word
