"""Wires the rooms together: the only room that knows them all."""

from flask import Flask

from facilitation import places
from facilitation.app.config import Config, host_names, now
from facilitation.app.furnishing import House, furnish

__all__ = ["Config", "House", "create_app", "house", "now"]


def create_app(config: Config) -> Flask:
    """Open the database and build the app on it. Raises DatabaseRefused with a sentence for a person.

    The rooms are found again in `app.extensions["facilitation"]`, a House.
    """
    app = Flask(__name__, static_folder=None, template_folder=str(places.templates()))
    app.config["TRUSTED_HOSTS"] = host_names(config)
    app.extensions["facilitation"] = furnish(app, config)
    return app


def house(app: Flask) -> House:
    """The rooms of an app made by `create_app`."""
    found: House = app.extensions["facilitation"]
    return found
