"""The blocks that are always there: a break, a round the table, a vote on the cards of a board."""

from facilitation.domain.format import Board, Duration, Stage, Text, Visibility, Vote
from facilitation.domain.rules.blocks import Window

BREAK = Stage(
    id="break",
    title=Text("Pause", "Break"),
    instruction=Text(
        "C'est la pause. L'heure de reprise est sur le minuteur.", "Time for a break. The timer says when we go on."
    ),
    duration=Duration("10"),
)

ROUND_TABLE = Stage(
    id="round-table",
    title=Text("Tour de table", "Round the table"),
    instruction=Text(
        "Chacun son tour, en une phrase. On écoute sans répondre.", "Each in turn, in one sentence. We listen."
    ),
    duration=Duration("5"),
    boards=(
        Board(
            "round_table",
            Visibility("everyone"),
            prompt=Text(
                "Que voulez-vous dire maintenant ? N'écrivez ni nom, ni affaire en cours, ni santé.",
                "What do you want to say now? Do not write any name, court case or health matter.",
            ),
            per_person="1",
        ),
    ),
)

READY = (BREAK, ROUND_TABLE)
FROM_LIBRARY = ("meteo/weather", "roti/score")
"""Ready-made by whole formats: their first stage, with its result shown when it closes."""


def dots_on(window: Window) -> Stage:
    """A vote on cards that everyone has read."""
    return Stage(
        id="dots",
        title=Text("Vote à gommettes", "Dot vote"),
        instruction=Text(
            "Placez trois gommettes sur ce qui compte le plus pour vous.",
            "Place three dots on what matters most to you.",
        ),
        duration=Duration("3"),
        boards=(window.board,),
        carry=(window.carry,),
        vote=Vote(window.board.name, "3"),
    )
