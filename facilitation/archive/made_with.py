"""What this house draws documents with: recorded in an archive, compared before one is restored."""

from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version

from facilitation.archive.shapes import MadeWith
from facilitation.documentation.press.orders import edition
from facilitation.eventlog.codec import SPELLING
from facilitation.typesetting.typefaces import font_files


def made_with(schema: str) -> MadeWith:
    """The facts of this house; `schema` is the step its tables have taken."""
    return MadeWith(
        facilitation=version("facilitation"),
        schema=schema,
        spelling=SPELLING,
        templates=edition().hex(),
        fonts=_fonts(),
        weasyprint=version("weasyprint"),
        pydyf=version("pydyf"),
    )


def draws_alike(one: MadeWith, other: MadeWith) -> bool:
    """Whether two houses draw the same document with the same bytes, as far as the software itself can tell."""
    return _drawing(one) == _drawing(other)


def _drawing(facts: MadeWith) -> tuple[str, ...]:
    return facts.facilitation, facts.templates, facts.fonts, facts.weasyprint, facts.pydyf


@lru_cache(maxsize=1)
def _fonts() -> str:
    return sha256(b"".join(path.read_bytes() for _, path in sorted(font_files().items()))).hexdigest()
