"""The language as a table: every key, what may be written there, and what it is for."""

from facilitation.formats.schema.keys.whole import FORMAT
from facilitation.formats.schema.records import RECORDS
from facilitation.formats.schema.shapes import Key, Record, Shape

__all__ = ["FORMAT", "RECORDS", "Key", "Record", "Shape"]
