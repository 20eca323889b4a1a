"""The canonical log: one line of JSON per event, the same bytes on every store."""

from collections.abc import Iterable, Iterator

from facilitation.domain.plain import to_plain
from facilitation.eventlog.codec import canonical
from facilitation.eventlog.entry import Recorded


def as_lines(recorded: Iterable[Recorded]) -> Iterator[str]:
    """Each event as a line without its line feed. Nothing random of the store (epoch, salts, seals) is in it."""
    for one in recorded:
        line = {"seq": one.seq, "by": to_plain(one.by), "event": to_plain(one.event)}
        if one.number is not None:
            line |= {"stream": one.stream, "number": one.number}
        if one.erased:
            line["erased"] = True
        yield canonical(line)
