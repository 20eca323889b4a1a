"""The habits of the house that a machine can see. Each says in its name what a change must keep true.

Style, types and the arrows between the rooms are checked by `./test` itself, before any of these.
"""

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from facilitation.formats import read_format
from tests.house import ROOT, files, lines, modules, rooms, texts
from tests.longest import LONGEST

EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "base", "common", "misc", "core"}
PURE = ("facilitation/domain/", "facilitation/projections/")
LOCKS = ("requirements/build.txt", "requirements/dev.txt", "requirements/run.txt")
RESERVED = re.compile(r"(^|\.)(example|test|invalid|localhost|example\.(org|com|net))$")
NAMESPACE = "www.w3.org"  # the name of a vocabulary, which no browser ever asks for
HEADINGS = ("## Question", "## Choice", "## Refused", "## What this costs us", "## When to look again")


def told(faults: list[str]) -> None:
    """Fail with one fault per line."""
    assert not faults, "\n" + "\n".join(faults)


def test_the_core_imports_the_standard_library_and_itself_alone() -> None:
    allowed = sys.stdlib_module_names | {"facilitation"}
    told(
        [
            f"{name} imports {root}"
            for name, tree in modules()
            if name.startswith(PURE)
            for root in roots(tree) - allowed
        ]
    )


def test_every_module_opens_with_a_sentence() -> None:
    told(
        [
            name
            for name, tree in modules()
            if "/migrations/versions/" not in name
            and not re.match(r"[A-ZÀ-Ý`].*[.:!?]$", (ast.get_docstring(tree) or "").partition("\n")[0])
        ]
    )


def test_every_room_has_a_notice_on_its_door() -> None:
    told([f"{room.name}/README.md" for room in rooms() if not (room / "README.md").is_file()])


def test_every_package_has_a_notice_that_names_its_files() -> None:
    """Whoever comes new reads there what lives where. Migrations are told by their own first sentences."""
    packages = {path.parent for path in files() if path.suffix == ".py" and ROOT / "facilitation" in path.parents}
    missing = []
    for package in sorted(packages - {ROOT / "facilitation", ROOT / "facilitation/migrations/versions"}):
        notice = package / "README.md"
        words = notice.read_text("utf-8") if notice.is_file() else ""
        named = {word for quoted in re.findall(r"`([^`]+)`", words) for word in re.findall(r"\w+", quoted)}
        missing += [f"{package.name}/{name}" for name in _files_of(package) if name not in named]
    told(missing)


def _files_of(package: Path) -> set[str]:
    modules_here = {path.stem for path in package.glob("*.py")} - {"__init__", "__main__"}
    return modules_here | {path.parent.name for path in package.glob("*/__init__.py")}


def test_the_drawing_of_the_rooms_names_them_all() -> None:
    drawing = (ROOT / "facilitation/README.md").read_text("utf-8")
    told([room.name for room in rooms() if f"`{room.name}/`" not in drawing])


def test_the_files_that_are_begun_first_are_there_and_named_once() -> None:
    told([name for name in LONGEST if not (ROOT / name).is_file() or LONGEST.count(name) > 1])


def test_no_module_is_named_after_nothing() -> None:
    told([name for name, _ in modules() if EMPTY_NAMES & {Path(name).stem, *Path(name).parts[:-1]}])


def test_nothing_is_imported_inside_a_function() -> None:
    told(
        [
            f"{name}:{inner.lineno}"
            for name, tree in modules()
            for function in ast.walk(tree)
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
            for inner in ast.walk(function)
            if isinstance(inner, ast.Import | ast.ImportFrom)
        ]
    )


def test_what_is_left_to_do_is_an_issue_and_not_a_comment() -> None:
    unfinished = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")
    told(
        [
            place
            for place, line in lines(".py", ".js", ".mjs", ".css", ".html", ".md", ".yaml")
            if unfinished.search(line)
        ]
    )


def test_no_file_speaks_of_the_machine_it_was_written_on() -> None:
    machine = re.compile(r"(?<![\w.~/-])/(home|root|Users|mnt|w.rk|tmp/\w+)/\w")
    told([f"{place}: {line.strip()[:120]}" for place, line in lines() if machine.search(line)])


def test_lock_files_carry_hashes_and_no_address() -> None:
    for name in LOCKS:
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text, name
        assert text.count("--hash=sha256:") >= len(re.findall(r"^[a-z0-9].*==", text, re.M)), name
    npm = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    told([name for name, package in npm.items() if name and ("resolved" in package or "integrity" not in package)])


def test_no_file_names_the_host_of_a_registry() -> None:
    host = re.compile(r"\b(registry\.[a-z]+js|py" r"pi\.(org|io)|python" r"hosted|deb\.deb" r"ian)", re.I)
    told([place for place, line in lines() if host.search(line)])


def test_no_page_asks_another_host_for_anything() -> None:
    address = re.compile(r"""(?:https?:|wss?:|url\(["']?|(?:src|href|action)=["'])//([^\s"'/)`${]+)""")
    pages = [(place, line) for place, line in lines(".html", ".css", ".js", ".svg") if not place.startswith("tests/")]
    told([f"{place}: {host}" for place, line in pages for host in address.findall(line) if host != NAMESPACE])


def test_every_mail_address_is_one_that_nobody_has() -> None:
    address = re.compile(r"[\w.+-]+@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
    spoken = [entry for entry in lines() if not entry[0].startswith(("package-lock.json", "requirements/", "LICENSE"))]
    told([f"{place}: {host}" for place, line in spoken for host in address.findall(line) if not reserved(host)])


def test_every_link_in_the_papers_leads_somewhere() -> None:
    link = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
    told(
        [
            f"{name}: {target}"
            for name, text in texts(".md")
            for target in link.findall(text)
            if "://" not in target
            and not target.startswith("mailto:")
            and not (ROOT / name).parent.joinpath(target).exists()
        ]
    )


def test_the_commands_of_the_readme_exist() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for script in ("run", "test"):
        assert f"./{script}" in readme
        assert (ROOT / script).stat().st_mode & 0o111, f"./{script} cannot be run"
    recipes = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    told([f"make {name}" for name in re.findall(r"`make ([a-z]+)`", readme) if name not in recipes])
    program = Path(sys.executable).parent / "facilitation"
    for name in sorted(set(re.findall(r"bin/facilitation ([a-z]+)", readme))):
        assert subprocess.run([program, name, "--help"], capture_output=True, check=False).returncode == 0, name


def test_the_format_of_the_readme_is_without_fault() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    assert len(blocks) == 1
    reading = read_format(blocks[0].encode(), "one-word.yaml")
    told([f"{fault.line}: {fault.message.en}" for fault in reading.diagnostics])


def test_the_changelog_speaks_of_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    headings = re.findall(r"^## \[([^]]+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert "Unreleased" in headings or version in headings


def test_every_decision_is_numbered_and_says_what_it_costs() -> None:
    decisions = [path for path in files() if path.parent == ROOT / "docs/decisions" and path.name != "README.md"]
    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    told([f"{path.name}: {head}" for path in decisions for head in HEADINGS if head not in path.read_text("utf-8")])


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    reasons = (ROOT / "docs/decisions/0010-dependencies.md").read_text("utf-8")
    named = project["project"]["dependencies"] + [
        name for group in project["dependency-groups"].values() for name in group
    ]
    npm = json.loads((ROOT / "package.json").read_text("utf-8"))
    named += [*npm["dependencies"], *npm["devDependencies"]]
    told([name for entry in named if (name := re.split(r"(?<=.)[\[>=<]", entry)[0]) and f"`{name}`" not in reasons])


@pytest.mark.parametrize("name", ["LICENSE", "CONTRIBUTING.md", "SECURITY.md", "docs/deploy.md", "docs/protocol.md"])
def test_the_papers_of_the_house_are_there(name: str) -> None:
    assert (ROOT / name).stat().st_size > 500


def roots(tree: ast.Module) -> set[str]:
    """The first word of everything a module imports."""
    found = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    found |= {node.module or "facilitation" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in found}


def reserved(host: str) -> bool:
    """Whether a domain is one of those that are kept for examples."""
    return bool(RESERVED.search(host.lower()))
