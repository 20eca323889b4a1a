"""What must be settled before a field site opens: an item is open, ticked by an authority, or waived with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
)

from facilitation.database import Database, metadata
from facilitation.domain.format import Text as Said
from facilitation.records import experiments, live_sessions, sites
from facilitation.records.sites import Site

checklist = Table(
    "site_checklist",
    metadata,
    Column("site_id", Integer, ForeignKey("sites.id"), primary_key=True, autoincrement=False),
    Column("item", String(40), primary_key=True),
    Column("state", String(10), nullable=False),
    Column("words", Text, nullable=False),
    Column("authority", String(200), nullable=False),
    Column("settled_on", Date),
    Column("account_id", Integer),
    Column("at", BigInteger, nullable=False),
)

State = Literal["ticked", "waived"]
EVERYWHERE = frozenset(sites.PLACES)
UNDER_JUSTICE = frozenset({"prison", "probation-service"})


@dataclass(frozen=True, slots=True)
class Item:
    """Something to settle, at the kinds of place it is asked for. What the law asks for cannot be `waivable`."""

    key: str
    title: Said
    asks: Said
    places: frozenset[str] = UNDER_JUSTICE
    waivable: bool = True


ITEMS = (
    Item(
        "devices",
        Said("Téléphones, appareils photo, ordinateurs, routeur", "Phones, cameras, laptops, router"),
        Said("Lesquels sont autorisés, lesquels non.", "Which are allowed, which are not."),
    ),
    Item(
        "image-voice",
        Said("Image et voix", "Image and voice"),
        Said("Interdites, ou à quelles conditions écrites.", "Forbidden, or under which written conditions."),
        EVERYWHERE,
    ),
    Item(
        "interpreters",
        Said("Interprètes, lecture et écriture pour autrui", "Interpreters, reading and writing for others"),
        Said("Qui lit, qui écrit sous la dictée\u00a0: une fonction.", "Who reads, who takes dictation: a function."),
    ),
    Item(
        "minors",
        Said("Mineurs", "Minors"),
        Said(
            "Aucun n'est attendu, ou l'autorisation des titulaires de l'autorité parentale est organisée.",
            "None are expected, or the consent of those with parental authority is organised.",
        ),
        EVERYWHERE,
        waivable=False,
    ),
    Item(
        "disclosures",
        Said("Référent en cas de révélation", "Referent for disclosures"),
        Said(
            "Quelle fonction est prévenue si quelqu'un révèle un danger ou un mauvais traitement.",
            "Which function is told if somebody discloses a danger or ill-treatment.",
        ),
    ),
    Item(
        "information",
        Said("Information des personnes", "Information of the people"),
        Said(
            "La feuille d'information est prête, et les consentements sur papier imprimés s'il en faut.",
            "The information sheet is ready, and consents on paper are printed where they are needed.",
        ),
        EVERYWHERE,
    ),
    Item(
        "leaving",
        Said("Ce qui sort du lieu, et sur quel support", "What leaves the place, and on which support"),
        Said("Papiers, ordinateur, clé\u00a0: ce qui est permis.", "Papers, laptop, key: what is allowed."),
    ),
    Item(
        "slips",
        Said("Garde et destruction des bulletins", "Keeping and destroying the slips"),
        Said("Quelle structure les garde, quand ils sont détruits.", "Which organisation keeps them, when they go."),
    ),
)


@dataclass(frozen=True, slots=True)
class Settled:
    """How an item was settled: what was decided (or why it is waived), by which authority (a role), on which day."""

    state: State
    words: str
    authority: str = ""
    on: date | None = None
    account: int | None = None
    at: int = 0


def items_of(place: str) -> tuple[Item, ...]:
    """What has to be settled at this kind of place."""
    return tuple(item for item in ITEMS if place in item.places)


def of_site(database: Database, site: int) -> Mapping[str, Settled]:
    """What is settled at a site, by item."""
    with database.reading() as connection:
        rows = connection.execute(select(checklist).where(checklist.c.site_id == site)).all()
    return {row.item: _settled(row) for row in rows}


def settle(database: Database, site: int, item: str, settled: Settled) -> None:
    """Settle an item, in place of what was said before."""
    row = {
        "site_id": site,
        "item": item,
        "state": settled.state,
        "words": settled.words,
        "authority": settled.authority,
        "settled_on": settled.on,
        "account_id": settled.account,
        "at": settled.at,
    }
    with database.writing() as connection:
        connection.execute(delete(checklist).where(checklist.c.site_id == site, checklist.c.item == item))
        connection.execute(insert(checklist).values(row))


def reopen(database: Database, site: int, item: str) -> None:
    """Nothing is settled about this item any more."""
    with database.writing() as connection:
        connection.execute(delete(checklist).where(checklist.c.site_id == site, checklist.c.item == item))


def open_items(database: Database, site: Site) -> tuple[Item, ...]:
    """What is not settled yet at a site."""
    known = of_site(database, site.id)
    return tuple(item for item in items_of(site.facts.place) if item.key not in known)


def waivers(database: Database, site: Site) -> tuple[tuple[Item, Settled], ...]:
    """What was waived, and why: the dossier prints it."""
    known = of_site(database, site.id)
    return tuple(
        (item, known[item.key])
        for item in items_of(site.facts.place)
        if item.key in known and known[item.key].state == "waived"
    )


def site_in_the_way(database: Database, session: str) -> Site | None:
    """The site where a session may not begin yet. A session without a site, or a rehearsal, is free."""
    header = live_sessions.find(database, session)
    experiment = experiments.find(database, header.experiment) if header else None
    number = experiment.facts.site if experiment else None
    site = sites.find(database, number) if number else None
    return site if site and open_items(database, site) else None


def _settled(row: Row[tuple[object, ...]]) -> Settled:
    return Settled(cast(State, row.state), row.words, row.authority, row.settled_on, row.account_id, row.at)
