"""Long work at the press, as pages follow it: what this browser asked for last, how far that is, calling it off."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from flask import Blueprint, jsonify, redirect, session, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.documentation.progress import Progress
from facilitation.domain.format.text import Locale
from facilitation.web.access import View, staff_only
from facilitation.web.doors import doors
from facilitation.web.language import said

MOST = 5
"""Documents remembered of each kind: the signed cookie is small."""


Made = TypeVar("Made", covariant=True)


class Maker(Protocol[Made]):
    """Whoever does the long work: the press, or those who make and restore archives."""

    def progress(self, job: str) -> Progress | None:
        """How far a job is, or None if there is no such job."""

    def result(self, job: str) -> Made | None:
        """What came of it, once it is done."""

    def cancel(self, job: str) -> None:
        """Call it off."""


def the_press() -> Maker[bytes]:
    """The press of the app that answers the current request."""
    return doors().press


@dataclass(frozen=True, slots=True)
class Followed(Generic[Made]):
    """Works of one kind that this browser asked for, by the name of what each is about; in the signed cookie."""

    kind: str
    by: Callable[[], Maker[Made]]

    def remember(self, name: str, job: str, locale: Locale, of: tuple[str, ...] = ()) -> None:
        """Keep the job, with what else was asked of it; the oldest of too many goes."""
        others = {other: kept for other, kept in session.get(self.kind, {}).items() if other != name}
        session[self.kind] = {**dict(list(others.items())[1 - MOST :]), name: [job, locale, *of]}

    def locale(self, name: str, otherwise: Locale) -> Locale:
        """The language it was asked for in, or the one given."""
        return self._asked(name)[1] or otherwise

    def of(self, name: str) -> tuple[str, ...]:
        """What else was asked of it, as it was remembered."""
        return self._asked(name)[2]

    def progress(self, name: str) -> Progress | None:
        """How far it is; None if it was never asked for, or is no longer known."""
        job = self._asked(name)[0]
        return self.by().progress(job) if job else None

    def progress_json(self, name: str, page: str) -> Response:
        """The same for the progress bar of a page."""
        return jsonify(progress_facts(self.progress(name), page))

    def cancel(self, name: str) -> None:
        """Call it off: its process ends, and nothing of it is kept."""
        job = self._asked(name)[0]
        if job:
            self.by().cancel(job)

    def made(self, name: str) -> Made | None:
        """What was asked for, once it is made."""
        job = self._asked(name)[0]
        return self.by().result(job) if job else None

    def forget(self, name: str) -> None:
        """Its page has said what came of it."""
        session[self.kind] = {other: kept for other, kept in session.get(self.kind, {}).items() if other != name}

    def _asked(self, name: str) -> tuple[str, Locale | None, tuple[str, ...]]:
        match session.get(self.kind, {}).get(name):
            case [str(job), ("fr" | "en") as locale, *of]:
                return job, locale, tuple(map(str, of))
        return "", None, ()


def Jobs(kind: str) -> Followed[bytes]:
    """Documents of one kind, made by the press."""
    return Followed(kind, the_press)


def let_follow(
    blueprint: Blueprint,
    jobs: Followed[Any],
    about: Callable[..., str],
    page: str,
    *,
    under: str = "",
    anchor: str | None = None,
    only: Callable[[View], View] = staff_only,
) -> None:
    """Two doors beside the `page` that shows a job: how far it is, and calling it off.

    `about` gives the name of what the job is about from what the address holds, or refuses what does not exist.
    """

    @blueprint.get(f"{under}/progress.json")
    @only
    def progress(**of: Any) -> Response:
        """How far it is, for the progress bar."""
        return jobs.progress_json(about(**of), url_for(page, **of))

    @blueprint.post(f"{under}/cancel")
    @only
    def cancel(**of: Any) -> Response:
        """Call it off: nothing of it is kept."""
        jobs.cancel(about(**of))
        return redirect(url_for(page, **of, _anchor=anchor))


def progress_facts(found: Progress | None, page: str) -> dict[str, Any]:
    """How far a document is, as the progress bar of its page asks for it."""
    if found is None:
        return {"state": "failed", "url": page, "message": gettext("This document is no longer known. Make it again.")}
    return {"state": found.state, "done": found.done, "total": found.total, "url": page, "message": in_words(found)}


def in_words(found: Progress) -> str:
    """What is done and what is left, or why nothing came of it."""
    if found.message:
        return said(found.message)
    if found.state == "waiting":
        return str(gettext("Waiting for its turn: another document is being made."))
    left = max(0, found.total - found.done)
    return str(
        gettext("%(done)s of %(total)s parts are done, %(left)s left.", done=found.done, total=found.total, left=left)
    )
