"""How tables of data name the boards of a session: by what they asked, not by the name that their format gave them."""

from facilitation.projections.outcome import Outcome


def boards_said(told: Outcome, locale: str) -> dict[str, str]:
    """What each board asks, by its name; the name itself in words where it asks nothing."""
    asked = {
        board.name: board.prompt.said_in(locale)
        for stage in reversed(told.stages)
        for board in stage.boards
        if board.prompt is not None
    }
    named = {board.name for stage in told.stages for board in stage.boards}
    named |= {vote.of for stage in told.stages for vote in stage.votes}
    return {name: asked.get(name) or name.replace("_", " ") for name in named}
