"""The pages on the language: every example is run, every key is shown in one, every table is up to date."""

import re
from pathlib import Path

import pytest

from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.filling import fill
from facilitation.formats.reading.form import Form, Said
from facilitation.formats.reading.guard import compose
from facilitation.formats.schema import FORMAT, RECORDS
from facilitation.formats.schema.draft import text
from facilitation.formats.schema.page import passages, refreshed
from facilitation.places import workshop_formats
from tests.formats.samples import read, said

HERE = Path(__file__).resolve().parents[2]
LANGUAGE = HERE / "docs" / "language.md"
TEN_MINUTES = HERE / "workshop_formats" / "README.md"
BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PART = re.compile(r"^[a-z].*?(?=^[a-z]|\Z)", re.DOTALL | re.MULTILINE)


def _blocks(page: Path) -> list[str]:
    return BLOCK.findall(page.read_text("utf-8"))


def parts(text: str) -> dict[str, str]:
    return {part.partition(":")[0]: part for part in PART.findall(text)}


def whole(block: str) -> str:
    """An example in its place: it stands in for the same lines of the page's first example."""
    return "".join({**parts(_blocks(LANGUAGE)[0]), **parts(block)}.values())


EXAMPLES = [
    (page.name, number, block) for page in (LANGUAGE, TEN_MINUTES) for number, block in enumerate(_blocks(page))
]


@pytest.mark.parametrize(("page", "number", "block"), EXAMPLES, ids=[f"{name}-{at}" for name, at, _ in EXAMPLES])
def test_an_example_is_sound(page: str, number: int, block: str) -> None:
    text = whole(block)
    name = text.partition("\n")[0].removeprefix("format: ")
    assert said(read(text, f"{name}.yaml")) == "", f"{page}, example {number}:\n{block}"


def _keys(value: object) -> set[tuple[str, str]]:
    match value:
        case Form(record=record, said=inside):
            return {(record, key) for key in inside} | {found for item in inside.values() for found in _keys(item)}
        case Said(value=inner):
            return _keys(inner)
        case tuple():
            return {found for item in value for found in _keys(item)}
        case dict():
            return {found for item in value.values() for found in _keys(item)}
    return set()


def test_every_key_has_an_example() -> None:
    shown: set[tuple[str, str]] = set()
    for block in _blocks(LANGUAGE):
        tree = compose(whole(block), Report("page"))
        assert tree is not None
        shown |= _keys(fill(tree, FORMAT, Report("page")))
    known = {(record.name, key.name) for record in RECORDS for key in record.keys}
    assert known - shown == set()


def test_every_group_of_keys_has_its_table() -> None:
    assert passages(LANGUAGE.read_text("utf-8")) == [record.name for record in RECORDS]


def test_the_tables_are_up_to_date() -> None:
    page = LANGUAGE.read_text("utf-8")
    assert refreshed(page) == page, "run: python -m facilitation.formats.schema.page docs/language.md"


def test_the_schema_for_editors_is_up_to_date() -> None:
    file = workshop_formats() / "schema.json"
    assert file.read_text("utf-8") == text(), "run: python -m facilitation.formats.schema.page docs/language.md"


def test_links_inside_the_page_lead_somewhere() -> None:
    page = LANGUAGE.read_text("utf-8")
    headings = {line.lstrip("# ").lower().replace(" ", "-") for line in page.splitlines() if line.startswith("## ")}
    assert set(re.findall(r"\(#([a-z-]+)\)", page)) <= headings
