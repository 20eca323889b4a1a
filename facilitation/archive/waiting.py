"""Archives that were sent and looked into, and wait until somebody says yes: in a private folder, not for long."""

import secrets
import shutil
from collections import OrderedDict
from pathlib import Path
from threading import Lock
from weakref import finalize

from facilitation.leftovers import private_folder

MOST = 3
KEPT_FOR = 3_600_000
"""Milliseconds."""


class Waiting:
    """Each file is known by a random name, to the account that sent it alone. The folder is made when it is needed."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._sent: OrderedDict[str, tuple[int, int]] = OrderedDict()
        self._lock = Lock()

    def keep(self, data: bytes, account: int, now: int) -> str:
        """Keep a file; the name it waits under. The oldest of too many goes."""
        name = secrets.token_hex(16)
        with self._lock:
            self._tidy(now)
            while len(self._sent) >= MOST:
                self._forget(next(iter(self._sent)))
            self._place(name).write_bytes(data)
            self._sent[name] = (account, now)
        return name

    def find(self, name: str, account: int, now: int) -> bytes | None:
        """The file, if it still waits."""
        with self._lock:
            self._tidy(now)
            known = self._sent.get(name)
            return self._place(name).read_bytes() if known and known[0] == account else None

    def forget(self, name: str, account: int) -> None:
        """It waits no longer."""
        with self._lock:
            if self._sent.get(name, (0, 0))[0] == account:
                self._forget(name)

    def _tidy(self, now: int) -> None:
        for name in [name for name, (_, at) in self._sent.items() if now - at > KEPT_FOR]:
            self._forget(name)

    def _forget(self, name: str) -> None:
        self._sent.pop(name, None)
        self._place(name).unlink(missing_ok=True)

    def _place(self, name: str) -> Path:
        if self._folder is None:
            self._folder = private_folder("documents")
            finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        return self._folder / f"{name}.zip"
