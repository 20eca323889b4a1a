"""Events are stored in a form that is decoded for ever."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from facilitation.domain.events import CONTENT, CardPosted, Event
from facilitation.domain.plain import to_plain
from facilitation.eventlog.codec import KINDS, SPELLING, Payload, decode, encode, erases, subject_of
from tests.eventlog.workshop import NOON

GOLDEN = json.loads((Path(__file__).parent.parent / "golden" / "event_rows.json").read_text())


def read_golden(row: dict[str, Any]) -> Event:
    """The event of a golden row."""
    return decode(row["spelling"], row["kind"], row["at"], row["payload"], row["value"])


def holds(now: Any, golden: Any) -> bool:
    """Whether everything golden is still said; a field added since, with its default, is no change."""
    match golden:
        case dict():
            return all(key in now and holds(now[key], value) for key, value in golden.items())
        case list():
            return len(now) == len(golden) and all(map(holds, now, golden))
    return bool(now == golden)


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: f"{row['kind']}-{row['spelling']}")
def test_a_golden_row_is_decoded_for_ever(row: dict[str, Any]) -> None:
    told = to_plain(read_golden(row))
    assert holds(told, json.loads(row["payload"]))
    assert told["kind"] == row["kind"]
    assert told["at"] == row["at"]
    if row["value"] is not None:
        assert told[CONTENT[row["kind"]]] == json.loads(row["value"])


def test_every_kind_has_a_golden_row_in_today_s_spelling() -> None:
    assert {row["kind"] for row in GOLDEN if row["spelling"] == SPELLING} == {kind.__name__ for kind in get_args(Event)}


@pytest.mark.parametrize("row", [row for row in GOLDEN if row["spelling"] == SPELLING], ids=lambda row: row["kind"])
def test_today_s_spelling_is_the_golden_one(row: dict[str, Any]) -> None:
    encoded = encode(read_golden(row))
    value = encoded.content.value if encoded.content else None
    assert (encoded.kind, encoded.at, value) == (row["kind"], row["at"], row["value"])
    assert holds(json.loads(encoded.payload), json.loads(row["payload"]))


@pytest.mark.parametrize("kind", CONTENT)
def test_words_are_kept_apart_from_the_row(kind: str) -> None:
    row = next(row for row in GOLDEN if row["kind"] == kind)
    encoded = encode(read_golden(row))
    assert encoded.content is not None
    assert json.loads(encoded.content.value) not in json.loads(encoded.payload).values()
    assert CONTENT[kind] not in json.loads(encoded.payload)
    assert encoded.content.subject == subject_of(read_golden(row)) != ""


def test_the_same_words_twice_cannot_be_recognised_by_their_fingerprint() -> None:
    card = CardPosted("c1", "ideas", "write", "p1", "oui", None, NOON)
    first, second = encode(card).content, encode(card).content
    assert first is not None
    assert second is not None
    assert first.id != second.id


def test_what_erases_says_what_it_erases() -> None:
    events = {row["kind"]: read_golden(row) for row in reversed(GOLDEN)}
    assert erases(events["CardWithdrawn"]) == subject_of(events["CardPosted"]) == subject_of(events["CardEdited"])
    assert erases(events["AnswerWithdrawn"]) == subject_of(events["AnswerGiven"])
    assert erases(events["NoteErased"]) == erases(events["NoteEdited"]) == subject_of(events["NoteTaken"])
    assert erases(events["ReasonErased"]) == subject_of(events["ReasonGiven"])
    erasing = {kind for kind, event in events.items() if erases(event)}
    assert erases(events["ObservationWithdrawn"]) == erases(events["ObservationEdited"]) == "observation:w1"
    assert subject_of(events["ObservationNoted"]) == subject_of(events["ExcerptKept"]) == "observation:w1"
    assert erasing == {
        *("AnswerWithdrawn", "CardWithdrawn", "NoteEdited", "NoteErased", "ReasonGiven", "ReasonErased"),
        *("ObservationEdited", "ObservationWithdrawn", "TitleErased"),
    }


def test_erased_words_are_read_as_nothing() -> None:
    row = next(row for row in GOLDEN if row["kind"] == "CardPosted")
    assert getattr(read_golden({**row, "value": None}), "text", None) == ""


def test_an_old_spelling_is_upgraded_step_by_step_while_it_is_read() -> None:
    def note_became_card(kind: str, data: Payload) -> tuple[str, Payload]:
        return ("CardPosted", {"text": data.pop("words"), **data}) if kind == "NotePosted" else (kind, data)

    def boards_got_names(kind: str, data: Payload) -> tuple[str, Payload]:
        return kind, {**data, "board": data.get("board", "ideas")}

    old = json.dumps({"card": "c1", "step": "write", "author": "p1", "words": "oui", "column": None})
    upgrades = (note_became_card, boards_got_names)
    card = CardPosted("c1", "ideas", "write", "p1", "oui", None, NOON)
    assert decode(1, "NotePosted", NOON, old, None, upgrades) == card
    today = json.dumps({"card": "c1", "board": "ideas", "step": "write", "author": "p1", "column": None})
    assert decode(3, "CardPosted", NOON, today, '"oui"', upgrades) == card


@pytest.mark.parametrize(
    ("kind", "payload"),
    [("CardTeleported", "{}"), ("DoorOpened", '{"surprise":1}'), ("DoorOpened", "{"), ("CardHidden", "{}")],
)
def test_an_unreadable_row_is_an_error_and_never_a_guess(kind: str, payload: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        decode(SPELLING, kind, NOON, payload, None)


def test_kinds_are_names_and_not_places_in_the_code() -> None:
    assert all(name.isalpha() for name in KINDS)
