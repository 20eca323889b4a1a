"""The pages of field sites."""

from typing import Any

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.records import checklist, organisations, sites
from facilitation.records.accounts import Account
from facilitation.records.sites import Site
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.forms.fields import sent
from facilitation.web.forms.sites import CONNECTIVITIES, PLACES, SiteForm
from facilitation.web.rights import may_see, sites_seen

blueprint = Blueprint("sites", __name__, url_prefix="/sites")


@blueprint.get("")
@staff_only
def show_all() -> str:
    """All sites."""
    database = doors().database
    everywhere = sites_of(the_staff())
    return render_template(
        "sites/all.html",
        sites=everywhere,
        places=dict(PLACES),
        connectivities=dict(CONNECTIVITIES),
        organisations=dict(organisations.everyone(database)),
        left={site.id: len(checklist.open_items(database, site)) for site in everywhere},
    )


@blueprint.get("/new")
@staff_only
def new() -> Response:
    """A site to describe."""
    mine = the_staff().organisation
    return _page(_form(organisation=str(mine or "")), None)


@blueprint.post("/new")
@staff_only
def add() -> Response:
    """Keep it."""
    form = _form()
    if not form.validate():
        return _page(form, None, 422)
    number = sites.add(doors().database, form.facts())
    return redirect(url_for("checklist.show", site_id=number))


@blueprint.get("/<int:site_id>")
@staff_only
def edit(site_id: int) -> Response:
    """A site to change."""
    site = site_or_404(site_id)
    facts = site.facts
    form = _form(
        name=facts.name,
        place=facts.place,
        connectivity=facts.connectivity,
        phones_allowed=facts.phones_allowed,
        notes=facts.notes,
        organisation=str(facts.organisation or ""),
    )
    return _page(form, site)


@blueprint.post("/<int:site_id>")
@staff_only
def change(site_id: int) -> Response:
    """Keep the change."""
    site, form = site_or_404(site_id), _form()
    if not form.validate():
        return _page(form, site, 422)
    sites.change(doors().database, site_id, form.facts())
    return redirect(url_for("sites.show_all"))


def site_or_404(site_id: int) -> Site:
    """The site with this number, for whoever may see it."""
    found = sites.find(doors().database, site_id)
    if found is None or not may_see(the_staff(), found):
        raise NotFound
    return found


def sites_of(account: Account) -> tuple[Site, ...]:
    """The sites that somebody may see, by name."""
    known = sites.everywhere(doors().database)
    seen = sites_seen(account, known)
    return tuple(site for site in known if site.id in seen)


def _form(**known: Any) -> SiteForm:
    form = SiteForm(sent(), data=known)
    form.offer_organisations(organisations.everyone(doors().database))
    return form


def _page(form: SiteForm, site: Site | None, code: int = 200) -> Response:
    return make_response(render_template("sites/form.html", form=form, site=site), code)
