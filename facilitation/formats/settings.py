"""What a facilitator typed into the settings of a session, read against the format: values, or what is wrong."""

from collections.abc import Mapping
from fractions import Fraction

from facilitation.domain.format import Format, Setting, SettingValue, Text
from facilitation.formats.building.setting import BIGGEST, within
from facilitation.formats.reading.decoding import strange
from facilitation.formats.reading.spelling import nearest
from facilitation.formats.reading.values import exact
from facilitation.formats.schema.patterns import TRUTHS

LONGEST = 500


def read_settings(
    format: Format, raw: Mapping[str, str], locale: str
) -> tuple[dict[str, SettingValue], dict[str, Text]]:
    """The value of every setting (its default where `raw` holds nothing), and the remarks by setting name.

    `raw` holds only settings: a name the format does not know is remarked on. In French, `1,8` is read as 1.8.
    """
    values: dict[str, SettingValue] = {}
    errors: dict[str, Text] = {}
    for setting in format.settings:
        found = _read(setting, raw.get(setting.name), locale)
        if isinstance(found, _Wrong):
            errors[setting.name] = found.why
        else:
            values[setting.name] = found
    known = [setting.name for setting in format.settings]
    errors.update({name: _unknown(name, known) for name in raw if name not in known})
    return values, errors


class _Wrong:
    """A value that does not suit, and why."""

    def __init__(self, fr: str, en: str) -> None:
        self.why = Text(fr=fr, en=en)


def _read(setting: Setting, typed: str | None, locale: str) -> SettingValue | _Wrong:
    if typed is None or (not typed.strip() and setting.kind != "text"):
        return setting.default
    if setting.locked and _plain(setting, typed, locale) != setting.default:
        return _Wrong("Ce réglage ne se change pas.", "This setting cannot be changed.")
    return _plain(setting, typed, locale)


def _plain(setting: Setting, typed: str, locale: str) -> SettingValue | _Wrong:
    words = typed.strip()
    match setting.kind:
        case "text":
            return _words(setting, words)
        case "choice":
            return words if within(setting, words) else _not_an_option(setting)
        case "yes-no":
            truth = {**TRUTHS, "on": True, "off": False, "1": True, "0": False}.get(words.casefold())
            return _Wrong("Répondez par oui ou par non.", "Answer yes or no.") if truth is None else truth
        case _:
            return _number(setting, words.replace(",", ".") if locale == "fr" else words)


def _words(setting: Setting, words: str) -> SettingValue | _Wrong:
    if not words:
        return _Wrong("Écrivez quelques mots.", "Write a few words.")
    if len(words) > LONGEST:
        return _Wrong(f"Pas plus de {LONGEST} signes.", f"No more than {LONGEST} characters.")
    if any(strange(character) for character in words):
        return _Wrong(
            "Ce texte contient un caractère invisible.",
            "This text holds an invisible character.",
        )
    same = isinstance(setting.default, Text) and words in (
        setting.default.fr,
        setting.default.en,
    )
    return setting.default if same else Text.same(words)


def _number(setting: Setting, words: str) -> SettingValue | _Wrong:
    number = exact(words)
    if number is None:
        return _Wrong("Écrivez un nombre.", "Write a number.")
    if setting.kind == "whole number" and number.denominator != 1:
        return _Wrong("Écrivez un nombre entier.", "Write a whole number.")
    if not within(setting, number) or abs(number) > BIGGEST:
        return _outside(setting)
    return number


def _outside(setting: Setting) -> _Wrong:
    low, high = _said(setting.minimum), _said(setting.maximum)
    if low and high:
        return _Wrong(
            f"Choisissez un nombre entre {low} et {high}.",
            f"Choose a number between {low} and {high}.",
        )
    if low:
        return _Wrong(f"Pas moins de {low}.", f"No less than {low}.")
    return _Wrong(f"Pas plus de {high or BIGGEST}.", f"No more than {high or BIGGEST}.")


def _said(limit: Fraction | None) -> str:
    if limit is None:
        return ""
    return str(limit) if limit.denominator == 1 else f"{float(limit):g}"


def _not_an_option(setting: Setting) -> _Wrong:
    ids = ", ".join(option.id for option in setting.options)
    return _Wrong(f"Choisissez parmi : {ids}.", f"Choose among: {ids}.")


def _unknown(name: str, known: list[str]) -> Text:
    meant = nearest(name, known)
    if meant:
        return Text(
            fr=f"Réglage inconnu. Vouliez-vous dire « {meant} » ?",
            en=f"Unknown setting. Did you mean “{meant}”?",
        )
    listed = ", ".join(known) or "-"
    return Text(
        fr=f"Réglage inconnu. Il y a : {listed}.",
        en=f"Unknown setting. There are: {listed}.",
    )
