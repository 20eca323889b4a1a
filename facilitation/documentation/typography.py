"""Spaces, dates and lengths of time as a French or an English reader expects them."""

import re
from datetime import UTC, date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from facilitation.domain.format import Text
from facilitation.projections.outcome.words import number_said

NBSP = "\u00a0"
ZONE = "Europe/Paris"

_MONTHS = {
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_BEFORE_SIGN = re.compile(r"(?:[ \u00a0\u202f]|(?<=[\w»)…’]))([!?;:»]+)(?=[\s)».,]|$)")
_AFTER_QUOTE = re.compile(r"«[ \u00a0\u202f]?(?=\S)")
_NUMBER_AND_WORD = re.compile(r"(?<=\d) (?=[^\W\d_]|[€%])")
_THOUSANDS = re.compile(r"(?<![\d,.])(\d{1,3}(?: \d{3})+)(?!\d)")
_NUMERO = re.compile(r"\b(n°|nos?\.|p\.) (?=[\d{])")


def typeset(words: str, locale: str) -> str:
    """Our own or the format's words with the spaces of the language. Never give it what a participant wrote."""
    words = words.replace("'", "\u2019")
    if locale == "fr":
        words = _BEFORE_SIGN.sub(NBSP + r"\1", words)
        words = _AFTER_QUOTE.sub("«" + NBSP, words)
    words = _NUMERO.sub(r"\1" + NBSP, words)
    if locale == "fr":
        words = _THOUSANDS.sub(lambda found: found[1].replace(" ", NBSP), words)
    return _NUMBER_AND_WORD.sub(NBSP, words)


def quoted(words: str, locale: str) -> str:
    """A person's words between the quotation marks of the language of the document; the words stay as they are."""
    return f"\u201c{words}\u201d" if locale == "en" else f"«{NBSP}{words}{NBSP}»"


def date_said(moment: int, locale: str, zone: str = ZONE) -> str:
    """The day of a moment in milliseconds since 1970: "22 novembre 2026", "1er mars 2026"."""
    day = _local(moment, zone)
    number = "1er" if locale == "fr" and day.day == 1 else str(day.day)
    month = _MONTHS["en" if locale == "en" else "fr"][day.month - 1]
    return f"{number}{NBSP}{month} {day.year}"


def day_of(moment: int, zone: str = ZONE) -> date:
    """The day on which a moment, in milliseconds since 1970, falls where the house is, as pages say it."""
    return _local(moment, zone).date()


def day_said(written: str, locale: str) -> str:
    """A day kept as 2026-12-31, as people say it."""
    at = datetime.fromisoformat(f"{written}T12:00:00+00:00")
    return date_said(int(at.timestamp() * 1000), locale)


def time_said(moment: int, locale: str, zone: str = ZONE) -> str:
    """The time of day: "14 h 30", "14:30"."""
    at = _local(moment, zone)
    return f"{at:%H:%M}" if locale == "en" else f"{at.hour}{NBSP}h{NBSP}{at.minute:02d}"


def moment_written(moment: int) -> str:
    """A moment as metadata asks for it."""
    return f"{datetime.fromtimestamp(moment // 1000, UTC):%Y-%m-%dT%H:%M:%SZ}"


def length_said(seconds: int) -> str:
    """A length of time, alike in both languages: "45 s", "2 min", "2 min 05 s", "1 h 05 min"."""
    hours, rest = divmod(abs(seconds), 3600)
    minutes, left = divmod(rest, 60)
    if hours:
        said = f"{hours} h {minutes + (left >= 30):02d} min" if minutes or left >= 30 else f"{hours} h"
        said = f"{hours + 1} h" if minutes + (left >= 30) == 60 else said
    elif minutes:
        said = f"{minutes} min {left:02d} s" if left else f"{minutes} min"
    else:
        said = f"{left} s"
    return said.replace(" ", NBSP)


def difference_said(seconds: int) -> str:
    """A difference of time with its sign, or an equals sign."""
    if seconds == 0:
        return "="
    return ("+" if seconds > 0 else "\u2212") + length_said(seconds)


def figure(value: Fraction | int | None, locale: str) -> str:
    """A number, or a dash where there is none: missing is not zero."""
    return "\u2013" if value is None else number_said(Fraction(value)).said_in(locale)


def in_both(french: str, english: str) -> Text:
    """Both languages, typeset."""
    return Text(fr=typeset(french, "fr"), en=typeset(english, "en"))


def _local(moment: int, zone: str) -> datetime:
    return datetime.fromtimestamp(moment // 1000, UTC).astimezone(ZoneInfo(zone))
