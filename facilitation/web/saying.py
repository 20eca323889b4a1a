"""How pages say dates, numbers, settings and accounts."""

from collections.abc import Iterable

from flask import Flask
from flask_babel import gettext

from facilitation.documentation.typography import moment_written, time_said
from facilitation.domain.format import Format, Setting, SettingValue, Text
from facilitation.domain.plan import SettingsScope, settings_of
from facilitation.formats import Diagnostic, Reading
from facilitation.projections.filling import filled, written
from facilitation.records import accounts
from facilitation.records.demonstration import NOBODY
from facilitation.records.travelling import ELSEWHERE
from facilitation.rehearsal.remarks import span
from facilitation.web.dates import day, day_in_words, moment
from facilitation.web.doors import doors
from facilitation.web.jobs import in_words
from facilitation.web.language import current_locale, said


def teach(app: Flask) -> None:
    """Give the templates their filters."""
    app.jinja_env.filters.update(
        day=day,
        dateformat=day_in_words,
        moment=moment,
        hour=hour,
        instant=moment_written,
        in_words=in_words,
        login=login,
        usual=usual,
        setting=setting_said,
        default_of=default_of,
        span=span,
        excerpt=excerpt,
        spans=spans,
    )


def hour(at: int) -> str:
    """The time of day of a moment."""
    return time_said(at, current_locale())


def login(account: int) -> str:
    """The login name of an account, if it is still there."""
    if account == NOBODY:
        return str(gettext("came with the software"))
    if account <= ELSEWHERE:
        return str(gettext("the house of origin"))
    found = accounts.find(doors().database, account)
    return found.login if found else gettext("account %(number)s", number=account)


def spans(numbers: Iterable[int]) -> str:
    """Rising numbers as people write them: `1-4, 7`."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return ", ".join(str(first) if first == last else f"{first}\u2013{last}" for first, last in found)


def usual(text: Text, form: Format) -> str:
    """Words of a format with its usual settings filled in."""
    settings = settings_of(form, {})
    return said(filled(text, SettingsScope(settings), settings))


def default_of(setting: Setting) -> str:
    """The usual value of a setting."""
    return setting_said(setting.default, setting)


def setting_said(value: SettingValue, setting: Setting) -> str:
    """A value of a setting; picked options are said with their label."""
    label = next((option.label for option in setting.options if option.id == value), None)
    if label is not None:
        return said(label)
    return said(value) if isinstance(value, Text) else written(value, current_locale())


def excerpt(reading: Reading, remark: Diagnostic, most: int = 72) -> str:
    """The line that a remark is about, and a sign under the place."""
    lines = reading.written.splitlines()
    if not 0 < remark.line <= len(lines):
        return ""
    first = max(0, remark.column - most * 2 // 3)
    line = lines[remark.line - 1].replace("\t", " ")[first : first + most]
    return f"{line}\n{' ' * (remark.column - 1 - first)}▲"
