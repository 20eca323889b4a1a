"""The JSON Schema for editors: a validator by others takes what the checker takes, and sees common slips."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from facilitation.formats.schema.draft import schema
from facilitation.places import workshop_formats
from tests.formats.samples import SMALL, changed
from tests.formats.test_language_pages import EXAMPLES, whole

FILES = sorted(workshop_formats().glob("*.yaml"))
SCHEMA = schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def _as_an_editor_reads(text: str) -> Any:
    return _keyed(YAML(typ="safe", pure=True).load(text))


def _keyed(value: Any) -> Any:
    """JSON has no other keys than words."""
    match value:
        case dict():
            return {str(key): _keyed(item) for key, item in value.items()}
        case list():
            return [_keyed(item) for item in value]
    return value


def _faults(text: str) -> list[str]:
    return [
        f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in VALIDATOR.iter_errors(_as_an_editor_reads(text))
    ]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_it_takes_the_formats_of_the_house(path: Path) -> None:
    assert _faults(path.read_text("utf-8")) == []


@pytest.mark.parametrize(("page", "number", "block"), EXAMPLES, ids=[f"{name}-{at}" for name, at, _ in EXAMPLES])
def test_it_takes_the_examples_of_the_pages(page: str, number: int, block: str) -> None:
    assert _faults(whole(block)) == [], f"{page}, example {number}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("participants:", "participant:"),
        ("    minutes: 2\n    groups: {size", "    minuts: 2\n    groups: {size"),
        ("prompt:", "promt:"),
        ("kind: seminar-activity", "kind: karaoke"),
        ("version: 1.0.0", "version: 1.10"),
        ("language: 1", "language: 2"),
        ("type: whole number", "type: hole number"),
        ("title: {fr: Petit, en: Small}\n", ""),
        ("title: {fr: Petit, en: Small}", "title: [Petit]"),
        ("title: {fr: Petit, en: Small}", "title: {fr: Petit, de: Klein}"),
        ("      number: {type", "      numéro: {type"),
        ("min: 2, max: 20", "min: two, max: 20"),
        ("refused: yes", "refused: maybe"),
        ("format: small", "format: My Format"),
        ("of: ideas, dots: dots", "dots: dots"),
        ("      seen by: author\n      marks", "      marks"),
    ],
)
def test_it_sees_common_slips(old: str, new: str) -> None:
    assert _faults(SMALL) == []
    assert _faults(changed(old, new))


def test_keys_may_be_written_with_underscores() -> None:
    assert _faults(SMALL.replace("seen by:", "seen_by:").replace("continue when:", "continue_when:")) == []
