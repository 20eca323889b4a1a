"""What the server asks of the press, as bytes, and the name that its content gives it."""

import json
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from facilitation import places
from facilitation.documentation.card import ExperimentCard
from facilitation.documentation.dossier.kinds import Kind
from facilitation.documentation.dossier.shapes import Dossier
from facilitation.documentation.guidebook.shapes import Guidebook
from facilitation.documentation.leaflets.shapes import Leaflet
from facilitation.domain.plain import from_plain, to_plain
from facilitation.projections.outcome import Outcome
from facilitation.projections.packet import Packet

DAY = 86_400_000


@dataclass(frozen=True, slots=True)
class Order:
    """One document to be made. `made_at` is in milliseconds since 1970."""

    outcome: Outcome
    locale: str
    made_at: int
    experiment: ExperimentCard

    def written(self) -> bytes:
        """The order as it goes to the other process; equal orders are equal bytes."""
        data = {
            "sort": "record",
            "outcome": to_plain(self.outcome),
            "locale": self.locale,
            "made_at": self.made_at,
            "experiment": to_plain(self.experiment),
        }
        return json.dumps(data, ensure_ascii=False, sort_keys=True).encode()


@dataclass(frozen=True, slots=True)
class PacketOrder:
    """A packet of slips to be made."""

    packet: Packet
    locale: str
    made_at: int

    def written(self) -> bytes:
        """The order as it goes to the other process; equal orders are equal bytes."""
        data = {"sort": "packet", "packet": to_plain(self.packet), "locale": self.locale, "made_at": self.made_at}
        return json.dumps(data, ensure_ascii=False, sort_keys=True).encode()


@dataclass(frozen=True, slots=True)
class DossierOrder:
    """The dossier of an experiment to be made."""

    dossier: Dossier
    locale: str
    made_at: int
    kind: Kind
    archival: bool = False
    """Whether it is the variant for archives, with its data inside."""

    def written(self) -> bytes:
        """The order as it goes to the other process; equal orders are equal bytes."""
        data = {
            "sort": "dossier",
            "dossier": to_plain(self.dossier),
            "locale": self.locale,
            "made_at": self.made_at,
            "document": self.kind,
            "archival": self.archival,
        }
        return json.dumps(data, ensure_ascii=False, sort_keys=True).encode()


@dataclass(frozen=True, slots=True)
class LeafletOrder:
    """A short document about personal data to be made."""

    leaflet: Leaflet
    made_at: int

    def written(self) -> bytes:
        """The order as it goes to the other process; equal orders are equal bytes."""
        data = {"sort": "leaflet", "leaflet": to_plain(self.leaflet), "made_at": self.made_at}
        return json.dumps(data, ensure_ascii=False, sort_keys=True).encode()


@dataclass(frozen=True, slots=True)
class GuidebookOrder:
    """The guide of a format to be made."""

    guide: Guidebook
    locale: str
    made_at: int

    def written(self) -> bytes:
        """The order as it goes to the other process; equal orders are equal bytes."""
        data = {"sort": "guide", "guide": to_plain(self.guide), "locale": self.locale, "made_at": self.made_at}
        return json.dumps(data, ensure_ascii=False, sort_keys=True).encode()


AnyOrder = Order | PacketOrder | DossierOrder | LeafletOrder | GuidebookOrder


def name_of(written: bytes) -> str:
    """The name of a document: the same for the same content, drawn by the same templates."""
    return sha256(edition() + written).hexdigest()


def order_for(outcome: Outcome, locale: str, made_at: int, experiment: ExperimentCard | None) -> Order:
    """An order dated by the day: asked for twice on one day, it is the same document."""
    return Order(outcome, "en" if locale == "en" else "fr", made_at - made_at % DAY, experiment or ExperimentCard())


def packet_order(packet: Packet, locale: str, made_at: int) -> PacketOrder:
    """An order for a packet, dated by the day."""
    return PacketOrder(packet, "en" if locale == "en" else "fr", made_at - made_at % DAY)


def dossier_order(dossier: Dossier, locale: str, made_at: int, kind: Kind, archival: bool = False) -> DossierOrder:
    """An order for a dossier, dated by the day."""
    return DossierOrder(dossier, "en" if locale == "en" else "fr", made_at - made_at % DAY, kind, archival)


def leaflet_order(leaflet: Leaflet, made_at: int) -> LeafletOrder:
    """An order for a leaflet, dated by the day."""
    return LeafletOrder(leaflet, made_at - made_at % DAY)


def guidebook_order(guide: Guidebook, locale: str, made_at: int) -> GuidebookOrder:
    """An order for the guide of a format, dated by the day."""
    return GuidebookOrder(guide, "en" if locale == "en" else "fr", made_at - made_at % DAY)


def read_order(data: bytes) -> AnyOrder:
    """The order that `written` gave."""
    asked = json.loads(data)
    if asked["sort"] == "guide":
        return GuidebookOrder(from_plain(Guidebook, asked["guide"]), asked["locale"], asked["made_at"])
    if asked["sort"] == "leaflet":
        return LeafletOrder(from_plain(Leaflet, asked["leaflet"]), asked["made_at"])
    if asked["sort"] == "packet":
        return PacketOrder(from_plain(Packet, asked["packet"]), asked["locale"], asked["made_at"])
    if asked["sort"] == "dossier":
        told, archival = from_plain(Dossier, asked["dossier"]), bool(asked["archival"])
        return DossierOrder(told, asked["locale"], asked["made_at"], asked["document"], archival)
    return Order(
        from_plain(Outcome, asked["outcome"]),
        asked["locale"],
        asked["made_at"],
        from_plain(ExperimentCard, asked["experiment"]),
    )


@lru_cache(maxsize=1)
def edition() -> bytes:
    """A digest of the templates: a document drawn by older ones is not taken for a new one."""
    files = sorted((places.templates() / "documents").iterdir())
    return sha256(b"".join(file.read_bytes() for file in files if file.is_file())).digest()
