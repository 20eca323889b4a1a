"""A format file, read: its levels of checking in order, each only where the one before left something to check."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePath

from facilitation.domain.format import Format
from facilitation.formats.building import build
from facilitation.formats.checking import advise, check_feasibility, check_references
from facilitation.formats.diagnostics import Diagnostic, Report
from facilitation.formats.examples import check_examples
from facilitation.formats.reading.decoding import decode
from facilitation.formats.reading.filling import fill
from facilitation.formats.reading.form import Form
from facilitation.formats.reading.guard import compose
from facilitation.formats.reading.tree import TOP, Entries, Word
from facilitation.formats.schema import FORMAT


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file: the format if usable, its text, its fingerprint (SHA-256, hex), the remarks."""

    format: Format | None
    source: str
    digest: str
    diagnostics: tuple[Diagnostic, ...]


def read_format(text: bytes, name: str) -> Reading:
    """Read and check a format file. `name` is the file's name, for the remarks. Never raises on bad content."""
    report = Report(name)
    source = decode(text, report)
    form = None if source is None else _form(source, report)
    found = None if form is None else _checked(form, report)
    # Of the text as it is kept, without a byte order mark: whoever holds that text can work it out again.
    digest = hashlib.sha256(text if source is None else source.encode()).hexdigest()
    return Reading(None if report.failed else found, source or "", digest, report.diagnostics)


def _form(source: str, report: Report) -> Form | None:
    node = compose(source, report)
    if node is None or (isinstance(node, Word) and node.blank):
        if not report.failed:
            report.add("empty-file", TOP)
        return None
    if not isinstance(node, Entries):
        report.add("not-a-format", TOP)
        return None
    form = fill(node, FORMAT, report, "format")
    return form if isinstance(form, Form) else None


def _checked(form: Form, report: Report) -> Format | None:
    stem = PurePath(report.file).stem
    if "format" in form and form.word("format") != stem:
        report.add("name-not-file", form.at("format"), format=form.word("format"), file=stem)
    found = build(form, report)
    check_references(form, found.settings, report)
    if report.failed:
        return None
    check_feasibility(form, found, report)
    if not report.failed:
        check_examples(form, found, report)
    advise(form, report)
    return found
