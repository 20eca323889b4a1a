"""Broken files read one by one: how much processor time it takes to say what is wrong with the worst of them.

    python -m benchmarks.broken_files 300

reads the malformed files of the tests, and so many formats of the library, damaged at random.
"""

import random
import sys
import time
from collections.abc import Iterator

from facilitation.formats import read_format
from facilitation.places import workshop_formats
from tests.formats.malformed import CASES
from tests.formats.mutations import damaged
from tests.formats.samples import SHELF


def main(mutants: int) -> None:
    """Print the slowest of them."""
    taken = []
    for name, text, file in (*_curated(), *_mutated(mutants)):
        start = time.process_time()
        read_format(text, file, SHELF)
        taken.append((time.process_time() - start, name))
    taken.sort(reverse=True)
    print(f"{len(taken)} files, {sum(seconds for seconds, _ in taken):.1f} s of processor time in all")
    for seconds, name in taken[:8]:
        print(f"{seconds:.3f} s  {name}")


def _curated() -> Iterator[tuple[str, bytes, str]]:
    for name, _, _, text in CASES:
        yield name, text if isinstance(text, bytes) else text.encode(), "small.yaml"


def _mutated(count: int) -> Iterator[tuple[str, bytes, str]]:
    files = sorted(workshop_formats().glob("*.yaml"))
    for number in range(count):
        draw = random.Random(number)
        path = draw.choice(files)
        yield f"{path.stem}, damage no. {number}", damaged(path.read_bytes(), draw), path.name


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
