"""The real screens of a trial, in frames of its page: the console, the projector, and the phone of any participant."""

from typing import Any

from flask import Blueprint, jsonify, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.desk import Envelope
from facilitation.domain.commands import By, Leave
from facilitation.domain.session import Session
from facilitation.rehearsal.trial import Trial
from facilitation.web import addresses
from facilitation.web.access import staff_only, the_staff
from facilitation.web.doors import Who, doors
from facilitation.web.errors import Trouble, show
from facilitation.web.headers import frame_here
from facilitation.web.language import said
from facilitation.web.live import Kind, boot_of, page_of, picture_of

blueprint = Blueprint("trial_screens", __name__, url_prefix="/trials/<trial_id>/as")


@blueprint.get("/console")
@staff_only
def console(trial_id: str) -> Response:
    """The facilitator's screen."""
    return _page(trial_id, "console", "console")


@blueprint.get("/screen")
@staff_only
def screen(trial_id: str) -> Response:
    """The projector."""
    return _page(trial_id, "screen", "screen")


@blueprint.get("/<who>/phone")
@staff_only
def phone(trial_id: str, who: str) -> Response:
    """The phone of one of the simulated people; whoever looks may also take it in hand."""
    return _page(trial_id, "phone", who)


@blueprint.get("/screen/qr.svg")
@staff_only
def qr(trial_id: str) -> Response:
    """What stands for the QR code: nobody can join a trial, so it leads to the first page."""
    _session(trial_id)
    return picture_of(addresses.base())


@blueprint.post("/<who>/ticket")
@staff_only
def ticket(trial_id: str, who: str) -> Response:
    """A ticket for the socket, good for one use."""
    return jsonify({"ticket": doors().give_ticket(trial_id, _who(trial_id, who))})


@blueprint.post("/<who>/do")
@staff_only
def do(trial_id: str, who: str) -> Response:
    """A command, where sockets are blocked."""
    try:
        return jsonify(doors().do(trial_id, _who(trial_id, who), request.get_json(silent=True)))
    except (KeyError, RecursionError):
        raise NotFound from None


@blueprint.get("/<who>/documents")
@staff_only
def documents(trial_id: str, who: str) -> Response:
    """What `hello` answers, where sockets are blocked."""
    have, epoch, tab = (request.args.get(name, "")[:4000] for name in ("have", "epoch", "tab"))
    try:
        return jsonify(doors().documents(trial_id, _who(trial_id, who), have, epoch=epoch, tab=tab))
    except KeyError:
        raise NotFound from None


@blueprint.post("/<who>/leave")
@staff_only
def leave(trial_id: str, who: str) -> Response:
    """This person goes; their phone shows it."""
    doors().desk.submit(trial_id, Envelope(By("participant", _person(trial_id, who)), Leave()))
    return jsonify({"url": url_for("trial_screens.phone", trial_id=trial_id, who=who)})


@blueprint.get("/<who>/slip")
@staff_only
def slip(trial_id: str, who: str) -> Response:
    """What stands for the page of one's own contributions."""
    title = gettext("Only in a real session")
    advice = gettext("There, this leads people to the page where they read, change and withdraw what they wrote.")
    back = url_for("trial_screens.phone", trial_id=trial_id, who=who)
    return frame_here(show(Trouble(title, advice, back, gettext("Back to the phone")), 200))


def phones_of(trial: Trial) -> list[dict[str, str]]:
    """The phones there are: whose each is, and where it is shown."""
    session = trial.session
    return [
        {
            "id": person,
            "label": _label(session, number, person),
            "url": url_for("trial_screens.phone", trial_id=trial.id, who=person),
        }
        for number, person in enumerate(session.people if session else (), 1)
    ]


def _label(session: Session | None, number: int, person: str) -> str:
    roles = session.format.roles if session and session.format else ()
    held = [said(role.label) for role in roles if session and person in session.roles.get(role.name, ())]
    name = gettext("Participant %(number)s", number=number)
    return f"{name} ({', '.join(held)})" if held else name


def _page(trial_id: str, kind: Kind, who: str) -> Response:
    session = _session(trial_id)
    try:
        boot = boot_of(trial_id, session.locale, kind, _who(trial_id, who), _urls(trial_id, kind, who))
    except KeyError:
        raise NotFound from None
    return frame_here(page_of(kind, session.title, boot))


def _urls(trial_id: str, kind: Kind, who: str) -> dict[str, str]:
    here: dict[str, Any] = {"trial_id": trial_id, "who": who}
    urls = {name: url_for(f"trial_screens.{name}", **here) for name in ("ticket", "do", "documents")}
    urls["language"] = url_for("language.choose", code="fr").removesuffix("fr")
    if kind == "phone":
        urls["home"] = url_for("trial_screens.phone", **here)
        urls["leave"] = url_for("trial_screens.leave", **here)
        urls["withdraw"] = url_for("trial_screens.slip", **here)
        return urls
    urls["home"] = url_for(f"trial_screens.{kind}", trial_id=trial_id)
    urls["qr"] = url_for("trial_screens.qr", trial_id=trial_id)
    if kind == "console":
        urls["screen"] = url_for("trial_screens.screen", trial_id=trial_id)
    return urls


def _who(trial_id: str, who: str) -> Who:
    _session(trial_id)
    match who:
        case "screen":
            return "screen"
        case "console":
            return By("facilitator", str(the_staff().id))
    return By("participant", _person(trial_id, who))


def _person(trial_id: str, who: str) -> str:
    if who not in _session(trial_id).people:
        raise NotFound
    return who


def _session(trial_id: str) -> Session:
    trial = doors().trials.find(trial_id)
    session = trial.session if trial and trial.state == "running" else None
    if session is None:
        raise NotFound
    return session
