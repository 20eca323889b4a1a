"""A long page of HTML cut into chapters, each a whole page by itself, of some eighteen sheets at most."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from markupsafe import escape

LONG = 20_000
"""Characters, without the head: about six sheets. What is shorter stays one document."""

ENOUGH = 45_000
"""Characters after which a chapter ends where the next part begins."""

MOST = 60_000
"""Characters after which it ends between two contributions, if it must: the longer, the more memory it takes."""

SOON = 12_000
"""Characters of its own after which a chapter ends before the next heading: two processes have enough to do, and what
was changed is a small part.
"""

EARLY = 15_000
"""Characters after which it may end before a heading of the first level, rather than later in the midst of a part."""

HEADING, PART, CONTRIBUTION = 1, 2, 3

ELSEWHERE = "https://elsewhere.invalid/#"
"""Before the target of a link within the document; the joined document has the link itself."""

MARK = "data-at"
"""The attribute that names the target of a link. With an `id`, each contribution would have a style of its own."""

STYLE = """
@page { @bottom-right { content: none; } }
.heads { string-set: session attr(data-session), chapter attr(data-chapter); height: 0; }
.heads + * { break-before: auto; }
.heads + .chapter:not(.annex), .going-on { margin-top: 0; }
.entry a::after, .see::after { content: none; }
.page-of { display: inline-block; width: 1.7em; height: 0; text-align: right; }
.dots::after { content: leader(" . ") " "; font-weight: 400; color: #5b6b70; }
"""
"""Page numbers are put in once every chapter has been drawn: room is left for them."""

_TAG = re.compile(r"<(/?)(section|div|table|thead|tbody|tr|ul|ol|p|svg)\b([^>]*)>")
_HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>", re.S)
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.S)
_LINK = re.compile(r'<a ((?:class="[^"]*" )?)href="#([^"]+)">(.*?)</a>', re.S)
_NAME = re.compile(r"<(\w+)")
_ID = re.compile(r' id="([^"]+)"')
_MARKED = re.compile(r"(<(?:section|div)\b[^<>]*?) id=")


@dataclass(frozen=True, slots=True)
class Seam:
    """A place where a chapter may end: 0 a new page begins there anyway, 1 a heading of the first level, 2 a part,
    3 a contribution."""

    at: int
    weight: int
    open: tuple[str, ...]


def cut(html: str) -> tuple[str, ...]:
    """The chapters, in order; the whole as it is where it is short, or has no chapters."""
    if len(html) - html.find("</head>") < LONG or '<section class="chapter' not in html:
        return (html,)
    start = html.index(">", html.index("<body")) + 1
    head, body, end = html[:start], html[start : html.rindex("</body>")], html[html.rindex("</body>") :]
    head = head.replace("</head>", f"<style>{STYLE}</style></head>", 1)
    title, heading, chapters = "", "", list[str]()
    for piece in _pieces(body):
        title = title or _words(_TITLE, piece)
        begins = piece.startswith('<section class="chapter')
        over = _words(_HEADING, piece) if begins else heading
        heads = f'<div class="heads" data-session="{title}" data-chapter="{over}"></div>' if chapters else ""
        chapters.append(head + heads + _linked(_MARKED.sub(rf"\1 {MARK}=", piece)) + end)
        heading = _words(_HEADING, piece, last=True) or heading
    return tuple(chapters)


def _pieces(body: str) -> Iterator[str]:
    begun: tuple[int, tuple[str, ...]] = (0, ())
    for seam in _chosen(list(_seams(body)), len(body)):
        yield _reopened(begun[1]) + body[begun[0] : seam.at] + _closed(seam.open)
        begun = (seam.at, seam.open)
    yield _reopened(begun[1]) + body[begun[0] :]


def _chosen(seams: list[Seam], whole: int) -> Iterator[Seam]:
    """Rather before a heading, or a part that would not fit, than in their midst: white is left where one ends."""
    start, heading = 0, None
    ends = [seam.at for seam in seams if seam.weight == 0] + [whole]
    for place, seam in enumerate(seams):
        long = seam.at - start
        left = next(end for end in ends if end >= seam.at) - seam.at
        enough = SOON // 3 if _goes_on(seams, place, whole) > SOON else SOON
        if seam.weight == 0 or (seam.weight == HEADING and long > enough and left > SOON // 3):
            yield seam
            start, heading = seam.at, None
        elif long > (ENOUGH if seam.weight <= PART else MOST) or (long > EARLY and _outgrows(seams, place, start)):
            end = heading or seam
            yield end
            start, heading = end.at, None
        elif seam.weight == HEADING and long > EARLY:
            heading = seam


def _goes_on(seams: list[Seam], place: int, whole: int) -> int:
    """How long what begins at this seam is, to the next heading of the first level."""
    return next((each.at for each in seams[place + 1 :] if each.weight <= HEADING), whole) - seams[place].at


def _outgrows(seams: list[Seam], place: int, start: int) -> bool:
    """Whether the part that begins at this seam would have to be cut, and need not be if it had a chapter to itself."""
    if seams[place].weight != PART:
        return False
    ends = next((each.at for each in seams[place + 1 :] if each.weight <= PART), seams[-1].at)
    return ends - start > MOST >= ends - seams[place].at


def _seams(body: str) -> Iterator[Seam]:
    stack: list[str] = []
    after_contents = False
    for found in _TAG.finditer(body):
        closing, name, rest = found.groups()
        if closing:
            stack.pop()
            continue
        weight = _weight(name, rest, after_contents)
        if weight is not None and set(_NAME.findall("".join(stack))) <= {"section", "div"}:
            yield Seam(found.start(), weight, tuple(stack))
        if name == "section":
            after_contents = 'class="contents' in rest
        if not rest.endswith("/"):
            stack.append(found.group())


def _weight(name: str, rest: str, after_contents: bool) -> int | None:
    match name, rest:
        case "section", str() if 'class="chapter whole' in rest and after_contents:
            return 0
        case "section", str() if 'class="chapter annex' in rest:
            return 0
        case "section", str() if 'class="chapter' in rest:
            return HEADING
        case "section", str() if 'class="part' in rest:
            return PART
        case "div", str() if 'class="said' in rest:
            return CONTRIBUTION
    return None


def _closed(open_: tuple[str, ...]) -> str:
    return "".join(f"</{name}>" for tag in reversed(open_) for name in _NAME.findall(tag))


def _reopened(open_: tuple[str, ...]) -> str:
    return "".join(_going_on(_ID.sub("", tag)) for tag in open_)


def _going_on(tag: str) -> str:
    return tag.replace('class="', 'class="going-on ', 1) if "class=" in tag else f'{tag[:-1]} class="going-on">'


def _linked(piece: str) -> str:
    def link(found: re.Match[str]) -> str:
        sort, target, words = found.groups()
        address = ELSEWHERE + target
        number = f'<span class="page-of" data-of="{target}"></span>'
        if "see" in sort:
            return f'<a {sort}href="{address}">{words}</a>, p.{number}'
        if piece.rfind('<p class="entry', 0, found.start()) > piece.rfind("</p>", 0, found.start()):
            return f'<a href="{address}">{words}</a><span class="dots"></span>{number}'
        return f'<a {sort}href="{address}">{words}</a>'

    return _LINK.sub(link, piece)


def _words(heading: re.Pattern[str], piece: str, last: bool = False) -> str:
    found = heading.findall(piece)
    words = unescape(re.sub(r"<[^>]+>", "", found[-1 if last else 0])) if found else ""
    return str(escape(" ".join(words.split())))
