"""What observers wrote and counted, as tables and data: for the team alone, never part of a document."""

import csv
import io
import json
from datetime import UTC, datetime

from facilitation.documentation.exports import harmless
from facilitation.domain.format import Text
from facilitation.domain.notebook import Observation
from facilitation.domain.session import Session
from facilitation.projections.journal import GridLine, grid_lines
from facilitation.projections.journal.standing import Standing

COLUMNS = (
    Text(fr="ligne", en="row"),
    Text(fr="sorte", en="sort"),
    Text(fr="moment (UTC)", en="moment (UTC)"),
    Text(fr="étape", en="stage"),
    Text(fr="groupe", en="group"),
    Text(fr="observateur", en="observer"),
    Text(fr="note ou ligne de la grille", en="note or line of the grid"),
    Text(fr="nombre", en="count"),
    Text(fr="proposée", en="proposed"),
    Text(fr="extrait retenu", en="excerpt kept"),
)
NOTE, COUNT, YES = Text(fr="note", en="note"), Text(fr="compte", en="count"), Text(fr="oui", en="yes")


def observations_csv(session: Session, locale: str) -> bytes:
    """Every note that was not erased, then every line of the grid that was counted, as in the other tables."""
    page, now = io.StringIO(newline=""), Standing(session)
    writer = csv.writer(page, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([column.said_in(locale) for column in COLUMNS])
    rows = [_note(now, note, locale) for note in _written(session)]
    rows += [_count(line, locale) for line in grid_lines(session)]
    for number, row in enumerate(rows, 1):
        writer.writerow([str(number), *map(harmless, row)])
    return page.getvalue().encode("utf-8-sig")


def observations_json(session: Session) -> bytes:
    """The same; observers are numbers."""
    now = Standing(session)
    notes = [
        {
            "at": _moment(note.at),
            "step": note.step,
            "stage": _both(now.title(note.step)),
            "group": None if note.group is None else note.group + 1,
            "observer": _number(session, note),
            "text": note.text,
            "proposed": note.flagged,
            "edited": note.edited,
            "excerpt": note.excerpt or None,
        }
        for note in _written(session)
    ]
    counts = [
        {
            "stage": _both(line.step),
            "group": None if line.group is None else line.group + 1,
            "line": _both(line.line),
            "times": line.times,
            "observers": line.observers,
        }
        for line in grid_lines(session)
    ]
    told = {"session": session.id, "notes": notes, "counts": counts}
    return json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n"


def _written(session: Session) -> list[Observation]:
    return sorted((n for n in session.notebook.notes.values() if not n.withdrawn), key=lambda note: note.at)


def _note(now: Standing, note: Observation, locale: str) -> list[str]:
    title = now.title(note.step)
    return [
        NOTE.said_in(locale),
        _moment(note.at),
        title.said_in(locale) if title else "",
        "" if note.group is None else str(note.group + 1),
        str(_number(now.session, note)),
        note.text,
        "",
        YES.said_in(locale) if note.flagged else "",
        note.excerpt,
    ]


def _count(line: GridLine, locale: str) -> list[str]:
    group = "" if line.group is None else str(line.group + 1)
    title = line.step.said_in(locale) if line.step else ""
    return [COUNT.said_in(locale), "", title, group, "", line.line.said_in(locale), str(line.times), "", ""]


def _number(session: Session, note: Observation) -> int:
    return session.notebook.observers[note.observer].number


def _moment(at: int) -> str:
    return f"{datetime.fromtimestamp(at // 1000, UTC):%Y-%m-%dT%H:%M:%SZ}"


def _both(text: Text | None) -> dict[str, str] | None:
    return {"fr": text.fr, "en": text.en} if text else None
