"""What the tests of this room share: the shipped formats, a format that asks for everything, and played rehearsals."""

from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import get_args

from facilitation.desk import Published
from facilitation.domain.format import (
    Assign,
    Board,
    Carry,
    Choose,
    Column,
    Credits,
    Duration,
    Format,
    Grouping,
    Mark,
    Option,
    Question,
    QuestionKind,
    Repeat,
    Role,
    Stage,
    Text,
    Treatment,
    Turns,
    Visibility,
    Vote,
)
from facilitation.formats import Reading, read_format
from facilitation.rehearsal import Cast, Rehearsal, rehearse
from tests.formats.shipped import library

SHIPPED = ("codeveloppement", "one-two-four-all", "public-goods")
HEAD_COUNTS = (3, 7, 12, 40)


def shipped(name: str) -> Reading:
    """A format of the library."""
    return library().readings[name]


@lru_cache
def deciding() -> Reading:
    """The format with all that helps a room to decide."""
    reading = read_format((Path(__file__).parent / "deciding.yaml").read_bytes(), "deciding.yaml")
    assert reading.format is not None, reading.diagnostics
    return reading


def reading_of(name: str) -> Reading:
    """A format of the library, or one made for the tests."""
    made = {"everything": everything, "deciding": deciding}
    return made[name]() if name in made else shipped(name)


@lru_cache
def played(
    name: str, participants: int, seed: int = 1, *, restless: bool = False
) -> tuple[Rehearsal, tuple[Published, ...]]:
    """A rehearsal with every batch its desk published; with a restless facilitator, whatever may happen happens."""
    batches: list[Published] = []
    return rehearse(reading_of(name), participants, seed, cast=Cast(restless=restless), watch=batches.append), tuple(
        batches
    )


def said(words: str) -> Text:
    """The same words in both languages."""
    return Text.same(words)


def question(kind: QuestionKind, **more: object) -> Question:
    """A question of a kind, with what that kind needs."""
    options = tuple(Option(name, said(name.title())) for name in ("north", "south", "west"))
    plain = Question(kind.replace(" ", "_").replace("-", "_"), kind, said(f"Question, {kind}"))
    match kind:
        case "whole number" | "number" | "scale":
            plain = replace(plain, minimum="2", maximum="2 + 3")
        case "choice" | "choices" | "ranking":
            plain = replace(plain, options=options)
        case "items":
            plain = replace(plain, items=options, each="scale", minimum="1", maximum="5")
        case "list":
            plain = replace(plain, columns=(said("Action"), said("Avec qui"), said("Avant le")))
    return replace(plain, **more)  # type: ignore[arg-type]


def everything() -> Reading:
    """A format no file holds: every kind of question, moment, mark, pick, vote and advance rule, in a few stages."""
    kinds = tuple(question(kind, required=kind != "long text") for kind in get_args(QuestionKind))
    kept = Mark("kept", said("Kept"), "everyone")
    hidden = Board("notes", Visibility("author"), columns=(Column("one", said("One")), Column("two", said("Two"))))
    shown = Board(
        "notes", Visibility("group", "reveal", "everyone"), edited_by="group", marks=(kept,), per_person="1 + 1"
    )
    still = Board("notes", Visibility("everyone"), written_by="nobody")
    blocks = (
        Stage("ask", said("Ask"), ask=kinds, duration=Duration("4"), groups=Grouping("alone")),
        Stage(
            "write",
            said("Write"),
            duration=Duration("3"),
            boards=(hidden,),
            groups=Grouping("size", size="3", leftover="make a smaller group"),
            continue_when="timer ends",
        ),
        Stage(
            "share",
            said("Share"),
            boards=(shown,),
            carry=(Carry("notes", "all"),),
            groups=Grouping("same as", of="write"),
            choose=Choose("notes", "person", "2"),
            duration=Duration("5"),
        ),
        Repeat(
            "2",
            (
                Stage(
                    "agree",
                    said("Agree"),
                    ask=(question("long text", answered_by="group"), question("scale", anonymous=True)),
                    answers_seen_by=Visibility("group", "everyone answered", "everyone"),
                    groups=Grouping("merge", of="write"),
                    continue_when="everyone answered",
                    duration=Duration("2"),
                ),
            ),
        ),
        Stage(
            "around",
            said("Around"),
            groups=Grouping("same as", of="write"),
            turns=Turns("random", "1", first="witness", passed_on_by="witness"),
            duration=Duration("1", "person"),
        ),
        Stage(
            "market",
            said("Market"),
            boards=(Board("sessions", Visibility("everyone")),),
            groups=Grouping(
                "cards of", cards_of="sessions", chosen_by="participants", moves_freely=True, hosted_by="convener"
            ),
            duration=Duration("4"),
        ),
        Stage("again", said("Again"), groups=Grouping("same as", of="market"), boards=(hidden,)),
        Stage(
            "teams",
            said("Teams"),
            groups=Grouping("size", size="3", chosen_by="facilitator"),
            ask=(question("yes-no", answered_by="group"),),
        ),
        Stage(
            "named",
            said("Named"),
            groups=Grouping(
                "among",
                among=(Option("one", said("One")), Option("two", said("Two"))),
                chosen_by="participants",
                at_most="30",
                latecomers="next round",
            ),
        ),
        Stage(
            "offer",
            said("Offer"),
            duration=Duration("2", at_least="1"),
            tell={"gain": said("Gain."), "loss": said("Loss.")},
            assign=(Assign("narrator", by="volunteers"), Assign("scribe", by="highest", value="whole_number")),
            or_when=("timer ends",),
        ),
        Stage("floor", said("Floor"), turns=Turns("facilitator", only_speaker_writes=True), boards=(hidden,)),
        Stage(
            "decide",
            said("Decide"),
            boards=(still,),
            carry=(Carry("notes", "marked", mark="kept"),),
            vote=Vote("notes", dots="4", per_item="2", own_cards=False, reveal="when revealed"),
            silent=("witness",),
        ),
    )
    form = Format(
        id="everything",
        version="1.0.0",
        language=1,
        kind="seminar-activity",
        title=said("Everything"),
        summary=said("A little of everything."),
        credits=Credits("made for a test", "CC0-1.0"),
        fewest=1,
        most=100,
        run=blocks,
        treatments=(
            Treatment(
                "framing", said("Framing"), (Option("gain", said("Gain")), Option("loss", said("Loss"))), "person"
            ),
        ),
        roles=(
            Role("witness", said("Witness"), chosen_by="random"),
            Role("others", said("Others"), chosen_by="everyone else"),
            Role("narrator", said("Narrator"), chosen_by="volunteers", optional=True),
            Role("scribe", said("Scribe"), chosen_by="result", optional=True),
            Role("convener", said("Convener"), per="group", chosen_by="result", optional=True),
        ),
    )
    return Reading(form, "everything", sha256(b"everything").hexdigest(), ())
