"""The texts of a stage, each by the name of its place: `title`, `instruction`, `prompt:BOARD`, `label:QUESTION`."""

from collections.abc import Mapping
from dataclasses import replace

from facilitation.domain.format import Stage, Text

WHOLE = ("title", "instruction", "show", "facilitator_notes")
LONGEST = {"title": 200}
LONGEST_TEXT = 4000


def texts_of(stage: Stage) -> dict[str, Text]:
    """Every text of a stage that may get other words while the session is on."""
    found: dict[str, Text | None] = {place: getattr(stage, place) for place in WHOLE}
    found |= {f"tell:{role}": said for role, said in stage.tell.items()}
    found |= {f"prompt:{board.name}": board.prompt for board in stage.boards}
    found |= {f"label:{question.name}": question.label for question in stage.ask}
    return {place: text for place, text in found.items() if text is not None}


def reworded(stage: Stage, texts: Mapping[str, Text]) -> Stage:
    """The stage with other words in some places; places that it does not have are left alone."""
    whole = {place: texts[place] for place in WHOLE if place in texts}
    return replace(
        stage,
        # Plain words for what is no longer asked would mislead exactly those who need them.
        plain=None if "instruction" in texts else stage.plain,
        **whole,  # type: ignore[arg-type] # each of these fields holds a text
        tell={role: texts.get(f"tell:{role}", said) for role, said in stage.tell.items()},
        boards=tuple(replace(b, prompt=texts.get(f"prompt:{b.name}", b.prompt)) for b in stage.boards),
        ask=tuple(replace(q, label=texts.get(f"label:{q.name}", q.label)) for q in stage.ask),
    )


def longest(place: str) -> int:
    """How many characters a text may have there."""
    return LONGEST.get(place, LONGEST_TEXT)
