"""Who may read which words when, worked out from the events and the format alone, apart from the code under test."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from facilitation.domain import events as e
from facilitation.domain.format import Visibility
from facilitation.domain.session import Planned


@dataclass
class Words:
    """One person's (or group's) words: a card of a board, or a text given to a question."""

    author: str
    step: str
    place: str
    texts: list[str]
    members: frozenset[str] = frozenset()
    group: int | None = None
    hidden: bool = False
    withdrawn: bool = False
    about: str | None = None
    reason: bool = False


@dataclass
class Witness:
    """Follows a session event by event."""

    plan: tuple[Planned, ...]
    current: str | None = None
    closed: set[str] = field(default_factory=set)
    revealed: set[str] = field(default_factory=set)
    over: bool = False
    shown: dict[str, int] = field(default_factory=dict)
    let_in: frozenset[str] = frozenset()
    groups: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    topics: dict[str, tuple[str, ...]] = field(default_factory=dict)
    announced: set[str] = field(default_factory=set)
    carried: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    cards: dict[str, Words] = field(default_factory=dict)
    answers: dict[tuple[str, str, str], Words] = field(default_factory=dict)
    answered: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    merges: list[set[str]] = field(default_factory=list)
    before: dict[str, tuple[frozenset[str], set[str], list[set[str]]]] = field(default_factory=dict)
    """How things stood before each action of the facilitator: its subjects, those of them hidden, what was merged."""
    observed: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    """Who wrote each observer's note, in all its versions; nobody once it was taken back."""
    reviewing: bool = False
    waiting: set[object] = field(default_factory=set)
    """Words written or changed while somebody read before the room did, until they were let in."""
    held: frozenset[object] = frozenset()
    """The words that the wall held when it was frozen: it keeps them until somebody takes them back."""

    def see(self, event: e.Event) -> None:
        """Take in one event."""
        match event:
            case e.StageStarted(step=step):
                self.current = step
            case e.StageClosed(step=step) | e.StageSkipped(step=step):
                self.closed.add(step)
            case e.StepRevealed(step=step):
                self.revealed.add(step)
            case e.NextShown(step=step):
                self.shown[step] = self.shown.get(step, 0) + 1
            case e.CardSifted(card=card, to=to):
                self.let_in = self.let_in - {card} if to is None else self.let_in | {card}
            case e.SessionClosed():
                self.over = True
                self.held = frozenset()
            case e.ActionTaken(action=action, subjects=subjects):
                hidden = {card for card in subjects if card in self.cards and self.cards[card].hidden}
                self.before[action] = (frozenset(subjects), hidden, [set(row) for row in self.merges])
            case e.ActionUndone(action=action):
                self._undo(*self.before[action])
            case e.CardsMerged(cards=row) | e.CardsParted(cards=row):
                self.merges = [known for known in self.merges if not known & set(row)]
                self.merges += [set(row)] if isinstance(event, e.CardsMerged) else []
            case e.WallFrozen():
                cards = (name for name, words in self.cards.items() if "everyone" in self._of_card(name, words))
                answers = (name for name, words in self.answers.items() if "everyone" in self._of_answer(words))
                self.held = frozenset((*cards, *answers))
            case e.WallThawed():
                self.held = frozenset()
            case e.GroupsFormed(step=step, groups=groups, cards=cards):
                self.groups[step] = groups
                self.topics[step] = cards or self.topics.get(step, ())
            case e.ItemsCarried(step=step, board=board, cards=cards):
                self.carried[step, board] = cards
            case e.ReviewBegun() | e.ReviewEnded():
                self.reviewing = isinstance(event, e.ReviewBegun)
            case e.CardsLetIn(cards=cards):
                self.waiting -= set(cards)
            case e.AnswersLetIn(answers=answers):
                self.waiting -= set(answers)
            case e.ObservationNoted(note=note, observer=observer, text=text):
                self.observed[note] = (observer, [text])
            case e.ObservationEdited(note=note, text=text):
                self.observed[note][1].append(text)
            case e.ObservationWithdrawn(note=note):
                self.observed[note] = ("", self.observed[note][1])
            case _:
                self._words(event)

    def _undo(self, subjects: frozenset[str], hidden: set[str], merges: list[set[str]]) -> None:
        for card in subjects & self.cards.keys():
            self.cards[card].hidden = card in hidden
        kept = [row for row in self.merges if not row & subjects]
        self.merges = kept + [row for row in merges if row & subjects]

    def _words(self, event: e.Event) -> None:
        match event:
            case e.CardPosted(about=about, reason=reason):
                words = Words(event.author, event.step, event.board, [event.text], about=about, reason=reason)
                self.cards[event.card] = words
                self.waiting |= {event.card} if self.reviewing else set()
            case e.CardEdited():
                self.cards[event.card].texts.append(event.text)
                self.waiting |= {event.card} if self.reviewing else set()
            case e.CardHidden() | e.CardRestored():
                self.cards[event.card].hidden = isinstance(event, e.CardHidden)
            case e.CardWithdrawn():
                self.cards[event.card].withdrawn = True
            case e.AnswerGiven():
                self._answer(event)
            case e.AnswerWithdrawn():
                self.answers[event.step, event.question, event.holder].withdrawn = True

    def _answer(self, event: e.AnswerGiven) -> None:
        group = int(event.holder[6:]) if event.holder.startswith("group:") else None
        members = frozenset({event.by} if group is None else self.groups[event.step][group])
        words = Words(event.by, event.step, event.question, list(texts_in(event.value)), members, group)
        key = (event.step, event.question, event.holder)
        self.answers[key] = words
        self.waiting |= {key} if self.reviewing else set()

    def readers(self) -> Iterable[tuple[str, frozenset[str]]]:
        """Each text anyone wrote, with the channels that may hold it now."""
        for name, card in self.cards.items():
            allowed = self._of_card(name, card) | self._of_topic(name, card) | self._of_wall(name, card)
            yield from ((text, allowed) for text in card.texts)
        for observer, texts in self.observed.values():
            # Until the end, and whatever is promoted to the documentation: no participant, no wall, no other observer.
            allowed = frozenset({"staff", f"observer:{observer}"} if observer else ())
            yield from ((text, allowed) for text in texts)
        for key, answer in self.answers.items():
            yield from (
                (text, self._read_first(key, self._of_answer(answer), answer) | self._of_wall(key, answer))
                for text in answer.texts
            )

    def _of_wall(self, name: object, words: Words) -> frozenset[str]:
        """The projector, where it was frozen while the room could read these words."""
        kept = name in self.held and not words.hidden and not words.withdrawn
        return frozenset({"screen"} if kept else ())

    def _of_card(self, id: str, card: Words) -> frozenset[str]:
        return self._read_first(id, self._of_card_at_once(id, card), card)

    def _read_first(self, name: object, found: frozenset[str], words: Words) -> frozenset[str]:
        """What waits reaches none of its readers, where these are the whole room."""
        if name not in self.waiting or "everyone" not in found:
            return found
        return found & {"staff", *(f"person:{who}" for who in {words.author, *words.members})}

    def _of_card_at_once(self, id: str, card: Words) -> frozenset[str]:
        if card.withdrawn:
            return frozenset()
        own = {f"person:{card.author}", "staff"}
        planned = self._now()
        board = next((b for b in planned.stage.boards if b.name == card.place), None) if planned else None
        if planned is None or board is None or card.hidden:
            return frozenset(own)
        # What was merged comes along with whichever of its parts comes.
        parts = next((row for row in self.merges if id in row), {id})
        brought = set(self.carried.get((planned.key, board.name), ()))
        here = bool(parts & brought) or any(self.cards[part].step == planned.key for part in parts)
        if board.reveal != "at once" and not self.shown.get(planned.key):
            return frozenset(own)
        sieve = [b.sifted_by for step in self.plan for b in step.stage.boards if b.name == card.place]
        if not card.about and set(sieve) != {"nobody"} and id not in self.let_in:
            return frozenset(own | {f"role:{board.sifted_by}"})
        if card.about:
            return frozenset(own | self._of_remark(card, planned, board.seen_by))
        return frozenset(own | (self._opened(board.seen_by, planned.key, card.author) if here else set()))

    def _of_topic(self, id: str, card: Words) -> frozenset[str]:
        """What the whole room has read may name a group, as long as nobody took it back."""
        if "everyone" in self._of_card(id, card):
            self.announced.add(id)
        names = id in self.topics.get(self.current or "", ()) and id in self.announced and not self.over
        if not names or card.hidden or card.withdrawn or id in self.waiting:
            return frozenset()
        groups = range(len(self.groups.get(self.current or "", ())))
        apart = (f"{kind}:{number}" for kind in ("group", "screen") for number in groups)
        return frozenset({"everyone", "screen", *apart})

    def _of_remark(self, card: Words, planned: Planned, seen: Visibility) -> set[str]:
        """What is said about a card is read where that card is, and not before the counts that it would tell."""
        vote = planned.stage.vote
        waits = card.reason and card.step == planned.key and planned.key not in self.revealed
        if waits and not (vote and vote.reveal == "at the end" and planned.key in self.closed):
            return set()
        return self._opened(seen, planned.key, card.author) & self._of_card(
            card.about or "", self.cards[card.about or ""]
        )

    def _of_answer(self, answer: Words) -> frozenset[str]:
        if answer.withdrawn:
            return frozenset()
        own = {"staff", *(f"person:{member}" for member in answer.members | self._now_in(answer))}
        planned, asked = self._now(), next(step for step in self.plan if step.key == answer.step)
        if planned is None or not (planned.key == asked.key or answer.place in planned.stage.keep_in_view):
            return frozenset(own)
        return frozenset(own | self._opened(asked.stage.answers_seen_by, asked.key, answer.author))

    def _now_in(self, answer: Words) -> frozenset[str]:
        """Those whose group's answer it is by now: who joins a group reads what it has answered."""
        rows = self.groups.get(answer.step, ())
        return frozenset(rows[answer.group]) if answer.group is not None and answer.group < len(rows) else frozenset()

    def _opened(self, seen: Visibility, step: str, author: str) -> set[str]:
        come = {
            "stage ends": step in self.closed,
            "reveal": step in self.revealed,
            # Generous on purpose: who is awaited is for the rules; before anyone has answered it cannot have come.
            "everyone answered": step in self.closed or any(s == step for s, _, _ in self.answers),
        }
        audiences = [seen.first, *([seen.then] if seen.until and seen.then and come[seen.until] else [])]
        return {channel for audience in audiences for channel in self._channels(audience, author)}

    def _channels(self, audience: str, author: str) -> set[str]:
        if audience == "group":
            rows = self.groups.get(self.current or "", ())
            own = [number for number, row in enumerate(rows) if author in row]
            return {f"{kind}:{number}" for kind in ("group", "screen") for number in own}
        return {audience} if audience == "everyone" or audience.startswith("role:") else set()

    def _now(self) -> Planned | None:
        return None if self.over else next((step for step in self.plan if step.key == self.current), None)


def texts_in(value: object) -> Iterable[str]:
    """The words in an answer."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_in(part)
