"""What screens hold: patches in order equal the documents, and no change goes unannounced."""

import json
from typing import Any

import pytest

from facilitation.domain.evolve import replay
from facilitation.eventlog import state_hash
from facilitation.projections.channels import all_channels, document, touched
from facilitation.projections.patches import apply_patch, merge_patch
from tests.rehearsal.stage import SHIPPED, played

NAMES = [*SHIPPED, "everything"]
ROOMS = [(1, False), (2, True), (6, True)]


def holds_nothing(value: Any) -> bool:
    """Whether a null hides anywhere in a document."""
    match value:
        case None:
            return True
        case dict():
            return any(holds_nothing(item) for item in value.values())
        case list():
            return any(holds_nothing(item) for item in value)
    return False


@pytest.mark.parametrize(("seed", "restless"), ROOMS)
@pytest.mark.parametrize("name", NAMES)
def test_patches_applied_in_order_equal_the_documents_of_every_channel(name: str, seed: int, restless: bool) -> None:
    _, batches = played(name, 7, seed, restless=restless)
    held: dict[str, dict[str, Any]] = {}
    for batch in batches:
        for channel in all_channels(batch.after):
            now = json.loads(json.dumps(document(batch.after, channel)))
            assert not holds_nothing(now)
            patch = json.loads(json.dumps(merge_patch(held.get(channel, {}), now)))
            held[channel] = apply_patch(held.get(channel, {}), patch)
            assert held[channel] == now


@pytest.mark.parametrize(("seed", "restless"), ROOMS)
@pytest.mark.parametrize("name", NAMES)
def test_a_document_that_changes_is_always_announced(name: str, seed: int, restless: bool) -> None:
    _, batches = played(name, 7, seed, restless=restless)
    announced = 0
    for batch in batches:
        told = touched(batch.before, batch.events, batch.after)
        announced += len(told)
        for channel in {*all_channels(batch.before), *all_channels(batch.after)} - told:
            assert document(batch.before, channel) == document(batch.after, channel), (channel, batch.events)
    assert announced


@pytest.mark.parametrize(("seed", "restless"), ROOMS)
@pytest.mark.parametrize("name", NAMES)
def test_the_log_read_from_disk_rebuilds_the_session(name: str, seed: int, restless: bool) -> None:
    rehearsal, _ = played(name, 7, seed, restless=restless)
    assert replay(rehearsal.events) == rehearsal.session
    assert state_hash(replay(rehearsal.events)) == state_hash(rehearsal.session)
