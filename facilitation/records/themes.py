"""The codebook of an experiment: its themes, every wording they had, and the contributions that show what they mean."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Literal, cast

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)

from facilitation.database import Database, metadata
from facilitation.domain.copied import copies_in, sought
from facilitation.domain.nearly import nearly
from facilitation.records.meanwhile import Overtaken, overtaken

themes = Table(
    "themes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("experiment_id", Integer, ForeignKey("experiments.id"), nullable=False, index=True),
    Column("state", String(10), nullable=False),
    Column("merged_into", Integer, ForeignKey("themes.id")),
)

wordings = Table(
    "theme_wordings",
    metadata,
    Column("theme_id", Integer, ForeignKey("themes.id"), primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("what", String(10), nullable=False),
    Column("name", String(80), nullable=False),
    Column("definition", Text, nullable=False),
    Column("inside", Text, nullable=False),
    Column("outside", Text, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
)

examples = Table(
    "theme_examples",
    metadata,
    Column("theme_id", Integer, ForeignKey("themes.id"), primary_key=True, autoincrement=False),
    Column("ref", String(12), primary_key=True),
    Column("side", String(10), nullable=False),
)

State = Literal["used", "retired", "merged"]
What = Literal["made", "changed", "merged", "retired", "restored"]
Side = Literal["inside", "outside", "board"]
"""What a contribution shows of a theme: what belongs to it, what does not, or only that the room had put it there."""


@dataclass(frozen=True, slots=True)
class ThemeFacts:
    """A theme in words: what it means, what belongs to it, what does not."""

    name: str
    definition: str = ""
    inside: str = ""
    outside: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a theme said from a moment on, and what was done to it then."""

    what: What
    facts: ThemeFacts
    account: int
    at: int


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, its newest wording first. `shows` are the references of its examples."""

    id: int
    experiment: int
    state: State
    merged_into: int | None
    wordings: tuple[Wording, ...]
    shows: Mapping[str, Side] = field(default_factory=dict)

    @property
    def facts(self) -> ThemeFacts:
        """What it says now."""
        return self.wordings[0].facts

    @property
    def name(self) -> str:
        """What it is called; a number where its name went with the words it was taken from."""
        return self.facts.name or f"#{self.id}"


def add(
    database: Database, experiment: int, facts: ThemeFacts, account: int, now: int, board: Iterable[str] = ()
) -> int:
    """A new theme; `board` are the references of contributions that the room had put together under this name."""
    with database.writing() as connection:
        row = {"experiment_id": experiment, "state": "used"}
        key = connection.execute(insert(themes).values(row)).inserted_primary_key
        number = int(key[0]) if key else 0
        _say(connection, number, "made", facts, account, now)
        if kept := [{"theme_id": number, "ref": ref, "side": "board"} for ref in board]:
            connection.execute(insert(examples), kept)
    return number


def change(
    database: Database, theme: int, facts: ThemeFacts, account: int, now: int, base: str = ""
) -> Overtaken[ThemeFacts] | None:
    """Another wording in place of the one at `base`, or who was faster; the same words again change nothing."""
    newest = select(wordings).where(wordings.c.theme_id == theme).order_by(wordings.c.version.desc()).limit(1)
    with database.writing() as connection:
        row = connection.execute(newest.with_for_update()).first()
        stands = _wording(row).facts if row else facts
        if faster := overtaken(stands, facts, base):
            return faster
        if stands != facts:
            _say(connection, theme, "changed", facts, account, now)
    return None


def merge(database: Database, theme: Theme, into: int, account: int, now: int) -> None:
    """From now on whatever is coded with this theme counts as coded with the other one. `restore` undoes it."""
    _turn(database, theme, "merged", "merged", into, account, now)


def retire(database: Database, theme: Theme, account: int, now: int) -> None:
    """Offer it no longer; what was coded with it is kept, and not counted."""
    _turn(database, theme, "retired", "retired", None, account, now)


def restore(database: Database, theme: Theme, account: int, now: int) -> None:
    """Offer it again, with everything that was coded with it."""
    _turn(database, theme, "used", "restored", None, account, now)


def show(database: Database, theme: int, ref: str, side: Side | None) -> None:
    """Let a contribution show what a theme means, or no longer."""
    with database.writing() as connection:
        connection.execute(delete(examples).where(examples.c.theme_id == theme, examples.c.ref == ref))
        if side is not None:
            connection.execute(insert(examples).values({"theme_id": theme, "ref": ref, "side": side}))


def of_experiment(database: Database, experiment: int) -> tuple[Theme, ...]:
    """Every theme, in the order they were made: those merged and retired too."""
    of = themes.c.experiment_id == experiment
    said: dict[int, list[Wording]] = {}
    shown: dict[int, dict[str, Side]] = {}
    with database.reading() as connection:
        rows = connection.execute(select(themes).where(of).order_by(themes.c.id)).all()
        for row in connection.execute(select(wordings).join(themes).where(of).order_by(wordings.c.version.desc())):
            said.setdefault(row.theme_id, []).append(_wording(row))
        for row in connection.execute(select(examples).join(themes).where(of).order_by(examples.c.ref)):
            shown.setdefault(row.theme_id, {})[row.ref] = cast(Side, row.side)
    return tuple(
        Theme(row.id, experiment, cast(State, row.state), row.merged_into, tuple(said[row.id]), shown.get(row.id, {}))
        for row in rows
    )


def forget_words(database: Database, experiment: int, gone: Sequence[str], left: Sequence[str]) -> None:
    """Erase from every version what was taken over from words that were taken back, unless others wrote them too."""
    copied = sought(gone, left)
    doomed = [
        (theme.id, number, name)
        for theme in of_experiment(database, experiment)
        for number, one in zip(range(len(theme.wordings), 0, -1), theme.wordings, strict=True)
        for name, text in asdict(one.facts).items()
        if copies_in(text, copied)
        or (any(nearly(text, each) for each in gone) and not any(nearly(text, each) for each in left))
    ]
    if not doomed:
        return
    with database.writing() as connection:
        for theme, version, name in doomed:
            of = (wordings.c.theme_id == theme, wordings.c.version == version)
            connection.execute(update(wordings).where(*of).values({name: ""}))


def counted_as(known: Iterable[Theme]) -> dict[int, int]:
    """For each theme in use or merged, the theme that what is coded with it counts for."""
    by_id = {theme.id: theme for theme in known}
    found: dict[int, int] = {}
    for theme in by_id.values():
        last = theme
        for _ in by_id:
            if last.state != "merged" or last.merged_into is None:
                break
            last = by_id[last.merged_into]
        if last.state == "used":
            found[theme.id] = last.id
    return found


def _turn(database: Database, theme: Theme, state: State, what: What, into: int | None, account: int, now: int) -> None:
    with database.writing() as connection:
        row = {"state": state, "merged_into": into}
        connection.execute(update(themes).where(themes.c.id == theme.id).values(row))
        _say(connection, theme.id, what, theme.facts, account, now)


def _say(connection: Connection, theme: int, what: What, facts: ThemeFacts, account: int, now: int) -> None:
    last = connection.scalar(select(func.max(wordings.c.version)).where(wordings.c.theme_id == theme)) or 0
    row = {
        "theme_id": theme,
        "version": last + 1,
        "what": what,
        "name": facts.name,
        "definition": facts.definition,
        "inside": facts.inside,
        "outside": facts.outside,
        "account_id": account,
        "at": now,
    }
    connection.execute(insert(wordings).values(row))


def _wording(row: Row[tuple[object, ...]]) -> Wording:
    return Wording(
        cast(What, row.what),
        ThemeFacts(row.name, row.definition, row.inside, row.outside),
        row.account_id,
        row.at,
    )
