"""Error lines that say where something broke, and not a word of what people wrote, who they are or where they sit."""

import logging
import traceback
from types import TracebackType

OURS = "facilitation."
FLASK = "facilitation.app"
"""Flask logs under the name of its app, and quotes the path, which may hold a token."""


class WithoutContent(logging.Filter):
    """Keeps our own lines; reduces those of libraries to a name, a place and a kind of error.

    Libraries print arguments, environments and messages of exceptions, which hold what people sent.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Never drops a record: a failure that leaves no trace could not be repaired."""
        trouble = record.exc_info
        if not record.name.startswith(OURS) or record.name == FLASK:
            record.msg, record.args = f"{record.module}:{record.lineno}", ()
        if trouble and trouble[0] is not None:
            record.msg, record.args = (f"{record.getMessage()} {fault(trouble[0], trouble[2])}", ())
        record.exc_info = record.exc_text = record.stack_info = None
        return True


def fault(kind: type[BaseException], trace: TracebackType | None) -> str:
    """`KeyError at rules.py:31 in decide < desk.py:80 in drain`, innermost first."""
    frames = traceback.extract_tb(trace)[-6:]
    places = (f"{frame.filename.rpartition('/')[2]}:{frame.lineno} in {frame.name}" for frame in reversed(frames))
    return f"{kind.__name__} at {' < '.join(places)}"


def quiet_logger(name: str) -> logging.Logger:
    """A logger for a library: errors only, and only where they happened."""
    logger = logging.getLogger(name)
    logger.setLevel(logging.ERROR)
    if not any(isinstance(present, WithoutContent) for present in logger.filters):
        logger.addFilter(WithoutContent())
    return logger
