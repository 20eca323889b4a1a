"""What every form shares: words made tidy, and limits that say what to do."""

import unicodedata
from collections.abc import Iterable
from typing import Any

from flask import request
from flask_babel import gettext, lazy_gettext
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, IntegerField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are older
from wtforms.validators import DataRequired, Length, Optional

Chain = list[Any]
"""Validators of a field; each library names their types differently."""


class Whole(IntegerField):
    """A whole number; says so in the page's language when it cannot read it."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(gettext("Write a whole number, in digits.")) from None


def tidy(words: str | None) -> str:
    """Words without spaces around, with one kind of line end and of accent, without signs that no database takes."""
    plain = (words or "").replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
    composed = unicodedata.normalize("NFC", plain)
    return "".join(sign for sign in composed if sign >= " " or sign in "\n\t").strip()


def sent() -> MultiDict[str, str] | None:
    """What was sent with the form, or nothing when the page is only being shown."""
    return request.form if request.method == "POST" else None


def line(label: Any, longest: int = 200, required: bool = True, **more: Any) -> StringField:
    """One line of words."""
    return StringField(label, chain(longest, required), filters=[tidy], **more)


def words(label: Any, longest: int = 2000, required: bool = False, **more: Any) -> TextAreaField:
    """Several lines of words."""
    return TextAreaField(label, chain(longest, required), filters=[tidy], **more)


def tick(label: Any, **more: Any) -> BooleanField:
    """A box to tick."""
    return BooleanField(label, **more)


def offered(pairs: Iterable[tuple[str, Any]]) -> list[Any]:
    """The answers of a list: what is kept, and what is read."""
    return [SelectChoice(value, label) for value, label in pairs]


def chain(longest: int, required: bool) -> Chain:
    """Present if it must be, and not too long."""
    too_long = Length(max=longest, message=lazy_gettext("At most %(max)d characters: shorten it a little."))
    return [DataRequired(lazy_gettext("Please fill this in.")) if required else Optional(), too_long]
