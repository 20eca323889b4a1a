"""Workshop formats: from a YAML file to a checked `Format`, with remarks that a person can act on."""

from facilitation.formats.diagnostics import Diagnostic, Report
from facilitation.formats.library import Library, open_library, read_file
from facilitation.formats.reader import Reading, read_format
from facilitation.formats.settings import read_settings
from facilitation.formats.shelf import Shelf

__all__ = [
    "Diagnostic",
    "Library",
    "Reading",
    "Report",
    "Shelf",
    "open_library",
    "read_file",
    "read_format",
    "read_settings",
]
