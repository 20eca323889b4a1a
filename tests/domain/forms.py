"""Small formats built by hand, each with what a group of tests needs and nothing else."""

from fractions import Fraction

from facilitation.domain.format import (
    Assign,
    Board,
    Carry,
    Chart,
    Choose,
    Column,
    Compute,
    Credits,
    Duration,
    Format,
    Grouping,
    Mark,
    Option,
    Question,
    Repeat,
    Role,
    Setting,
    Stage,
    Text,
    Visibility,
    Vote,
)


def say(words: str) -> Text:
    """The same words in both languages."""
    return Text.same(words)


def form(*run: Stage | Repeat, roles: tuple[Role, ...] = (), groups: Grouping | None = None, **more: object) -> Format:
    """A format around some stages."""
    return Format(
        id="small",
        version="1.0.0",
        language=1,
        kind="seminar-activity",
        title=say("Petit"),
        summary=say("Petit"),
        credits=Credits("tests", "CC0"),
        fewest=1,
        most=200,
        run=run,
        roles=roles,
        groups=groups,
        **more,  # type: ignore[arg-type]
    )


def one_two_four() -> Format:
    """Alone, in pairs, in fours, together with a vote."""
    return form(
        Stage("alone", say("Seul"), duration=Duration("1"), groups=Grouping("alone"), boards=(board("author"),)),
        Stage(
            "pairs",
            say("À deux"),
            groups=Grouping("size", size="2"),
            boards=(board("group", edited_by="group"),),
            carry=(Carry("ideas", "all"),),
        ),
        Stage(
            "fours",
            say("À quatre"),
            groups=Grouping("merge", of="pairs", by=2, leftover="join the smallest"),
            boards=(board("group", edited_by="group"),),
            carry=(Carry("ideas", "all"),),
            choose=Choose("ideas", "group", "keep"),
        ),
        Stage(
            "all",
            say("Tous"),
            groups=Grouping("everyone"),
            boards=(board("everyone", written_by="nobody"),),
            carry=(Carry("ideas", "chosen"),),
            vote=Vote("ideas", "3", per_item="2", reveal="at the end"),
        ),
        settings=(Setting("keep", say("Garder"), "whole number", Fraction(1)),),
    )


def board(first: str, until: str | None = None, then: str | None = None, **more: object) -> Board:
    """A board called ideas."""
    return Board("ideas", Visibility(first, until, then), **more)  # type: ignore[arg-type]


def common_pot() -> Format:
    """Secret contributions to a pot, several rounds."""
    contribution = Question("contribution", "whole number", say("Points"), minimum="0", maximum="endowment")
    contribute = Stage(
        "contribute",
        say("Mise"),
        duration=Duration("2"),
        ask=(contribution,),
        compute=(
            Compute("group", "pot", "sum(contribution)"),
            Compute("group", "share", "pot * multiplier / group.size"),
            Compute("person", "points", "endowment - contribution + share"),
        ),
        continue_when="everyone answered",
        if_no_answer={"contribution": "0"},
    )
    results = Stage(
        "results",
        say("Résultats"),
        show=say("Le pot : {pot}. Vous gagnez {points}."),
        charts=(Chart("line", "average(contribution)", say("Mises")),),
    )
    numbers = {"endowment": "100", "multiplier": "1.8", "rounds": "3", "size": "3"}
    return form(
        Stage("rules", say("Règles"), show=say("Vous recevez {endowment} points.")),
        Repeat("rounds", (contribute, results)),
        groups=Grouping("size", size="size", keep="session"),
        settings=tuple(Setting(name, say(name), "number", Fraction(value)) for name, value in numbers.items()),
    )


def consultation() -> Format:
    """A client chosen by vote, consultants, silence, marks, answers shown once all have answered."""
    return form(
        Stage("subjects", say("Sujets"), boards=(Board("subjects", Visibility("everyone"), per_person="1"),)),
        Stage(
            "choice",
            say("Choix"),
            boards=(Board("subjects", Visibility("everyone"), written_by="nobody"),),
            vote=Vote("subjects", "2"),
            assign=(Assign("client", "subjects"),),
        ),
        Stage(
            "request",
            say("Demande"),
            silent=("consultants",),
            ask=(Question("request", "long text", say("Ma demande"), asked_of="client"),),
            answers_seen_by=Visibility("everyone"),
        ),
        Stage(
            "advice",
            say("Conseil"),
            silent=("client",),
            keep_in_view=("request",),
            tell={"client": say("Écoutez."), "consultants": say("Proposez.")},
            boards=(
                Board(
                    "advice",
                    Visibility("everyone"),
                    columns=(Column("r", say("Réactions")), Column("s", say("Suggestions"))),
                    written_by="consultants",
                    marks=(Mark("kept", say("Retenu"), "client"),),
                ),
            ),
        ),
        Stage(
            "plan",
            say("Plan"),
            boards=(Board("advice", Visibility("everyone"), written_by="nobody"),),
            carry=(Carry("advice", "marked", mark="kept"),),
        ),
        Stage(
            "learning",
            say("Apprentissages"),
            ask=(
                Question("learned", "long text", say("J'apprends")),
                Question("useful", "scale", say("Utile"), minimum="1", maximum="5", anonymous=True),
                Question(
                    "mood", "choice", say("Météo"), options=(Option("sun", say("Soleil")), Option("rain", say("Pluie")))
                ),
            ),
            answers_seen_by=Visibility("author", "everyone answered", "everyone"),
        ),
        roles=(
            Role("client", say("Client"), chosen_by="vote"),
            Role("consultants", say("Consultants"), chosen_by="everyone else"),
        ),
    )
