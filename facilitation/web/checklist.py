"""The checklist of a field site: what must be settled before a session may begin there."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.documentation.typography import day_of
from facilitation.records import checklist
from facilitation.records.checklist import Item, Settled
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.forms.checklist import STATES, ItemForm
from facilitation.web.forms.fields import sent
from facilitation.web.sites import site_or_404

blueprint = Blueprint("checklist", __name__, url_prefix="/sites/<int:site_id>/checklist")


@blueprint.get("")
@staff_only
def show(site_id: int) -> str:
    """Every item, and how it stands."""
    site, database = site_or_404(site_id), doors().database
    return render_template(
        "sites/checklist.html",
        site=site,
        items=checklist.items_of(site.facts.place),
        settled=checklist.of_site(database, site_id),
        states=dict(STATES),
        session=request.args.get("session", ""),
    )


@blueprint.get("/<key>")
@staff_only
def edit(site_id: int, key: str) -> Response:
    """One item to settle."""
    known = checklist.of_site(doors().database, site_id).get(_item(site_id, key).key)
    form = ItemForm(data=_shown(known) if known else {"settled_on": day_of(doors().clock())})
    return _page(site_id, key, form)


@blueprint.post("/<key>")
@staff_only
def settle(site_id: int, key: str) -> Response:
    """Keep how it was settled."""
    item, form = _item(site_id, key), ItemForm(sent())
    if not form.check(item, day_of(doors().clock())):
        return _page(site_id, key, form, 422)
    checklist.settle(doors().database, site_id, key, form.settled(the_staff().id, doors().clock()))
    following = _next_after(site_id, key) if "on" in request.form else None
    return _to(site_id, following) if following else _back(site_id)


@blueprint.post("/<key>/open")
@staff_only
def reopen(site_id: int, key: str) -> Response:
    """Nothing is settled about it any more."""
    checklist.reopen(doors().database, site_id, _item(site_id, key).key)
    return _back(site_id)


def _back(site_id: int) -> Response:
    session = request.args.get("session") or None
    return redirect(url_for("checklist.show", site_id=site_id, session=session))


def _to(site_id: int, item: Item) -> Response:
    session = request.args.get("session") or None
    return redirect(url_for("checklist.edit", site_id=site_id, key=item.key, session=session))


def _next_after(site_id: int, key: str) -> Item | None:
    """What is still open and comes next, after the last the first again; None where nothing else is open."""
    site = site_or_404(site_id)
    still = {item.key for item in checklist.open_items(doors().database, site)} - {key}
    asked = checklist.items_of(site.facts.place)
    here = next(place for place, item in enumerate(asked) if item.key == key)
    return next((item for item in (*asked[here:], *asked[:here]) if item.key in still), None)


def _item(site_id: int, key: str) -> Item:
    asked = checklist.items_of(site_or_404(site_id).facts.place)
    found = next((item for item in asked if item.key == key), None)
    if found is None:
        raise NotFound
    return found


def _shown(known: Settled) -> dict[str, object]:
    return {"state": known.state, "words": known.words, "authority": known.authority, "settled_on": known.on}


def _page(site_id: int, key: str, form: ItemForm, code: int = 200) -> Response:
    page = render_template(
        "sites/item.html",
        site=site_or_404(site_id),
        item=_item(site_id, key),
        form=form,
        known=key in checklist.of_site(doors().database, site_id),
        others=_next_after(site_id, key) is not None,
        session=request.args.get("session") or None,
    )
    return make_response(page, code)
