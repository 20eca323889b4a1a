"""A stage for some of the people: what it says and asks is said and asked to them alone."""

from collections.abc import Iterable
from dataclasses import replace

from facilitation.domain.format import Stage, Text, Turns


def kept_for(stage: Stage, name: str) -> Stage:
    """The stage for those who hold a role or a variant. Its words go to their phones, never to the whole room."""
    words = [text for text in (stage.instruction, stage.show, stage.tell.get(name)) if text is not None]
    told = {name: Text(fr=_joined(w.fr for w in words), en=_joined(w.en for w in words))} if words else {}
    return replace(
        stage,
        only_for=name,
        instruction=None,
        show=None,
        tell={**stage.tell, **told},
        ask=tuple(replace(q, asked_of=name) if q.asked_of == "everyone" else q for q in stage.ask),
        boards=tuple(replace(b, written_by=name) if b.written_by == "everyone" else b for b in stage.boards),
        vote=replace(stage.vote, by=name) if stage.vote and stage.vote.by == "everyone" else stage.vote,
        turns=_turns(stage.turns, name),
    )


def _turns(turns: Turns | None, name: str) -> Turns | None:
    return replace(turns, who=name) if turns and turns.who == "everyone" else turns


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part.strip() for part in parts)
