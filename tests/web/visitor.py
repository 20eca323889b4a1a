"""Someone in front of a browser: opens pages, fills in real forms, keeps cookies."""

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse


@dataclass
class Form:
    """A form found in a page: where it leads, and what it would send as it stands."""

    action: str = ""
    method: str = "get"
    fields: dict[str, str] = field(default_factory=dict)


class FormReader(HTMLParser):
    """Collects the forms of a page with the values they show."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._select = ""
        self._area = ""
        self._typed = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            # A browser keeps what stands behind the sharp to itself: it says where on the page one comes back to.
            self.forms.append(Form(told.get("action", "").partition("#")[0], told.get("method", "get")))
        elif tag == "input" and self.forms and "name" in told:
            if told.get("type") not in ("checkbox", "radio") or "checked" in told:
                self.forms[-1].fields[told["name"]] = told.get("value", "")
        elif tag == "select":
            self._select = told["name"]
        elif tag == "option" and self._select:
            if "selected" in told or self._select not in self.forms[-1].fields:
                self.forms[-1].fields[self._select] = told.get("value", "")
        elif tag == "textarea":
            self._area, self._typed = told["name"], ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        elif tag == "textarea":
            self.forms[-1].fields[self._area] = self._typed.removeprefix("\n")
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self._typed += data


class Visitor:
    """One browser."""

    def __init__(self, app: Flask, locale: str = "fr") -> None:
        self.client = app.test_client()
        self.locale = locale
        self.page: TestResponse

    def open(self, path: str, **more: Any) -> TestResponse:
        """Follow a link, redirections included."""
        headers = {"Accept-Language": self.locale}
        self.page = self.client.get(path, headers=headers, follow_redirects=True, **more)
        return self.page

    def forms(self) -> list[Form]:
        """The forms of the page that is open."""
        reader = FormReader()
        reader.feed(self.page.text)
        return reader.forms

    def send(self, action: str | None = None, *, drop: tuple[str, ...] = (), **filled: Any) -> TestResponse:
        """Fill in the form of the page (the one that leads to `action`, or the first of the main part) and send it."""
        here = self.page.request.path
        wanted = [form for form in self.forms() if form.method == "post" and form.action != "/sign-out"]
        form = next(each for each in wanted if action is None or (each.action or here) == action)
        data = {name: value for name, value in {**form.fields, **filled}.items() if name not in drop}
        target = html.unescape(form.action) or self.page.request.full_path.rstrip("?")
        headers = {"Accept-Language": self.locale}
        self.page = self.client.post(target, data=data, headers=headers, follow_redirects=True)
        return self.page

    @property
    def at(self) -> str:
        """The path of the page that is open."""
        return self.page.request.path

    @property
    def words(self) -> str:
        """What the page says, without its tags."""
        plain = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", self.page.text, flags=re.S)
        return " ".join(html.unescape(plain).replace("\u00a0", " ").split())

    def links(self) -> list[str]:
        """Where the links of the page lead."""
        return [html.unescape(found) for found in re.findall(r'<a [^>]*href="([^"]+)"', self.page.text)]
