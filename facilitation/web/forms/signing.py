"""Signing in, and the accounts of the team."""

from flask_babel import lazy_gettext
from wtforms import Form, PasswordField, SelectField
from wtforms.validators import DataRequired, Length

from facilitation.web.forms.fields import line, offered

SHORTEST_PASSWORD = 10


class SignInForm(Form):
    """Login name and password."""

    login = line(lazy_gettext("Login name"), 60)
    password = PasswordField(
        lazy_gettext("Password"), [DataRequired(lazy_gettext("Please fill this in.")), Length(max=500)]
    )


class ChoosePasswordForm(Form):
    """Choosing how to sign in from now on."""

    login = line(lazy_gettext("Login name"), 60)
    password = PasswordField(
        lazy_gettext("Password"),
        [
            DataRequired(lazy_gettext("Please fill this in.")),
            Length(
                min=SHORTEST_PASSWORD,
                max=500,
                message=lazy_gettext("At least %(min)d characters. A short sentence works well."),
            ),
        ],
    )


ROLES = (
    ("facilitator", lazy_gettext("Make experiments and run workshops")),
    ("guest", lazy_gettext("Only the experiments they are a member of")),
    ("admin", lazy_gettext("Everything, and manage accounts")),
)


class RoleForm(Form):
    """What an account may do in the house; `former` may do nothing any more."""

    role = SelectField(lazy_gettext("May do"), choices=offered([*ROLES, ("former", lazy_gettext("Nothing any more"))]))


class AccountForm(Form):
    """Someone else of the team."""

    login = line(lazy_gettext("Login name"), 60)
    role = SelectField(lazy_gettext("May do"), choices=offered(ROLES))
