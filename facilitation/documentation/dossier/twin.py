"""The same document as one file of HTML that a browser opens anywhere: nothing in it is fetched."""

import re
from base64 import b64encode

from facilitation.typesetting.typefaces import font_files

_FONT = re.compile(r'url\("app:fonts/([a-z0-9-]+\.woff2)"\)')


_BODY = re.compile(r"<body[^>]*>")

_HEAD = '<meta charset="utf-8">'
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
)


def twin(html: str) -> str:
    """A document with its fonts inside, that runs no script and fetches nothing, whatever was written into it."""
    fonts = font_files()
    # Paper has pages; whoever reads with a screen reader goes to the main part.
    html = _BODY.sub(r"\g<0>\n<main>", html, count=1).replace("</body>", "</main>\n</body>", 1)
    alone = html.replace(_HEAD, f'{_HEAD}\n<meta http-equiv="Content-Security-Policy" content="{_POLICY}">', 1)
    return _FONT.sub(
        lambda asked: f'url("data:font/woff2;base64,{b64encode(fonts[asked[1]].read_bytes()).decode()}")', alone
    )
