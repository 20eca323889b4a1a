"""Questions asked again: `same as` takes the type, the limits and the words of the earlier question."""

from collections.abc import Iterator, Mapping

from facilitation.formats.diagnostics import Report
from facilitation.formats.nesting.branches import put, value_of, word_of
from facilitation.formats.reading.spelling import spelled
from facilitation.formats.reading.tree import Entries, Entry, Items, Node

FIXED = ("type", "min", "max", "options", "for each", "items", "of", "columns", "total")
"""What makes two answers comparable: it cannot be said anew."""

TAKEN = ("label", "help", "asked of", "anonymous", "required")
"""What is taken over unless it is said anew."""

SURVEYS = ("before", "after", "looking back", "evaluation", "later")


def asked_again(tree: Entries, report: Report) -> Entries:
    """The tree in which every question with `same as` is written out."""
    known = dict(_questions(tree))
    if not any(word_of(question, "same as") for question in known.values()):
        return tree
    for survey in SURVEYS:
        node = value_of(tree, survey)
        tree = put(tree, survey, _stage(node, known, report)) if isinstance(node, Entries) else tree
    run = value_of(tree, "run")
    return put(tree, "run", _run(run, known, report)) if isinstance(run, Items) else tree


def _questions(tree: Entries) -> Iterator[tuple[str, Node]]:
    for stage in (*(value_of(tree, survey) for survey in SURVEYS), *_stages(value_of(tree, "run"))):
        asked = value_of(stage, "ask") if stage is not None else None
        yield from ((e.key.text.strip(), e.value) for e in asked.entries) if isinstance(asked, Entries) else ()


def _stages(run: Node | None) -> Iterator[Node]:
    for item in run.items if isinstance(run, Items) else ():
        yield item
        yield from _stages(value_of(item, "stages"))


def _run(run: Items, known: Mapping[str, Node], report: Report) -> Items:
    items: list[Node] = []
    for item in run.items:
        inner = value_of(item, "stages")
        if isinstance(item, Entries) and isinstance(inner, Items):
            items.append(put(item, "stages", _run(inner, known, report)))
        else:
            items.append(_stage(item, known, report))
    return Items(tuple(items), run.spot)


def _stage(stage: Node, known: Mapping[str, Node], report: Report) -> Node:
    asked = value_of(stage, "ask")
    if not isinstance(stage, Entries) or not isinstance(asked, Entries):
        return stage
    entries = tuple(Entry(e.key, _question(e.value, known, report)) for e in asked.entries)
    return put(stage, "ask", Entries(entries, asked.spot))


def _question(question: Node, known: Mapping[str, Node], report: Report) -> Node:
    name = word_of(question, "same as")
    if not name or not isinstance(question, Entries):
        return question
    first = _first(name, known)
    for entry in question.entries:
        if first is not None and spelled(entry.key.text) in FIXED:
            report.add("same-as-changed", entry.key.spot, key=spelled(entry.key.text), name=name)
    for key in (*FIXED, *TAKEN):
        taken = value_of(first, key) if first is not None else None
        if taken is not None and value_of(question, key) is None:
            question = put(question, key, taken)
    return question


def _first(name: str, known: Mapping[str, Node]) -> Node | None:
    """The question of that name, by way of those that ask it again; none where they only point at each other."""
    seen: set[str] = set()
    while name in known and name not in seen:
        seen.add(name)
        again = word_of(known[name], "same as")
        if not again:
            return known[name]
        name = again
    return None
