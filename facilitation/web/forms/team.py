"""A member of an experiment's team."""

from collections.abc import Iterable

from flask_babel import lazy_gettext
from wtforms import Form, SelectField

from facilitation.records.accounts import Account
from facilitation.web.forms.fields import offered

ROLES = (
    ("facilitator", lazy_gettext("Facilitator: runs it")),
    ("observer", lazy_gettext("Observer: in the room, takes notes")),
    ("researcher", lazy_gettext("Researcher: writes the dossier, takes data out")),
    ("reader", lazy_gettext("Reader: reads")),
    ("council", lazy_gettext("Scientific council: reads, comments, gives an opinion")),
)


class MemberForm(Form):
    """Who, and in which role."""

    account = SelectField(lazy_gettext("Who"))
    role = SelectField(lazy_gettext("In which role"), choices=offered(ROLES))

    def offer(self, accounts: Iterable[Account]) -> None:
        """Fill the list of accounts."""
        self.account.choices = offered((str(each.id), each.login) for each in accounts)
