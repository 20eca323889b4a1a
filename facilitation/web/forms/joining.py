"""Codes to type, and what a participant agrees to."""

from flask_babel import lazy_gettext
from wtforms import Form, HiddenField, RadioField, StringField
from wtforms.validators import AnyOf

from facilitation.domain.session import Consents
from facilitation.web.forms.fields import offered, tick, tidy


class CodeForm(Form):
    """The code of a session, or of a withdrawal slip. What is wrong with it is said by the view."""

    code = StringField(lazy_gettext("Code"), filters=[tidy])


class ConsentForm(Form):
    """What may be done with a participant's words. The first must be answered; taking part hangs on none."""

    visit = HiddenField()
    report = RadioField(
        lazy_gettext("My contributions may appear in the report, without my name"),
        [AnyOf(("yes", "no"), lazy_gettext("Choose yes or no. You can take part either way."))],
        choices=offered([("yes", lazy_gettext("Yes")), ("no", lazy_gettext("No"))]),
        validate_choice=False,
    )
    quotation = tick(lazy_gettext("My exact words may be quoted, without my name"))
    publication = tick(lazy_gettext("They may also appear in what is published outside the team, without my name"))


def agreed(form: ConsentForm) -> Consents:
    """What was filled in."""
    return Consents(form.report.data == "yes", bool(form.quotation.data), bool(form.publication.data))


def shown(consents: Consents) -> dict[str, str | bool]:
    """Consents as the form shows them."""
    return {
        "report": "yes" if consents.report else "no",
        "quotation": consents.quotation,
        "publication": consents.publication,
    }


class JoinForm(ConsentForm):
    """The same at the door of a session that may follow another. What is wrong with the code is said by the view."""

    earlier = StringField(lazy_gettext("Your withdrawal code of an earlier session"), filters=[tidy])
