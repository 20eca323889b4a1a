"""A small workshop for the tests: alone, in pairs, all together, a number, a vote."""

from hashlib import sha256

from facilitation import places
from facilitation.domain.commands import PlanSession
from facilitation.domain.format import Board, Credits, Format, Grouping, Question, Role, Stage, Text, Visibility, Vote
from facilitation.formats.library import read_file

SESSION = "s1"
SOURCE = "id: small"


def _stage(name: str, **what: object) -> Stage:
    return Stage(id=name, title=Text.same(name), **what)  # type: ignore[arg-type]


def a_format() -> Format:
    """Every audience occurs: the author alone, a group, everyone."""
    return Format(
        id="small",
        version="1",
        language=1,
        kind="seminar-activity",
        title=Text.same("Small"),
        summary=Text.same("Small"),
        credits=Credits(source="tests", licence="CC0-1.0"),
        fewest=1,
        most=1000,
        roles=(Role(name="client", label=Text("Client", "Client"), optional=True),),
        run=(
            _stage("alone", groups=Grouping("alone"), boards=(Board("ideas", Visibility("author")),)),
            _stage("pairs", groups=Grouping("merge", by=2, of="alone"), boards=(Board("ideas", Visibility("group")),)),
            _stage(
                "number",
                groups=Grouping("alone"),
                ask=(
                    Question(
                        "contribution", "whole number", Text("Combien ?", "How many?"), minimum="0", maximum="100"
                    ),
                ),
            ),
            _stage("all", groups=Grouping("everyone"), boards=(Board("ideas", Visibility("everyone")),)),
            _stage("vote", groups=Grouping("everyone"), vote=Vote(of="ideas", dots="3")),
            _stage("end"),
        ),
    )


def the_plan(session: str = SESSION) -> PlanSession:
    """Plans that workshop."""
    return PlanSession(
        session, "Small", "fr", a_format(), source=SOURCE, digest=sha256(SOURCE.encode()).hexdigest(), seed=7
    )


def a_plan_of(session: str, name: str) -> PlanSession:
    """Plans a format of the library."""
    reading = read_file(places.workshop_formats() / f"{name}.yaml")
    assert reading.format is not None, reading.diagnostics
    return PlanSession(session, "Small", "fr", reading.format, reading.source, reading.digest, seed=7)
