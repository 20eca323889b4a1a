"""The addresses of the style page. The house has none of them: tests and `make style` hang them on an app they built."""

from pathlib import Path

from flask import Blueprint, Flask, abort, make_response, render_template, request
from jinja2 import ChoiceLoader, FileSystemLoader
from werkzeug.wrappers import Response

from facilitation.web.headers import frame_here
from facilitation.web.live import Kind, page_of
from tests.client.boards import SCENES
from tests.client.stand_in import StandIn

KINDS: dict[str, Kind] = {"participant": "phone", "console": "console", "screen": "screen"}
ADDRESSES = ("home", "withdraw", "leave", "session", "join")

blueprint = Blueprint("style", __name__, url_prefix="/style")


def with_style(app: Flask) -> Flask:
    """The app of the house, with the style page added to it."""
    here = FileSystemLoader(Path(__file__).parent)
    app.jinja_env.loader = ChoiceLoader([loader for loader in (app.jinja_env.loader, here) if loader])
    app.register_blueprint(blueprint)
    return app


@blueprint.get("")
def pieces() -> str:
    """Every piece that Jinja pages are made of, in every state."""
    return render_template("style.html")


@blueprint.get("/screens")
def screens() -> str:
    """Every live screen in every state worth looking at, each in a frame."""
    return render_template("screens.html", scenes={name: KINDS[kind] for name, (kind, _, _) in SCENES.items()})


@blueprint.get("/screens/<name>")
def screen(name: str) -> Response:
    """One live screen, drawn by its own script from sample documents; its clock stands."""
    if name not in SCENES:
        abort(404)
    kind, documents, boot = SCENES[name]
    locale = "en" if request.args.get("language") == "en" else "fr"
    start = StandIn(kind, documents, locale, **boot, rate=0, still=name).boot()
    start["urls"] |= dict.fromkeys(ADDRESSES, "#main")
    return frame_here(make_response(page_of(KINDS[kind], name, start)))
