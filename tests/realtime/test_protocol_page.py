"""The page docs/protocol.md and the code say the same, in both directions."""

import ast
import json
import re
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from facilitation.domain import commands, events
from facilitation.domain.plain import from_plain
from facilitation.domain.reasons import REASONS
from facilitation.projections.channels import all_channels, documents
from facilitation.realtime import reading, sockets
from tests.rehearsal.stage import SHIPPED, played

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "protocol.md").read_text(encoding="utf-8")
REALTIME = sorted((ROOT / "facilitation" / "realtime").glob("*.py"))
NOT_FROM_SCREENS = {"PlanSession", "InsertStage", "ReplaceJoinCode", "PrintPaper", "ChangeConsents"}


def _section(title: str) -> str:
    start = PAGE.index(f"\n{title}\n")
    level = title.split(" ")[0]
    following = re.compile(rf"^#{{1,{len(level)}}} ", re.M).search(PAGE, start + len(title) + 2)
    return PAGE[start : following.start() if following else None]


def _examples(text: str) -> list[str]:
    return re.findall(r"```json\n(.*?)```", text, re.S)


def _headed(direction: str) -> set[str]:
    return set(re.findall(rf"^## {direction}: `(\w+)`", PAGE, re.M))


def _strings(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]


def test_every_message_up_has_its_handler_and_its_section() -> None:
    handlers = {name[1:] for name in vars(sockets.Sockets) if name in {"_hello", "_do", "_again", "_here"}}
    registered: list[str] = []

    class Listens:
        def on(self, name: str, handler: object) -> None:
            registered.append(name)

    sockets.Sockets(Listens(), None, None, None, lambda: 0).listen()  # type: ignore[arg-type]
    assert set(registered) - {"connect", "disconnect"} == handlers == _headed("Up")


def test_every_message_down_has_its_section() -> None:
    sent = {
        call.args[0].value
        for path in REALTIME
        for call in _strings(path)
        if isinstance(call.func, ast.Name) and call.func.id == "Frame" and isinstance(call.args[0], ast.Constant)
    }
    assert sent == _headed("Down")


@pytest.mark.parametrize("direction", ["Up", "Down"])
def test_every_message_has_an_example_that_is_json(direction: str) -> None:
    for name in _headed(direction):
        examples = _examples(_section(f"## {direction}: `{name}`"))
        assert examples, name
        for example in examples:
            json.loads(example)


def test_every_example_of_a_message_up_is_understood() -> None:
    hello, do, again, here = (
        json.loads(_examples(_section(f"## Up: `{name}`"))[0]) for name in ("hello", "do", "again", "here")
    )
    assert isinstance(reading.read_hello(hello), reading.Hello)
    assert isinstance(reading.read_do(do), reading.Asked)
    assert reading.read_again(again) == ("everyone",)
    assert reading.read_here(here) is True


@pytest.mark.parametrize(
    ("title", "union"),
    [
        ("### Participants", commands.ParticipantCommand),
        ("### Facilitators", commands.FacilitatorCommand),
        ("### Observers", commands.ObserverCommand),
    ],
)
def test_every_command_has_an_example_that_is_read(title: str, union: object) -> None:
    examples = [json.loads(line) for line in _examples(_section(title))[0].splitlines()]
    for example in examples:
        from_plain(union, example)
    assert {example["kind"] for example in examples} == {
        kind.__name__ for kind in typing.get_args(union)
    } - NOT_FROM_SCREENS


def test_every_reason_is_on_the_page() -> None:
    given = set(REASONS)
    for path in [*REALTIME, *sorted((ROOT / "facilitation" / "domain").rglob("*.py"))]:
        source = path.read_text(encoding="utf-8")
        given |= set(re.findall(r'Refused\("([a-z-]+)"', source)) | set(re.findall(r'"refused": "([a-z-]+)"', source))
    assert set(re.findall(r"^\| `([a-z-]+)` \|", _section("## Reasons"), re.M)) == given


def test_every_event_is_on_the_page() -> None:
    happened = {kind.__name__ for kind in typing.get_args(events.Event)}
    assert set(re.findall(r"^\| `(\w+)` \|", _section("## What is in the log"), re.M)) == happened


def test_every_example_of_a_document_is_json_without_null() -> None:
    for example in _examples(_section("## What the documents hold")):
        json.loads(example)
        assert "null" not in example


NAMED = {"boards", "cards", "answers", "entries", "plan", "notes", "people", "tally", "dots", "charts", "tell", "post"}
NAMED |= {
    "mark",
    "answer",
    "values",
    "session",
    "group",
    "labels",
    "changes",
    "kept",
    "levels",
    "comment",
    "counts",
    "places",
    "place",
    "clusters",
    "actions",
    "observers",
    "observations",
    "lines",
    "toRead",
}
"""Objects whose keys are ids and names, wherever the page shows only one such key for many."""

WORDS = {"everyone.session", "staff.session", "group.group", "person.me.group", "staff.values"}
"""Objects of those names that are records all the same."""


def _unsaid(example: Any, found: Any, path: str) -> Iterator[str]:
    """The keys of a document that the example on the page does not show."""
    match example, found:
        case [first, *_], [*items]:
            for item in items:
                yield from _unsaid(first, item, path)
        case dict(), dict():
            name = path.rpartition(".")[2]
            # The roles a person holds are a list; the roles of the console are an object by name.
            named = ("." in path and name in NAMED and path not in WORDS) or path == "staff.roles"
            for key, value in found.items():
                if named and "fr" not in example:
                    yield from _unsaid(next(iter(example.values())), value, f"{path}.*")
                elif key not in example:
                    yield f"{path}.{key}"
                else:
                    yield from _unsaid(example[key], value, f"{path}.{key}")


@pytest.mark.parametrize("name", ["everything", "deciding", *SHIPPED])
def test_nothing_occurs_in_a_document_that_the_page_does_not_show(name: str) -> None:
    titles = ["everyone", "group:N", "role:NAME", "person:ID", "staff", "observers", "observer:ID", "screen"]
    shown = {title.partition(":")[0]: json.loads(_examples(_section(f"### `{title}`"))[0]) for title in titles}
    corner = json.loads(_examples(_section("### `screen:N`"))[0])
    _, batches = played(name, 7, restless=True)
    unsaid: set[str] = set()
    for published in batches[::5]:
        for channel, found in documents(published.after, all_channels(published.after)).items():
            kind = channel.partition(":")[0]
            if channel.startswith("screen:"):
                # Its boards and answers are those of its group, as they are told there.
                unsaid |= set(_unsaid({**shown["group"], "group": corner["group"]}, found, "screen:N"))
                continue
            if "frozen" in found:
                unsaid |= set(_unsaid(shown["everyone"], found["frozen"], "everyone"))
                found = {key: value for key, value in found.items() if key != "frozen"}
            unsaid |= set(_unsaid(shown[kind], found, kind))
    assert unsaid == set()
