"""A PDF of a sixty-person session is made while phones are served: what does it take, what do the phones notice?

`python -m benchmarks.paper`: the same room without and with a PDF, whose process stays on the server's own core: the
worst case, on purpose.
"""

import asyncio
import os
import sys
import tempfile
import time
from argparse import Namespace
from pathlib import Path

from benchmarks.live import Run as Figures
from benchmarks.live import enter, ms, post, start_on
from benchmarks.machine import cores
from tests.realtime.conftest import Server, a_session

PHONES, RATE, SECONDS = 60, 5.0, 20.0
STORY = "paper"


def main() -> None:
    """Run and print."""
    server_core, phones_core = cores()
    os.sched_setaffinity(0, {phones_core})
    rows = [asyncio.run(_run(with_paper, server_core)) for with_paper in (False, True, False, True)]
    print(f"\n{PHONES} phones, {RATE:g} posts/s for {SECONDS:g} s; PDF of a session of 60 people and 240 cards\n")
    for row in (
        ["PDF", "ack p50 ms", "ack p95 ms", "ack max ms", "screen p95 ms", "PDF ready after s", "PDF kB"],
        ["---"] * 7,
        *rows,
    ):
        print("| " + " | ".join(row) + " |")


async def _run(with_paper: bool, core: int) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        server = start_on(Path(folder), "direct", core)
        try:
            return await _measure(server, with_paper)
        finally:
            server.stop()


async def _measure(server: Server, with_paper: bool) -> list[str]:
    await asyncio.to_thread(_a_story, server)
    await asyncio.to_thread(a_session, server, "bench", PHONES, "all")
    figures, due = Figures("direct"), dict[int, float]()

    def seen(numbers: list[int]) -> None:
        now = time.perf_counter()
        figures.screens.extend(now - due[number] for number in numbers if number in due)

    phones = [await enter(server, number, seen) for number in range(1, PHONES + 1)]
    printing = asyncio.create_task(_print(server)) if with_paper else None
    await post(figures, phones, due, Namespace(rate=RATE, seconds=SECONDS))
    seconds, size = await printing if printing else (0.0, 0)
    for phone in phones:
        phone.close()
    print(f"ack p95 {ms(figures.acks, 95)} ms, PDF {seconds:.1f} s", file=sys.stderr)
    most = f"{max(figures.acks) * 1000:.0f}"
    paper = [f"{seconds:.1f}", f"{size / 1000:.0f}"] if with_paper else ["-", "-"]
    times = [ms(figures.acks, 50), ms(figures.acks, 95), most, ms(figures.screens, 95)]
    return ["yes" if with_paper else "no", *times, *paper]


def _a_story(server: Server) -> None:
    a_session(server, STORY, 60, "all")
    for number in range(240):
        words = (
            f"Idée {number} : se parler plus tôt, écrire moins, écouter davantage, et décider ensemble de la suite. "
            * 2
        )
        server.submit("participant", f"p{number % 60 + 1}", "PostCard", STORY, step="all", board="ideas", text=words)
    server.facilitate("CloseSession", STORY)


async def _print(server: Server) -> tuple[float, int]:
    await asyncio.sleep(3)
    begun = time.perf_counter()
    job = (await asyncio.to_thread(server.post, f"/back/paper/{STORY}"))["job"]
    while True:
        answer = await asyncio.to_thread(server.post, f"/back/paper/{job}", None, "GET")
        if answer["state"] in ("done", "failed", "unknown"):
            assert answer["state"] == "done", answer
            return time.perf_counter() - begun, answer["bytes"]
        await asyncio.sleep(0.1)


if __name__ == "__main__":
    main()
