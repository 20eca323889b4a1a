"""The simple view of a format: a form with a field for each of its texts, durations and settings' values."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import Field, Form, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from facilitation.domain.format import Format, Setting
from facilitation.formats.reading.spelling import spelled
from facilitation.formats.retouching import Passage, Path
from facilitation.formats.schema.patterns import NUMBER, TRUTHS
from facilitation.formats.schema.shapes import Anything, Minutes, Number, Prose
from facilitation.web.forms.fields import Chain, offered, tidy
from facilitation.web.forms.limits import PLAIN, number_of_minutes, pattern
from facilitation.web.language import NAMES, current_locale, said

ONE_LINE = ("title", "label", "columns", "options")
LONGEST_LINE = 70
LONGEST_VALUE = 500
LONGEST_TEXT = 8000


class SimpleForm(Form):
    """What the passages of one format say, each in its field."""

    passages: tuple[Passage, ...] = ()

    def sections(self, first: str) -> Iterator[tuple[Path, list[Passage]]]:
        """The passages of each setting (`settings`), of each stage (`run`), or of the format as a whole (nothing)."""
        wanted = (passage for passage in self.passages if "".join(map(str, passage.of[:1])) == first)
        for of, group in groupby(wanted, key=lambda passage: passage.of):
            yield of, list(group)

    def heading(self, of: Path) -> str:
        """What a stage or setting is called, as it is typed now: its title or label, and the minutes; else its name."""
        own = {path[len(of) :]: self.at(path) for each in self.passages if each.of == of for path in each.texts}
        keys = [(key, *more) for key in ("title", "label") for more in ((current_locale(),), (), ("fr",), ("en",))]
        title = next((own[key].data for key in keys if key in own), str(of[-1]))
        minutes = own[("minutes",)].data if ("minutes",) in own else ""
        return f"{title} · {minutes} min" if PLAIN.fullmatch(minutes or "") else str(title)

    def at(self, path: Path) -> Field:
        """The field of one value."""
        return self[field_name(path)]

    def faulty(self, passages: list[Passage]) -> bool:
        """Whether one of their fields has something wrong with it."""
        return any(self.at(path).errors for passage in passages for path in passage.texts)

    def changed(self) -> dict[Path, str]:
        """The values that are not as they were."""
        texts = {path: words for passage in self.passages for path, words in passage.texts.items()}
        typed = {path: self.at(path).data or "" for path in texts}
        return {path: words for path, words in typed.items() if words != tidy(texts[path])}

    def blame(self, path: Path | None, words: str) -> bool:
        """Put a remark beside the field that it is about; whether there is one."""
        field = self._fields.get(field_name(path)) if path else None
        if field is not None:
            field.errors = [*field.errors, words]
        return field is not None


def field_name(path: Path) -> str:
    """How the field of a value is called in the page."""
    return "at-" + re.sub(r"\s", "_", "-".join(map(str, path)))


def simple_form(passages: tuple[Passage, ...], form: Format) -> type[SimpleForm]:
    """The form for these passages of a format."""
    settings = {spelled(setting.name): setting for setting in form.settings}
    fields: dict[str, Any] = {
        field_name(path): _field(passage, path, settings.get(passage.name))
        for passage in passages
        for path in passage.texts
    }
    return type("SimpleFormOfFormat", (SimpleForm,), {"passages": passages, **fields})


def called(passage: Passage) -> str:
    """What a passage is, in the words of the table of keys, without what follows a semicolon."""
    return re.split(r"\s*;", said(passage.key.about))[0].rstrip(".")


def _field(passage: Passage, path: Path, setting: Setting | None) -> Any:
    words = passage.texts[path]
    label = NAMES.get(str(path[-1])) if len(passage.texts) > 1 or path[-1] in NAMES else None
    more: dict[str, Any] = {"label": label or called(passage), "default": words}
    match passage.shape:
        case Minutes():
            checks = [*_filled(LONGEST_VALUE), number_of_minutes(words)]
            return StringField(
                **{**more, "label": f"{called(passage)} (minutes)"}, validators=checks, filters=[_dotted]
            )
        case Number():
            return _number_field(**more)
        case Anything() if setting is not None and path[-1] == "default":
            return _default_field(setting, words, more)
        case Prose() if passage.key.name in ONE_LINE and "\n" not in words and len(words) <= LONGEST_LINE:
            return StringField(validators=_filled(LONGEST_TEXT), filters=[tidy], **more)
    return TextAreaField(validators=_filled(LONGEST_TEXT), filters=[tidy], **more)


def _default_field(setting: Setting, words: str, more: dict[str, Any]) -> Any:
    options = {option.id: said(option.label) for option in setting.options}
    match setting.kind:
        case "number" | "whole number":
            return _number_field(**more)
        case "choice" if words in options:
            return SelectField(choices=offered(options.items()), **more)
        case "yes-no" if words.casefold() in TRUTHS:
            # The word of the file stays the one of its author: `yes`, `true`, `oui`.
            yes, no = (words, "no") if TRUTHS[words.casefold()] else ("yes", words)
            return SelectField(choices=offered([(yes, gettext("Yes")), (no, gettext("No"))]), **more)
    return TextAreaField(validators=_filled(LONGEST_TEXT), filters=[tidy], **more)


def _number_field(**more: Any) -> StringField:
    wrong = lazy_gettext("Write a number, such as 3 or 1.5.")
    return StringField(validators=[*_filled(LONGEST_VALUE), pattern(NUMBER, wrong)], filters=[_dotted], **more)


def _dotted(words: str | None) -> str:
    return re.sub(r"(?<=\d),(?=\d)", ".", tidy(words))


def _filled(longest: int) -> Chain:
    empty = lazy_gettext("Please fill this in. To take it away altogether, use the editor of the text.")
    too_long = Length(max=longest, message=lazy_gettext("At most %(max)d characters: shorten it a little."))
    return [DataRequired(empty), too_long]
