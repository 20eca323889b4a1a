"""What is said of a dossier by those who read it: comments, and the dated opinions of the scientific council."""

from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    insert,
    select,
    update,
)

from facilitation.database import Database, metadata

comments = Table(
    "comments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("experiment_id", Integer, ForeignKey("experiments.id"), nullable=False, index=True),
    Column("part", String(10), nullable=False),
    Column("words", Text, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("written_at", BigInteger, nullable=False),
    Column("answered_at", BigInteger),
    Column("answered_by", Integer),
    Column("answer", Text, nullable=False, server_default=""),
)

opinions = Table(
    "opinions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("experiment_id", Integer, ForeignKey("experiments.id"), nullable=False, index=True),
    Column("word", String(20), nullable=False),
    Column("words", Text, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("given_at", BigInteger, nullable=False),
)

OPINIONS = ("favourable", "reservations", "unfavourable")


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on one part of the dossier. It is never deleted; `answered_at` once somebody has dealt with it, with an
    `answer` in words where they gave one.
    """

    id: int
    part: str
    words: str
    account: int
    at: int
    answered_at: int | None = None
    answered_by: int | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Opinion:
    """An opinion of the council: a word of OPINIONS, its reasons, when. A later one does not erase it."""

    word: str
    words: str
    account: int
    at: int


def comment(database: Database, experiment: int, part: str, words: str, account: int, now: int) -> None:
    """Keep a remark."""
    row = {"experiment_id": experiment, "part": part, "words": words, "account_id": account, "written_at": now}
    with database.writing() as connection:
        connection.execute(insert(comments).values(row))


def answer(database: Database, experiment: int, comment: int, account: int, now: int, words: str = "") -> bool:
    """Note that a remark was dealt with, once, and what is answered; whether nobody had done so before."""
    kept = comments.c
    mine = update(comments).where(kept.id == comment, kept.experiment_id == experiment, kept.answered_at.is_(None))
    with database.writing() as connection:
        found = connection.execute(mine.values(answered_at=now, answered_by=account, answer=words))
    return found.rowcount > 0


def comments_on(database: Database, experiment: int) -> tuple[Comment, ...]:
    """All remarks on a dossier, oldest first."""
    wanted = select(comments).where(comments.c.experiment_id == experiment).order_by(comments.c.id)
    with database.reading() as connection:
        return tuple(
            Comment(
                row.id,
                row.part,
                row.words,
                row.account_id,
                row.written_at,
                row.answered_at,
                row.answered_by,
                row.answer,
            )
            for row in connection.execute(wanted)
        )


def advise(database: Database, experiment: int, opinion: Opinion) -> None:
    """Keep an opinion."""
    row = {
        "experiment_id": experiment,
        "word": opinion.word,
        "words": opinion.words,
        "account_id": opinion.account,
        "given_at": opinion.at,
    }
    with database.writing() as connection:
        connection.execute(insert(opinions).values(row))


def opinions_on(database: Database, experiment: int) -> tuple[Opinion, ...]:
    """All opinions on a dossier, oldest first."""
    wanted = select(opinions).where(opinions.c.experiment_id == experiment).order_by(opinions.c.id)
    with database.reading() as connection:
        rows = connection.execute(wanted).all()
    return tuple(Opinion(row.word, row.words, row.account_id, row.given_at) for row in rows)
