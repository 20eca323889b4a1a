"""Dossiers of some 12, 58 and 230 pages: made by the press, and by headless Chromium from the same HTML, in turn.

`python -m benchmarks.documents [--pairs 3]`: medians of wall time, of the most memory the processes had together at a
time (each shared page counted once), and the size. Both run at the same priority, the low one of the press.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from facilitation.documentation.dossier import Dossier
from facilitation.documentation.dossier.page import dossier_html
from facilitation.documentation.dossier.twin import twin
from facilitation.documentation.press.orders import DAY, dossier_order
from facilitation.documentation.press.worker import Made, Pair, begin, make
from facilitation.domain.session import Session
from facilitation.projections.outcome import outcome
from facilitation.typesetting.confinement import NICENESS
from tests.documentation.dossier_sample import around, everyone_agrees
from tests.documentation.reading import opened
from tests.documentation.sample import STARTED, codeveloppement, one_two_four_all, public_goods

MADE_AT = STARTED // DAY * DAY
WAYS = (
    "Chromium",
    "press, asked at once",
    "press, first of a server",
    "press, begun anew",
    "press, one text changed",
    "press, another changed",
)
"""Asked at once, the templates are compiled first. Some seconds after its start a server has the press stand ready: its
first document is made by that. One begun anew finds templates compiled, and nothing else. The text that changed stands
in the last chapter of texts; the other one in the longest.
"""

CHANGED = ("limits", "key-moments")

READY = 1.0
"""Seconds without work after which a process that was begun is ready."""


@dataclass
class Runs:
    """What the runs of one way of making a document gave."""

    seconds: list[float] = field(default_factory=list)
    most_mb: list[float] = field(default_factory=list)
    size: int = 0
    pages: int = 0


def main(arguments: Sequence[str] | None = None) -> None:
    """Run and print."""
    asked = _read(arguments)
    os.nice(NICENESS)  # as the press: whatever is begun here has it, and whoever watches takes no more than they do
    chromium = next(path for name in ("chromium", "google-chrome") if (path := shutil.which(name)))
    print("| pages | way | s (median) | s (each) | x Chromium | most MB | kB |\n|---|---|---|---|---|---|---|")
    for told in asked.sizes or SIZES:
        ways = _compared(SIZES[told](), asked.pairs, chromium)
        base = statistics.median(ways["Chromium"].seconds)
        for name, runs in ways.items():
            middle = statistics.median(runs.seconds)
            each = " ".join(f"{one:.1f}" for one in runs.seconds)
            memory = f"{statistics.median(runs.most_mb):.0f}"
            row = [str(runs.pages), name, f"{middle:.1f}", each, f"{middle / base:.2f}", memory, f"{runs.size // 1000}"]
            print("| " + " | ".join(row) + " |", flush=True)


def _compared(dossier: Dossier, pairs: int, chromium: str) -> dict[str, Runs]:
    edited = [
        replace(
            dossier, texts=tuple(replace(text, body="Autre.") if text.key == key else text for text in dossier.texts)
        )
        for key in CHANGED
    ]
    ways = {name: Runs() for name in WAYS}
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        templates = Path(folder) / "templates"
        templates.mkdir()
        for turn in range(pairs):
            _time(ways["Chromium"], lambda: _chromium(dossier, Path(folder), chromium))
            _time(ways["press, asked at once"], lambda: _press(dossier))
            _time(ways["press, first of a server"], lambda: _press(dossier), partial(begin, _new(folder, turn)))
            shelf = Path(folder) / f"shelf{turn}"
            shelf.mkdir()
            _press(dossier, templates=templates)(None, shelf)  # the chapters, and the templates, that later ones find
            _time(ways["press, begun anew"], lambda: _press(dossier, templates=templates))
            for way, one in zip(WAYS[-2:], edited, strict=True):
                _time(ways[way], partial(_press, one, shelf), partial(begin, templates))
    return ways


def _new(folder: str, turn: int) -> Path:
    """A folder without templates, as a server begins with."""
    made = Path(folder) / f"templates{turn}"
    made.mkdir()
    return made


Making = Callable[[Pair | None, Path | None], bytes]


def _time(runs: Runs, prepared: Callable[[], Making], waiting: Callable[[], Pair] | None = None) -> None:
    making, pair = prepared(), waiting() if waiting else None
    if pair:
        _until_idle(pair.writes.pid)
        _until_idle(pair.draws.pid)
    done, seen = threading.Event(), [0.0]
    watcher = threading.Thread(target=_watch, args=(done, seen))
    watcher.start()
    begun = time.perf_counter()
    made = making(pair, None)
    runs.seconds.append(time.perf_counter() - begun)
    done.set()
    watcher.join()
    runs.most_mb.append(seen[0])
    runs.size, runs.pages = len(made), len(opened(made).pages)


def _press(dossier: Dossier, shelf: Path | None = None, templates: Path | None = None) -> Making:
    order = dossier_order(dossier, "fr", MADE_AT, "research").written()

    def making(pair: Pair | None, chapters: Path | None) -> bytes:
        made = make(order, lambda done, total: None, 600, chapters=chapters or shelf, templates=templates, ready=pair)
        assert isinstance(made, Made), made
        return made.pdf

    return making


def _chromium(dossier: Dossier, folder: Path, path: str) -> Making:
    page, paper, profile = folder / "page.html", folder / "page.pdf", folder / "profile"
    page.write_text(twin(dossier_html(dossier, "fr", MADE_AT, "research")))
    shutil.rmtree(profile, ignore_errors=True)
    command = [
        path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--generate-pdf-document-outline", "--no-pdf-header-footer", f"--user-data-dir={profile}",
        f"--print-to-pdf={paper}", page.as_uri(),
    ]  # fmt: skip

    def making(pair: Pair | None, chapters: Path | None) -> bytes:
        subprocess.run(command, check=True, capture_output=True)
        return paper.read_bytes()

    return making


def _watch(done: threading.Event, seen: list[float]) -> None:
    while not done.wait(0.2):
        seen[0] = max(seen[0], sum(map(_proportional_mb, _below(os.getpid()))))


def _below(pid: int) -> Iterator[int]:
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents.setdefault(int(stat.read_text().rpartition(")")[2].split()[1]), []).append(int(stat.parent.name))
        except OSError:
            continue
    open_ = list(parents.get(pid, []))
    while open_:
        yield (one := open_.pop())
        open_ += parents.get(one, [])


def _proportional_mb(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


def _until_idle(pid: int) -> None:
    """Wait until a process has begun: it has not worked for a while."""
    worked, since = -1, time.monotonic()
    while time.monotonic() - since < READY:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        if (now := int(fields[11]) + int(fields[12])) != worked:
            worked, since = now, time.monotonic()
        time.sleep(0.1)


def _sized(*held: Session) -> Dossier:
    told = (everyone_agrees(replace(session, id=f"held{number}")) for number, session in enumerate(held))
    return around(tuple(map(outcome, told)))


SIZES: dict[str, Callable[[], Dossier]] = {
    "12": lambda: _sized(codeveloppement()),
    "58": lambda: _sized(one_two_four_all(60, each=11, refusing=()), public_goods(), codeveloppement()),
    "230": lambda: _sized(one_two_four_all(200, each=20, refusing=()), public_goods(), codeveloppement()),
}


def _read(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.documents", description=__doc__)
    parser.add_argument("sizes", nargs="*", choices=[*SIZES, []], help="about how many pages: 12, 58, 230")
    parser.add_argument("--pairs", type=int, default=3, help="how often everything is run in turn")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
