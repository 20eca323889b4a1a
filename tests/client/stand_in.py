"""A stand-in for the server, for one screen in Chromium: serves the page and the built files, and speaks the protocol over the screen's socket."""

import json
import mimetypes
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from playwright.sync_api import Browser, Page, Route, WebSocketRoute

from facilitation.projections.patches import apply_patch

ROOT = Path(__file__).parents[2]
DIST = ROOT / "static" / "dist"
HOST = "http://workshop.test"
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ws:; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
)
TEMPLATES = {"participant": "phone", "console": "console", "screen": "screen"}
CALLED = ("ticket", "do", "documents", "leave", "screen", "blocks", "texts", "likenesses")
BLOCKS = {
    "ready": [
        {"name": "break", "title": {"fr": "Pause", "en": "Break"}, "seconds": 600},
        {"name": "round-table", "title": {"fr": "Tour de table", "en": "Round the table"}, "seconds": 300},
        {
            "name": "vote:ideas",
            "title": {"fr": "Vote à gommettes", "en": "Dot vote"},
            "seconds": 180,
            "about": {"fr": "Quelles occasions voyez-vous ?", "en": "What opportunities do you see?"},
        },
    ],
    "formats": [
        {
            "title": {"fr": "Rétrospective", "en": "Retrospective"},
            "blocks": [{"name": "retrospective/gather", "title": {"fr": "Recueillir", "en": "Gather"}, "seconds": 480}],
        }
    ],
}
TEXTS = {
    "title": {"fr": "Tous", "en": "All"},
    "instruction": {"fr": "Lisez, puis votez.", "en": "Read, then vote."},
    "prompt:ideas": {"fr": "Quelles occasions ?", "en": "What opportunities?"},
}
LETTERS = """
@font-face { font-family: "Same"; src: url("/static/dist/letters"); }
:root { --font: "Same"; --font-code: "Same"; }
"""
"""A sheet for pictures that are compared: the same letters on every machine, where phones would take their own."""
NOW = 1_790_000_000_000
Documents = dict[str, dict[str, Any]]
Answer = Callable[[dict[str, Any]], dict[str, Any]]


class Asset:
    """The built files of one entry, as the pages name them."""

    def __init__(self, entry: dict[str, Any]) -> None:
        self.js = f"/static/dist/{entry['js']}" if "js" in entry else None
        self.css = [f"/static/dist/{name}" for name in entry["css"]]
        self.late = f"/static/dist/{entry['late']}" if "late" in entry else None
        self.late_style = f"/static/dist/{entry['lateStyle']}" if "lateStyle" in entry else None


def asset(name: str) -> Asset:
    return Asset(json.loads((DIST / "manifest.json").read_text())[name])


class StandIn:
    """Serves one screen; `documents` may be changed and pushed, `answer` decides what a command is told."""

    def __init__(self, kind: str, documents: Documents, locale: str = "fr", **boot: Any) -> None:
        self.kind, self.documents, self.locale = kind, documents, locale
        self.extra = boot
        self.version = 10
        self.stands: dict[str, int] = {}
        self.letters = ""
        self.next = 1
        self.socket: WebSocketRoute | None = None
        self.greeted = False
        self.shown: Page | None = None
        self.said: list[dict[str, Any]] = []
        self.messages: list[tuple[str, Any]] = []
        self.answer: Answer = lambda body: {"n": body["n"], "saved": 1}
        self.http = True
        self.answers: dict[str, dict[str, Any]] = {"blocks": BLOCKS, "texts": {"texts": TEXTS}}

    def entries(self) -> list[dict[str, Any]]:
        stands = {name: self.stands.get(name, 10) for name in self.documents}
        return [{"channel": name, "version": stands[name], "full": doc} for name, doc in self.documents.items()]

    def boot(self) -> dict[str, Any]:
        urls = {name: f"/s/x/{name}" for name in CALLED}
        urls |= {
            "home": "/",
            "withdraw": "/ticket",
            "language": "/lang/",
            "session": "/sessions/x",
            "join": f"{HOST}/j/ABCD-EFGH",
            "qr": "/s/x/qr.svg",
        }
        return {
            "session": "x", "kind": self.kind, "locale": self.locale, "csrf": "c", "urls": urls, "next": self.next, "epoch": "e1",
            "now": NOW, "you": {"kind": self.kind, "id": "p7"}, "documents": self.entries(),
        } | self.extra  # fmt: skip

    def hello(self) -> dict[str, Any]:
        you = {"kind": self.kind, "id": "p7"}
        rate = {name: self.extra[name] for name in ("rate",) if name in self.extra}
        return {
            "ok": True,
            "you": you,
            "next": self.next,
            "now": NOW,
            "epoch": "e1",
            "documents": self.entries(),
        } | rate

    def page(self) -> str:
        templates = Environment(loader=FileSystemLoader(ROOT / "templates"), autoescape=True, undefined=StrictUndefined)
        templates.policies["json.dumps_kwargs"] = {}
        page = templates.get_template(f"live/{TEMPLATES[self.kind]}.html")
        boot = self.boot()
        return page.render(
            boot=boot,
            locale=self.locale,
            title="Séance d'essai",
            asset=asset,
            stage=None,
            status=None,
            urls=boot["urls"],
        )

    def serve(self, route: Route) -> None:
        path = route.request.url.removeprefix(HOST).split("?")[0]
        if path.startswith("/static/dist/"):
            self.built(path.removeprefix("/static/dist/"), route)
        elif path == "/s/x/page":
            route.fulfill(
                body=self.page(), content_type="text/html; charset=utf-8", headers={"Content-Security-Policy": POLICY}
            )
        elif path.endswith("/qr.svg"):
            square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#fff"/><path d="M1 1h3v3H1zM6 1h3v3H6zM1 6h3v3H1zM5 5h2v2H5zM8 8h1v1H8z"/></svg>'
            route.fulfill(body=square, content_type="image/svg+xml")
        elif not self.http:
            route.abort()
        else:
            route.fulfill(json=self.over_http(path, route))

    def built(self, name: str, route: Route) -> None:
        file = next(DIST.glob("*-latin-400-normal-*.woff2")) if name == "letters" else DIST / name
        more = self.letters.encode() if file.suffix == ".css" else b""
        route.fulfill(body=file.read_bytes() + more, content_type=mimetypes.guess_type(file.name)[0] or "font/woff2")

    def over_http(self, path: str, route: Route) -> dict[str, Any]:
        if path.endswith("/ticket"):
            return {"ticket": "t"}
        if path.endswith(("/blocks", "/texts", "/likenesses")):
            return self.answers[path.rpartition("/")[2]]
        if path.endswith("/do"):
            return self.done(json.loads(route.request.post_data or "{}"))
        return self.hello()

    def done(self, body: dict[str, Any]) -> dict[str, Any]:
        self.said.append(body)
        answer = self.answer(body)
        self.next = max(self.next, body["n"] + 1) if "saved" in answer or "refused" in answer else self.next
        return answer

    def listen(self, socket: WebSocketRoute) -> None:
        self.socket, self.greeted = socket, False
        socket.on_message(lambda frame: self.hear(socket, str(frame)))
        socket.send('0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":16384}')

    def hear(self, socket: WebSocketRoute, frame: str) -> None:
        if frame.startswith("40"):
            socket.send('40{"sid":"s"}')
        if not frame.startswith("42"):
            return
        number = frame[2 : frame.index("[")]
        name, *rest = json.loads(frame[frame.index("[") :])
        body = rest[0] if rest else {}
        self.messages.append((name, body))
        replies = {"hello": lambda: self.hello(), "do": lambda: self.done(body)}
        if number and name in replies:
            socket.send(f"43{number}{json.dumps([replies[name]()])}")
            self.greeted = self.greeted or name == "hello"

    def commands(self, page: Page, count: int) -> list[dict[str, Any]]:
        """What the screen asked for, once `count` commands have come; a moment more shows whether another follows."""
        until(page, lambda: len(self.said) >= count)
        page.wait_for_timeout(100)
        return [body["do"] for body in self.said]

    def push(self, name: str, body: Any) -> None:
        """Send this once the screen has said hello: before, it would be lost."""
        if not self.greeted and self.shown is not None:
            until(self.shown, lambda: self.greeted)
        self._send(name, body)

    def change(self, channel: str, patch: dict[str, Any]) -> None:
        """Send a patch of one document; the caller says what differs. Who says hello later is told it as well."""
        base = self.stands.get(channel, 10)
        self.version += 1
        self.stands[channel] = self.version
        self.documents = self.documents | {channel: apply_patch(self.documents.get(channel, {}), patch)}
        if self.greeted:
            self._send("documents", [{"channel": channel, "base": base, "version": self.version, "patch": patch}])

    def _send(self, name: str, body: Any) -> None:
        assert self.socket is not None
        self.socket.send("42" + json.dumps([name, body]))


def until(page: Page, true: Callable[[], object], seconds: float = 60) -> None:
    """Let the page go on until `true`, or until so long has gone by that it will never be."""
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        page.wait_for_timeout(20)
    assert true()


@contextmanager
def opened(browser: Browser, server: StandIn, width: int, height: int, **context: Any) -> Iterator[Page]:
    """The screen in a fresh context; anything the page logs as an error fails the test."""
    with browser.new_context(viewport={"width": width, "height": height}, **context) as fresh:
        page = server.shown = fresh.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if "Content Security" in message.text else None)
        page.on(
            "request", lambda request: None if request.url.startswith((HOST, "data:")) else faults.append(request.url)
        )
        page.route("**/*", server.serve)
        page.route_web_socket("**/socket.io/**", server.listen)
        page.clock.install(time=NOW / 1000)
        page.goto(f"{HOST}/s/x/page")
        yield page
        assert faults == []
