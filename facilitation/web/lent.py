"""The links of lent devices: what each holds, which browser is the device, and whether it still is."""

import hmac

from flask import current_app, request
from werkzeug.wrappers import Response

from facilitation.records import lent_devices
from facilitation.records.lent_devices import Kind, LentDevice
from facilitation.web.cookies import give_cookie
from facilitation.web.doors import doors

HOUR = 60 * 60 * 1000
FOR_NOW = 4 * HOUR
"""How long a device may be used at first: half a day. Left open by mistake, it closes by itself."""

LONGER = 2 * HOUR
ONE_DAY = 24 * 60 * 60


def cookie_of(kind: Kind, session_id: str) -> str:
    """The name of the cookie by which a browser is a device of that kind."""
    return f"{kind.replace('-', '_')}_{session_id}"


def key_of(device: LentDevice) -> str:
    """What the link of a device holds, with its number: it opens this device, and nothing else."""
    return _drawn(f"{device.kind}|link|{device.session}|{device.number}")


def by_link(session_id: str, kind: Kind, number: int, key: str) -> LentDevice | None:
    """The device of a link, open or not; None where the link was made up."""
    device = lent_devices.find(doors().database, session_id, number)
    known = device is not None and device.kind == kind
    return device if known and device and _same(key_of(device), key) else None


def become(response: Response, device: LentDevice) -> None:
    """Make the browser that is answered the device; whichever was it before is not any more."""
    begun = lent_devices.begin(doors().database, device, doors().clock())
    value = f"{device.number}.{_of_browser(device, begun)}"
    give_cookie(response, cookie_of(device.kind, device.session), value, ONE_DAY)


def device_here(session_id: str, kind: Kind) -> LentDevice | None:
    """The device that this browser is, or once was: look at `is_in_use` before anything is shown."""
    number, _, key = request.cookies.get(cookie_of(kind, session_id), "").partition(".")
    if not (number.isascii() and number.isdecimal() and len(number) < 6):
        return None
    device = lent_devices.find(doors().database, session_id, int(number))
    if device is None or device.kind != kind:
        return None
    once = any(_same(_of_browser(device, begun), key) for begun in range(device.begun, 0, -1))
    return device if once else None


def is_in_use(device: LentDevice) -> bool:
    """Whether a device is open, and this browser is the last that took its link."""
    key = request.cookies.get(cookie_of(device.kind, device.session), "").partition(".")[2]
    return device.is_open(doors().clock()) and _same(_of_browser(device, device.begun), key)


def _of_browser(device: LentDevice, begun: int) -> str:
    return _drawn(f"{device.kind}|browser|{device.session}|{device.number}|{begun}")


def _drawn(purpose: str) -> str:
    return hmac.digest(str(current_app.secret_key).encode(), purpose.encode(), "sha256").hex()[:32]


def _same(ours: str, theirs: str) -> bool:
    return hmac.compare_digest(ours.encode(), theirs.encode("utf-8", "replace"))
