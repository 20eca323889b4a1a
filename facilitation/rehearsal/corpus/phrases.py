"""The shape of a corpus: sentences with gaps, and what may fill each gap."""

from collections.abc import Mapping
from dataclasses import dataclass

from facilitation.rehearsal.corpus.intents import Intent


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's corpus. A sentence is drawn for an intent, then each `{gap}` is drawn from `gaps`."""

    sentences: Mapping[Intent, tuple[str, ...]]
    gaps: Mapping[str, tuple[str, ...]]

    def along_with(self, more: "Phrases") -> "Phrases":
        """These and others, which may fill their gaps with each other's words."""
        return Phrases({**self.sentences, **more.sentences}, {**self.gaps, **more.gaps})
