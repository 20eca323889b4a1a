"""The fast door: sockets of phones, consoles and projectors."""

from facilitation.realtime.attach import Realtime, attach

__all__ = ["Realtime", "attach"]
