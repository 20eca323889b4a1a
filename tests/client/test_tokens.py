"""The contrast of the colours, computed from the sheets: every ink on every ground where a rule puts it, in the four looks."""

import re
from functools import cache

import pytest

from tests.client.stand_in import ROOT

STYLES = ROOT / "static" / "styles"
SHEETS = ("base", "components", "pages", "phone", "late", "levels", "console", "screen", "site", "studio", "trial")
LOOKS = {"light": (0,), "dark": (0, 1), "light, more contrast": (0, 2), "dark, more contrast": (0, 1, 2, 3)}
"""Which blocks of the sheet of tokens hold, the later ones over the earlier ones."""
GROUNDS = ("paper", "surface")
SHAPES = [
    (shape, ground) for shape in ("line-strong", "focus", "series-1", "series-2", "series-3") for ground in GROUNDS
]
SHAPES += [("line-strong", "sunk"), ("accent", "paper"), ("accent", "surface")]
"""What is not letters but must be seen: edges of fields, the ring of focus, bars and lines of results."""

ALWAYS = (".join-qr", ".wall-join img", ".join-picture", ".hidden-wall", "body { background: #fff; color: #000; }")
"""What looks the same to everybody: a code that cameras read, a wall that is off, paper."""


@cache
def tokens(look: str) -> dict[str, str]:
    blocks = re.findall(r":root \{(.*?)\n\s*\}", (STYLES / "tokens.css").read_text("utf-8"), re.S)
    found: dict[str, str] = {}
    for at in LOOKS[look]:
        found.update(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", blocks[at]))
    return found


def light(colour: str) -> float:
    """The relative luminance of a colour, as WCAG 2 counts it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(look: str, ink: str, ground: str) -> float:
    one, other = sorted((light(tokens(look)[ink]), light(tokens(look)[ground])))
    return (other + 0.05) / (one + 0.05)


def written() -> set[tuple[str, str]]:
    """Ink and ground of every rule; a rule that names no ground may stand on the page or on a card."""
    pairs = {("ink", "sunk"), ("ink-soft", "sunk"), ("accent-ink", "series-1"), ("accent-ink", "series-2")}
    for sheet in SHEETS:
        for rule in re.findall(r"\{([^{}]*)\}", (STYLES / f"{sheet}.css").read_text("utf-8")):
            ink = re.search(r"(?<![\w-])color: var\(--([\w-]+)\)", rule)
            ground = re.search(r"(?<![\w-])background(?:-color)?: var\(--([\w-]+)\)", rule)
            if ink:
                pairs |= {(ink[1], name) for name in ([ground[1]] if ground else GROUNDS) if ink[1] != name}
    # Ink that only stands on a filled ground is listed with it by the rule that fills it.
    return {(ink, ground) for ink, ground in pairs if not (ink.endswith("-ink") and ground in GROUNDS)}


@pytest.mark.parametrize("look", LOOKS)
def test_letters_stand_out_from_their_ground(look: str) -> None:
    least = 7 if "more" in look else 4.5
    faint = {pair: round(contrast(look, *pair), 2) for pair in written() if contrast(look, *pair) < least}
    assert faint == {}


@pytest.mark.parametrize("look", LOOKS)
def test_shapes_that_must_be_seen_stand_out_from_their_ground(look: str) -> None:
    faint = {pair: round(contrast(look, *pair), 2) for pair in SHAPES if contrast(look, *pair) < 3}
    assert faint == {}


def test_a_colour_is_written_among_the_tokens_and_nowhere_else() -> None:
    literal = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(", re.I)
    lines = [
        (sheet, line.strip())
        for sheet in SHEETS
        for line in (STYLES / f"{sheet}.css").read_text("utf-8").splitlines()
        if literal.search(line) and not line.strip().startswith(ALWAYS)
    ]
    assert lines == []


def test_the_pairs_are_found() -> None:
    assert {("accent-ink", "accent"), ("warn", "warn-wash"), ("ink-soft", "paper"), ("ink", "surface")} <= written()
