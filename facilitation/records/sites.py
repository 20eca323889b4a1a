"""Field sites: the places where experiments happen, and what they allow."""

from dataclasses import dataclass

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    Text,
    insert,
    select,
    update,
)

from facilitation.database import Database, metadata
from facilitation.records.meanwhile import Overtaken, overtaken

sites = Table(
    "sites",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("place", String(40), nullable=False),
    Column("connectivity", String(40), nullable=False),
    Column("phones_allowed", Boolean, nullable=False),
    Column("notes", Text, nullable=False),
    Column("organisation_id", Integer, ForeignKey("organisations.id")),
)


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What is known of a site. `place` and `connectivity` are words of PLACES and CONNECTIVITIES. `organisation`
    is the one whose team alone sees it; None: everybody of the house does.
    """

    name: str
    place: str = "room"
    connectivity: str = "good"
    phones_allowed: bool = True
    notes: str = ""
    organisation: int | None = None


PLACES = (
    "room",
    "association",
    "probation-service",
    "prison",
    "school",
    "outdoors",
    "online",
    "other",
)
CONNECTIVITIES = ("good", "weak", "none")


@dataclass(frozen=True, slots=True)
class Site:
    """A field site."""

    id: int
    facts: SiteFacts


def add(database: Database, facts: SiteFacts) -> int:
    """Keep a new site; returns its number."""
    with database.writing() as connection:
        key = connection.execute(insert(sites).values(_columns(facts))).inserted_primary_key
    return int(key[0]) if key else 0


def change(database: Database, site: int, facts: SiteFacts, base: str = "") -> Overtaken[SiteFacts] | None:
    """Replace what was known of a site at `base`, or say who was faster."""
    with database.writing() as connection:
        found = connection.execute(select(sites).where(sites.c.id == site).with_for_update()).first()
        if found and (faster := overtaken(_site(found).facts, facts, base)):
            return faster
        connection.execute(update(sites).where(sites.c.id == site).values(_columns(facts)))
    return None


def find(database: Database, site: int) -> Site | None:
    """The site with this number."""
    with database.reading() as connection:
        row = connection.execute(select(sites).where(sites.c.id == site)).first()
    return _site(row) if row else None


def everywhere(database: Database) -> tuple[Site, ...]:
    """All sites, by name."""
    with database.reading() as connection:
        return tuple(_site(row) for row in connection.execute(select(sites).order_by(sites.c.name, sites.c.id)))


def _columns(facts: SiteFacts) -> dict[str, object]:
    return {
        "name": facts.name,
        "place": facts.place,
        "connectivity": facts.connectivity,
        "phones_allowed": facts.phones_allowed,
        "notes": facts.notes,
        "organisation_id": facts.organisation,
    }


def _site(row: Row[tuple[object, ...]]) -> Site:
    return Site(
        row.id,
        SiteFacts(row.name, row.place, row.connectivity, row.phones_allowed, row.notes, row.organisation_id),
    )
