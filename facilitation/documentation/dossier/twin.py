"""The same document as one file of HTML that a browser opens anywhere: nothing in it is fetched."""

import re
from base64 import b64encode

from facilitation.typesetting.typefaces import font_files

_FONT = re.compile(r'url\("app:fonts/([a-z0-9-]+\.woff2)"\)')


def twin(html: str) -> str:
    """A document with its fonts inside."""
    fonts = font_files()
    return _FONT.sub(
        lambda asked: f'url("data:font/woff2;base64,{b64encode(fonts[asked[1]].read_bytes()).decode()}")', html
    )
