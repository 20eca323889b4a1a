"""Where finished documents are kept while the server runs, and what becomes of those that a killed server left."""

import os
import re
import shutil
import tempfile
from pathlib import Path

_OURS = re.compile(r"documents-(\d{1,9})-[a-z0-9_]{8}")


def private_folder() -> Path:
    """A new folder for this process alone. Those of processes that ended without tidying up are thrown away first."""
    for left in Path(tempfile.gettempdir()).iterdir():
        found = _OURS.fullmatch(left.name)
        # A power cut runs no farewell: words withdrawn since would stay in an old document.
        if found and not left.is_symlink() and not _is_running(int(found[1])):
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"documents-{os.getpid()}-"))


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
