"""The four messages that go up: hello, do, again, here; and what is answered to each, whoever carries it."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from facilitation.desk import Desk, Envelope, Expected, NotSaved, Receipt, Saved, Turned
from facilitation.domain.commands import Advance, Command, InsertBlock, Refused
from facilitation.domain.reasons import sentence
from facilitation.domain.session import Session
from facilitation.realtime.halls import Halls
from facilitation.realtime.identity import Identity, authorise
from facilitation.realtime.pace import Pace
from facilitation.realtime.reading import Asked, Unreadable, read_do, read_have

LATER = 2000
"""Milliseconds to wait when something failed that is not the screen's fault."""

Answer = dict[str, Any]

FindBlock = Callable[[Session, InsertBlock], Command | Refused]
"""The command with the stage of the library that its block stands for."""


def no_blocks(session: Session, asked: InsertBlock) -> Command | Refused:
    """For a house without a library: the rules then refuse the block."""
    return asked


MayBegin = Callable[[str], Refused | None]
"""Why a session may not begin yet, or None. Asked when somebody begins it, and at no other moment."""


def always(session_id: str) -> Refused | None:
    """For a house where nothing has to be settled first."""
    return None


log = logging.getLogger(__name__)


class Inbound:
    """Answers for every door that carries a screen's messages: the socket and its HTTP fallback."""

    def __init__(
        self,
        desk: Desk,
        halls: Halls,
        clock: Callable[[], int],
        time_of: Callable[[str], dict[str, Any]],
        find_block: FindBlock = no_blocks,
        may_begin: MayBegin = always,
    ) -> None:
        self._find_block = find_block
        self._may_begin = may_begin
        self._desk = desk
        self._halls = halls
        self._time_of = time_of
        self._pace = Pace(clock)
        self._looks = Pace(clock)

    def do(self, identity: Identity, body: Any, tab: str = "") -> Answer:
        """Pass a numbered command to the desk and say what became of it. Returns once that is on disk."""
        asked = read_do(body)
        if isinstance(asked, Unreadable):
            return refusal(Refused("not-understood", {"field": asked.field}))
        if identity.only_shows:
            return {"n": asked.number} | refusal(Refused("not-allowed"))
        stream = identity.stream(asked.tab or tab)
        if wait := self._pace.wait(f"{identity.session} {stream}"):
            return {"n": asked.number, "later": wait}
        try:
            return _answer(asked.number, self._desk.submit(identity.session, self._envelope(identity, asked, stream)))
        except KeyError:
            raise
        except NotSaved as trouble:
            said = {"fr": trouble.reason.fr, "en": trouble.reason.en}
            return {"n": asked.number, "later": LATER, "say": said}
        except Exception:
            # The screen keeps its command and sends it again: the desk knows it by number and id.
            log.exception("a command was not taken")
            return {"n": asked.number, "later": LATER}

    def _envelope(self, identity: Identity, asked: Asked, stream: str) -> Envelope:
        command = asked.command
        if not isinstance(command, Refused):
            command = authorise(identity, command) or command
        match command:
            case InsertBlock():
                command = self._find_block(self._desk.session(identity.session), command)
            case Advance() if self._desk.session(identity.session).status == "waiting":
                command = self._may_begin(identity.session) or command
        return Envelope(by=identity.by, command=command, stream=stream, number=asked.number, id=asked.id)

    def look(self, identity: Identity, have: Any, epoch: str, tab: str) -> Answer:
        """What hello would answer, once, for a screen without a socket: at the pace of commands.

        `have` is text as it comes over HTTP, or nothing for a page that is being drawn, which counts elsewhere.
        Raises KeyError if there is no such session.
        """
        if isinstance(have, str) and (wait := self._looks.wait(f"{identity.session} {identity.kind} {identity.id}")):
            return {"ok": False, "later": wait}
        true, held = self.believed(identity, read_have(have) or {}, epoch)
        return self.greeting(identity, true, tab, self._halls.look(identity, held))

    def greeting(self, identity: Identity, epoch: str, tab: str, welcome: Answer) -> Answer:
        """The answer to hello. Raises KeyError if there is no such session."""
        answer: Answer = {"ok": True, "you": {"kind": identity.kind}, **self._time_of(identity.session), "epoch": epoch}
        if not identity.only_shows:
            answer["you"]["id"] = identity.id
            answer["next"] = self._desk.next_number(identity.session, identity.stream(tab))
        return answer | welcome

    def believed(self, identity: Identity, have: Mapping[str, int], epoch: str) -> tuple[str, Mapping[str, int]]:
        """The epoch of the log, and what a screen holds of it: nothing, if it holds another log's documents."""
        true = self._desk.epoch(identity.session)
        return true, have if epoch == true else {}


def refusal(refused: Refused) -> Answer:
    """A reason, what fills its sentence, and the sentence itself in both languages."""
    said = sentence(refused)
    return {"refused": refused.reason, "detail": dict(refused.detail), "say": {"fr": said.fr, "en": said.en}}


def _answer(number: int, receipt: Receipt) -> Answer:
    match receipt:
        case Saved(seq=seq):
            return {"n": number, "saved": seq}
        case Turned(refused=refused):
            return {"n": number} | refusal(refused)
        case Expected(expect=expect):
            return {"n": number, "expect": expect}
