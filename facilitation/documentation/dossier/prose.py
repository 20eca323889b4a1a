"""What people write for a dossier: a small Markdown (paragraphs, lists, emphasis, quotations, links), never HTML."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup, escape

Say = Callable[[str], str]
"""Our spaces and letters around words of the team."""

Cite = Callable[[str], Markup]
"""What stands for a contribution that is named by its reference."""

Put = Callable[[str], Markup]
"""The figure that stands where its reference was put on a line of its own."""

CITED = re.compile(r"\{([0-9a-f]{12}|figure [0-9A-Za-z_-]{1,40} \d{1,2})\}")

_ALLOWED = ("list", "blockquote", "paragraph", "emphasis", "link", "newline", "escape", "text", "cited")


def prose(written: str, say: Say, cite: Cite, put: Put | None = None) -> Markup:
    """Paragraphs of HTML. What the small language does not know stands as it was typed; `{reference}` is cited.

    A figure whose reference stands on a line of its own is put there; without `put` it is cited as well.
    """
    return Markup(_reader().render(written.strip(), {"say": say, "cite": cite, "put": put}))  # built of escaped parts


def cited_in(written: str) -> tuple[str, ...]:
    """The references that a text cites, in order, each once."""
    return tuple(dict.fromkeys(CITED.findall(written)))


def placed_in(written: str) -> tuple[str, ...]:
    """The figures that a text holds, in order, each once."""
    found = (token.content for token in _reader().parse(written.strip()) if token.type == "placed")
    return tuple(dict.fromkeys(found))


@cache
def _reader() -> MarkdownIt:
    # "zero" begins with nothing: a rule that a later version of the library adds is not switched on by itself.
    reader = MarkdownIt("zero", {"html": False, "breaks": True, "linkify": False})
    reader.inline.ruler.before("text", "cited", _cited)
    reader.enable([rule for rule in _ALLOWED if rule not in ("paragraph", "text", "cited")])
    reader.enable(["balance_pairs", "fragments_join"])
    reader.core.ruler.after("inline", "placed", _placed)
    reader.add_render_rule("text", _words)
    reader.add_render_rule("placed", _standing)
    reader.add_render_rule("cited", _citation)
    reader.add_render_rule("link_open", _link)
    return reader


def _cited(state: StateInline, silent: bool) -> bool:
    found = CITED.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("cited", "", 0).content = found[1]
    state.pos = found.end()
    return True


def _placed(state: StateCore) -> None:
    """A paragraph of nothing but figures is no paragraph: they stand there."""
    found: list[Token] = []
    tokens = iter(state.tokens)
    for token in tokens:
        if token.type == "paragraph_open" and token.level == 0:
            inside, end = next(tokens), next(tokens)
            held = _held(inside.children or [])
            found += [Token("placed", "", 0, content=ref, block=True) for ref in held] or [token, inside, end]
        else:
            found.append(token)
    state.tokens = found


def _held(words: Sequence[Token]) -> tuple[str, ...]:
    cited = tuple(word.content for word in words if word.type == "cited" and word.content.startswith("figure "))
    rest = [word for word in words if word.type not in ("cited", "softbreak") and word.content.strip()]
    return cited if not rest and len(cited) == sum(word.type == "cited" for word in words) else ()


def _words(_: RendererHTML, tokens: Sequence[Token], at: int, __: OptionsDict, env: dict[str, Any]) -> str:
    return str(escape(env["say"](tokens[at].content)))


def _citation(_: RendererHTML, tokens: Sequence[Token], at: int, __: OptionsDict, env: dict[str, Any]) -> str:
    return str(escape(env["cite"](tokens[at].content)))


def _standing(_: RendererHTML, tokens: Sequence[Token], at: int, __: OptionsDict, env: dict[str, Any]) -> str:
    ref = tokens[at].content
    return str(env["put"](ref) if env["put"] else Markup("<p>{}</p>\n").format(env["cite"](ref)))


def _link(_: RendererHTML, tokens: Sequence[Token], at: int, __: OptionsDict, ___: dict[str, Any]) -> str:
    target = str(tokens[at].attrGet("href") or "")
    # Any other scheme would lead into the reader's own machine.
    return f'<a href="{escape(target)}">' if target.startswith("https://") else "<a>"
