"""A session that greenlets and native threads ask for at once, while nobody has loaded it: printed is who came back."""

from gevent import monkey

monkey.patch_all()

from facilitation.locks import share_locks  # noqa: E402 - gevent must come first

share_locks()

import os  # noqa: E402
import sys  # noqa: E402

import gevent  # noqa: E402
from gevent.threadpool import ThreadPool  # noqa: E402

from facilitation.database import migrate, open_database  # noqa: E402
from facilitation.eventlog import EventLog, Recorded  # noqa: E402
from tests.desk.room import Room  # noqa: E402
from tests.eventlog.workshop import SESSION  # noqa: E402

ROUNDS = 12


class SlowLog(EventLog):
    """Takes its time, so that others ask meanwhile."""

    def read(self, session: str) -> tuple[Recorded, ...]:
        """After a moment in which whoever else is there goes on."""
        gevent.sleep(0.002)
        return super().read(session)


def main() -> None:
    """Prints how many asked and were answered, and how many different answers there were in a round at most."""
    sys.setswitchinterval(0.00002)
    database = open_database(sys.argv[1])
    migrate(database)
    log, beside = SlowLog(database), ThreadPool(2)
    Room(log).open()
    answered, most = 0, 0
    for _ in range(ROUNDS):
        desk = Room(log).desk
        here = [gevent.spawn(desk.session, SESSION) for _ in range(4)]
        there = [gevent.spawn(beside.apply, desk.session, (SESSION,)) for _ in range(4)]
        done = [one for one in gevent.joinall([*here, *there], timeout=120) if one.successful()]
        answered += len(done)
        most = max(most, len({id(one.value) for one in done}))
        if len(done) < 8:
            break
    print(answered, most, flush=True)
    # Those that were never woken would be waited for at the end.
    os._exit(0)


if __name__ == "__main__":
    main()
