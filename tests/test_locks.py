"""Locks for greenlets of the server's loop and for its native threads alike: nobody who waits is forgotten."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable

import pytest

from facilitation.locks import Lock, RLock

SHARED = """
from gevent import monkey
monkey.patch_all()
from facilitation.locks import share_locks
share_locks()
import logging, sys, threading
import gevent, jinja2
from gevent.threadpool import ThreadPool

sys.setswitchinterval(0.00002)
lock, again, beside = threading.Lock(), threading.RLock(), ThreadPool(2)
pages = jinja2.Environment(loader=jinja2.DictLoader({str(number): "x" for number in range(30)}))
done = []

def work(number):
    with lock:
        sum(range(20))
    with again, again:
        pages.get_template(str(number % 30))
    logging.getLogger(f"name {number}").info("nothing")

def here():
    for number in range(600):
        work(number)
        if number % 20 == 0:
            gevent.sleep(0)
    done.append("here")

def elsewhere():
    for _ in range(6):
        beside.apply(lambda: [work(number) for number in range(200)])
    done.append("elsewhere")

gevent.joinall([gevent.spawn(here) for _ in range(5)] + [gevent.spawn(elsewhere) for _ in range(4)], timeout=180)
print(done.count("here"), done.count("elsewhere"), flush=True)
import os
os._exit(0)
"""


def test_greenlets_and_native_threads_wait_for_each_other() -> None:
    said = subprocess.run([sys.executable, "-W", "error", "-c", SHARED], capture_output=True, text=True, timeout=300)
    assert said.stdout.split() == ["5", "4"], said.stderr


@pytest.fixture(params=[Lock, RLock])
def lock(request: pytest.FixtureRequest) -> Lock | RLock:
    made: Lock | RLock = request.param()
    return made


def elsewhere(work: Callable[[], object]) -> list[object]:
    """What `work` gives in another thread."""
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    thread.join(30)
    return found


def test_one_holds_it_and_others_wait_or_do_not(lock: Lock | RLock) -> None:
    with lock:
        assert elsewhere(lambda: lock.acquire(blocking=False)) == [False]
        assert elsewhere(lambda: lock.acquire(timeout=0.01)) == [False]
    assert elsewhere(lambda: lock.acquire(timeout=5)) == [True]


def test_what_nobody_holds_is_not_given_back(lock: Lock | RLock) -> None:
    with pytest.raises(RuntimeError):
        lock.release()


def test_one_that_may_be_taken_again_is_held_until_it_is_given_back_as_often() -> None:
    lock = RLock()
    with lock:
        with lock:
            pass
        assert elsewhere(lambda: lock.acquire(blocking=False)) == [False]
    assert elsewhere(lambda: lock.acquire(blocking=False)) == [True]


@pytest.mark.parametrize("kind", [Lock, RLock])
def test_a_condition_works_with_it(kind: Callable[[], threading.Lock]) -> None:
    told, heard = threading.Condition(kind()), list[str]()

    def wait() -> None:
        with told:
            told.wait_for(lambda: heard, timeout=30)
            heard.append("heard")

    waiting = threading.Thread(target=wait)
    waiting.start()
    deadline = time.monotonic() + 240
    while not told._waiters and time.monotonic() < deadline:  # type: ignore[attr-defined]
        time.sleep(0.001)
    with told:
        heard.append("told")
        told.notify()
    waiting.join(30)
    assert heard == ["told", "heard"]
