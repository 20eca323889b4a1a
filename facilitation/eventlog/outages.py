"""Errors of the store as the two words that the desk knows: Conflict and Unavailable."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from facilitation.domain.format import Text
from facilitation.eventlog.entry import Conflict, Unavailable


@contextmanager
def said_plainly() -> Iterator[None]:
    """Errors of the store as the two words that the desk knows. Their own text is dropped: it may quote rows."""
    try:
        yield
    except IntegrityError as error:
        raise Conflict(type(error.orig).__name__) from None
    except (OperationalError, InterfaceError, PoolTimeout) as error:
        raise Unavailable(_reason(str(getattr(error, "orig", "")))) from None


def _reason(said: str) -> Text:
    if "full" in said or "No space" in said:
        return Text("Le disque est plein : rien ne peut être enregistré.", "The disk is full: nothing can be saved.")
    return Text(
        "La base ne répond pas : rien ne peut être enregistré.", "The database does not answer: nothing can be saved."
    )
