"""A participant who never gives up: posts, is cut off, comes back, sends again, and writes down what it was told."""

import json
import random
import socket
import threading
import time
from collections.abc import Callable

from tests.chaos.checker import Told


class Client(threading.Thread):
    """Sends `words` in order, each until it is answered. Empty words take back the last post that stands."""

    def __init__(self, who: str, words: list[str], address: str, acked: Callable[[], None]) -> None:
        super().__init__(name=who)
        self.history: list[Told] = []
        self._who, self._words, self._address, self._acked = who, words, address, acked
        self._link: socket.socket | None = None

    def run(self) -> None:
        """Until everything was answered."""
        number = 1
        for words in self._words:
            answered = False
            while not answered:
                id = f"{self._who}-{number}-{hash(words)}"
                heard = self._ask({"who": self._who, "n": number, "id": id, "words": words})
                self._write_down(number, id, words, heard)
                number = heard.get("expect", number)
                answered = "saved" in heard or "refused" in heard
            number += 1
            self._acked()
            time.sleep(random.uniform(0, 0.01))
        self._hang_up()

    def _write_down(self, number: int, id: str, words: str, heard: dict[str, int]) -> None:
        names = {"saved": "saved", "refused": "refused", "expect": "expected"}
        what = next((names[key] for key in heard), "nothing")
        self.history.append(Told(self._who, number, id, words, what, heard.get("saved", 0)))  # type: ignore[arg-type]

    def _ask(self, line: dict[str, object]) -> dict[str, int]:
        """The answer; empty where none came, because the server died or is not up yet."""
        try:
            if self._link is None:
                self._link = socket.socket(socket.AF_UNIX)
                self._link.settimeout(30)
                self._link.connect(self._address)
            self._link.sendall(json.dumps(line).encode() + b"\n")
            with self._link.makefile() as lines:
                answer: dict[str, int] = json.loads(lines.readline() or "{}")
        except OSError:
            answer = {}
        if not answer:
            self._hang_up()
            time.sleep(0.02)
        return answer

    def _hang_up(self) -> None:
        if self._link is not None:
            self._link.close()
            self._link = None
