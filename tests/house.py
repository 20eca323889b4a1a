"""The work tree as the house tests see it: its files, its modules, and what they say."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = {".png", ".ico", ".webp", ".woff2", ".pdf"}


@cache
def files() -> tuple[Path, ...]:
    """Every file that is, or could be, committed."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return tuple(path for name in sorted(set(listed)) if (path := ROOT / name).is_file())


def texts(*suffixes: str) -> list[tuple[str, str]]:
    """The name and the content of every text file, or of those whose name ends so."""
    chosen = [path for path in files() if path.suffix not in PICTURES and (not suffixes or path.suffix in suffixes)]
    return [(str(path.relative_to(ROOT)), path.read_text("utf-8", errors="replace")) for path in chosen]


def lines(*suffixes: str) -> list[tuple[str, str]]:
    """Every line of those files, with the place where it stands."""
    return [
        (f"{name}:{number}", line)
        for name, text in texts(*suffixes)
        for number, line in enumerate(text.splitlines(), start=1)
    ]


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    """Every module of the package, parsed."""
    found = sorted((ROOT / "facilitation").rglob("*.py"))
    return tuple((str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))) for path in found)


def rooms() -> list[Path]:
    """The folders of the package that are rooms."""
    return sorted(path.parent for path in (ROOT / "facilitation").glob("*/__init__.py"))
