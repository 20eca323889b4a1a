"""A whole house for the pages: real database, desk, formats, projections; no socket is opened."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from flask import Flask

from facilitation.app import Config, create_app
from facilitation.desk import Desk, Envelope, Saved
from facilitation.domain.commands import Advance, By, Command
from facilitation.domain.session import Session
from facilitation.records import live_sessions, sign_in_links
from facilitation.records.join_codes import shown
from facilitation.web.doors import NAME, Doors
from tests.formats.shipped import library
from tests.web.visitor import Visitor

PASSWORD = "une phrase assez longue"
ANA = By("facilitator", "1")


@dataclass
class House:
    """The app, and short ways to what tests often do."""

    app: Flask

    @property
    def doors(self) -> Doors:
        found: Doors = self.app.extensions[NAME]
        return found

    @property
    def desk(self) -> Desk:
        return self.doors.desk

    def later(self, milliseconds: int) -> None:
        """Let time pass for the pages."""
        clock = self.doors.clock
        self.app.extensions[NAME] = replace(self.doors, clock=lambda: clock() + milliseconds)

    def token(self) -> str:
        return sign_in_links.make(self.doors.database, self.doors.clock())

    def visitor(self, locale: str = "fr") -> Visitor:
        return Visitor(self.app, locale)

    def staff(self, locale: str = "fr") -> Visitor:
        """A browser that is signed in, by a link, as the administrator."""
        visitor = self.visitor(locale)
        visitor.open(f"/sign-in/{self.token()}")
        visitor.send(later="1")
        assert visitor.at == "/staff"
        return visitor

    def plan(self, format_id: str = "one-two-four-all", **settings: str) -> "Planned":
        """A session planned through the pages."""
        staff = self.staff()
        staff.open("/staff")
        experiment = next(link for link in staff.links() if link.startswith("/experiments/") and link[-1].isdigit())
        staff.open(f"{experiment}/sessions/new?format={format_id}")
        staff.send(title="Séance d'essai", **settings)
        assert staff.at.startswith("/sessions/"), staff.words
        header = live_sessions.find(self.doors.database, staff.at.removeprefix("/sessions/"))
        assert header is not None
        return Planned(self, header.id, shown(header.code), header.secret)

    def noted(self, session: str, what: str) -> int:
        """`started_at` or `closed_at` of a session, which is noted a moment after the command is answered."""
        deadline = time.monotonic() + 240
        while time.monotonic() < deadline:
            header = live_sessions.find(self.doors.database, session)
            if header is not None and (found := getattr(header, what)) is not None:
                return int(found)
            time.sleep(0.01)
        raise AssertionError(f"{what} was never noted")


@dataclass
class Planned:
    """A session, its code, and ways to move it on."""

    house: House
    id: str
    code: str
    secret: str

    @property
    def state(self) -> Session:
        return self.house.desk.session(self.id)

    def say(self, *commands: Command, by: By = ANA) -> None:
        """Have commands obeyed."""
        for command in commands:
            receipt = self.house.desk.submit(self.id, Envelope(by, command))
            assert isinstance(receipt, Saved), receipt

    def go_on(self) -> None:
        self.say(Advance(self.state.current))

    def join(self, locale: str = "fr", **agreed: str) -> Visitor:
        """Someone comes in through the pages."""
        visitor = self.house.visitor(locale)
        visitor.open(f"/j/{self.code}")
        visitor.send(**{"report": "no", **agreed})
        assert visitor.at == f"/s/{self.id}/phone", visitor.words
        return visitor

    def newest(self) -> str:
        """The person who came last."""
        return list(self.state.people)[-1]


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    yield from built_house()


@pytest.fixture
def fresh_house() -> Iterator[House]:
    """For tests that count, forget, or let time pass."""
    yield from built_house()


class Beside:
    """Carries out in a thread of its own, as the server does, what may neither hand in a command nor start a document:
    in the server, whoever waits there for the loop is not always woken.
    """

    def __init__(self) -> None:
        self._here = threading.local()

    def __call__(self, work: Callable[[], None]) -> None:
        def carried_out() -> None:
            self._here.beside = True
            work()

        thread = threading.Thread(target=carried_out)
        thread.start()
        thread.join()

    def keep_to_the_loop(self, app: Flask) -> None:
        """From here on, what belongs to the loop fails beside it."""
        doors: Doors = app.extensions[NAME]

        def here(work: Callable[..., Any]) -> Callable[..., Any]:
            def done(*args: Any, **kwargs: Any) -> Any:
                assert not hasattr(self._here, "beside"), f"{work.__name__} beside the loop"
                return work(*args, **kwargs)

            return done

        for owner, name in ((doors.desk, "send"), (doors.press, "_begin"), (doors.press, "ready")):
            setattr(owner, name, here(getattr(owner, name)))


def built_house() -> Iterator[House]:
    """A house in memory, closed afterwards."""
    beside = Beside()
    app = create_app(Config(database="sqlite://", hosts=("localhost:80",), run_beside=beside, shipped=library()))
    app.testing = True
    beside.keep_to_the_loop(app)
    built = House(app)
    yield built
    built.doors.trials.close()
    built.doors.database.close()
