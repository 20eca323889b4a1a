"""Looks for words in the bytes of a store's files, from another process.

The serving process may not read the file itself: closing it would drop SQLite's locks.
"""

import subprocess
import sys
from pathlib import Path

COUNT = """
import pathlib, sys
word = sys.argv[1].encode()
print(sum(file.read_bytes().count(word) for file in pathlib.Path(sys.argv[2]).rglob("*") if file.is_file()))
"""


def occurrences(word: str, folder: Path) -> int:
    """How often `word` is in the files of `folder`."""
    said = subprocess.run([sys.executable, "-c", COUNT, word, str(folder)], capture_output=True, text=True, check=True)
    return int(said.stdout)
