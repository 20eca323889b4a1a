"""A field site."""

from collections.abc import Iterable

from flask_babel import gettext, lazy_gettext
from wtforms import Form, SelectField

from facilitation.records.sites import SiteFacts
from facilitation.web.forms.fields import line, offered, tick, words

PLACES = (
    ("room", lazy_gettext("Meeting room")),
    ("association", lazy_gettext("Association")),
    ("probation-service", lazy_gettext("Probation service (SPIP)")),
    ("prison", lazy_gettext("Prison")),
    ("school", lazy_gettext("School or university")),
    ("outdoors", lazy_gettext("Outdoors")),
    ("online", lazy_gettext("Online")),
    ("other", lazy_gettext("Other place")),
)
CONNECTIVITIES = (
    ("good", lazy_gettext("Good: Wi-Fi or mobile network for everyone")),
    ("weak", lazy_gettext("Weak: it comes and goes")),
    ("none", lazy_gettext("None: only what the team brings")),
)


class SiteForm(Form):
    """What a site is like, and what it allows."""

    name = line(lazy_gettext("Name of the site"))
    place = SelectField(lazy_gettext("Kind of place"), choices=offered(PLACES))
    connectivity = SelectField(lazy_gettext("Network on site"), choices=offered(CONNECTIVITIES))
    phones_allowed = tick(lazy_gettext("Phones are allowed"), default=True)
    notes = words(lazy_gettext("Notes for the team"))
    organisation = SelectField(lazy_gettext("Who of the house sees this site"))

    def offer_organisations(self, known: Iterable[tuple[int, str]]) -> None:
        """Fill the list of those whose team alone may see it."""
        teams = [(str(number), gettext("Only the team of %(name)s", name=name)) for number, name in known]
        self.organisation.choices = offered([("", gettext("Everybody who runs experiments")), *teams])

    def facts(self) -> SiteFacts:
        """What was filled in."""
        return SiteFacts(
            name=self.name.data or "",
            place=self.place.data,
            connectivity=self.connectivity.data,
            phones_allowed=bool(self.phones_allowed.data),
            notes=self.notes.data or "",
            organisation=int(self.organisation.data) if self.organisation.data else None,
        )
