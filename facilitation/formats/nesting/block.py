"""One block written out: the stages of the format it uses, under the block's own names, with its settings."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from facilitation.domain.format import Text
from facilitation.formats.checking.stages import declared, stages_of
from facilitation.formats.diagnostics import Report
from facilitation.formats.nesting.branches import plain, prose, put, record, removed, value_of, word_of
from facilitation.formats.nesting.renaming import moved, renamed
from facilitation.formats.reading.form import Form, kept
from facilitation.formats.reading.spelling import nearest
from facilitation.formats.reading.tree import Entries, Entry, Items, Node, Spot, Word
from facilitation.formats.schema.keys.blocks import BLOCKS
from facilitation.formats.schema.keys.document import SECTION
from facilitation.formats.schema.keys.whole import FORMAT

NAMED = ("settings", "tables", "roles", "handouts")
EVERYONE = "everyone"


@dataclass(frozen=True, slots=True)
class Around:
    """What a block must know of the format that uses it."""

    settings: frozenset[str]
    groups: bool
    fewest: int
    most: int
    consent: bool


@dataclass(slots=True)
class Block:
    """A block while it is written out. `use` is how it is used; `tree` and `form` are the format that it uses."""

    use: Form
    tree: Entries
    form: Form
    around: Around
    report: Report
    names: Mapping[str, str]
    titles: Mapping[str, Text | None]

    @property
    def name(self) -> str:
        """What the block is called in the format around it."""
        return block_name(self.use)

    @property
    def spot(self) -> Spot:
        """Where it is used: remarks on any part of it stand there."""
        return self.use.at("use")

    def stages(self) -> tuple[Node, ...]:
        """The stages, ready to stand in the run around them."""
        run = value_of(self.tree, "run")
        items = run.items if isinstance(run, Items) else ()
        return tuple(self._within(self._own(item, BLOCKS)) for one in items if (item := self._item(one)) is not None)

    def named(self) -> dict[str, list[Entry]]:
        """The settings, tables and roles that come along."""
        found = {key: self._entries(key) for key in NAMED}
        found["settings"] = [self._labelled("settings", self._adjusted(entry)) for entry in found["settings"]]
        found["roles"] = [self._labelled("roles", entry) for entry in found["roles"]]
        own = {key: self._renamed(key, entries) for key, entries in found.items()}
        return {**own, "roles": [replace(entry, value=self._within(entry.value)) for entry in own["roles"]]}

    def sections(self) -> list[Node]:
        """The parts of the document that come along."""
        document = value_of(self.tree, "document")
        if not isinstance(document, Items) or not self.use.truth("document", True):
            return []
        texts = [section.text("section") for section in self.form.forms("document")]
        titled = zip(document.items, texts, strict=False)
        return [self._own(self._titled(item, "section", text), SECTION) for item, text in titled]

    def origins(self) -> list[Node]:
        """Where it comes from: the credits of a block are those of whoever wrote it."""
        credits = self.form.form("credits") or Form("credits", self.spot)
        mine = record(
            self.spot,
            format=self.form.word("format"),
            version=self.form.word("version"),
            licence=credits.word("licence"),
            authors=credits.word("authors"),
        )
        said = credits.text("source")
        if said is not None:
            alike = said.fr == said.en
            mine = put(mine, "source", Word(said.fr, False, self.spot) if alike else prose(said, self.spot))
        inner = value_of(self.tree, "built from")
        return [mine, *(moved(item, self.spot) for item in (inner.items if isinstance(inner, Items) else ()))]

    def _own(self, node: Node, shape: object) -> Node:
        return moved(renamed(node, shape, self.names), self.spot)  # type: ignore[arg-type] # BLOCKS and SECTION are shapes

    def _entries(self, key: str) -> list[Entry]:
        here = value_of(self.tree, key)
        return list(here.entries) if isinstance(here, Entries) else []

    def _renamed(self, key: str, entries: list[Entry]) -> list[Entry]:
        wanted = FORMAT.key(key)
        node = self._own(Entries(tuple(entries), self.spot), wanted.shape if wanted else FORMAT)
        # What is shared with the format around is already there; only what has the block's own name is added.
        mine = f"{self.name}_"
        return [e for e in node.entries if e.key.text.startswith(mine)] if isinstance(node, Entries) else []

    def _adjusted(self, entry: Entry) -> Entry:
        said = self.use.named("settings").get(entry.key.text.strip())
        value = kept(said)
        if value is None or not isinstance(entry.value, Entries):
            return entry
        settled = put(entry.value, "default", value)
        return replace(entry, value=put(settled, "locked", plain("yes", self.spot)))

    def _labelled(self, key: str, entry: Entry) -> Entry:
        form = next((form for name, form in self.form.named_forms(key) if name == entry.key.text.strip()), None)
        return replace(entry, value=self._titled(entry.value, "label", form.text("label") if form else None))

    def _within(self, node: Node) -> Node:
        """A stage, the stages of a loop, or a role: it says which block it is of."""
        inner = value_of(node, "stages")
        if not isinstance(node, Entries):
            return node
        if isinstance(inner, Items):
            return put(node, "stages", replace(inner, items=tuple(self._within(item) for item in inner.items)))
        deeper = word_of(node, "block")
        return put(node, "block", plain(f"{self.name}_{deeper}" if deeper else self.name, self.spot))

    def _item(self, item: Node) -> Node | None:
        inner = value_of(item, "stages")
        if isinstance(item, Entries) and isinstance(inner, Items):
            kept_items = tuple(found for one in inner.items if (found := self._item(one)) is not None)
            return put(item, "stages", replace(inner, items=kept_items)) if kept_items else None
        return self._stage(item) if isinstance(item, Entries) else item

    def _stage(self, item: Entries) -> Node | None:
        name = word_of(item, "stage")
        if name in self.use.words("leave out"):
            return None
        title = self.titles.get(name) or Text.same(name.replace("-", " ").capitalize())
        # Its objectives are not those of the format around it.
        item = removed(self._titled(item, "title", title), "serves")
        minutes = self.use.named("minutes").get(name)
        if minutes is not None and isinstance(minutes.value, str):
            item = put(item, "minutes", plain(minutes.value, self.spot))
        if value_of(item, "groups") is None:
            groups = value_of(self.tree, "groups")
            item = put(item, "groups", groups) if groups else item
            if groups is None and self.around.groups:
                item = put(item, "groups", plain(EVERYONE, self.spot))
        return item

    def _titled(self, item: Node, key: str, text: Text | None) -> Entries:
        title, entries = self.use.text("title"), item if isinstance(item, Entries) else Entries((), item.spot)
        if title is None or text is None:
            return entries
        return put(entries, key, prose(Text(f"{title.fr} · {text.fr}", f"{title.en} · {text.en}"), self.spot))


def block_name(use: Form) -> str:
    """The name of a block: the one it is given, or that of the format it uses."""
    return use.word("as") or use.word("use").replace("-", "_")


def block(use: Form, tree: Entries, form: Form, around: Around, report: Report) -> Block | None:
    """The block, or `None` when the report says why it cannot be used here."""
    own = _names(form)
    names = {name: f"{block_name(use)}_{name}" for name in own}
    fine = [_check_names(use, own, report), _check_people(use, form, around, report)]
    names |= {name: said.value for name, said in use.named("share").items() if isinstance(said.value, str)}
    for name, said in use.named("settings").items():
        given = kept(said)
        if isinstance(given, Word) and given.plain and given.text.strip() in around.settings:
            names[name] = given.text.strip()
    if form.text("consent") is not None and not around.consent:
        report.add("use-consent", use.at("use"), name=use.word("use"))
    titles = {stage.word("stage"): stage.text("title") for stage in stages_of(form.forms("run"))}
    return Block(use, tree, form, around, report, names, titles) if all(fine) else None


def _names(form: Form) -> dict[str, str]:
    """Every name that a format gives, and to what."""
    found = dict.fromkeys(declared(form.forms("run")), "name")
    found |= {stage.word("stage"): "stage" for stage in stages_of(form.forms("run"))}
    for key in NAMED:
        found |= dict.fromkeys(form.named(key), key)
    return found


def _check_names(use: Form, own: Mapping[str, str], report: Report) -> bool:
    wanted = [(name, said.key, "settings") for name, said in use.named("settings").items()]
    wanted += [(name, said.key, "") for name, said in use.named("share").items()]
    wanted += [(name, said.key, "stage") for name, said in use.named("minutes").items()]
    wanted += [(str(item.value), item.spot, "stage") for item in use.items("leave out")]
    fine = True
    for name, spot, kind in wanted:
        known = [other for other, what in own.items() if kind in ("", what)]
        if name not in known:
            fine = False
            listed = nearest(name, known) or ", ".join(sorted(known)) or "–"
            report.add("use-no-name", spot, name=name, format=use.word("use"), choices=listed)
    return fine


def _check_people(use: Form, form: Form, around: Around, report: Report) -> bool:
    people = form.form("participants") or Form("participants", use.spot)
    fewest, most = people.whole("min", 1), people.whole("max", 1)
    if fewest <= around.fewest and around.most <= most:
        return True
    report.add("use-people", use.at("use"), name=use.word("use"), fewest=fewest, most=most)
    return False
