"""What is printed for a room without phones: the shapes, and how a session fills them."""

from facilitation.projections.packet.making import packet
from facilitation.projections.packet.shapes import (
    PARTS,
    Information,
    Packet,
    Part,
    PrintedRole,
    PrintedSeat,
    PrintedSheet,
    Wanted,
)

__all__ = ["PARTS", "Information", "Packet", "Part", "PrintedRole", "PrintedSeat", "PrintedSheet", "Wanted", "packet"]
