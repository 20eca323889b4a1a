"""The accounts of the team, for administrators."""

from flask import Blueprint, flash, make_response, redirect, render_template, request, session, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.records import accounts, organisations, sign_in_links, sign_ins
from facilitation.records.accounts import Account
from facilitation.web import addresses
from facilitation.web.access import admin_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.forms.fields import sent
from facilitation.web.forms.signing import AccountForm, RoleForm

blueprint = Blueprint("people", __name__, url_prefix="/accounts")


@blueprint.get("")
@admin_only
def show_all() -> Response:
    """Everyone who may sign in, and the link that was just made."""
    return _page(AccountForm())


@blueprint.post("")
@admin_only
def add() -> Response:
    """A new account, with a link to hand over."""
    form = AccountForm(sent())
    if not form.validate():
        return _page(form, 422)
    account = accounts.create(doors().database, form.login.data or "", None, form.role.data, doors().clock())
    if account is None:
        form.login.errors = [gettext("This name is taken. Choose another.")]
        return _page(form, 422)
    return _hand_over(account.id, account.login)


@blueprint.post("/<int:account_id>/link")
@admin_only
def new_link(account_id: int) -> Response:
    """A new sign-in link for someone who lost theirs, or their password."""
    account = _account(account_id)
    if account.role == "former":
        raise NotFound
    return _hand_over(account.id, account.login)


@blueprint.post("/<int:account_id>/role")
@admin_only
def change_role(account_id: int) -> Response:
    """Another role in the house, or none any more, and for whom. The last administrator stays one."""
    account, form = _account(account_id), RoleForm(sent())
    if not form.validate() or not accounts.set_role(doors().database, account.id, form.role.data):
        flash(gettext("The last administrator stays one: make someone else an administrator first."), "bad")
        return redirect(url_for("people.show_all"))
    known = dict(organisations.everyone(doors().database))
    works_for = request.form.get("organisation", type=int)
    accounts.place(doors().database, account.id, works_for if works_for in known else None)
    if form.role.data == "former":
        sign_in_links.void(doors().database, account.id, with_the_printed=False)
        sign_ins.end_all(doors().database, account.id)
    doors().hang_up(str(account.id))
    return redirect(url_for("people.show_all"))


@blueprint.post("/<int:account_id>/sign-out")
@admin_only
def sign_out(account_id: int) -> Response:
    """Sign somebody out on every browser: a telephone was lost, and its owner is not at hand."""
    account = _account(account_id)
    sign_ins.end_all(doors().database, account.id)
    doors().hang_up(str(account.id))
    if account.id != the_staff().id:
        flash(gettext("%(login)s is signed out on every device.", login=account.login), "good")
    return redirect(url_for("people.show_all"))


def _account(account_id: int) -> Account:
    found = accounts.find(doors().database, account_id)
    if found is None:
        raise NotFound
    return found


def _hand_over(account: int, login: str) -> Response:
    token = sign_in_links.make(doors().database, doors().clock(), account)
    # Shown once on the next page, then forgotten.
    session["made_link"] = [login, addresses.base() + url_for("signing_in.open_link", token=token)]
    return redirect(url_for("people.show_all"))


def _page(form: AccountForm, code: int = 200) -> Response:
    everyone = accounts.everyone(doors().database)
    made = session.pop("made_link", None)
    roles = {account.id: RoleForm(role=account.role) for account in everyone}
    page = render_template(
        "signing/accounts.html",
        form=form,
        everyone=everyone,
        made=made,
        roles=roles,
        organisations=organisations.everyone(doors().database),
    )
    return make_response(page, code)
