"""An archive under a passphrase: opened by it alone, unchanged; what fails says what to do."""

import pytest

from facilitation.archive import ArchiveRefused, is_locked, locked, look_into, restore, unlocked
from facilitation.archive.locking import MARK, NONCE, SALT
from facilitation.archive.packing import unpacked
from tests.archive.houses import NOW, SAID
from tests.web.conftest import House

PASSPHRASE = "lampe été tambour riz"

AS_OTHERS_TYPE = PASSPHRASE.replace("é", "e\u0301")


def refused(data: bytes, passphrase: str) -> str:
    """Why it does not open."""
    with pytest.raises(ArchiveRefused) as told:
        unlocked(data, passphrase)
    assert told.value.message.fr
    assert told.value.message.en
    return told.value.why


def test_what_is_locked_opens_with_its_passphrase_to_the_same_bytes(archive: bytes, elsewhere: House) -> None:
    closed = locked(archive, PASSPHRASE)
    assert is_locked(closed)
    assert SAID.encode() not in closed
    assert b"PK\x03\x04" not in closed
    assert closed != locked(archive, PASSPHRASE), "no two are alike, so that nobody sees which hold the same"
    assert unlocked(closed, PASSPHRASE) == archive
    assert unlocked(closed, f" {AS_OTHERS_TYPE} ") == archive, "another keyboard composes its accents"
    assert unlocked(archive, "") == archive, "what is not locked is taken as it is"
    database = elsewhere.doors.database
    assert restore(database, unlocked(closed, PASSPHRASE), NOW)
    assert look_into(database, archive).here_already, "locked or not, it is the same archive"


def test_without_the_right_passphrase_or_changed_it_stays_closed(archive: bytes) -> None:
    closed = locked(archive, PASSPHRASE)
    head = len(MARK) + SALT + NONCE
    assert refused(closed, "") == "locked"
    assert refused(closed, PASSPHRASE.upper()) == "wrong-passphrase"
    assert refused(closed[:-1], PASSPHRASE) == "wrong-passphrase"
    for place in (len(MARK) + 3, head - 2, head + 5, len(closed) - 1):
        changed = bytearray(closed)
        changed[place] ^= 1
        assert refused(bytes(changed), PASSPHRASE) == "wrong-passphrase", place
    assert refused(closed[: head + 3], PASSPHRASE) == "truncated"
    with pytest.raises(ArchiveRefused) as told:
        unpacked(closed)
    assert told.value.why == "no-zip", "an older house says that it is no archive"
    with pytest.raises(ArchiveRefused) as told:
        locked(archive, "trop court")
    assert told.value.why == "short-passphrase"
