"""A format file, read: its levels of checking in order, each only where the one before left something to check."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from facilitation.domain.format import Format
from facilitation.formats.building import build
from facilitation.formats.checking import advise, check_feasibility, check_references
from facilitation.formats.diagnostics import Diagnostic, Report
from facilitation.formats.examples import check_examples
from facilitation.formats.nesting import unfolded, with_surveys, written
from facilitation.formats.reading.decoding import decode
from facilitation.formats.reading.filling import fill
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.guard import compose
from facilitation.formats.reading.tree import TOP, Entries, Word
from facilitation.formats.schema import FORMAT
from facilitation.formats.shelf import NOTHING
from facilitation.formats.upgrades import upgraded


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file: the format if usable, its text, its fingerprint (SHA-256, hex), the remarks.

    `source` and `digest` are what a session keeps: every nested format is written out in them, so that no later change
    of another file can change it. `written` is the file as it was; the two are the same where nothing is nested.
    """

    format: Format | None
    source: str
    digest: str
    diagnostics: tuple[Diagnostic, ...]
    written: str = ""


def read_format(text: bytes, name: str, shelf: Mapping[str, bytes] = NOTHING, *, tried_out: bool = True) -> Reading:
    """Read and check a format file. `name` is the file's name, for the remarks. Never raises on bad content.

    `shelf` holds the formats that it may use as blocks, by their names. Unless it is `tried_out`, with rooms of every
    size and with its examples, the format is as it would be, and only faults of those two levels are missing.
    """
    report = Report(name)
    source = decode(text, report)
    tree = None if source is None else _tree(source, report)
    tree = None if tree is None else upgraded(tree, report)
    whole = None if tree is None else unfolded(tree, report, shelf)
    form = None if whole is None else fill(with_surveys(whole.tree, report), FORMAT, report, "format")
    found = _checked(form, report, tried_out) if isinstance(form, Form) and whole and whole.whole else None
    found = None if report.failed else found
    kept = written(whole.tree) if whole and whole.depth and found else source
    # Of the text as it is kept, without a byte order mark: whoever holds that text can work it out again.
    digest = hashlib.sha256(text if kept is None else kept.encode()).hexdigest()
    return Reading(found, kept or "", digest, report.diagnostics, source or "")


def _tree(source: str, report: Report) -> Entries | None:
    node = compose(source, report)
    if node is None or (isinstance(node, Word) and node.blank):
        if not report.failed:
            report.add("empty-file", TOP)
        return None
    if not isinstance(node, Entries):
        report.add("not-a-format", TOP)
        return None
    return node


def _checked(form: Form, report: Report, tried_out: bool) -> Format | None:
    stem = PurePath(report.file).stem
    if "format" in form and form.word("format") != stem:
        report.add("name-not-file", form.at("format"), format=form.word("format"), file=stem)
    found = build(form, report)
    check_references(form, found.settings, report)
    if report.failed:
        return None
    if not tried_out:
        return found
    check_feasibility(form, found, report)
    if not report.failed:
        check_examples(form, found, report)
    advise(form, report)
    return found
