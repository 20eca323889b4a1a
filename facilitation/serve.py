"""The server process. The one module that replaces the standard library's blocking calls, before anything else."""

# ruff: noqa: E402 - gevent must patch before any other import binds a blocking call, and locks be fit for threads too.
from gevent import monkey

monkey.patch_all()

from facilitation.locks import share_locks

share_locks()

import argparse
import logging
import socket
import sys
from collections.abc import Callable, Sequence

import gevent
import segno
from gevent.threadpool import ThreadPool

from facilitation.app import Config, create_app, house, now
from facilitation.database import DatabaseRefused
from facilitation.desk import Timekeeper
from facilitation.formats import Library
from facilitation.realtime.lan import lan_address
from facilitation.realtime.listening import answer, open_port
from facilitation.records import sign_in_links

NO_NETWORK = (
    "Cette machine n'est sur aucun réseau : branchez-la au routeur ou au Wi-Fi de la salle, puis recommencez.\n"
    "This machine is on no network: connect it to the router or the Wi-Fi of the room, then try again."
)

ONE_DAY = 24 * 60 * 60
PRESS_WAITS = 600.0
"""Seconds for which a process of the press stands ready, so that a document begins at once."""

SETTLED = 20
"""Seconds after which the house has a moment: phones that come back after a restart have found their place by then."""

AT_EASE = 60
"""Seconds after which it has another: a process of the press begins, and compiles the templates of documents."""


def _purge_daily(purge: Callable[[int], object]) -> None:
    """What has been kept long enough goes once a day, on a server that is never stopped, too."""
    while True:
        gevent.sleep(ONE_DAY)
        try:
            purge(now())
        except Exception:
            logging.getLogger(__name__).exception("the purge failed; it is tried again tomorrow, and at the next start")


def local_names(host: str, port: int) -> tuple[str, ...]:
    """The names (`name:port`) by which this machine is reached, the best one for phones first."""
    names = [] if host in ("127.0.0.1", "localhost", "::1") else [lan_address(), socket.gethostname()]
    if host not in ("0.0.0.0", "::"):
        names.insert(0, host)
    written = (f"[{name}]" if ":" in name else name for name in [*names, "127.0.0.1", "localhost"] if name)
    return tuple(dict.fromkeys(f"{name}:{port}" for name in written))


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until stopped. 0 when asked to stop, 2 when it could not start."""
    asked = _read(arguments)
    if asked.lan:
        asked.host = "0.0.0.0"
        if not lan_address():
            print(NO_NETWORK, file=sys.stderr)
            return 2
    try:
        listener = open_port(asked.host, asked.port)
    except OSError as error:
        print(f"{asked.host}:{asked.port}: {error.strerror}", file=sys.stderr)
        return 2
    hosts = (*asked.name, *local_names(asked.host, listener.getsockname()[1]))
    # One native thread: the disk makes nobody wait, and there is still one writer.
    disk = ThreadPool(1)
    # And two for what takes far longer than a transaction: passwords, and pages that gather whole sessions.
    beside = ThreadPool(2)
    # Whoever takes their words back does not queue behind those pages, nor does their whole session with them.
    after = ThreadPool(1)
    runs = disk.apply, beside.apply, after.apply
    try:
        app = create_app(Config(asked.database, hosts, asked.public_url, *runs, PRESS_WAITS))
    except DatabaseRefused as refused:
        print(f"{refused.message.fr}\n{refused.message.en}", file=sys.stderr)
        return 2
    rooms = house(app)
    if problems := rooms.database.check_at_start():
        print("\n".join(f"{problem.fr}\n{problem.en}" for problem in problems), file=sys.stderr)
        return 2
    timekeeper = Timekeeper(rooms.desk)
    timekeeper.start()
    gevent.spawn_later(SETTLED, gevent.get_hub().threadpool.spawn, _read_ahead, rooms.library.shipped)
    # The first document of a server need not wait for templates to be compiled, nor for anything to begin.
    gevent.spawn_later(AT_EASE, rooms.press.ready)
    gevent.spawn(_purge_daily, rooms.doors.purge)
    _say_where((asked.public_url or f"http://{hosts[0]}").rstrip("/"), sign_in_links.first_start(rooms.database, now()))
    if asked.lan:
        _show_code((asked.public_url or f"http://{hosts[0]}").rstrip("/"))
    answer(app, listener)
    timekeeper.stop()
    rooms.trials.close()
    rooms.desk.close()
    rooms.database.close()
    return 0


def _read_ahead(library: Library) -> None:
    """Try out the library beside the room, for seconds of calculation, so that whoever looks into it need not wait."""
    for name in library.first_looks:
        library.first_looks[name]
    for name in library.readings:
        library.readings[name]


def _say_where(base: str, token: str | None) -> None:
    print(f"Facilitation : {base}/", flush=True)
    if token:
        print(f"Lien de connexion (une seule fois) / One-time sign-in link: {base}/sign-in/{token}", flush=True)


def _show_code(base: str) -> None:
    """What the phones of the room open, for whoever has no projector yet. Works without the Internet."""
    segno.make(f"{base}/", error="m").terminal(out=sys.stdout, compact=True)
    print(f"Téléphones de la salle, même Wi-Fi / Phones of the room, same Wi-Fi: {base}/", flush=True)


def _read(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="facilitation serve", description="Serve live workshops.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--lan", action="store_true", help="for the phones of the room: find the address, show its QR")
    parser.add_argument("--port", type=int, default=8000, help="0 takes any free port")
    parser.add_argument("--database", default="sqlite:///facilitation.db", metavar="URL")
    parser.add_argument("--name", action="append", default=[], help="another NAME:PORT this server goes by")
    parser.add_argument("--public-url", default=None, help="what phones open, when a proxy stands in front")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
