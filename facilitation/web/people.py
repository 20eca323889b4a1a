"""The accounts of the team, for administrators."""

from flask import Blueprint, make_response, redirect, render_template, session, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.records import accounts, sign_in_links
from facilitation.web import addresses
from facilitation.web.access import admin_only
from facilitation.web.doors import doors
from facilitation.web.forms.fields import sent
from facilitation.web.forms.signing import AccountForm

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
    account = accounts.find(doors().database, account_id)
    if account is None:
        raise NotFound
    return _hand_over(account.id, account.login)


def _hand_over(account: int, login: str) -> Response:
    token = sign_in_links.make(doors().database, doors().clock(), account)
    # Shown once on the next page, then forgotten.
    session["made_link"] = [login, addresses.base() + url_for("signing_in.open_link", token=token)]
    return redirect(url_for("people.show_all"))


def _page(form: AccountForm, code: int = 200) -> Response:
    everyone = accounts.everyone(doors().database)
    made = session.pop("made_link", None)
    return make_response(render_template("signing/accounts.html", form=form, everyone=everyone, made=made), code)
