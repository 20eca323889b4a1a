"""A day as the moment at which documents tell it."""

from datetime import UTC, date, datetime, time


def noon(day: date | None) -> int | None:
    """Noon of a day, UTC, in milliseconds since 1970: the same day in every zone of Europe."""
    return None if day is None else int(datetime.combine(day, time(12), UTC).timestamp()) * 1000
