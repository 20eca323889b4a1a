"""What a phone has to load, and what is in it. The types and the pure modules are checked by `./test` itself."""

import gzip
import json

from tests.client.sample import PHONE
from tests.client.stand_in import DIST, StandIn

KILOBYTE = 1000


def test_the_phone_page_is_at_most_50_kilobytes(built: None) -> None:
    entry = json.loads((DIST / "manifest.json").read_text())["phone"]
    files = [DIST / name for name in (entry["js"], *entry["css"])]
    _, documents, boot = PHONE["phone-questions"]
    page = StandIn("participant", documents, "fr", **boot).page()
    transferred = len(gzip.compress(page.encode())) + sum(len(gzip.compress(file.read_bytes())) for file in files)
    assert transferred <= 50 * KILOBYTE


def test_nothing_built_names_another_host(built: None) -> None:
    allowed = {
        "www.w3.org",
        "socket.io",
    }  # the name of the SVG language, a page named in an error message: never fetched
    for file in (*DIST.glob("*.js"), *DIST.glob("*.css")):
        text = file.read_text()
        hosts = {part.split("/")[0].split('"')[0] for part in text.replace("http://", "https://").split("https://")[1:]}
        assert {host for host in hosts if "." in host} <= allowed, file.name


def test_the_licences_of_what_is_shipped_lie_beside_it(built: None) -> None:
    licences = (DIST / "LICENCES.txt").read_text()
    assert all(name in licences for name in ("preact", "socket.io-client", "SIL OPEN FONT LICENSE", "htm"))
