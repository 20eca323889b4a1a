"""The simulated observer: a few notes in each stage, lines of the grid counted; and the team that keeps some of it."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from facilitation.domain.commands import (
    AdmitObserver,
    By,
    CountLine,
    FlagObservation,
    KeepCount,
    KeepExcerpt,
    NoteObservation,
)
from facilitation.rehearsal.corpus import Pen
from facilitation.rehearsal.hall import Hall

LOOK = (40.0, 120.0)
"""Seconds, from and to, between two looks up from the notebook."""

TEAM = By("facilitator", "facilitator")


@dataclass(slots=True)
class Observer:
    """Sees what an observer's page shows, and nothing else. At most two notes a stage."""

    hall: Hall
    chance: Random
    pen: Pen
    id: str = ""
    written: dict[str, int] = field(default_factory=dict)

    def come(self) -> None:
        """Be given a link."""
        self.hall.say(TEAM, AdmitObserver())
        self.id = f"o{len(self.hall.session.notebook.observers)}"
        self._look_up_again()

    def _look_up_again(self) -> None:
        self.hall.agenda.after(self.chance.uniform(*LOOK), self._look_up)

    def _look_up(self) -> None:
        shown = self.hall.book(self.id)
        if shown["session"]["status"] == "closed":
            return
        stage = shown.get("stage")
        if stage and not stage["closed"]:
            self._count(shown)
            self._write(shown, stage["key"])
        self._look_up_again()

    def _count(self, shown: dict[str, Any]) -> None:
        for line in shown.get("grid", ()):
            if self.chance.random() < 0.3:
                self._say(CountLine(line["id"], True, group=self._group(shown)))
                # Those who facilitate keep what was seen more than once.
                if self._counted(line["id"]) > 1 and not line.get("kept"):
                    self.hall.say(TEAM, KeepCount(line["id"]))

    def _counted(self, line: str) -> int:
        return sum(lines.get(line, 0) for lines in self.hall.session.notebook.counts.values())

    def _write(self, shown: dict[str, Any], stage: str) -> None:
        if self.written.get(stage, 0) >= 2 or self.chance.random() > 0.4:
            return
        self.written[stage] = self.written.get(stage, 0) + 1
        self._say(NoteObservation(self.pen.write(self.chance, "seen"), group=self._group(shown)))
        note = f"w{len(self.hall.session.notebook.notes)}"
        if self.chance.random() < 0.5:
            self._say(FlagObservation(note, True))
            # Those who facilitate read it meanwhile.
            self.hall.say(TEAM, KeepExcerpt(note, self.hall.session.notebook.notes[note].text))

    def _group(self, shown: dict[str, Any]) -> int | None:
        groups: list[int] = [group["number"] for group in shown.get("groups", ())]
        return self.chance.choice([None, *groups])

    def _say(self, command: NoteObservation | FlagObservation | CountLine) -> None:
        self.hall.say(By("observer", self.id), command)
