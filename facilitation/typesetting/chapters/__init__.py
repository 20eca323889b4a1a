"""A long document as chapters: cut, drawn each by itself, joined into one PDF with one tree of tags."""
