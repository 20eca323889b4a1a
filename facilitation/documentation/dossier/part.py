"""One part of a dossier by itself, as it is printed: what an editor shows beside the text that is being written."""

import re

from markupsafe import Markup

from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.shapes import Dossier

COVER = "D0"
"""The part whose facts stand on the cover."""

LOST = ".restitution .lost { color: #b3261e; font-weight: 600; }\n"
"""Whoever writes sees at once which reference leads nowhere; outside, it may only be kept back, and words say so."""

_EDGE = re.compile(r"<section\b[^>]*>|</section>")
_FONT = re.compile(r'url\("app:fonts/([a-z0-9-]+\.woff2)"\)')


def part_html(dossier: Dossier, locale: str, made_at: int, part: str, fonts: str) -> str:
    """A page of HTML with that part alone; empty where the document does not print it. `fonts` is where fonts lie."""
    whole = dossier_html(dossier, locale, made_at, only=part)
    opening = 'class="cover' if part == COVER else f'id="{part.lower()}"'
    body = _section(whole, opening)
    if not body:
        return ""
    head = _FONT.sub(lambda asked: f'url("{fonts}/{asked[1]}")', whole[: whole.index("<body")])
    head = head.replace("</style>", f"{LOST}</style>", 1)
    return Markup('{}<body class="research {}">\n<main>\n{}\n</main>\n</body>\n</html>\n').format(
        Markup(head), dossier.rendering, Markup(body)
    )


def _section(html: str, opening: str) -> str:
    """The section whose first tag holds `opening`, with the sections within it."""
    start, depth = -1, 0
    for edge in _EDGE.finditer(html):
        if start < 0:
            if not edge[0].startswith("<section") or opening not in edge[0]:
                continue
            start = edge.start()
        depth += 1 if edge[0].startswith("<section") else -1
        if depth == 0:
            return html[start : edge.end()]
    return ""
