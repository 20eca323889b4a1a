"""What a YAML parser complains about, said so that somebody who has never heard of YAML can mend it."""

from ruamel.yaml.error import MarkedYAMLError

from facilitation.formats.diagnostics import Report
from facilitation.formats.reading.tree import Spot

SIGNS = (
    ("'\\t'", "tab"),
    ("mapping values are not allowed", "colon-in-text"),
    ("while scanning a quoted scalar", "quote-open"),
    ("found unexpected end of stream", "quote-open"),
    ("unknown escape character", "bad-escape"),
    ("expected escape sequence", "bad-escape"),
    ("cannot start any token", "bad-start"),
    ("while scanning a tag", "bad-start"),
    ("while scanning an alias", "bad-start"),
    ("while scanning an anchor", "bad-start"),
    ("expected ',' or '}'", "brace-open"),
    ("expected ',' or ']'", "bracket-open"),
    ("while parsing a flow mapping", "brace-open"),
    ("while parsing a flow sequence", "bracket-open"),
    ("could not find expected ':'", "no-colon"),
    ("but found '<block sequence start>'", "indentation"),
    ("but found '<block mapping start>'", "indentation"),
)


FROM_THE_START = ("quote-open", "brace-open", "bracket-open", "no-colon")
"""Faults that show far below the line that causes them."""


def explain(error: MarkedYAMLError, text: str, report: Report) -> None:
    """Add the remark that fits the parser's complaint, at the line a person would look at."""
    mark = error.problem_mark or error.context_mark
    lines = text.splitlines() or [""]
    row = min(mark.line if mark else 0, len(lines) - 1)
    code = _code(f"{error.problem} {error.context}", lines[row])
    if code in FROM_THE_START and error.context_mark:
        row, mark = min(error.context_mark.line, len(lines) - 1), error.context_mark
        code = "braces-in-text" if code == "brace-open" and _starts_with_brace(lines[row]) else code
    spot = Spot(row + 1, (mark.column if mark else 0) + 1)
    opened = _lonely_quote(lines[: row + 1]) if code == "syntax" else None
    report.add("quote-open" if opened else code, opened or spot)


def _lonely_quote(lines: list[str]) -> Spot | None:
    """The first line on which a double quote opens and does not close: it swallows all that follows."""
    for number, line in enumerate(lines, 1):
        if line.replace('\\"', "").count('"') % 2:
            return Spot(number, line.index('"') + 1)
    return None


def _code(complaint: str, line: str) -> str:
    if _starts_with_brace(line) and "expected" in complaint:
        return "braces-in-text"
    return next((code for sign, code in SIGNS if sign in complaint), "syntax")


def _starts_with_brace(line: str) -> bool:
    """Whether a value opens with a brace that closes before the end of the line: text, not a group of keys."""
    value = line.split(":", 1)[-1].lstrip(" -")
    return value.startswith("{") and "}" in value and not value.rstrip().endswith("}")
