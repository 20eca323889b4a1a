"""What a screen sent, made into values; what cannot be made into values becomes a reason that names the field."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, TypeGuard, get_args

from facilitation.domain.commands import Command, Refused
from facilitation.domain.plain import NotPlain, from_plain

HIGHEST = 2**53 - 1
LONGEST_TICKET = 64
MOST_CHANNELS = 64

_NAME = re.compile(r"[A-Za-z0-9+/=_-]{1,64}")
_TAB = re.compile(r"[A-Za-z0-9_-]{8,64}")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Nothing can be done with this message, not even use its number. `field` names the first fault."""

    field: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A numbered command, or why the one that came could not be understood."""

    number: int
    id: str
    command: Command | Refused
    tab: str = ""


@dataclass(frozen=True, slots=True)
class Hello:
    """The first message of a screen: its ticket, and the versions it still holds."""

    ticket: str
    have: Mapping[str, int] = field(default_factory=dict)
    epoch: str = ""
    tab: str = ""


def read_do(body: Any) -> Asked | Unreadable:
    """The `do` message, whatever was sent."""
    if not isinstance(body, dict):
        return Unreadable("body")
    number, name, tab = body.get("n"), body.get("id"), body.get("tab", "")
    if not _whole(number) or not 1 <= number <= HIGHEST:
        return Unreadable("n")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        return Unreadable("id")
    if not _tab(tab):
        return Unreadable("tab")
    return Asked(number, name, _command(body.get("do")), tab)


def read_hello(body: Any) -> Hello | Unreadable:
    """The `hello` message, whatever was sent."""
    if not isinstance(body, dict):
        return Unreadable("body")
    ticket, epoch, tab = body.get("ticket"), body.get("epoch", ""), body.get("tab", "")
    have = read_have(body.get("have", {}))
    if not isinstance(ticket, str) or len(ticket) > LONGEST_TICKET:
        return Unreadable("ticket")
    if not isinstance(epoch, str):
        return Unreadable("epoch")
    if not _tab(tab):
        return Unreadable("tab")
    return Unreadable("have") if have is None else Hello(ticket, have, epoch, tab)


def read_have(have: Any) -> Mapping[str, int] | None:
    """Channel to version; also from text, `everyone:41,person:p7:40`. None when it makes no sense."""
    if isinstance(have, str):
        pairs = [piece.rpartition(":") for piece in have.split(",") if piece]
        have = {channel: int(version) for channel, _, version in pairs if version.isdecimal() and len(version) < 17}
    if not isinstance(have, Mapping) or len(have) > MOST_CHANNELS:
        return None
    if not all(isinstance(channel, str) and _whole(version) for channel, version in have.items()):
        return None
    return have


def read_again(body: Any) -> tuple[str, ...]:
    """The channels a screen asks to have again; nothing for what makes no sense."""
    channels = body.get("channels") if isinstance(body, dict) else None
    if not isinstance(channels, list) or len(channels) > MOST_CHANNELS:
        return ()
    return tuple(channel for channel in channels if isinstance(channel, str))


def read_here(body: Any) -> bool | None:
    """Whether the page is in front; None for what makes no sense."""
    visible = body.get("visible") if isinstance(body, dict) else None
    return visible if isinstance(visible, bool) else None


def _command(data: Any) -> Command | Refused:
    try:
        command: Command = from_plain(Command, data)
        return command
    except NotPlain as fault:
        return Refused("not-understood", {"field": _known(fault.path), "why": fault.why})
    except RecursionError:
        return Refused("not-understood", {"field": "do", "why": "too deep"})


def _known(path: str) -> str:
    # The path of a fault may hold a key that the sender made up; a receipt is kept, and erased with nobody's words.
    name = re.split(r"[.\[]", path, maxsplit=1)[0]
    return name if name in _names() else "do"


@cache
def _names() -> frozenset[str]:
    return frozenset({"kind"}.union(*({one.name for one in fields(command)} for command in get_args(Command))))


def _whole(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _tab(value: Any) -> bool:
    return value == "" or (isinstance(value, str) and bool(_TAB.fullmatch(value)))
