"""The press: a confined process, one document at a time, kept by content."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from errno import ENOSPC
from pathlib import Path

import pytest

from facilitation.documentation import DocumentPress, PressFailed, Progress, session_record_pdf
from facilitation.documentation.paper import render
from facilitation.documentation.press import worker
from facilitation.documentation.press.orders import order_for, read_order
from facilitation.documentation.press.reasons import REASONS
from facilitation.projections.outcome import Outcome, outcome
from facilitation.typesetting.confinement import watch
from facilitation.typesetting.steps import STEPS
from tests.documentation.sample import STARTED, one_two_four_all

MIDNIGHT = STARTED - STARTED % 86_400_000


@pytest.fixture(scope="module")
def told() -> Outcome:
    """What a small session brought."""
    return outcome(one_two_four_all(count=3))


def _finished(press: DocumentPress, job: str) -> Progress:
    for _ in range(6000):
        found = press.progress(job)
        if found is not None and found.state in ("done", "failed", "cancelled"):
            return found
        time.sleep(0.05)
    raise AssertionError("the press never finished")


def test_makes_the_same_bytes_as_in_this_process(told: Outcome, tmp_path: Path) -> None:
    press = DocumentPress(tmp_path)
    job = press.start(told, "fr", STARTED)
    assert press.result(job) is None or press.progress(job) == Progress("done", STEPS, STEPS)
    assert _finished(press, job) == Progress("done", STEPS, STEPS)
    assert press.result(job) == render(told, "fr", MIDNIGHT)


def test_the_same_document_is_made_once(told: Outcome, tmp_path: Path) -> None:
    press = DocumentPress(tmp_path)
    job = press.start(told, "fr", STARTED)
    _finished(press, job)
    again = DocumentPress(tmp_path)
    assert again.start(told, "fr", STARTED + 1000) == job
    assert again.progress(job) == Progress("done", STEPS, STEPS)
    assert again.result(job) == press.result(job)


def test_a_newer_state_of_the_session_drops_the_older_documents(told: Outcome, tmp_path: Path) -> None:
    press = DocumentPress(tmp_path)
    job = press.start(told, "fr", STARTED)
    _finished(press, job)
    newer = replace(told, identity=replace(told.identity, seq=told.identity.seq + 1))
    later = press.start(newer, "fr", STARTED)
    assert later != job
    assert press.result(job) is None
    assert _finished(press, later).state == "done"


def test_forgetting_a_session_throws_its_documents_away(told: Outcome, tmp_path: Path) -> None:
    press = DocumentPress(tmp_path)
    job = press.start(told, "fr", STARTED)
    _finished(press, job)
    press.forget(told.identity.session)
    assert press.result(job) is None
    assert press.progress(job) is None
    assert list(tmp_path.rglob("*.pdf")) == []


def test_a_document_being_made_while_its_words_are_withdrawn_is_not_kept(told: Outcome, tmp_path: Path) -> None:
    press = DocumentPress(tmp_path)
    job = press.start(told, "fr", STARTED)
    press.forget(told.identity.session)
    found = _finished(press, job)
    assert found.state == "failed"
    assert found.message is not None
    assert "changé" in found.message.fr
    assert list(tmp_path.rglob("*.pdf")) == []


def test_what_was_gathered_before_words_were_withdrawn_is_never_printed(told: Outcome, tmp_path: Path) -> None:
    press, seq = DocumentPress(tmp_path), told.identity.seq
    press.forget(told.identity.session, seq + 1)
    found = _finished(press, press.start(told, "fr", STARTED))
    assert found.state == "failed"
    assert found.message is not None
    assert "changé" in found.message.fr
    newer = replace(told, identity=replace(told.identity, seq=seq + 1))
    assert _finished(press, press.start(newer, "fr", STARTED)).state == "done"


def test_an_order_is_written_down_where_the_server_says(told: Outcome, tmp_path: Path) -> None:
    elsewhere: list[str] = []

    def run(work: Callable[[], None]) -> None:
        elsewhere.append("written")
        work()

    press = DocumentPress(tmp_path, run=run)
    assert _finished(press, press.start(told, "fr", STARTED)).state == "done"
    assert elsewhere == ["written"]


def test_an_unknown_job_is_nothing(tmp_path: Path) -> None:
    press = DocumentPress(tmp_path)
    assert press.progress("../../etc/passwd") is None
    assert press.result("../../etc/passwd") is None


def test_one_at_a_time_the_others_wait(told: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A stand-in process that never ends until it is told to: the real one is too quick to be seen waiting.
    gate = tmp_path / "gate"
    script = (
        f"import os,sys,time\nsys.stdin.read()\nwhile not os.path.exists({str(gate)!r}): time.sleep(0.01)\nprint('x')"
    )
    monkeypatch.setattr(worker, "COMMAND", (worker.COMMAND[0], "-c", script))
    press = DocumentPress(tmp_path / "kept")
    jobs = [press.start(told, "fr", STARTED + n * 86_400_000) for n in range(12)]
    states = [found.state for job in jobs if (found := press.progress(job))]
    assert states.count("running") <= 1
    assert states.count("failed") >= 2
    gate.touch()
    assert {_finished(press, job).state for job in jobs} == {"failed"}


SLOW = """
import json, os, sys, time
print(json.dumps({"done": 1, "total": 8}), flush=True)
open(sys.argv[1], "w").write(str(os.getpid()))
time.sleep(600)
"""


def test_calling_a_document_off_ends_its_process_and_keeps_nothing(
    told: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marker, folder = tmp_path / "pid", tmp_path / "kept"
    folder.mkdir()
    press = DocumentPress(folder)
    with monkeypatch.context() as patched:
        patched.setattr(worker, "COMMAND", (worker.COMMAND[0], "-c", SLOW, str(marker)))
        job, behind = press.start(told, "fr", STARTED), press.start(told, "en", STARTED)
        for _ in range(1200):
            if marker.is_file() and marker.read_text():
                break
            time.sleep(0.05)
        assert press.progress(behind) == Progress("waiting")
        press.cancel(behind)
        found_behind = press.progress(behind)
        assert found_behind is not None
        assert found_behind.state == "cancelled"
    press.cancel(job)
    found = _finished(press, job)
    assert found.state == "cancelled"
    assert found.message is not None
    assert "Annulé" in found.message.fr
    with pytest.raises(ProcessLookupError):
        os.kill(int(marker.read_text()), 0)
    assert press.result(job) is None
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    assert press.start(told, "fr", STARTED) == job
    assert _finished(press, job).state == "done"
    press.cancel(job)
    assert press.result(job) is not None, "what is done stays"
    assert press.progress(behind) == found_behind, "what was called off in the line was not made later"


def test_says_what_is_missing_without_pango(told: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = (
        "import sys, runpy\n"
        "class Gone:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] == 'weasyprint': raise OSError('cannot load library')\n"
        "sys.meta_path.insert(0, Gone())\n"
        "runpy.run_module('facilitation.typesetting', run_name='__main__')\n"
    )
    monkeypatch.setattr(worker, "COMMAND", (worker.COMMAND[0], "-c", broken))
    press = DocumentPress(tmp_path)
    found = _finished(press, press.start(told, "fr", STARTED))
    assert found.state == "failed"
    assert found.message is not None
    assert "libpango" in found.message.fr
    with pytest.raises(PressFailed, match="Pango"):
        session_record_pdf(told, "en", STARTED)


def test_a_document_that_takes_too_long_is_given_up(
    told: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "COMMAND", (worker.COMMAND[0], "-c", "import time; time.sleep(600)"))
    press = DocumentPress(tmp_path, patience=0.2)
    found = _finished(press, press.start(told, "fr", STARTED))
    assert found.message is not None
    assert "temps" in found.message.fr


def test_a_full_disk_is_said_leaves_nothing_half_and_loses_nothing(
    told: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = DocumentPress(tmp_path)
    before = press.start(told, "en", STARTED)
    assert _finished(press, before).state == "done"
    assert list((tmp_path / "templates").iterdir()), "compiled once for all that follow"
    whole = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        whole(path, data[:1000])
        raise OSError(ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        job = press.start(told, "fr", STARTED)
        found = _finished(press, job)
    assert found.state == "failed"
    assert found.message == REASONS["disk"]
    files = [file for file in tmp_path.rglob("*") if file.is_file() and file.parent.name != "templates"]
    assert [file.suffix for file in files] == [".pdf"]
    assert press.result(before) is not None
    assert press.start(told, "fr", STARTED) == job
    assert _finished(press, job).state == "done"


def test_a_process_that_dies_is_a_failure_and_the_next_one_works(
    told: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = DocumentPress(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(worker, "COMMAND", (worker.COMMAND[0], "-c", "raise SystemExit(3)"))
        job = press.start(told, "fr", STARTED)
        assert _finished(press, job).state == "failed"
    assert press.start(told, "fr", STARTED) == job
    assert _finished(press, job).state == "done"


def test_orders_survive_the_pipe(told: Outcome) -> None:
    order = order_for(told, "en", STARTED, None)
    assert read_order(order.written()) == order
    assert order.made_at == MIDNIGHT


@pytest.mark.parametrize(
    ("event", "about"),
    [
        ("socket.connect", (None, ("127.0.0.1", 80))),
        ("socket.getaddrinfo", ("example.org", 80)),
        ("socket.__new__", ()),
        ("subprocess.Popen", ("ls",)),
        ("os.system", (b"ls",)),
        ("os.exec", ()),
        ("urllib.Request", ("http://example.org",)),
        ("open", ("/etc/passwd", "r", 0)),
        ("open", (b"/root/.ssh/id", "r", 0)),
        ("open", ("/readable/../etc/passwd", "r", 0)),
        ("open", ("/readable/new", "w", 0o1101)),
    ],
)
def test_the_process_may_not(event: str, about: tuple[object, ...]) -> None:
    with pytest.raises(PermissionError):
        watch(("/readable",))(event, about)


def test_the_process_may_read_what_is_its_own() -> None:
    guard = watch(("/readable",))
    guard("open", ("/readable/template.html", "r", 0))
    guard("open", (3, "r", 0))
    guard("import", ("json", None, None, None, None))


def test_the_confined_process_really_refuses_the_network(told: Outcome, monkeypatch: pytest.MonkeyPatch) -> None:
    probe = (
        "import json, socket, sys\n"
        "from facilitation.typesetting.confinement import confine\n"
        "confine()\n"
        "sys.stdin.read()\n"
        "acts = [lambda: socket.create_connection(('127.0.0.1', 9)), lambda: open('/etc/passwd')]\n"
        "acts.append(lambda: bytearray(3 << 30))\n"
        "found = []\n"
        "for act in acts:\n"
        "    try:\n"
        "        act()\n"
        "        found.append('allowed')\n"
        "    except (PermissionError, MemoryError) as refusal:\n"
        "        found.append(type(refusal).__name__)\n"
        "print(json.dumps({'failed': ','.join(found)}))\n"
    )
    monkeypatch.setattr(worker, "COMMAND", (worker.COMMAND[0], "-c", probe))
    made = worker.make(b"{}", lambda done, total: None)
    assert made == worker.NotMade("PermissionError,PermissionError,MemoryError")


def test_what_nobody_foresaw_is_a_failure_and_can_be_asked_again(
    told: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = DocumentPress(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(worker, "COMMAND", (worker.COMMAND[0], "-c", "print('{}', flush=True)"))
        job = press.start(told, "fr", STARTED)
        found = _finished(press, job)
    assert found.state == "failed"
    assert found.message is not None
    assert "journal" in found.message.fr
    assert press.start(told, "fr", STARTED) == job
    assert _finished(press, job).state == "done"


def test_the_process_of_the_press_ends_with_the_server(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    child = f"import os,sys,time; sys.stdin.read(); open({str(mark)!r}, 'w').write(str(os.getpid())); time.sleep(300)"
    server = (
        "import os, sys, time\nfrom pathlib import Path\n"
        "from facilitation.documentation import DocumentPress\n"
        "from facilitation.documentation.press import worker\n"
        "from facilitation.projections.outcome import outcome\n"
        "from tests.documentation.sample import STARTED, one_two_four_all\n"
        f"worker.COMMAND = (sys.executable, '-c', {child!r})\n"
        "press = DocumentPress()\n"
        "press.start(outcome(one_two_four_all(count=3)), 'fr', STARTED)\n"
        f"mark = Path({str(mark)!r})\n"
        "while not (mark.exists() and mark.read_text()): time.sleep(0.02)\n"
    )
    subprocess.run([sys.executable, "-c", server], check=True, timeout=300)
    process = int(mark.read_text())
    for _ in range(100):
        if not _runs(process):
            break
        time.sleep(0.05)
    else:
        os.kill(process, signal.SIGKILL)
        raise AssertionError("it was left running")


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_chapters_on_the_shelf_go_when_words_are_withdrawn(told: Outcome, tmp_path: Path) -> None:
    # Long enough to be drawn in chapters.
    long = outcome(one_two_four_all(count=12, each=2))
    press = DocumentPress(tmp_path)
    assert _finished(press, press.start(long, "fr", STARTED)).state == "done"
    other = _finished(press, press.start(replace(told, identity=replace(told.identity, session="s9")), "fr", STARTED))
    assert other.state == "done"
    chapters = [path for path in tmp_path.rglob("*") if path.is_file() and path.parent.name.endswith("-chapters")]
    assert len(chapters) > 1
    press.forget(long.identity.session, long.identity.seq + 1)
    assert not any(path.exists() for path in chapters)
    assert len(list(tmp_path.rglob("*.pdf"))) == 1, "another session's document stays"
