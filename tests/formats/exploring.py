"""Looks for damage that nobody has met yet.

`python -m tests.formats.exploring 1000 1200` tries the seeds from one number to another on every format of the library
as it is now. Minutes, and never part of `./test`: whatever it finds becomes a case of `test_malformed`, and is mended.
"""

import random
import sys
import traceback

from facilitation.formats import read_format
from facilitation.places import workshop_formats
from tests.formats.mutations import damaged
from tests.formats.reshaping import reshaped
from tests.formats.test_damage import is_answered


def explore(seeds: range) -> int:
    """Damage every format of the library as it is now, in both ways; how many files were not answered."""
    found = 0
    for path in sorted(workshop_formats().glob("*.yaml")):
        for seed in seeds:
            for injured in (
                damaged(path.read_bytes(), random.Random(seed)),
                reshaped(path.read_text("utf-8"), random.Random(seed)),
            ):
                try:
                    is_answered(read_format(injured, path.name))
                except Exception:  # whatever it is, the next seed is tried too
                    found += 1
                    print(f"{path.name}, seed {seed}:\n{traceback.format_exc()}", flush=True)
    return found


if __name__ == "__main__":
    sys.exit(explore(range(int(sys.argv[1]), int(sys.argv[2]))) > 0)
