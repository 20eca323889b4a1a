"""Addresses that leave the page: what phones open, and what a live screen calls."""

from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from flask import url_for

from facilitation.records import informing, join_codes
from facilitation.records.live_sessions import LiveSession
from facilitation.web.doors import doors


def base() -> str:
    """Where phones find this house, without a slash at the end."""
    return doors().address


def way_in(address: str, code: str, phones: bool = True) -> dict[str, str]:
    """The code of a session as people read it, and the address behind the QR code; `address` is the house's own.

    `phones` is "no" where nobody may come in on one.
    """
    read = join_codes.shown(code)
    return {"code": read, "url": f"{address}/j/{read}", **({} if phones else {"phones": "no"})}


def trial_way_in(address: str) -> dict[str, str]:
    """What the projector of a trial shows instead: nobody can join one, so the address is only that of the house."""
    return {"code": "ESSAI", "url": address}


def to_join(header: LiveSession) -> str:
    """The address behind the QR code."""
    return join_facts(header)["url"]


def to_project(header: LiveSession) -> str:
    """The projector's own link, for a computer where nobody is signed in."""
    return base() + url_for("live.screen", session_id=header.id, key=header.secret)


def join_facts(header: LiveSession) -> dict[str, str]:
    """The code and the address, as screens show them."""
    return way_in(base(), header.code, informing.phones_in(doors().database, header.id))


def phones_cannot_reach() -> bool:
    """Whether the address is one that only this very computer understands."""
    host = urlsplit(base()).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def for_screen(header: LiveSession, kind: str) -> dict[str, str]:
    """What the script of a live screen calls or links to."""
    session: dict[str, Any] = {"session_id": header.id}
    urls = {name: url_for(f"live.{view}", kind=kind, **session) for name, view in CALLS.items()}
    urls["home"] = url_for("front.first_page")
    urls["language"] = url_for("language.choose", code="fr").removesuffix("fr")
    if kind == "phone":
        urls["leave"] = url_for("live.leave", **session)
        urls["withdraw"] = url_for("own.contributions", **session)
        return urls
    if kind == "observer":
        return urls
    urls["qr"] = url_for("live.qr", **session)
    urls["join"] = to_join(header)
    if kind == "console":
        urls["screen"] = url_for("live.screen", **session)
        urls["screens"] = url_for("lending.show", **session)
        urls["newCode"] = url_for("codes.renew", **session)
        urls["blocks"] = url_for("replanning.blocks", **session)
        urls["likenesses"] = url_for("replanning.likenesses", **session)
        urls["texts"] = url_for("replanning.texts", **session)
        urls["session"] = url_for("sessions.show", **session)
        urls["journal"] = url_for("journal.show", **session)
        urls["observers"] = url_for("observing.show_all", **session)
        urls["leave"] = urls["session"]
    return urls


CALLS = {"ticket": "ticket", "do": "do", "documents": "read_documents"}
