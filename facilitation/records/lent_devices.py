"""Devices lent to a session, on which nobody signs in: a shared tablet, a group's screen; until each is closed."""

from dataclasses import dataclass
from typing import Literal, cast

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    and_,
    func,
    insert,
    select,
    update,
)

from facilitation.database import Database, metadata

Kind = Literal["kiosk", "group-screen"]

SEEN_AGAIN = 60_000
"""Milliseconds in which a device that asks for page after page is noted once."""

lent_devices = Table(
    "lent_devices",
    metadata,
    Column("session_id", String(40), ForeignKey("live_sessions.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(20), nullable=False),
    Column("group_number", Integer),
    Column("opened_at", BigInteger, nullable=False),
    Column("closes_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger),
    Column("begun", Integer, nullable=False),
    Column("seen_at", BigInteger),
    Column("turn", Integer, nullable=False, server_default="0"),
)


@dataclass(frozen=True, slots=True)
class LentDevice:
    """One device, by its number in the session. `group` (from 0) is whose screen it is; `begun` how often it began,
    `turn` how often somebody stepped up to it or away.

    Only the browser that used the link last is the device: whoever opens the link elsewhere takes it over.
    """

    session: str
    number: int
    kind: Kind
    group: int | None
    opened_at: int
    closes_at: int
    closed_at: int | None
    begun: int
    seen_at: int | None
    turn: int = 0

    def is_open(self, now: int) -> bool:
        """Whether it may still be used."""
        return self.closed_at is None and now < self.closes_at


def lend(database: Database, session: str, kind: Kind, group: int | None, now: int, until: int) -> LentDevice:
    """One more device; its numbers go on where they stood."""
    highest = select(func.coalesce(func.max(lent_devices.c.number), 0)).where(lent_devices.c.session_id == session)
    with database.writing() as connection:
        number = connection.execute(highest).scalar_one() + 1
        device = LentDevice(session, number, kind, group, now, until, None, 0, None)
        row = {"session_id": session, "number": number, "kind": kind, "group_number": group}
        connection.execute(insert(lent_devices).values(**row, opened_at=now, closes_at=until, begun=0))
    return device


def find(database: Database, session: str, number: int) -> LentDevice | None:
    """A device, open or not."""
    with database.reading() as connection:
        row = connection.execute(select(lent_devices).where(_row(session, number))).first()
    return _device(row) if row else None


def open_ones(database: Database, session: str, now: int) -> tuple[LentDevice, ...]:
    """The devices of a session that may still be used, in their order."""
    wanted = select(lent_devices).where(lent_devices.c.session_id == session).order_by(lent_devices.c.number)
    with database.reading() as connection:
        found = tuple(_device(row) for row in connection.execute(wanted))
    return tuple(device for device in found if device.is_open(now))


def begin(database: Database, device: LentDevice, now: int) -> int:
    """Another browser is the device from here on; returns how many there were, which only that one knows."""
    begun = lent_devices.c.begun + 1
    changed = update(lent_devices).where(_row(device.session, device.number)).values(begun=begun, seen_at=now)
    with database.writing() as connection:
        return int(connection.execute(changed.returning(lent_devices.c.begun)).scalar_one())


def see(database: Database, device: LentDevice, now: int) -> None:
    """The device is in use."""
    if device.seen_at is None or now - device.seen_at > SEEN_AGAIN:
        _change(database, device, seen_at=now)


def next_turn(database: Database, device: LentDevice) -> int:
    """Somebody steps up, or away: what was kept of the one before is worth nothing. Returns the turn that it is now."""
    turn = lent_devices.c.turn + 1
    changed = update(lent_devices).where(_row(device.session, device.number)).values(turn=turn)
    with database.writing() as connection:
        return int(connection.execute(changed.returning(lent_devices.c.turn)).scalar_one())


def extend(database: Database, device: LentDevice, until: int) -> None:
    """Let it be used until then."""
    _change(database, device, closes_at=until)


def close(database: Database, device: LentDevice, now: int) -> None:
    """It can be used no more; another link opens another device."""
    _change(database, device, closed_at=now)


def _change(database: Database, device: LentDevice, **values: int) -> None:
    with database.writing() as connection:
        connection.execute(update(lent_devices).where(_row(device.session, device.number)).values(**values))


def _row(session: str, number: int) -> ColumnElement[bool]:
    return and_(lent_devices.c.session_id == session, lent_devices.c.number == number)


def _device(row: Row[tuple[object, ...]]) -> LentDevice:
    return LentDevice(
        session=row.session_id,
        number=row.number,
        kind=cast(Kind, row.kind),
        group=row.group_number,
        opened_at=row.opened_at,
        closes_at=row.closes_at,
        closed_at=row.closed_at,
        begun=row.begun,
        seen_at=row.seen_at,
        turn=row.turn,
    )
