"""Passwords as they are kept: argon2id, worked out wherever the caller says."""

from collections.abc import Callable

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

Run = Callable[[Callable[[], None]], None]
"""Carries out a piece of work before it returns: in another thread, where something else must go on meanwhile."""

NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
"""The hash of no password, verified in place of the one that is not there."""


def at_once(work: Callable[[], None]) -> None:
    """Here and now."""
    work()


def hashed(password: str, run: Run = at_once) -> str:
    """What is kept of a password."""
    kept: list[str] = []
    run(lambda: kept.append(_hasher().hash(password)))
    return kept[0]


def fits(kept: str | None, password: str, run: Run = at_once) -> bool:
    """Whether a password is the one of which `kept` is kept; None costs as much time, and never fits."""
    found: list[bool] = []

    def look() -> None:
        # Answered here: a thread that let the refusal out would print it.
        try:
            found.append(_hasher().verify(kept or NOBODY, password))
        except VerificationError:
            found.append(False)

    run(look)
    return found[0] and kept is not None


def _hasher() -> PasswordHasher:
    # OWASP's setting of 19 MiB and two passes: the server that checks a password is also serving a room full of phones.
    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
