"""An experiment: question, first hypothesis, theory of change, and where it happens."""

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import DateField, Form, SelectField
from wtforms.validators import Optional

from facilitation.records import colleges
from facilitation.records.experiments import ExperimentFacts
from facilitation.records.hypotheses import Wording
from facilitation.records.programmes import Edition
from facilitation.records.short_lists import joined, listed
from facilitation.records.sites import Site, SiteFacts
from facilitation.web.forms.fields import line, offered, tick, words
from facilitation.web.forms.sites import CONNECTIVITIES, PLACES

STATUSES = (
    ("preparing", lazy_gettext("In preparation")),
    ("running", lazy_gettext("Running")),
    ("analysing", lazy_gettext("Sessions held, being analysed")),
    ("finished", lazy_gettext("Finished")),
    ("abandoned", lazy_gettext("Given up")),
)
LICENCES = (
    ("", lazy_gettext("Not decided yet")),
    ("cc-by-4.0", lazy_gettext("Creative Commons Attribution 4.0 (CC BY 4.0)")),
    ("cc-by-sa-4.0", lazy_gettext("Creative Commons Attribution – Share alike 4.0 (CC BY-SA 4.0)")),
    ("cc-by-nc-sa-4.0", lazy_gettext("The same, for non-commercial use (CC BY-NC-SA 4.0)")),
    ("cc0-1.0", lazy_gettext("Creative Commons, no rights reserved (CC0 1.0)")),
    ("etalab-2.0", lazy_gettext("Licence Ouverte 2.0 (Etalab)")),
    ("reserved", lazy_gettext("All rights reserved")),
)
NONE_YET = ""
A_NEW_ONE = "new"


class ExperimentForm(Form):
    """What the team says of an experiment; a new site can be described on the way."""

    title = line(lazy_gettext("Title"))
    question = words(lazy_gettext("The question you want to answer"))
    hypothesis_if = words(lazy_gettext("If…"))
    hypothesis_then = words(lazy_gettext("then…"))
    hypothesis_because = words(lazy_gettext("because…"))
    criteria = words(lazy_gettext("We shall be right if…"))
    resources = words(lazy_gettext("With what (resources)"))
    actions = words(lazy_gettext("What we do (actions)"))
    outputs = words(lazy_gettext("What that produces (outputs)"))
    outcomes = words(lazy_gettext("What we hope for (outcomes)"))
    impact = words(lazy_gettext("What we aim at in the long run (impact)"))
    revisit_on = DateField(lazy_gettext("Day of the revisit"), [Optional()])
    theme = line(lazy_gettext("Theme"), required=False)
    licence = SelectField(lazy_gettext("Licence of the documents"), choices=offered(LICENCES))
    keywords = words(lazy_gettext("Keywords"), 500)
    colleges = words(lazy_gettext("Colleges: the kinds of stakeholder that are counted in the room"), 1000)
    contact = line(lazy_gettext("Contact printed on the documents"), required=False)
    status = SelectField(lazy_gettext("Where it stands"), choices=offered(STATUSES))
    edition = SelectField(lazy_gettext("Edition of a programme"))
    site = SelectField(lazy_gettext("Site"))
    new_name = line(lazy_gettext("Name of the new site"), required=False)
    new_place = SelectField(lazy_gettext("Kind of place"), choices=offered(PLACES))
    new_connectivity = SelectField(lazy_gettext("Network on site"), choices=offered(CONNECTIVITIES))
    new_phones_allowed = tick(lazy_gettext("Phones are allowed"), default=True)

    def offer_sites(self, sites: Iterable[Site]) -> None:
        """Fill the list of sites."""
        known = [(str(site.id), site.facts.name) for site in sites]
        self.site.choices = offered(
            [(NONE_YET, gettext("Not decided yet")), *known, (A_NEW_ONE, gettext("A new site (describe it below)"))]
        )

    def offer_editions(self, editions: Iterable[Edition]) -> None:
        """Fill the list of editions."""
        known = [(str(edition.id), edition.title) for edition in editions]
        self.edition.choices = offered([(NONE_YET, gettext("None")), *known])

    def validate(self, extra_validators: Any = None) -> bool:
        """Every field for itself, then: a new site needs a name, and one that was named must be chosen."""
        fine = bool(super().validate(extra_validators))
        if self.new_name.data and self.site.data not in (A_NEW_ONE, NONE_YET):
            said = gettext("Another site is chosen above: choose “A new site” there, or empty this name.")
            self.new_name.errors = [said]
            return False
        if self.site.data == A_NEW_ONE and not self.new_name.data:
            self.new_name.errors = [gettext("Give the new site a name.")]
            return False
        return fine

    def new_site(self, organisation: int | None) -> SiteFacts | None:
        """The site described on the way, if one was; seen by the team of `organisation`, or by everybody."""
        if self.site.data != A_NEW_ONE and not (self.site.data == NONE_YET and self.new_name.data):
            return None
        return SiteFacts(
            name=self.new_name.data or "",
            place=self.new_place.data,
            connectivity=self.new_connectivity.data,
            phones_allowed=bool(self.new_phones_allowed.data),
            organisation=organisation,
        )

    def facts(self, site: int | None) -> ExperimentFacts:
        """What was filled in, at `site`."""
        return ExperimentFacts(
            title=self.title.data or "",
            question=self.question.data or "",
            theme=self.theme.data or "",
            site=site,
            status=self.status.data,
            resources=listed(self.resources.data or ""),
            actions=listed(self.actions.data or ""),
            outcomes=listed(self.outcomes.data or ""),
            revisit_on=self.revisit_on.data,
            licence=self.licence.data,
            keywords=listed(self.keywords.data or ""),
            contact=self.contact.data or "",
            outputs=listed(self.outputs.data or ""),
            colleges=colleges_of(self.colleges.data or ""),
            impact=listed(self.impact.data or ""),
        )

    def wording(self) -> Wording:
        """The first hypothesis of a new experiment."""
        asked = (self.hypothesis_if, self.hypothesis_then, self.hypothesis_because, self.criteria)
        return Wording(*(field.data or "" for field in asked))

    def known_edition(self) -> int | None:
        """The number of the edition that was picked."""
        return int(self.edition.data) if self.edition.data else None

    def known_site(self) -> int | None:
        """The number of the site that was picked."""
        return int(self.site.data) if self.site.data and self.site.data.isdecimal() else None


def colleges_of(lines: str) -> tuple[str, ...]:
    """The colleges that were written, each once; no more and none longer than can be kept."""
    return tuple(dict.fromkeys(each[: colleges.LONGEST] for each in listed(lines)))[: colleges.MOST]


def shown(facts: ExperimentFacts, edition: int | None) -> dict[str, Any]:
    """Facts as the form shows them."""
    names = ("resources", "actions", "outputs", "outcomes", "impact")
    lists: dict[str, tuple[str, ...]] = {name: getattr(facts, name) for name in names}
    return {
        **{name: joined(entries) for name, entries in lists.items()},
        "title": facts.title,
        "question": facts.question,
        "theme": facts.theme,
        "status": facts.status,
        "revisit_on": facts.revisit_on,
        "licence": facts.licence,
        "keywords": joined(facts.keywords),
        "colleges": joined(facts.colleges),
        "contact": facts.contact,
        "site": str(facts.site or ""),
        "edition": str(edition or ""),
    }
