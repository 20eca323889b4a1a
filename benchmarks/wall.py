"""How hard the projector's page works while five hundred cards arrive: its CPU seconds, and its slowest moment.

Run as `.venv/bin/python -m benchmarks.wall [cards] [batches]`. The server is the stand-in of `tests/client`; cards come
as patches, as the hall sends them.
"""

import random
import sys
from typing import Any

from playwright.sync_api import CDPSession, sync_playwright

from tests.client.sample import ALL, WALL, wall
from tests.client.stand_in import StandIn, opened

WATCH = """() => { window.longest = 0; let last = performance.now();
  const step = () => {
    const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now;
    requestAnimationFrame(step)
  };
  requestAnimationFrame(step) }"""
ODD = ["😀 d'accord 👩🏽‍🚀", "نحن نتعاون معا منذ البداية", "Un mot.", "Une phrase assez longue. " * 80]


def seconds_worked(client: CDPSession) -> dict[str, float]:
    """What the page has cost so far: scripts, style and layout, all tasks."""
    found = {one["name"]: one["value"] for one in client.send("Performance.getMetrics")["metrics"]}
    return {name: found[name] for name in ("TaskDuration", "ScriptDuration", "LayoutDuration", "RecalcStyleDuration")}


def main(count: int = 500, batches: int = 250) -> None:
    """Fill the wall, and say what it took."""
    chance = random.Random(7)
    texts = [chance.choice(ODD) if chance.random() < 0.04 else chance.choice(WALL) for _ in range(count)]
    documents: dict[str, dict[str, Any]] = wall({"stage": ALL, "boards": {"ideas": {"cards": {}}}})
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        server = StandIn("screen", documents)
        with opened(browser, server, 1920, 1080) as page:
            page.wait_for_timeout(500)
            page.clock.resume()
            page.evaluate(WATCH)
            client = page.context.new_cdp_session(page)
            client.send("Performance.enable")
            before = seconds_worked(client)
            each = count // batches
            for batch in range(batches):
                new = {f"c{n + 1}": {"text": texts[n]} for n in range(batch * each, (batch + 1) * each)}
                server.change("everyone", {"boards": {"ideas": {"cards": new}}})
                page.wait_for_timeout(20)
            page.wait_for_timeout(1000)
            after = seconds_worked(client)
            worked = {name: round(after[name] - before[name], 2) for name in after}
            print(
                f"{count} cards in {batches} patches: {worked}, slowest frame {page.evaluate('window.longest'):.0f} ms"
            )
            print(page.locator(".wall-pager").inner_text())
        browser.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
