"""The address of the room: a local one before any other, none where there is no network."""

import pytest

from facilitation.realtime.lan import best, interfaces


@pytest.mark.parametrize(
    ("addresses", "found"),
    [
        (["127.0.0.1", "192.168.1.20"], "192.168.1.20"),
        (["93.184.216.34", "10.0.0.7"], "10.0.0.7"),
        (["93.184.216.34"], "93.184.216.34"),
        (["", "127.0.0.1"], ""),
        ([], ""),
    ],
)
def test_a_local_address_comes_first(addresses: list[str], found: str) -> None:
    assert best(addresses) == found


def test_the_loopback_is_an_interface_of_every_machine() -> None:
    assert "127.0.0.1" in [address for _, address in interfaces()]
