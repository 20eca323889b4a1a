"""One document as it was last sent: its number, and its patch and full form encoded once."""

from typing import Any

from facilitation.projections.patches import merge_patch
from facilitation.realtime.frame import Frame

Document = dict[str, Any]


class Kept:
    """The newest version of one channel's document, and how to come to it from the version before."""

    __slots__ = ("_base", "_before", "_full", "_patch", "channel", "document", "version")

    def __init__(self, channel: str, version: int, document: Document, before: "Kept | None" = None) -> None:
        self.channel = channel
        self.version = version
        self.document = document
        self._base = before.version if before else None
        self._before = before.document if before else {}
        self._patch: Frame | None = None
        self._full: Frame | None = None

    def entry(self) -> dict[str, Any]:
        """The whole document, numbered."""
        return {"channel": self.channel, "version": self.version, "full": self.document}

    def since(self, held: int | None) -> Frame:
        """What brings a screen up to date: a patch if it holds the version before this one, else everything."""
        if held is None or held != self._base:
            self._full = self._full or Frame("documents", [self.entry()])
            return self._full
        if self._patch is None:
            patch = merge_patch(self._before, self.document)
            entry = {"channel": self.channel, "base": self._base, "version": self.version, "patch": patch}
            self._patch = Frame("documents", [entry])
            self._before = {}
        return self._patch
