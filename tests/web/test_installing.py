"""What a browser needs before it offers to keep us among the apps of a phone."""

import struct

from tests.web.conftest import House


def test_the_manifest_leads_to_the_first_page_and_to_icons_of_the_size_it_says(house: House) -> None:
    client = house.app.test_client()
    answer = client.get("/app.webmanifest")
    assert answer.mimetype == "application/manifest+json"
    manifest = answer.get_json()
    assert manifest["start_url"] == manifest["scope"] == "/"
    assert manifest["name"] == "Facilitation", "nothing of a session"
    for icon in manifest["icons"]:
        with client.get(icon["src"]) as picture:
            assert picture.mimetype == icon["type"]
            if icon["type"] == "image/png":
                width, height = struct.unpack(">II", picture.data[16:24])
                assert f"{width}x{height}" == icon["sizes"]
