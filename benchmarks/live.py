"""Three hundred phones, twenty posts a second, durable commits: how long, how much memory, how much work.

`python -m benchmarks.live [--phones 300] [--rate 20] [--seconds 12] [--pairs 2]`
"""

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.machine import busy_seconds, cores, cpu_seconds, resident_kb
from benchmarks.phones import Phone, a_phone
from tests.realtime.conftest import Server, a_session

SESSION = "bench"
WARM_UP = 2.0
LAST_WORDS = 3.0
"""Seconds after the last post in which a delivery still counts; one that has not come by then never will."""


@dataclass
class Run:
    """What one run gave. Latencies in seconds, from the moment a post was due."""

    path: str
    cores: tuple[int, int] = (0, 1)
    acks: list[float] = field(default_factory=list)
    screens: list[float] = field(default_factory=list)
    expected: int = 0
    kb_per_connection: float = 0.0
    cpu: float = 0.0
    seconds: float = 0.0
    generator: float = 0.0
    others: tuple[float, float] = (0.0, 0.0)
    connect: float = 0.0

    @property
    def row(self) -> list[str]:
        """One line of the table."""
        delivered = len(self.screens) / self.expected if self.expected else 0
        return [
            self.path,
            ms(self.acks, 50),
            ms(self.acks, 95),
            ms(self.screens, 50),
            ms(self.screens, 95),
            f"{delivered:.1%}",
            f"{self.kb_per_connection:.0f}",
            f"{self.cpu / self.seconds:.0%}",
            f"{self.cpu / max(1, len(self.screens)) * 1e6:.0f}",
            f"{self.generator / self.seconds:.0%}",
            f"{self.others[0]:.0%} / {self.others[1]:.0%}",
        ]


HEAD = [
    "path", "ack p50 ms", "ack p95 ms", "screen p50 ms", "screen p95 ms", "delivered", "KB/conn", "server CPU",
    "µs/delivery", "generator CPU", "other load (server core / phones core)",
]  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    """Run and print."""
    asked = _read(arguments)
    both = cores()
    os.sched_setaffinity(0, {both[1]})
    runs = [asyncio.run(_run(path, asked, both)) for _ in range(asked.pairs) for path in asked.paths]
    print(f"\n{asked.phones} phones, {asked.rate:g} posts/s for {asked.seconds:g} s, SQLite synchronous=FULL\n")
    for row in (HEAD, ["---"] * len(HEAD), *(run.row for run in runs)):
        print("| " + " | ".join(row) + " |")


async def _run(path: str, asked: argparse.Namespace, both: tuple[int, int]) -> Run:
    run = Run(path, both)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=asked.folder) as folder:
        server = start_on(Path(folder), path, both[0])
        try:
            await asyncio.to_thread(a_session, server, SESSION, asked.phones, "all")
            await _measure(run, server, asked)
        finally:
            server.stop()
    print(f"{path}: ack p95 {ms(run.acks, 95)} ms, screen p95 {ms(run.screens, 95)} ms", file=sys.stderr)
    return run


async def _measure(run: Run, server: Server, asked: argparse.Namespace) -> None:
    pid, due = server.process.pid, {}

    def seen(numbers: list[int]) -> None:
        now = time.perf_counter()
        run.screens.extend(now - due[number] for number in numbers if number in due)

    before, begun = resident_kb(pid), time.perf_counter()
    phones = [await enter(server, number, seen) for number in range(1, asked.phones + 1)]
    run.connect = time.perf_counter() - begun
    await asyncio.sleep(WARM_UP)
    run.kb_per_connection = (resident_kb(pid) - before) / len(phones)
    marks = time.perf_counter(), cpu_seconds(pid), time.process_time(), busy_seconds()
    await post(run, phones, due, asked)
    run.expected = len(due) * len(phones)
    await asyncio.sleep(LAST_WORDS)
    run.seconds = time.perf_counter() - marks[0]
    run.cpu, run.generator = cpu_seconds(pid) - marks[1], time.process_time() - marks[2]
    run.others = _others(run, marks[3])
    assert not any(phone.lost for phone in phones), "a phone was cut off"
    for phone in phones:
        phone.close()


async def enter(server: Server, number: int, seen: object) -> Phone:
    ticket = await asyncio.to_thread(server.ticket, "participant", f"p{number}", SESSION)
    phone = await a_phone("127.0.0.1", server.port, seen)  # type: ignore[arg-type]
    answer = await phone.ask("hello", {"ticket": ticket})
    assert answer["ok"], answer
    return phone


async def post(run: Run, phones: list[Phone], due: dict[int, float], asked: argparse.Namespace) -> None:
    numbers = [0] * len(phones)
    begun, tasks = time.perf_counter(), []

    async def one(post: int, moment: float) -> None:
        turn = post % len(phones)
        numbers[turn] += 1
        text = f"une idée de deux cents signes environ #{post}# " + "comme on en écrit sur un téléphone, " * 4
        command = {"kind": "PostCard", "step": "all", "board": "ideas", "text": text}
        answer = await phones[turn].ask("do", {"n": numbers[turn], "id": f"b{post}", "do": command})
        run.acks.append(time.perf_counter() - moment)
        assert "saved" in answer, answer

    for post in range(int(asked.rate * asked.seconds)):
        moment = begun + post / asked.rate
        await asyncio.sleep(max(0.0, moment - time.perf_counter()))
        due[post] = moment
        tasks.append(asyncio.create_task(one(post, moment)))
    await asyncio.gather(*tasks)


def start_on(folder: Path, path: str, core: int) -> Server:
    command = [sys.executable, "-m", "tests.realtime.launch", f"sqlite:///{folder}/bench.db", "0", path]
    errors = folder / "errors.txt"
    with errors.open("w") as stream:
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=stream,
            text=True,
            preexec_fn=lambda: os.sched_setaffinity(0, {core}),
        )
    assert process.stdout
    return Server(process, int(process.stdout.readline()), errors)


def _others(run: Run, before: dict[int, float]) -> tuple[float, float]:
    after = busy_seconds()
    here, there = ((after[core] - before[core]) / run.seconds for core in run.cores)
    return max(0.0, here - run.cpu / run.seconds), max(0.0, there - run.generator / run.seconds)


def ms(values: list[float], percent: int) -> str:
    if len(values) < 2:
        return "-"
    return f"{statistics.quantiles(values, n=100, method='inclusive')[percent - 1] * 1000:.0f}"


def _read(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.live", description=__doc__)
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument("--rate", type=float, default=20.0, help="posts per second in the whole room")
    parser.add_argument("--seconds", type=float, default=12.0)
    parser.add_argument("--pairs", type=int, default=2, help="how often the paths are run in turn")
    parser.add_argument("--paths", nargs="+", default=["direct", "stock"], choices=["direct", "stock"])
    parser.add_argument("--folder", default=None, help="where the databases are written (a real disk, not memory)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
