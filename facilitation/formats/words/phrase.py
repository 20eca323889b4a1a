"""One remark in waiting: what is wrong and what to do, with blanks such as `{key}`."""

from dataclasses import dataclass
from typing import Literal

from facilitation.domain.format import Text


@dataclass(frozen=True, slots=True)
class Phrase:
    """A remark with its blanks."""

    level: Literal["error", "warning"]
    message: Text
    remedy: Text


def error(fr: str, en: str, mend_fr: str, mend_en: str) -> Phrase:
    """A remark that forbids using the file."""
    return Phrase("error", Text(fr=fr, en=en), Text(fr=mend_fr, en=mend_en))


def warning(fr: str, en: str, mend_fr: str, mend_en: str) -> Phrase:
    """A remark that only advises."""
    return Phrase("warning", Text(fr=fr, en=en), Text(fr=mend_fr, en=mend_en))
