"""What the process of the press gives up before it reads its order."""

import mimetypes
import os
import resource
import sys
import sysconfig
import tempfile
import zoneinfo
from collections.abc import Callable
from pathlib import Path

from facilitation import places

MEMORY = 1 << 30
PROCESSOR_SECONDS = 90
NICENESS = 10
"""Low enough: on a core that two such processes keep busy, another one wakes as early as on an idle core."""

_SHUT = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "pty.", "ftplib.")
_SHUT_WHOLE = frozenset({"urllib.Request", "webbrowser.open", "os.startfile", "os.putenv"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def confine() -> None:
    """Bound memory, processor time and priority; close the network, other programs, and files that are not ours."""
    mimetypes.init()  # reads the machine's own list once, while it may
    _bound(resource.RLIMIT_AS, MEMORY)
    _bound(resource.RLIMIT_CPU, PROCESSOR_SECONDS)
    _bound(resource.RLIMIT_CORE, 0)
    os.nice(max(0, niceness() - os.nice(0)))
    sys.addaudithook(watch(_readable()))


def niceness() -> int:
    """How far the press gives way to whatever else runs: `PRESS_NICE`, or ten."""
    return int(os.environ.get("PRESS_NICE", NICENESS))


def watch(readable: tuple[str, ...]) -> Callable[[str, tuple[object, ...]], None]:
    """A guard over what Python does: it raises PermissionError, and cannot be taken off again."""
    scratch = os.path.realpath(tempfile.gettempdir())

    def guard(event: str, about: tuple[object, ...]) -> None:
        if event in _SHUT_WHOLE or event.startswith(_SHUT):
            raise PermissionError(f"the press does not do this: {event}")
        if event == "open" and isinstance(about[0], str | bytes):
            path = os.path.realpath(os.fsdecode(about[0]))
            flags = about[2] if isinstance(about[2], int) else 0
            allowed = (scratch,) if flags & _WRITING else (*readable, scratch)
            if not any(path == folder or path.startswith(folder + os.sep) for folder in allowed):
                raise PermissionError("the press does not open this file")

    return guard


def _readable() -> tuple[str, ...]:
    folders = [sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), *zoneinfo.TZPATH]
    folders += [str(places.PACKAGE), str(places.templates() / "documents"), str(places.static() / "dist")]
    folders += [path for path in sys.path if path and (Path(path) / "weasyprint").is_dir()]
    return tuple({os.path.realpath(folder) for folder in [*folders, os.devnull]})


def _bound(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))
