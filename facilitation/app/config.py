"""What one running server is told, and the names it answers to."""

import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from facilitation.eventlog import Run, at_once
from facilitation.formats import Library


@dataclass(frozen=True, slots=True)
class Config:
    """What one running server is told.

    `hosts` are the names (`name:port`) it answers to; `public_url` is what phones open, None for the first of `hosts`;
    `run` carries out a transaction; `run_beside` the work of a password, or of a page that gathers whole sessions;
    `run_after` what follows words that were taken back, for which a whole session waits (the server gives each native
    threads of its own, so that neither stops anybody). `press_waits` is for how many seconds a process of the press
    stands ready after somebody looked at a page of documents. `shipped` are the formats that come with the product,
    for whoever has opened them already.
    """

    database: str
    hosts: tuple[str, ...] = ("127.0.0.1:8000", "localhost:8000")
    public_url: str | None = None
    run: Run = at_once
    run_beside: Run = at_once
    run_after: Run = at_once
    press_waits: float = 0.0
    shipped: Library | None = None


def now() -> int:
    """Milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000


def hosts(config: Config) -> tuple[str, ...]:
    """Every `name:port` it answers to, the public one first."""
    public = urlsplit(config.public_url).netloc if config.public_url else ""
    return (public, *config.hosts) if public else config.hosts


def host_names(config: Config) -> list[str]:
    """The same without ports, each once."""
    return sorted({urlsplit(f"//{host}").hostname or host for host in hosts(config)})


def address(config: Config) -> str:
    """What the links begin with that are shown to people."""
    return (config.public_url or f"http://{config.hosts[0]}").rstrip("/")
