"""What one simulated participant sees: the documents of their own channels, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from facilitation.domain.session import Milliseconds

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sight:
    """A screen's documents by channel (shapes: docs/protocol.md) at one moment."""

    person: str
    locale: str
    now: Milliseconds
    documents: Mapping[str, Document]

    @property
    def stage(self) -> Document:
        """The stage that is on, or an empty document."""
        found: Document = self.documents.get("everyone", {}).get("stage", {})
        return found

    @property
    def tasks(self) -> Document:
        """What this person may do now, by kind of task."""
        found: Document = self._own("tasks")
        return found

    @property
    def mine(self) -> Document:
        """What this person already did: cards, answers, dots, chosen."""
        return self._own("mine")

    @property
    def signal(self) -> str:
        """The signal this person last gave in this stage."""
        return str(self._own("me").get("signal", "none"))

    @property
    def seconds_left(self) -> float | None:
        """Seconds to the end of the stage; none where it has no limit."""
        ends = self.stage.get("endsAt")
        return None if ends is None else max(0.0, (ends - self.now) / 1000)

    @property
    def apart(self) -> str:
        """Why this person has no group where others have one, or an empty word."""
        return str(self._own("me").get("apart", ""))

    @property
    def groups(self) -> list[Document]:
        """The groups that may be chosen."""
        found: list[Document] = self.documents.get("everyone", {}).get("groups", [])
        return found

    @property
    def in_turn(self) -> bool:
        """Whether people talk in turn: to pass would be to give one's turn away."""
        return any("turns" in document for document in self.documents.values())

    def cards(self, board: str) -> dict[str, Document]:
        """The cards of a board that this screen shows, in the order of its channels; others' and one's own."""
        shown: dict[str, Document] = {}
        for document in self.documents.values():
            shown.update(document.get("boards", {}).get(board, {}).get("cards", {}))
        mine = {key: card for key, card in self.mine.get("cards", {}).items() if card.get("board") == board}
        own = {key: card for key, card in mine.items() if key in shown or card.get("step") == self.step}
        return {key: card for key, card in {**shown, **own}.items() if not card.get("hidden")}

    def things(self, board: str) -> dict[str, Document]:
        """The cards of a board that are no comments on others: what one votes on, picks, marks."""
        return {key: card for key, card in self.cards(board).items() if "about" not in card}

    @property
    def step(self) -> str:
        """The key of the step that is on, or an empty word."""
        return str(self.stage.get("key", ""))

    def chosen_by_group(self) -> bool:
        """Whether someone has already picked the cards of this person's group."""
        return any(document.get("chosen") for channel, document in self.documents.items() if channel != "everyone")

    def answered(self, question: str) -> bool:
        """Whether this person, or their group where the answer is shared, has answered."""
        shared = self.tasks.get("answer", {}).get(question, {}).get("shared", False)
        groups = (document for channel, document in self.documents.items() if channel.startswith("group:"))
        return question in self.mine.get("answers", {}) or (
            bool(shared) and any(document.get("answers", {}).get(question, {}).get("entries") for document in groups)
        )

    def prompt(self, board: str) -> str:
        """The words above a board, in this person's language."""
        prompts = (document.get("boards", {}).get(board, {}).get("prompt") for document in self.documents.values())
        return self.words(next((prompt for prompt in prompts if prompt), {}))

    def words(self, text: Document | None) -> str:
        """A Text of the protocol in this person's language."""
        return str((text or {}).get(self.locale, ""))

    def _own(self, part: str) -> Document:
        found: Document = self.documents.get(f"person:{self.person}", {}).get(part, {})
        return found
