"""The questions before, after and on the session itself: each set becomes a stage of its own at its end of the run."""

from collections.abc import Mapping
from dataclasses import dataclass

from facilitation.domain.format import Text
from facilitation.formats.diagnostics import Report
from facilitation.formats.nesting.again import asked_again
from facilitation.formats.nesting.branches import plain, prose, put, value_of
from facilitation.formats.reading.filling import fill
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.spelling import spelled
from facilitation.formats.reading.tree import Entries, Entry, Items, Node, Spot
from facilitation.formats.schema.keys.whole import SURVEY

TITLES: Mapping[str, Text] = {
    "before": Text(fr="Avant de commencer", en="Before we start"),
    "after": Text(fr="Avant de partir", en="Before you leave"),
    "looking back": Text(fr="Avec le recul", en="Looking back"),
    "evaluation": Text(fr="Ce que vaut cette séance", en="What this session was worth"),
}

INSTRUCTION = Text(
    fr="Répondez pour vous. Les réponses sont comptées ensemble, et personne n'est nommé. N'écrivez pas de noms.",
    en="Answer for yourself. The answers are counted together, and nobody is named. Do not write any name.",
)

HINDSIGHT = Text(
    fr="Repensez au début, sans chercher ce que vous aviez répondu. Les réponses sont comptées ensemble, et personne "
    "n'est nommé. N'écrivez pas de noms.",
    en="Think back to the beginning, and do not try to recall what you answered. The answers are counted together, and "
    "nobody is named. Do not write any name.",
)


@dataclass(frozen=True, slots=True)
class _Survey:
    """One set of questions, as a stage and as a part of the document."""

    stage: Entries
    section: Entries | None


def with_surveys(tree: Entries, report: Report) -> Entries:
    """The tree with its surveys as stages: `before` comes first, `after`, `looking back` and `evaluation` last."""
    tree = asked_again(tree, report)
    found = {name: _survey(name, tree, report) for name in TITLES if value_of(tree, name) is not None}
    surveys = {name: survey for name, survey in found.items() if survey is not None}
    run = value_of(tree, "run")
    if not surveys or not isinstance(run, Items):
        return tree
    first = [surveys[name].stage for name in ("before",) if name in surveys]
    last = [surveys[name].stage for name in ("after", "looking back", "evaluation") if name in surveys]
    tree = put(tree, "run", Items((*first, *run.items, *last), run.spot))
    entries = tuple(entry for entry in tree.entries if spelled(entry.key.text) not in surveys)
    return _with_sections(Entries(entries, tree.spot), [s.section for s in surveys.values() if s.section])


def _survey(name: str, tree: Entries, report: Report) -> _Survey | None:
    node = value_of(tree, name)
    form = fill(node, SURVEY, report, name) if node is not None else None
    asked = value_of(node, "ask") if node is not None else None
    if not isinstance(form, Form) or not isinstance(node, Entries) or not isinstance(asked, Entries):
        return None
    title = value_of(node, "title") or prose(TITLES[name], node.spot)
    stage = Entries((Entry(plain("stage", node.spot), plain(name.replace(" ", "-"), node.spot)),), node.spot)
    stage = put(put(stage, "survey", plain(name, node.spot)), "title", title)
    for key in ("minutes", "instruction"):
        said = value_of(node, key)
        stage = put(stage, key, said) if said else stage
    if value_of(node, "instruction") is None:
        stage = put(stage, "instruction", prose(INSTRUCTION, node.spot))
    if value_of(tree, "groups") is not None:
        stage = put(stage, "groups", plain("everyone", node.spot))
    if name == "looking back" and value_of(node, "instruction") is None:
        stage = put(stage, "instruction", prose(HINDSIGHT, node.spot))
    stage = put(stage, "ask", Entries(tuple(Entry(e.key, _unnamed(e.value)) for e in asked.entries), asked.spot))
    return _Survey(stage, _section(title, list(form.named("ask")), node.spot) if form.truth("document", True) else None)


def _unnamed(question: Node) -> Node:
    """A survey is counted, never read person by person."""
    if not isinstance(question, Entries) or value_of(question, "anonymous") is not None:
        return question
    return put(question, "anonymous", plain("yes", question.spot))


def _section(title: Node, names: list[str], spot: Spot) -> Entries | None:
    if not names:
        return None
    answers = Items(tuple(plain(name, spot) for name in names), spot)
    return put(Entries((Entry(plain("section", spot), title),), spot), "answers", answers)


def _with_sections(tree: Entries, sections: list[Entries]) -> Entries:
    document = value_of(tree, "document")
    if not sections or not (document is None or isinstance(document, Items)):
        return tree
    before, spot = (document.items, document.spot) if document else ((), tree.spot)
    return put(tree, "document", Items((*before, *sections), spot))
