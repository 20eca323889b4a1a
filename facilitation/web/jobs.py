"""Long work at the press, as pages follow it: what this browser asked for last, how far that is, calling it off."""

from typing import Any

from flask import session
from flask_babel import gettext

from facilitation.domain.format.text import Locale
from facilitation.records.live_sessions import LiveSession
from facilitation.web.doors import Progress, doors
from facilitation.web.language import said

MOST = 5
"""Sessions remembered for each kind of document: the signed cookie is small."""


def remember(kind: str, session_id: str, job: str, locale: Locale) -> None:
    """Keep the job in the signed cookie; the oldest of too many goes."""
    others = {name: kept for name, kept in session.get(kind, {}).items() if name != session_id}
    session[kind] = {**dict(list(others.items())[1 - MOST :]), session_id: [job, locale]}


def remembered(kind: str, header: LiveSession) -> tuple[str, Locale]:
    """The job, or an empty word and the language of the session."""
    return remembered_of(kind, header.id, header.locale)


def remembered_of(kind: str, name: str, otherwise: Locale) -> tuple[str, Locale]:
    """The job of what has this name, or an empty word and the language given."""
    match session.get(kind, {}).get(name):
        case [str(job), ("fr" | "en") as locale]:
            return job, locale
    return "", otherwise


def cancel_job(kind: str, name: str) -> None:
    """Call off what this browser asked for last: its process ends, and nothing of it is kept."""
    job, _ = remembered_of(kind, name, "fr")
    if job:
        doors().press.cancel(job)


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
