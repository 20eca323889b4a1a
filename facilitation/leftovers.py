"""Folders of one process in the folder for passing things, and what becomes of those that a killed process left."""

import os
import re
import shutil
import tempfile
from pathlib import Path


def named_after_us(name: str) -> str:
    """How a new folder of this process begins. Those of processes that ended without tidying up are thrown away first:
    a power cut runs no farewell, and words that were withdrawn since would stay in them.
    """
    ours = re.compile(rf"{re.escape(name)}-(\d{{1,9}})-[a-z0-9_]{{8}}")
    for left in Path(tempfile.gettempdir()).iterdir():
        found = ours.fullmatch(left.name)
        if found and not left.is_symlink() and not _is_running(int(found[1])):
            shutil.rmtree(left, ignore_errors=True)
    return f"{name}-{os.getpid()}-"


def private_folder(name: str) -> Path:
    """A new folder for this process alone."""
    return Path(tempfile.mkdtemp(prefix=named_after_us(name)))


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
