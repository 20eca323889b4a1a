"""The wheel, built from a bare copy of the tree and installed elsewhere, holds all that the app needs."""

import json
import os
import shutil
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import ROOT, files

pytestmark = pytest.mark.slow

UV = Path(sys.executable).parent / "uv"
WHERE = """
from facilitation import places
print(places.templates(), places.static(), places.workshop_formats(), places.translations(), sep="\\n")
"""


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints, with nothing of this work tree or its virtual environment in reach."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("VIRTUAL_ENV", "PYTHON"))}
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, from a copy that has neither built screens nor installed npm packages."""
    folder = tmp_path_factory.mktemp("source")
    for path in files():
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
    out = tmp_path_factory.mktemp("wheel")
    pinned = ["--build-constraints", ROOT / "requirements/build.txt", "--require-hashes"]
    run(UV, "build", "--wheel", "--quiet", *pinned, "--python", sys.executable, "--out-dir", out, cwd=folder)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of a fresh virtual environment where the wheel is installed."""
    folder = tmp_path_factory.mktemp("elsewhere") / "venv"
    run(sys.executable, "-m", "venv", folder, cwd=folder.parent)
    packages = ["--require-hashes", "-r", ROOT / "requirements/run.txt"]
    run(UV, "pip", "install", "--quiet", "--python", folder / "bin/python", *packages, cwd=folder.parent)
    run(folder / "bin/pip", "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=folder.parent)
    return folder / "bin"


@pytest.fixture
def address(elsewhere: Path, tmp_path: Path) -> Iterator[str]:
    """Where the installed app answers, started far from any work tree, with its data in a folder of its own."""
    command = [elsewhere / "facilitation", "serve", "--port", "0", "--database", f"sqlite:///{tmp_path / 'house.db'}"]
    process = subprocess.Popen(command, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        assert process.stdout
        said = process.stdout.readline()
        assert "http://" in said, said + process.stdout.read()
        yield "http://" + said.split("http://")[1].split("/")[0]
    finally:
        process.terminate()
        process.wait(120)
        process.stdout.close()


def test_every_place_is_inside_the_installed_package(elsewhere: Path) -> None:
    places = [Path(line) for line in run(elsewhere / "python", "-c", WHERE, cwd=Path("/")).splitlines()]
    templates, static, formats, translations = places
    assert all(place.is_relative_to(elsewhere.parent) for place in places), places
    assert len(list(templates.rglob("*.html"))) == len(list((ROOT / "templates").rglob("*.html"))) > 0
    assert {path.name: path.read_bytes() for path in formats.glob("*.yaml")} == {
        path.name: path.read_bytes() for path in (ROOT / "workshop_formats").glob("*.yaml")
    }
    assert list(translations.glob("fr/LC_MESSAGES/messages.po"))
    for entry in json.loads((static / "dist/manifest.json").read_text("utf-8")).values():
        built = [name for name in [entry["js"], *entry["css"]] if name]
        assert built
        assert all((static / "dist" / name).is_file() for name in built)


def test_the_wheel_carries_its_licence_and_no_source_of_the_screens(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if "node_modules" in name or "static/src" in name or name.startswith("tests")]


def test_the_commands_answer(elsewhere: Path) -> None:
    said = run(elsewhere / "facilitation", "--help", cwd=Path("/"))
    assert {"serve", "check", "rehearse", "export", "verify"} <= set(said.split())


def test_the_formats_that_ship_are_without_fault(elsewhere: Path) -> None:
    formats = run(elsewhere / "python", "-c", WHERE, cwd=Path("/")).splitlines()[2]
    run(elsewhere / "facilitation", "check", formats, cwd=Path("/"))


def test_the_installed_app_serves_its_pages_and_its_screens(elsewhere: Path, address: str) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(f"{address}/health", timeout=180) as answer:
        assert json.load(answer)["ok"] is True
    static = Path(run(elsewhere / "python", "-c", WHERE, cwd=Path("/")).splitlines()[1])
    script = json.loads((static / "dist/manifest.json").read_text("utf-8"))["phone"]["js"]
    with direct.open(f"{address}/static/dist/{script}", timeout=180) as answer:
        assert answer.status == 200
