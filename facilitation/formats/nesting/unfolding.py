"""Every `use:` of a tree replaced by the stages it stands for; what they need comes along under names of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from facilitation.domain.format import Text
from facilitation.formats.building import build
from facilitation.formats.checking import check_references
from facilitation.formats.diagnostics import Report
from facilitation.formats.nesting.again import asked_again
from facilitation.formats.nesting.block import Around, Block, block, block_name
from facilitation.formats.nesting.branches import Brought, put, size, value_of, word_of
from facilitation.formats.reading.decoding import decode
from facilitation.formats.reading.filling import fill
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.guard import compose
from facilitation.formats.reading.spelling import nearest, spelled
from facilitation.formats.reading.tree import Entries, Items, Node, Spot
from facilitation.formats.reading.values import exact
from facilitation.formats.schema import FORMAT
from facilitation.formats.schema.keys.blocks import USE
from facilitation.formats.upgrades import upgraded

DEEPEST = 4
"""Blocks inside blocks; deeper, nobody can say any more what happens in a room."""

MOST_WRITTEN = 12_000
"""Pieces that all blocks of a file may come to: some forty formats of the usual size."""


@dataclass(frozen=True, slots=True)
class Unfolding:
    """A tree without any `use:`; how many blocks deep it was (0: it used none); whether all could be written out."""

    tree: Entries
    depth: int
    whole: bool


@dataclass(frozen=True, slots=True)
class _Read:
    """A format that blocks use."""

    tree: Entries
    form: Form
    depth: int
    size: int


@dataclass(frozen=True, slots=True)
class _Fault:
    """Why a format cannot be used as a block."""

    code: str
    fields: Mapping[str, str | int | Text]


@dataclass(slots=True)
class _Journey:
    """What all the blocks of one file share: how much may still be written out, and a circle if one was met."""

    shelf: Mapping[str, bytes]
    read: dict[str, _Read | _Fault] = field(default_factory=dict)
    left: int = MOST_WRITTEN
    circle: _Fault | None = None


def unfolded(tree: Entries, report: Report, shelf: Mapping[str, bytes]) -> Unfolding:
    """The tree with every block written out."""
    return _unfolded(tree, report, (PurePath(report.file).stem,), _Journey(shelf))


def _unfolded(tree: Entries, report: Report, chain: tuple[str, ...], journey: _Journey) -> Unfolding:
    host = _Host(report, chain, journey, _around(tree))
    run = value_of(tree, "run")
    flat = host.blocks(run) if run is not None else None
    if host.failed or not host.depth or flat is None:
        return Unfolding(tree, host.depth, not host.failed)
    return Unfolding(host.brought.into(put(tree, "run", flat)), host.depth, True)


def _around(tree: Entries) -> Around:
    settings, people = value_of(tree, "settings"), value_of(tree, "participants")
    names = (entry.key.text.strip() for entry in settings.entries) if isinstance(settings, Entries) else ()
    fewest, most = (exact(word_of(people, key)) if people else None for key in ("min", "max"))
    return Around(
        settings=frozenset(names),
        groups=value_of(tree, "groups") is not None,
        fewest=int(fewest or 1),
        most=int(most or 1),
        consent=value_of(tree, "consent") is not None,
    )


@dataclass(slots=True)
class _Host:
    """The format in which blocks are used, and what they bring along."""

    report: Report
    chain: tuple[str, ...]
    journey: _Journey
    around: Around
    brought: Brought = field(default_factory=Brought)
    taken: dict[str, Spot] = field(default_factory=dict)
    depth: int = 0
    failed: bool = False

    def blocks(self, run: Node) -> Node:
        """The items of a run, each `use:` among them replaced."""
        if not isinstance(run, Items):
            return run
        flat: list[Node] = []
        for item in run.items:
            inner = value_of(item, "stages")
            if isinstance(item, Entries) and value_of(item, "use") is not None:
                flat.extend(self._used(item))
            elif isinstance(item, Entries) and inner is not None:
                flat.append(put(item, "stages", self.blocks(inner)))
            else:
                flat.append(item)
        return Items(tuple(flat), run.spot)

    def _used(self, item: Entries) -> tuple[Node, ...]:
        self.depth = max(self.depth, 1)
        form = fill(item, USE, self.report, "use") if self.journey.left > 0 else None
        found = self._block(form) if isinstance(form, Form) and "use" in form else None
        if found is None:
            self.failed = True
            return ()
        stages = found.stages()
        self.brought.add(found.named(), {"document": found.sections(), "built from": found.origins()})
        return stages

    def _block(self, use: Form) -> Block | None:
        name, spot = use.word("use"), use.at("use")
        called = block_name(use)
        if called in self.taken:
            self.report.add("use-twice", spot, name=called, line=self.taken[called].line)
            return None
        self.taken[called] = spot
        found = self._read(name, spot) if self._reachable(name, spot) else None
        if found is None:
            return None
        self.journey.left -= found.size
        if self.journey.left < 0:
            self._refuse(spot, _Fault("use-too-big", {"most": MOST_WRITTEN}))
            return None
        self.depth = max(self.depth, 1 + found.depth)
        return block(use, found.tree, found.form, self.around, self.report)

    def _reachable(self, name: str, spot: Spot) -> bool:
        chain = (*self.chain, name)
        if name in self.chain:
            return self._circle("use-cycle", spot, {"chain": " → ".join(chain[self.chain.index(name) :])})
        if len(self.chain) > DEEPEST:
            return self._circle("use-too-deep", spot, {"most": DEEPEST, "chain": " → ".join(chain)})
        if name not in self.journey.shelf:
            meant = nearest(name, self.journey.shelf)
            self.report.add("use-meant" if meant else "use-unknown", spot, name=name, meant=meant or "")
            return False
        return True

    def _circle(self, code: str, spot: Spot, fields: dict[str, str | int | Text]) -> bool:
        self.journey.circle = _Fault(code, fields)
        self._refuse(spot, self.journey.circle)
        return False

    def _read(self, name: str, spot: Spot) -> "_Read | None":
        read = self.journey.read
        if name not in read:
            read[name] = self._read_anew(name)
        found = read[name]
        if isinstance(found, _Fault):
            self._refuse(spot, found)
            return None
        if len(self.chain) + found.depth > DEEPEST:
            chain = " → ".join((*self.chain, name, "…"))
            self._refuse(spot, _Fault("use-too-deep", {"most": DEEPEST, "chain": chain}))
            return None
        return found

    def _read_anew(self, name: str) -> "_Read | _Fault":
        """The format that a block uses, written out in full itself, and sound as far as names go."""
        report = Report(f"{name}.yaml")
        self.journey.circle = None
        text = decode(self.journey.shelf[name], report)
        tree = compose(text, report) if text is not None else None
        tree = upgraded(tree, report) if isinstance(tree, Entries) else None
        if tree is not None:
            # What is asked weeks after belongs to a session, as its surveys do: a block brings its stages alone.
            tree = Entries(tuple(entry for entry in tree.entries if spelled(entry.key.text) != "later"), tree.spot)
            whole = _unfolded(tree, report, (*self.chain, name), self.journey)
            form = fill(asked_again(whole.tree, report), FORMAT, report, "format")
            if isinstance(form, Form) and whole.whole:
                check_references(form, build(form, report).settings, report)
                if not report.failed:
                    return _Read(whole.tree, form, whole.depth, size(whole.tree))
        return self.journey.circle or _Fault("use-broken", {"name": name, **_first_fault(report)})

    def _refuse(self, spot: Spot, fault: "_Fault") -> None:
        self.report.add(fault.code, spot, **fault.fields)


def _first_fault(report: Report) -> dict[str, str | int | Text]:
    first = next((found for found in report.diagnostics if found.level == "error"), None)
    return {"line": first.line if first else 1, "why": first.message if first else Text.same("–")}
