"""YAML under guard: from text to a tree, refusing what can be misread (tags, anchors, merges) or can exhaust us."""

from collections.abc import Iterator
from dataclasses import replace

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.spelling import spelled
from facilitation.formats.reading.tree import TOP, Entry, Node, Open, Spot, Word
from facilitation.formats.reading.trouble import explain

DEEPEST = 24
MOST_NODES = 20_000

# The parser is another's work: on broken escapes and directives it lets these out instead of a YAMLError.
STUMBLES = (
    ValueError,
    OverflowError,
    IndexError,
    AttributeError,
    AssertionError,
    TypeError,
    KeyError,
)


class _Stop(Exception):
    """Reading further would be useless or costly; the reason is in the report."""


def compose(text: str, report: Report) -> Node | None:
    """The tree of the first document, or `None` when the report says why there is none."""
    try:
        return _Composer(report).compose(_events(text))
    except _Stop:
        return None
    except MarkedYAMLError as error:
        explain(error, text, report)
    except YAMLError:
        report.add("syntax", TOP)
    except STUMBLES:
        report.add("syntax", TOP)
    return None


def _events(text: str) -> Iterator[Event]:
    return iter(YAML(typ="safe", pure=True).parse(text))


def _spot(event: Event) -> Spot:
    return Spot(event.start_mark.line + 1, event.start_mark.column + 1)


def _beside(node: Node, key: Word) -> Node:
    """A value that was left out has the place of its key, where a person would look for it."""
    return replace(node, spot=key.spot) if isinstance(node, Word) and node.plain and not node.text else node


class _Composer:
    """Builds the tree from parser events, counting as it goes."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.stack: list[Open] = []
        self.root: Node | None = None
        self.nodes = 0
        self.documents = 0

    def compose(self, events: Iterator[Event]) -> Node | None:
        for event in events:
            match event:
                case DocumentStartEvent():
                    self._document(event)
                case ScalarEvent() | AliasEvent():
                    self._put(self._word(event))
                case MappingStartEvent() | SequenceStartEvent():
                    self._open(event)
                case MappingEndEvent() | SequenceEndEvent():
                    self._put(self.stack.pop().closed())
                case _:
                    pass
        return self.root

    def _document(self, event: DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self.report.add("several-documents", _spot(event))
            raise _Stop
        if event.version or event.tags:
            self.report.add("directive", TOP)

    def _word(self, event: ScalarEvent | AliasEvent) -> Word:
        self._count(event)
        spot = _spot(event)
        if isinstance(event, AliasEvent):
            self.report.add("alias", spot, name=event.anchor)
            return Word("", False, spot)
        self._refuse_marks(event)
        return Word(event.value, event.style is None or event.style == "", spot)

    def _refuse_marks(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        if event.anchor:
            self.report.add("anchor", _spot(event), name=str(event.anchor))
        if event.tag:
            self.report.add("tag", _spot(event), name=str(event.tag))

    def _open(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        self._count(event)
        self._refuse_marks(event)
        if len(self.stack) >= DEEPEST:
            self.report.add("too-deep", _spot(event), most=DEEPEST)
            raise _Stop
        self.stack.append(
            Open(
                _spot(event),
                bool(event.flow_style),
                isinstance(event, MappingStartEvent),
            )
        )

    def _count(self, event: Event) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.report.add("too-many-nodes", _spot(event), most=MOST_NODES)
            raise _Stop

    def _put(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if not top.mapping:
            top.items.append(node)
        elif not top.waiting:
            top.key, top.waiting = self._key(node, top), True
        else:
            if top.key is not None:
                top.entries.append(Entry(top.key, _beside(node, top.key)))
            top.waiting = False

    def _key(self, node: Node, top: Open) -> Word | None:
        if not isinstance(node, Word):
            self.report.add("key-not-words", node.spot)
            return None
        if node.text == "<<" and node.plain:
            self.report.add("merge-key", node.spot)
            return None
        name = spelled(node.text)
        if name in top.seen:
            self.report.add("duplicate-key", node.spot, key=node.text, line=top.seen[name].line)
            return None
        top.seen[name] = node.spot
        return node
