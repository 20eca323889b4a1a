"""What several workers need and one of them makes: once in a run, the others wait for it and take it."""

import fcntl
import os
import pickle
from collections.abc import Callable
from typing import TypeVar

import pytest

Made = TypeVar("Made")


def once(folders: pytest.TempPathFactory, name: str, make: Callable[[], Made]) -> Made:
    """What `make` gives, from whichever worker came first."""
    own = folders.getbasetemp()
    folder = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    kept = folder / f"{name}.pickle"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            made = make()
            kept.write_bytes(pickle.dumps(made))
            return made
    found: Made = pickle.loads(kept.read_bytes())
    return found
