"""A real server process with the real desk, log and sockets, and a plain back door in place of the web pages.

Run as `python -m tests.realtime.launch DATABASE PORT [stock] [hurried]`. Prints the port once it answers.
"""

# ruff: noqa: E402, I001 - gevent must patch before any other import binds a blocking call.
from gevent import monkey

monkey.patch_all()

from facilitation.locks import share_locks

share_locks()

import sys
import time

from facilitation.database import migrate, open_database
from facilitation.desk import Desk, Envelope, Timekeeper
from facilitation.documentation import DocumentPress
from facilitation.domain.commands import By, Command
from facilitation.domain.plain import from_plain
from facilitation.eventlog import EventLog
from facilitation.formats import Library
from facilitation.formats.blocks import find_block
from facilitation.projections.outcome import outcome
from facilitation.projections.screen import GroupScreen
from facilitation.realtime import attach
from facilitation.realtime.listening import answer, open_port
from flask import Flask, request
from gevent.threadpool import ThreadPool

from tests.realtime.workshop import a_plan_of, the_plan


def build(database_url: str, hosts: tuple[str, ...], direct: bool) -> Flask:
    """The app: everything the fast door needs, and the back door."""
    database = open_database(database_url)
    migrate(database)
    desk = Desk(EventLog(database), now, lambda published: realtime.publish(published), run_commit=ThreadPool(1).apply)
    app = Flask(__name__)
    realtime = attach(
        app,
        desk=desk,
        clock=now,
        hosts=hosts,
        join_of=_join_of,
        direct=direct,
        find_block=lambda session, asked: find_block(Library({}), session, asked),
    )
    Timekeeper(desk).start()

    def who() -> By | GroupScreen | str:
        kind, name = request.args["kind"], request.args.get("id", "")
        if kind == "group-screen":
            device, group, seconds = map(int, name.split(":"))
            return GroupScreen(device, group, now() + 1000 * seconds)
        return "screen" if kind == "screen" else By(kind, name)  # type: ignore[arg-type]

    @app.post("/back/plan/<session>")
    def plan(session: str) -> dict[str, object]:
        try:
            desk.session(session)
        except KeyError:
            name = request.args.get("format")
            desk.plan(a_plan_of(session, name) if name else the_plan(session), By("facilitator", "a1"))
        return {}

    @app.post("/back/ticket/<session>")
    def ticket(session: str) -> dict[str, object]:
        return {"ticket": realtime.give_ticket(session, who())}  # type: ignore[arg-type]

    @app.post("/back/submit/<session>")
    def submit(session: str) -> dict[str, object]:
        command = from_plain(Command, request.get_json())
        receipt = desk.submit(session, Envelope(who(), command))  # type: ignore[arg-type]
        return {"receipt": repr(receipt)}

    @app.post("/back/do/<session>")
    def do(session: str) -> dict[str, object]:
        return realtime.do(session, who(), request.get_json())  # type: ignore[arg-type]

    @app.get("/back/documents/<session>")
    def documents(session: str) -> dict[str, object]:
        args = request.args
        if "drawing" in args:
            return realtime.documents(session, who(), {})
        return realtime.documents(session, who(), args.get("have", ""), args.get("epoch", ""), args.get("tab", ""))  # type: ignore[arg-type]

    @app.post("/back/hang-up/<session>/<int:device>")
    def hang_up(session: str, device: int) -> dict[str, object]:
        realtime.hang_up_device(session, device)
        return {}

    @app.get("/back/paths")
    def paths() -> dict[str, object]:
        sockets = realtime.socketio.server.eio.sockets.values()  # type: ignore[attr-defined]
        return {"paths": sorted(type(socket.queue).__name__ for socket in sockets)}

    # As the server does: what is gathered, and written down for the press, is in another thread.
    beside = ThreadPool(1)
    press = DocumentPress(run=beside.apply)

    @app.post("/back/paper/<session>")
    def print_paper(session: str) -> dict[str, object]:
        held = desk.session(session)
        return {"job": press.start(beside.apply(lambda: outcome(held)), "fr", now())}

    @app.get("/back/paper/<job>")
    def paper(job: str) -> dict[str, object]:
        progress = press.progress(job)
        return {"state": progress.state if progress else "unknown", "bytes": len(press.result(job) or b"")}

    @app.post("/back/break")
    def broken() -> dict[str, object]:
        raise RuntimeError("a marker that no log may hold: " + request.get_data(as_text=True))

    return app


def now() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def _join_of(session: str) -> dict[str, str]:
    return {"code": "ABCD-EFGH", "url": "http://127.0.0.1/j/ABCD-EFGH"}


def main() -> None:
    """Serve until told to stop."""
    listener = open_port("127.0.0.1", int(sys.argv[2]))
    port = listener.getsockname()[1]
    app = build(sys.argv[1], (f"127.0.0.1:{port}",), direct="stock" not in sys.argv)
    print(port, flush=True)
    answer(app, listener, **({"patience": 3} if "hurried" in sys.argv else {}))


if __name__ == "__main__":
    main()
