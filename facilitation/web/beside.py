"""Pages that take long to work out: in another thread, so that no phone of a session waits for them."""

from collections.abc import Callable
from contextvars import copy_context
from functools import wraps
from typing import Any, TypeVar

from facilitation.web.doors import doors

Made = TypeVar("Made")
View = TypeVar("View", bound=Callable[..., Any])


def beside(work: Callable[[], Made]) -> Made:
    """What `work` gives, or raises, in this request and in another thread.

    It may read, and keep rows of `records`: that waits for the one writer, as everybody does. It may neither hand in a
    command, nor start a process or a thread: those belong to the loop of the server. The houses of `tests/web` hold it
    to that.
    """
    context, made, refused = copy_context(), list[Made](), list[BaseException]()

    def carried_out() -> None:
        # Answered here: a thread that let the refusal out would print it.
        try:
            made.append(context.run(work))
        except BaseException as refusal:
            refused.append(refusal)

    doors().run(carried_out)
    if refused:
        raise refused[0]
    return made[0]


def beside_the_room(view: View) -> View:
    """A view that gathers whole sessions, or draws documents: worked out in another thread."""

    @wraps(view)
    def elsewhere(*args: Any, **kwargs: Any) -> Any:
        return beside(lambda: view(*args, **kwargs))

    return elsewhere  # type: ignore[return-value]  # it is called as the view is
