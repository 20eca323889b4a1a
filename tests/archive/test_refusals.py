"""What is not a whole, honest archive of this version is refused in both languages, and nothing is changed by it."""

import io
import json
import warnings
import zipfile
from collections.abc import Callable
from unittest.mock import patch

import pytest

from facilitation.archive import ArchiveRefused, look_into, make_archive, restore
from facilitation.archive.packing import MOST_BYTES, MOST_ENTRIES, MOST_LINES, MOST_UNPACKED
from facilitation.archive.reading import read_archive
from facilitation.archive.refusals import WORDS
from facilitation.domain.commands import By, OpenDoor, PostCard
from facilitation.records import live_sessions
from facilitation.records.closed import WORDS as WORDS_OF_COLUMNS
from tests.archive.houses import NOW, SAID, archive_of, entries, forged, rows
from tests.web.conftest import House

Change = Callable[[dict[str, bytes]], None]


def only(entry: str, change: Callable[[bytes], bytes]) -> Change:
    """Change the entries whose name ends so."""

    def changed(found: dict[str, bytes]) -> None:
        names = [name for name in found if name.endswith(entry)]
        assert names, entry
        for name in names:
            found[name] = change(found[name])

    return changed


def told(**changes: object) -> Callable[[bytes], bytes]:
    """Change what each line of JSON (or a manifest) says."""
    return lambda content: b"\n".join(
        json.dumps({**json.loads(line), **changes}).encode() for line in content.splitlines() if line
    )


def newer(**changes: object) -> Change:
    """Change what the manifest says of what it was made with."""

    def changed(found: dict[str, bytes]) -> None:
        manifest = json.loads(found["manifest.json"])
        manifest["made_with"] |= changes
        found["manifest.json"] = json.dumps(manifest).encode()

    return changed


def added(name: str) -> Change:
    return lambda found: found.update({name: b"x"})


def without(ending: str) -> Change:
    def changed(found: dict[str, bytes]) -> None:
        for name in [each for each in found if each.endswith(ending)]:
            del found[name]

    return changed


FORGED: dict[str, tuple[str, Change, bool]] = {
    "words changed": ("tampered", only("words.jsonl", lambda said: said.replace(SAID.encode(), b"Un the")), False),
    "words changed, digest too": (
        "tampered",
        only("words.jsonl", lambda said: said.replace(SAID.encode(), b"Un the")),
        True,
    ),
    "an event changed, digest too": (
        "tampered",
        only("log.jsonl", lambda said: said.replace(b"CardW", b"CardP")),
        True,
    ),
    "an event left out": ("tampered", only("log.jsonl", lambda said: b"\n".join(said.splitlines()[:-1])), True),
    "a log left out": ("misfit", without("log.jsonl"), True),
    "an entry left out": ("truncated", without("texts.jsonl"), False),
    "an entry more": ("strange-names", added("records/accounts.jsonl"), False),
    "another table": ("misfit", added("records/accounts.jsonl"), True),
    "out of the folder": ("strange-names", added("../../etc/passwd"), True),
    "from the root": ("strange-names", added("/etc/passwd"), True),
    "in the manner of another system": ("strange-names", added("records\\..\\x.jsonl"), True),
    "a later form": (
        "newer",
        only("manifest.json", lambda said: said.replace(b'"archive": 1', b'"archive": 2')),
        False,
    ),
    "later tables": ("newer", newer(schema="9999"), False),
    "later events": ("newer", only("log.jsonl", told(spelling=99)), True),
    "no manifest": ("no-archive", without("manifest.json"), False),
    "a manifest of something else": ("no-archive", only("manifest.json", lambda said: b'{"archive": 1}'), False),
    "a manifest that is a list": ("no-archive", only("manifest.json", lambda said: b"[" * 5000), False),
    "a row that is no row": ("misfit", only("texts.jsonl", lambda said: b"[1]"), True),
    "a row that is no JSON": ("misfit", only("texts.jsonl", lambda said: b"{"), True),
    "a day that is none": ("misfit", only("revisits.jsonl", told(done_on="never")), True),
    "a number too large": ("misfit", only("texts.jsonl", told(version=2**40)), True),
    "a title too long": ("misfit", only("experiments.jsonl", told(title="x" * 201)), True),
    "a title that is a number": ("misfit", only("experiments.jsonl", told(title=7)), True),
    "a session of another name": ("misfit", only("live_sessions.jsonl", told(id="other")), True),
    "a logo that is no picture": ("misfit", only("logos.jsonl", told(png="PHN2Zz4=")), True),
    "two experiments": ("misfit", only("experiments.jsonl", lambda said: said * 2), True),
    "a moment that is no date": ("misfit", only("learnings.jsonl", told(changed_at=2**62)), True),
    "months that no calendar has": ("misfit", only("protocol_versions.jsonl", told(contributions_months=2**30)), True),
    "a column of another programme": ("misfit", only("texts.jsonl", told(mood="x")), True),
    "two heads": ("misfit", only("head.jsonl", lambda said: said * 2), True),
    "a text of another experiment": ("misfit", only("texts.jsonl", told(experiment_id=77)), True),
}


def refused(house: House, data: bytes) -> str:
    """Why it is not restored; the house stays as it was."""
    before = rows(house)
    with pytest.raises(ArchiveRefused) as found:
        restore(house.doors.database, data, NOW)
    assert rows(house) == before
    return found.value.why


@pytest.mark.parametrize("name", FORGED)
def test_what_was_changed_is_refused_and_nothing_stays_of_it(empty: House, archive: bytes, name: str) -> None:
    why, change, honest = FORGED[name]
    assert refused(empty, forged(archive, change, honest)) == why


@pytest.mark.parametrize("where", WORDS_OF_COLUMNS, ids="-".join)
def test_a_word_that_this_house_does_not_know_is_named(archive: bytes, where: tuple[str, str]) -> None:
    table, column = where
    entry = f"records/{table}.jsonl"
    assert entries(archive)[entry], "there is no row to forge: make one in `houses.lived_in`"
    with pytest.raises(ArchiveRefused) as found:
        read_archive(forged(archive, only(entry, told(**{column: "zz"}))), "9999")
    assert found.value.why == "misfit"
    for said in (found.value.message.fr, found.value.message.en):
        assert entry in said
        assert column in said
        assert "zz" in said
    assert "zz" not in str(found.value), "what stands in a file is not for the log"


ODD = {
    "texts": {"section": "zz"},
    "site_checklist": {"item": "zz"},
    "comments": {"part": "zz"},
    "learnings": {"evidence": "zz\nzz"},
    "codings": {"ref": "zz"},
    "verbatims": {"ref": "zz"},
    "live_sessions": {"format_id": "zz"},
    "dossier_versions": {"frozen": "{}"},
}
"""What a later or earlier version may well have written: nobody refuses it, and no page breaks on it."""


def test_no_page_breaks_on_what_was_let_in(archive: bytes, elsewhere: House) -> None:
    def change(found: dict[str, bytes]) -> None:
        for table, values in ODD.items():
            entry = f"records/{table}.jsonl"
            rows = found[entry].splitlines()
            found[entry] = told(**values)(rows[0] if rows and "ref" not in values else found[entry])
            if table == "live_sessions":
                found[entry] = b"\n".join(told(**values)(row) for row in rows)

    number = restore(elsewhere.doors.database, forged(archive, change), elsewhere.doors.clock())
    session = live_sessions.of_experiment(elsewhere.doors.database, number)[0].id
    staff, seen = elsewhere.staff(), 0
    for rule in elsewhere.app.url_map.iter_rules():
        address = rule.rule.replace("<int:experiment_id>", str(number)).replace("<session_id>", session)
        if "GET" in (rule.methods or ()) and "<" not in address and address != rule.rule:
            answer = staff.client.get(address)
            assert answer.status_code < 500, address
            seen += 1
    assert seen > 40
    staff.open(f"/sessions/{session}/journal")
    assert "maison d’origine" in staff.words, "the accounts of another house are nobody here"


class Enough(Exception):
    """Somebody calls it off."""


def test_one_hears_how_far_it_is_and_calling_it_off_leaves_the_house_as_it_was(
    elsewhere: House, archive: bytes
) -> None:
    before = rows(elsewhere)

    def off(done: int, total: int) -> None:
        if done == total - 1:
            raise Enough

    with pytest.raises(Enough):
        restore(elsewhere.doors.database, archive, NOW, follow=off)
    assert rows(elsewhere) == before
    heard: list[tuple[int, int]] = []
    restore(elsewhere.doors.database, archive, NOW, follow=lambda done, total: heard.append((done, total)))
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_after_all_that_the_true_one_is_restored_once(elsewhere: House, archive: bytes) -> None:
    restore(elsewhere.doors.database, archive, NOW)
    assert refused(elsewhere, archive) == "here-already"
    assert look_into(elsewhere.doors.database, archive).here_already


def test_the_house_of_origin_has_it_already(origin: House, archive: bytes) -> None:
    assert refused(origin, archive) == "here-already"


@pytest.mark.parametrize("part", [0.2, 0.5, 0.99])
def test_a_file_that_is_cut_short(empty: House, archive: bytes, part: float) -> None:
    assert refused(empty, archive[: int(len(archive) * part)]) == "truncated"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK", b"\x00" * 100])
def test_a_file_of_another_kind(empty: House, data: bytes) -> None:
    assert refused(empty, data) == "no-zip"


def test_a_zip_of_something_else(empty: House) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as whole:
        whole.writestr("README.txt", "hello")
    assert refused(empty, made.getvalue()) == "no-archive"


def test_one_byte_changed_anywhere_is_refused_or_changes_nothing_that_is_read(archive: bytes) -> None:
    true = read_archive(archive, "9999")
    noticed = set()
    for place in range(0, len(archive), 37):
        changed = archive[:place] + bytes([archive[place] ^ 0x55]) + archive[place + 1 :]
        try:
            found = read_archive(changed, "9999")
        except ArchiveRefused as refusal:
            noticed.add(refusal.why)
        else:  # the date of an entry, say, which nobody reads
            assert (found.rows, found.logs, found.manifest) == (true.rows, true.logs, true.manifest)
    assert {"truncated", "strange-names"} <= noticed


def test_what_is_too_large_is_not_unpacked(empty: House, archive: bytes) -> None:
    assert refused(empty, b"PK\x03\x04" + bytes(MOST_BYTES)) == "too-large"
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as whole, whole.open("manifest.json", "w") as entry:
        for _ in range(MOST_UNPACKED // 2**20 + 1):
            entry.write(bytes(2**20))
    assert len(bomb.getvalue()) < 2**20
    assert refused(empty, bomb.getvalue()) == "too-large"
    many = forged(archive, lambda found: found.update({f"records/x{n}": b"" for n in range(MOST_ENTRIES)}))
    assert refused(empty, many) == "too-large"
    lines = forged(archive, lambda found: found.update({"records/texts.jsonl": b"{}\n" * (MOST_LINES + 1)}))
    assert refused(empty, lines) == "too-large"


def zipped(*entries: tuple[zipfile.ZipInfo | str, bytes], mode: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(made, "w", mode) as whole:
        for name, content in entries:
            whole.writestr(name, content)
    return made.getvalue()


def test_a_list_of_entries_that_is_long_to_read_is_not_read(empty: House) -> None:
    crowd = zipped(*((f"x{number}", b"") for number in range(21_000)), mode=zipfile.ZIP_STORED)
    with patch.object(zipfile, "ZipFile", side_effect=AssertionError("it was read")):
        assert refused(empty, crowd) == "too-large"
        assert refused(empty, crowd[:-22] + b"PK\x06\x07" + bytes(16) + crowd[-22:-12] + bytes(12)) == "too-large"
        assert refused(empty, crowd + b"a comment") == "truncated"
        assert refused(empty, crowd[:-2] + b"\x01\x00") == "truncated"


def test_what_an_entry_says_of_its_size_is_not_believed(empty: House) -> None:
    """As one makes it who lets a small file grow to four gigabytes: it says that it holds a few bytes."""
    heavy = zipped(("manifest.json", bytes(64 * 2**20)))
    true, told = (64 * 2**20).to_bytes(4, "little"), (9).to_bytes(4, "little")
    assert refused(empty, heavy.replace(true, told)) == "truncated"
    four = (2**32 - 2).to_bytes(4, "little")
    assert refused(empty, heavy.replace(true, four)) == "too-large"


def test_an_archive_in_an_archive_a_link_and_a_name_twice_are_refused(empty: House, archive: bytes) -> None:
    inside = forged(archive, lambda found: found.update({"records/archive.zip": archive}))
    assert refused(empty, inside) == "misfit"
    link = zipfile.ZipInfo("records/texts.jsonl")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    rest = [(name, content) for name, content in entries(archive).items() if name != link.filename]
    assert refused(empty, zipped(*rest, (link, b"/etc/passwd"))) == "tampered", "nothing follows it: it is mere bytes"
    twice = [*entries(archive).items(), ("records/texts.jsonl", b"{}")]
    assert refused(empty, zipped(*twice)) == "strange-names"


@pytest.mark.parametrize(
    "said", [b"[" * 100_000, b'{"a":' * 100_000, b'{"version": ' + b"9" * 100_000 + b"}", b"1e999", b"NaN"]
)
def test_json_that_is_deep_or_endless_is_refused(empty: House, archive: bytes, said: bytes) -> None:
    assert refused(empty, forged(archive, lambda found: found.update({"records/texts.jsonl": said}))) == "misfit"
    assert refused(empty, forged(archive, lambda found: found.update({"manifest.json": said}), honest=False)) == (
        "no-archive"
    )


def test_a_session_that_runs_is_closed_first(fresh_origin: House) -> None:
    planned = fresh_origin.plan()
    planned.say(OpenDoor())
    planned.join()
    planned.go_on()
    planned.say(PostCard(planned.state.current or "", "ideas", "x"), by=By("participant", planned.newest()))
    fresh_origin.noted(planned.id, "started_at")
    with pytest.raises(ArchiveRefused) as found:
        archive_of(fresh_origin)
    assert found.value.why == "running"
    with pytest.raises(ArchiveRefused) as found:
        make_archive(fresh_origin.doors.database, 404, NOW)
    assert found.value.why == "no-experiment"


def test_every_reason_is_said_in_both_languages_and_says_what_to_do() -> None:
    for said in WORDS.values():
        assert said.fr != said.en
        assert said.fr.endswith(".")
        assert said.en.endswith(".")
