"""Whether a link leads whoever is signed in anywhere: a page that several may read offers only what they may open."""

from urllib.parse import urlsplit

from flask import current_app, request

from facilitation.web.access import staff
from facilitation.web.rights import may_open


def leads(address: str) -> bool:
    """Whether a page of this house opens for whoever looks at the one where its link stands."""
    account = staff()
    path = urlsplit(address).path.removeprefix(request.script_root)
    endpoint, names = current_app.url_map.bind("").match(path, "GET")
    return account is not None and may_open(account, endpoint, names)
