"""The address of this machine on the network of the room, with or without the Internet behind it."""

import fcntl
import socket
import struct
from collections.abc import Iterable
from ipaddress import IPv4Address

ADDRESS_OF = 0x8915
"""What the kernel calls the question for an interface's address."""

NOT_OF_A_ROOM = ("docker", "br-", "veth", "virbr", "tun", "tap", "wg")
"""Interfaces that no phone is behind."""


def lan_address() -> str:
    """The address that phones of the room can open, or "" where there is no network."""
    return best([routed(), *(address for name, address in interfaces() if not name.startswith(NOT_OF_A_ROOM))])


def best(addresses: Iterable[str]) -> str:
    """The first address of a local network; failing that, the first that is not this machine alone."""
    known = [address for address in dict.fromkeys(addresses) if address and not IPv4Address(address).is_loopback]
    local = [address for address in known if IPv4Address(address).is_private]
    return next(iter([*local, *known]), "")


def routed() -> str:
    """The address that would be used to go out, if there is a way out."""
    # Connecting a datagram socket sends nothing: it only asks the kernel which of our addresses would be used.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def interfaces() -> tuple[tuple[str, str], ...]:
    """Every interface that has an address: a router without the Internet gives no way out, but an address."""
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            try:
                answer = fcntl.ioctl(probe.fileno(), ADDRESS_OF, struct.pack("256s", name.encode()[:15]))
            except OSError:
                continue
            found.append((name, socket.inet_ntoa(answer[20:24])))
    return tuple(found)
