"""Days and hours as French and British readers write them: 11/26 is no day in Lyon, nor in London."""

from datetime import UTC, date, datetime

from babel.dates import format_date, format_datetime, get_timezone

from facilitation.domain.format.text import Locale
from facilitation.web.language import ZONE, current_locale

WRITTEN = {"fr": "fr", "en": "en_GB"}


def day_in_words(day: date, locale: Locale | None = None) -> str:
    """ "26 novembre 2026", "26 November 2026"; in the language of the page unless another is named."""
    return str(format_date(day, "long", locale=WRITTEN[locale or current_locale()]))


def day(at: int) -> str:
    """The day on which a moment (ms since 1970) falls here, in words."""
    return day_in_words(_here(at).date())


def moment(at: int) -> str:
    """The day and the hour of a moment: "26/11/2026 10:25"."""
    return str(format_datetime(_here(at).replace(tzinfo=None), "short", locale=WRITTEN[current_locale()]))


def _here(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(get_timezone(ZONE))
