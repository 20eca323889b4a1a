"""What things are called and how they are measured, in the state of a session."""

from fractions import Fraction
from typing import Literal

Milliseconds = int
"""Since 1970-01-01T00:00Z where it is a moment, otherwise a length."""


StepKey = str
"""A stage in one of its rounds: `alone`, or `contribute.2` inside a loop."""


LoopKey = str
"""A loop with an open end: its first stage, and the turns of the loops around it."""


ChangeId = str
"""A change of the plan, in the order made: `#1`, `#2`… (no step is called so)"""


ActionSort = Literal[
    "hidden", "restored", "merged", "parted", "clustered", "moved", "renamed", "dissolved", "placed", "cast"
]


AnswerValue = str | bool | Fraction | tuple[str, ...] | tuple[tuple[str, ...], ...]
"""Words; yes or no; a number; picked or ranked option ids; the rows of a list."""
