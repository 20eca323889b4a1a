"""Reads a whole log again: is it dense, in order, sealed, complete, and what is true after it."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select

from facilitation.domain.events import Event, SessionPlanned
from facilitation.domain.evolve import replay
from facilitation.domain.format import Text
from facilitation.domain.session import Session
from facilitation.eventlog import tables
from facilitation.eventlog.codec import CHAINED, GENESIS, canonical, chained, decode, erases, fingerprint
from facilitation.eventlog.entry import Fault, Verification

Row = Mapping[Any, Any]
Rows = Sequence[Row]


def state_hash(session: Session) -> str:
    """The SHA-256 of a state, as 64 hexadecimal digits: a pure function of the events that led to it."""
    return hashlib.sha256(canonical(session).encode()).hexdigest()


def verify(connection: Connection, session: str) -> Verification:
    """What is wrong with a log, if anything; `state` is empty where it cannot be worked out.

    Raises KeyError for an unknown session.
    """
    head = connection.execute(select(tables.heads).where(tables.heads.c.session_id == session)).mappings().one_or_none()
    if head is None:
        raise KeyError(session)
    parts = (tables.events, "seq"), (tables.contents, "content_id"), (tables.receipts, "number")
    return verified(session, head, *(_rows(connection, table, session, order) for table, order in parts))[0]


def verified(session: str, head: Row, rows: Rows, words: Rows, receipts: Rows) -> tuple[Verification, Session | None]:
    """The same of rows at hand, each in the order of its numbers; and the state, where it can be worked out. Pure."""
    contents = {row["content_id"]: row for row in words}
    events, unreadable = _decoded(rows, contents)
    faults = [
        *_density(rows, head),
        *_chain(rows, head),
        *_numbers(rows, receipts),
        *_contents(rows, contents, events),
        *_frozen(events),
        *unreadable,
    ]
    if not unreadable:
        try:
            state = replay(events.values())
            return Verification(session, len(rows), state_hash(state), tuple(faults)), state
        except Exception:
            faults.append(_fault("replay", 0, "Le journal ne se rejoue pas.", "The log cannot be replayed."))
    return Verification(session, len(rows), "", tuple(faults)), None


def _rows(connection: Connection, table: Table, session: str, order: str) -> Rows:
    wanted = select(table).where(table.c.session_id == session).order_by(table.c[order])
    return connection.execute(wanted).mappings().all()


def _decoded(rows: Rows, contents: Mapping[str, Row]) -> tuple[dict[int, Event], list[Fault]]:
    events: dict[int, Event] = {}
    faults = []
    for row in rows:
        content = contents.get(row["content_id"] or "")
        try:
            value = content["value"] if content else None
            events[row["seq"]] = decode(row["spelling"], row["kind"], row["at"], row["payload"], value)
        except ValueError:
            faults.append(_fault("unreadable", row["seq"], "L'événement est illisible.", "The event cannot be read."))
    return events, faults


def _density(rows: Rows, head: Row) -> Iterator[Fault]:
    for expected, row in enumerate(rows, start=1):
        if row["seq"] != expected:
            yield _fault("gap", expected, "Il manque un événement.", "An event is missing.")
            return
    if head["seq"] != len(rows):
        yield _fault("head", 0, "La tête du journal ne suit pas.", "The head of the log does not follow.")


def _chain(rows: Rows, head: Row) -> Iterator[Fault]:
    seal = GENESIS
    for row in rows:
        seal = chained(seal, {name: row[name] for name in CHAINED})
        if seal != row["chain"]:
            yield _fault("chain", row["seq"], "Le sceau est rompu à partir d'ici.", "The seal is broken from here on.")
            return
    if head["chain"] != seal:
        yield _fault("head", 0, "Le sceau de la tête ne suit pas.", "The seal of the head does not follow.")


def _numbers(rows: Rows, receipts: Rows) -> Iterator[Fault]:
    """Per stream: numbers 1, 2, 3… each with one receipt, whose seqs never go back and end where its events end."""
    last_event = {(row["stream"], row["number"]): row["seq"] for row in rows if row["number"] is not None}
    streams: dict[str, list[Any]] = defaultdict(list)
    for receipt in receipts:
        streams[receipt["stream"]].append(receipt)
        seq = last_event.pop((receipt["stream"], receipt["number"]), None)
        if seq is not None and (seq != receipt["seq"] or receipt["reason"] is not None):
            yield _fault("receipt", seq, "Le reçu contredit l'événement.", "The receipt contradicts the event.")
        if receipt["seq"] > len(rows):
            yield _fault("receipt", 0, "Un reçu va plus loin que le journal.", "A receipt goes beyond the log.")
    for seq in last_event.values():
        yield _fault("receipt", seq, "L'événement n'a pas de reçu.", "The event has no receipt.")
    for of_stream in streams.values():
        seqs = [receipt["seq"] for receipt in of_stream]
        if [receipt["number"] for receipt in of_stream] != list(range(1, len(of_stream) + 1)):
            yield _fault("numbers", 0, "Il manque un numéro dans une série.", "A number is missing in a stream.")
        if seqs != sorted(seqs):
            yield _fault("numbers", 0, "Une série n'est pas dans l'ordre.", "A stream is out of order.")


def _frozen(events: Mapping[int, Event]) -> Iterator[Fault]:
    """The text of the format that the session carries is the one that was planned with: its fingerprint says so."""
    for seq, event in events.items():
        if isinstance(event, SessionPlanned) and hashlib.sha256(event.source.encode()).hexdigest() != event.digest:
            yield _fault(
                "format",
                seq,
                "Le texte du format n'est pas celui de la planification.",
                "The text of the format is not the one it was planned with.",
            )


def _contents(rows: Rows, contents: Mapping[str, Row], events: Mapping[int, Event]) -> Iterator[Fault]:
    withdrawn = {subject: seq for seq, event in events.items() if (subject := erases(event))}
    known = set()
    for row in rows:
        if row["content_id"] is None:
            continue
        known.add(row["content_id"])
        yield from _content(row["seq"], contents.get(row["content_id"]), withdrawn)
    if contents.keys() - known:
        yield _fault("content", 0, "Des mots n'appartiennent à aucun événement.", "Some words belong to no event.")


def _content(seq: int, content: Row | None, withdrawn: Mapping[str, int]) -> Iterator[Fault]:
    if content is None:
        yield _fault("content", seq, "Les mots manquent.", "The words are missing.")
        return
    taken_back = withdrawn.get(content["subject"], 0) > seq
    if content["value"] is None:
        if content["erased"] is None or (content["erased"] == "withdrawn" and not taken_back):
            yield _fault("content", seq, "Des mots effacés sans motif.", "Words erased without a reason.")
    elif taken_back:
        yield _fault("content", seq, "Des mots retirés sont encore là.", "Withdrawn words are still there.")
    elif fingerprint(content["salt"], content["value"]) != content["content_id"]:
        yield _fault("content", seq, "Les mots ont été changés.", "The words were changed.")


def _fault(code: str, seq: int, fr: str, en: str) -> Fault:
    return Fault(code, seq, Text(fr, en))
