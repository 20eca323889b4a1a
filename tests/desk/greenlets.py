"""A desk under gevent, as the server runs it: greenlets post while commits wait for the disk in a native thread."""

from gevent import monkey

monkey.patch_all()

from facilitation.locks import share_locks  # noqa: E402 - gevent must come first

share_locks()

import sys  # noqa: E402 - gevent must come first
from collections.abc import Callable  # noqa: E402

import gevent  # noqa: E402

from facilitation.database import migrate, open_database  # noqa: E402
from facilitation.desk import Timekeeper  # noqa: E402
from facilitation.eventlog import EventLog  # noqa: E402
from tests.desk.room import Room  # noqa: E402
from tests.eventlog.workshop import SESSION, post  # noqa: E402

POSTERS, POSTS = 2, 40
native_sleep = monkey.get_original("time", "sleep")


def slow_disk(work: Callable[[], None]) -> None:
    """Carries out in gevent's thread pool, as if each write to the disk took 20 ms."""

    def slowly() -> None:
        native_sleep(0.02)
        work()

    gevent.get_hub().threadpool.apply(slowly)


def main() -> None:
    """Prints how many posts were saved, how many publications that took, and whether others ran meanwhile."""
    database = open_database(sys.argv[1])
    migrate(database)
    room = Room(EventLog(database), run_commit=slow_disk)
    room.open()
    keeper = Timekeeper(room.desk, every=0.01)
    keeper.start()
    turns = 0

    def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            gevent.sleep(0.001)

    spinner = gevent.spawn(others)
    sent = [
        room.desk.send(SESSION, room.envelope(f"p{who}", number, post(f"{who} {number}")))
        for number in range(1, POSTS + 1)
        for who in range(1, POSTERS + 1)
    ]
    waiting = [gevent.spawn(one.result) for one in sent]
    gevent.joinall(waiting, raise_error=True)
    writers = [gevent.spawn(room.says, f"p{who}", POSTS + 1, post("last")) for who in (1, 2)]
    with database.writing():
        gevent.sleep(0.01)
    gevent.joinall(writers, raise_error=True)
    spinner.kill()
    keeper.stop()
    room.desk.close()
    verified = room.log.verify(SESSION).ok
    print(len(room.texts), len(room.published) < 20, turns > 5, verified)
    database.close()


if __name__ == "__main__":
    main()
