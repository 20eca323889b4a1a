"""Where a database lies that is gone once it is closed, and what becomes of those that a killed process left."""

import os
import re
import shutil
import tempfile
from pathlib import Path

_OURS = re.compile(r"facilitation-(\d{1,9})-[a-z0-9_]{8}")


def throwaway_folder() -> tempfile.TemporaryDirectory[str]:
    """A new folder for this process. Those of processes that ended without tidying up are thrown away first."""
    for left in Path(tempfile.gettempdir()).iterdir():
        found = _OURS.fullmatch(left.name)
        if found and not left.is_symlink() and not _is_running(int(found[1])):
            shutil.rmtree(left, ignore_errors=True)
    return tempfile.TemporaryDirectory(prefix=f"facilitation-{os.getpid()}-")


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
