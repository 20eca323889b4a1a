"""The only addresses that a document may name: packaged typefaces, and pictures that stand in the page itself."""

import re
from base64 import b64decode
from collections.abc import Mapping

from weasyprint.urls import URLFetcher, URLFetcherResponse  # type: ignore[import-untyped]  # it has no stubs

from facilitation.typesetting.typefaces import font_files
from facilitation.typesetting.woff import unpacked

_FONT = re.compile(r"app:fonts/([a-z0-9-]+\.woff2)")
_LOGO = "data:image/png;base64,"


class PackagedOnly(URLFetcher):  # type: ignore[misc]  # for want of stubs its class is Any
    """Gives the packaged fonts and the logos that stand in the page itself; every other address is refused unopened."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=())
        self._fonts = font_files()
        self.refused: list[str] = []

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """The bytes of a packaged font. Raises ValueError, which makes WeasyPrint go on without the resource."""
        if url.startswith(_LOGO):
            return URLFetcherResponse(url, b64decode(url.removeprefix(_LOGO)), {"Content-Type": "image/png"})
        asked = _FONT.fullmatch(url)
        path = self._fonts.get(asked.group(1)) if asked else None
        if path is None:
            self.refused.append(url)
            raise ValueError("only the packaged fonts may be fetched")
        # The same letters, packed so that they are unpacked a hundred times faster, and each time to the same bytes.
        quicker = path.with_suffix(".woff")
        font = unpacked(quicker.read_bytes()) if quicker.is_file() else path.read_bytes()
        return URLFetcherResponse(url, font, {"Content-Type": "font/sfnt"})
