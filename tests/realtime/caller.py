"""A browser without a screen: real HTTP against a real server, cookies kept, forms filled in as they stand."""

import html
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from typing import Any

from tests.web.visitor import FormReader


class Caller:
    """One browser. `text` is the page that is open, `at` its path."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.text, self.at, self.status = "", "/", 200
        self._whole = "/"
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), cookies)

    def open(self, path: str, data: bytes | None = None, **headers: str) -> "Caller":
        """Follow a link, redirections included; with `data`, send it."""
        wanted = urllib.request.Request(self.address + path, data, {"Accept-Language": "fr", **headers})
        try:
            with self._opener.open(wanted, timeout=180) as answer:
                self.text, self.status, url = answer.read().decode(), answer.status, answer.url
        except urllib.error.HTTPError as error:
            with error:
                self.text, self.status, url = error.read().decode(), error.code, error.url or path
        gone_to = urllib.parse.urlsplit(url)
        self.at, self._whole = gone_to.path, gone_to.path + (f"?{gone_to.query}" if gone_to.query else "")
        return self

    def send(self, action: str | None = None, **filled: str) -> "Caller":
        """Fill in the form that leads to `action`, or the first of the page, and send it."""
        reader = FormReader()
        reader.feed(self.text)
        forms = [form for form in reader.forms if form.method == "post" and form.action != "/sign-out"]
        form = next(each for each in forms if action is None or html.unescape(each.action) == action)
        data = urllib.parse.urlencode({**form.fields, **filled}).encode()
        return self.open(html.unescape(form.action) or self._whole, data)

    def press(self, path: str) -> None:
        """What a button of the live screen that is open sends."""
        self.open(path, b"", **{"X-CSRFToken": self.boot()["csrf"]})

    @property
    def words(self) -> str:
        """What the page says, without its tags."""
        plain = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", self.text, flags=re.S)
        return " ".join(html.unescape(plain).replace("\u00a0", " ").split())

    def boot(self) -> dict[str, Any]:
        """What the script of the live screen that is open begins with."""
        found = re.search(r'<script type="application/json" id="boot">(.*?)</script>', self.text, re.S)
        assert found is not None, self.words
        read: dict[str, Any] = json.loads(found[1])
        return read

    def ticket(self) -> str:
        """A socket ticket for the live screen that is open."""
        boot = self.boot()
        asked = Caller(self.address)
        asked._opener = self._opener
        asked.open(boot["urls"]["ticket"], b"", **{"X-CSRFToken": boot["csrf"]})
        return str(json.loads(asked.text)["ticket"])
