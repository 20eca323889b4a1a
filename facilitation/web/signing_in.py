"""Signing in: with a name and a password, or once with a link; signing out."""

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from facilitation.records import accounts, sign_in_links, sign_ins
from facilitation.records.accounts import Account
from facilitation.web.access import forget_sign_in, sign_in_as, staff, staff_only, the_staff
from facilitation.web.doors import doors
from facilitation.web.errors import Trouble, show
from facilitation.web.forms.fields import sent
from facilitation.web.forms.signing import ChoosePasswordForm, SignInForm
from facilitation.web.language import safe_path
from facilitation.web.limits import count, forget, refuse_if_too_many

blueprint = Blueprint("signing_in", __name__)

FIRST_LOGIN = "admin"


@blueprint.get("/sign-in")
def sign_in() -> Response:
    """Name and password."""
    if staff() is not None:
        return redirect(_wanted())
    return make_response(render_template("signing/sign_in.html", form=SignInForm(), wanted=_wanted()))


@blueprint.post("/sign-in")
def check() -> Response:
    """Let the person in, or say that name and password do not fit (never which of the two)."""
    form = SignInForm(sent())
    if not form.validate():
        return make_response(render_template("signing/sign_in.html", form=form, wanted=_wanted()), 422)
    login, password = form.login.data or "", form.password.data or ""
    name = accounts.plain_login(login)
    refuse_if_too_many("password", name)
    refuse_if_too_many("password-anywhere")
    # Counted before it is looked at: others come in while this one waits for its turn.
    count("password", name)
    count("password-anywhere")
    account = accounts.check_password(doors().database, login, password, doors().run)
    if account is None:
        form.password.errors = [gettext("This name and this password do not fit together. Try again.")]
        return make_response(render_template("signing/sign_in.html", form=form, wanted=_wanted()), 422)
    forget("password", name)
    wanted = _wanted()
    sign_in_as(account)
    return redirect(wanted)


@blueprint.get("/sign-in/<token>")
def open_link(token: str) -> Response:
    """A one-time link. Opening it does not use it up: mail programmes and phones open links by themselves."""
    link = sign_in_links.look(doors().database, token, doors().clock())
    if link is None:
        return _used_up()
    account = _account(link.account)
    form = ChoosePasswordForm(login=account.login if account else "")
    return make_response(render_template("signing/link.html", form=form, account=account, token=token))


@blueprint.post("/sign-in/<token>")
def use_link(token: str) -> Response:
    """Sign in with the link: choosing a name and a password, or leaving that for later."""
    now, database = doors().clock(), doors().database
    link = sign_in_links.look(database, token, now)
    if link is None:
        return _used_up()
    account = _account(link.account)
    form = ChoosePasswordForm(sent())
    later = "later" in request.form
    if not later and not form.validate():
        return make_response(render_template("signing/link.html", form=form, account=account, token=token), 422)
    if not later and _taken(form.login.data or "", account):
        form.login.errors = [gettext("This name is taken. Choose another.")]
        return make_response(render_template("signing/link.html", form=form, account=account, token=token), 422)
    if sign_in_links.use(database, token, now) is None:
        return _used_up()
    sign_in_as(_let_in(account, None if later else form))
    if later:
        flash(gettext("You are signed in. Choose a password before you close this browser."), "warn")
    return redirect(url_for("experiments.show_all"))


@blueprint.post("/sign-out")
def sign_out() -> Response:
    """Forget who was signed in, here and on the screens that are open."""
    account = staff()
    forget_sign_in()
    if account is not None:
        doors().hang_up(str(account.id))
    return redirect(url_for("signing_in.sign_in"))


@blueprint.post("/sign-out/everywhere")
@staff_only
def sign_out_everywhere() -> Response:
    """The same on every browser of the account: one was lost, or left open somewhere."""
    account = the_staff()
    sign_ins.end_all(doors().database, account.id)
    forget_sign_in()
    doors().hang_up(str(account.id))
    return redirect(url_for("signing_in.sign_in"))


def _let_in(account: Account | None, form: ChoosePasswordForm | None) -> Account:
    database, now, run = doors().database, doors().clock(), doors().run
    login = (form.login.data or "") if form else FIRST_LOGIN
    password = (form.password.data or "") if form else None
    if account is None:
        account = accounts.create(database, login, password, "admin", now, run) or accounts.everyone(database)[0]
    elif password is not None:
        accounts.set_password(database, account.id, login, password, run)
        sign_ins.end_all(database, account.id)
        doors().hang_up(str(account.id))
    if password is not None:
        # Links printed earlier may still stand in a terminal: they would open this account again.
        sign_in_links.void(database, account.id, with_the_printed=account.role == "admin")
    return accounts.find(database, account.id) or account


def _account(number: int | None) -> Account | None:
    """The account of a link. A link without one is the first administrator's, if there is one yet."""
    if number is not None:
        return accounts.find(doors().database, number)
    return next((account for account in accounts.everyone(doors().database) if account.role == "admin"), None)


def _taken(login: str, account: Account | None) -> bool:
    name = accounts.plain_login(login)
    others = (other for other in accounts.everyone(doors().database) if account is None or other.id != account.id)
    return any(other.login == name for other in others)


def _wanted() -> str:
    return safe_path(request.args.get("next"), url_for("experiments.show_all"))


def _used_up() -> Response:
    title = gettext("This link no longer works")
    advice = gettext(
        "A link works once, for one day. Ask an administrator for a new one, or restart the server: it prints one "
        "as long as nobody has chosen a password."
    )
    return show(Trouble(title, advice, url_for("signing_in.sign_in"), gettext("Sign in with a password")), 410)
