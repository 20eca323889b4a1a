"""A page that Jinja drew, shown in Chromium as the house answered it."""

import mimetypes

from playwright.sync_api import Page, Route
from werkzeug.test import TestResponse

from tests.client.stand_in import DIST, HOST


def opened(page: Page, answer: TestResponse) -> None:
    """The page as the house answered it, with its own headers."""

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix(HOST).split("?")[0]
        if path == "/page":
            headers = {"Content-Security-Policy": answer.headers["Content-Security-Policy"]}
            route.fulfill(body=answer.text, content_type="text/html; charset=utf-8", headers=headers)
        elif path.startswith("/static/dist/"):
            file = DIST / path.removeprefix("/static/dist/")
            route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "font/woff2")
        else:
            route.fulfill(status=204)

    page.unroute_all()
    page.route("**/*", serve)
    page.goto(f"{HOST}/page")
