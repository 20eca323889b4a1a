"""The last document of each session that this browser asked the press for: its job and its language."""

from flask import session

from facilitation.domain.format.text import Locale
from facilitation.records.live_sessions import LiveSession

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
