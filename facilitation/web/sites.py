"""The pages of field sites."""

from dataclasses import asdict
from typing import Any

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.records import checklist, organisations, sites
from facilitation.records.accounts import Account
from facilitation.records.sites import Site, SiteFacts
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.forms.fields import sent
from facilitation.web.forms.sites import CONNECTIVITIES, PLACES, SiteForm
from facilitation.web.meanwhile import Beneath, base_sent, beneath, both
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
    return _page(_shown(site.facts), site)


@blueprint.post("/<int:site_id>")
@staff_only
def change(site_id: int) -> Response:
    """Keep the change."""
    site, form = site_or_404(site_id), _form()
    if not form.validate():
        return _page(form, site, 422)
    faster = sites.change(doors().database, site_id, form.facts(), base_sent())
    if faster is not None:
        return _page(form, site, 409, both(faster.theirs, form, _shown(faster.theirs)))
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
    return _offering(sent(), known)


def _shown(facts: SiteFacts) -> SiteForm:
    return _offering(None, {**asdict(facts), "organisation": str(facts.organisation or "")})


def _offering(typed: MultiDict[str, str] | None, known: dict[str, Any]) -> SiteForm:
    form = SiteForm(typed, data=known)
    form.offer_organisations(organisations.everyone(doors().database))
    return form


def _page(form: SiteForm, site: Site | None, code: int = 200, beside: Beneath | None = None) -> Response:
    over = beside or beneath(site and site.facts)
    return make_response(render_template("sites/form.html", form=form, site=site, beneath=over), code)
