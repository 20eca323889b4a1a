"""One message to screens, encoded once however many of them it goes to."""

import json
from typing import Any

from engineio.packet import MESSAGE, Packet

_TEXT = 0x81
_SHORT, _MIDDLE = 126, 65536


class Frame:
    """A Socket.IO event as text, Engine.IO packet and whole WebSocket frame, each made when first asked for."""

    __slots__ = ("_packet", "_wire", "text")

    def __init__(self, event: str, data: Any) -> None:
        # The doors refuse lone surrogates; here is the second lock, so that one bad letter cannot silence a channel.
        words = json.dumps([event, data], ensure_ascii=False, separators=(",", ":"))
        self.text = "2" + words.encode("utf-8", "replace").decode("utf-8")
        self._packet: Packet | None = None
        self._wire: bytes | None = None

    @property
    def packet(self) -> Packet:
        """For the stock path."""
        if self._packet is None:
            self._packet = Packet(MESSAGE, self.text)
        return self._packet

    @property
    def wire(self) -> bytes:
        """For the direct path: header and payload, ready for the network."""
        if self._wire is None:
            self._wire = wrap(f"4{self.text}".encode())
        return self._wire


def wrap(payload: bytes) -> bytes:
    """A whole, unmasked WebSocket text frame (RFC 6455, section 5.2) around `payload`."""
    size = len(payload)
    if size < _SHORT:
        return bytes((_TEXT, size)) + payload
    if size < _MIDDLE:
        return bytes((_TEXT, _SHORT)) + size.to_bytes(2, "big") + payload
    return bytes((_TEXT, _SHORT + 1)) + size.to_bytes(8, "big") + payload
