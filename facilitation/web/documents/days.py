"""A day as the moment at which documents tell it, and the moment at which it is over."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from facilitation.web.language import ZONE


def noon(day: date | None) -> int | None:
    """Noon of a day, UTC, in milliseconds since 1970: the same day in every zone of Europe."""
    return None if day is None else int(datetime.combine(day, time(12), UTC).timestamp()) * 1000


def midnight_after(day: date) -> int:
    """When a day is over here, in milliseconds since 1970."""
    return int(datetime.combine(day + timedelta(days=1), time(), ZoneInfo(ZONE)).timestamp()) * 1000
