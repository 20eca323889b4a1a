"""A day as the moment at which documents tell it, and the day that it is."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from facilitation.web.language import ZONE


def noon(day: date | None) -> int | None:
    """Noon of a day, UTC, in milliseconds since 1970: the same day in every zone of Europe."""
    return None if day is None else int(datetime.combine(day, time(12), UTC).timestamp()) * 1000


def day_of(moment: int) -> date:
    """The day on which a moment, in milliseconds since 1970, falls here."""
    return datetime.fromtimestamp(moment / 1000, ZoneInfo(ZONE)).date()
