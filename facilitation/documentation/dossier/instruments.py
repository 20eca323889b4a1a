"""How far the question behind a figure may be trusted: the instrument that covers it, with its status, or none."""

from collections.abc import Iterator

from facilitation.documentation.dossier.shapes import Dossier, Instrument, Protocol
from facilitation.domain.format import Text
from facilitation.projections.outcome import Outcome

MADE_HERE = Text("question faite pour cette expérience", "question made for this experiment")


def trust_in(dossier: Dossier, told: Outcome, name: str) -> Text:
    """What is printed beside a figure of a question, by its name in a session, or in the first that asked it."""
    for one in (told, *dossier.sessions):
        asked = (each for stage in one.stages for each in stage.questions if each.name == name)
        found = next(asked, None)
        if found is not None:
            return status_of(dossier.protocol, one.identity.format_id, found.root) or Text.same("")
    return Text.same("")


def label_of(dossier: Dossier, form: str, name: str) -> Text:
    """The words of a question, or its name where no session asked it."""
    held = (one for one in dossier.sessions if one.identity.format_id == form)
    asked = (each for one in held for stage in one.stages for each in stage.questions if each.name == name)
    return next((each.label for each in asked), Text.same(f"{form}/{name}"))


def status_of(protocol: Protocol | None, form: str, root: str) -> Text | None:
    """What is printed beside a figure of a question, by its format and the first question of its family. None where
    there is no protocol that could say.
    """
    if protocol is None:
        return None
    told = [_said(one) for one in covering(protocol, form, root)]
    if not told:
        return MADE_HERE
    return Text(" ; ".join(one.fr for one in told), "; ".join(one.en for one in told))


def covering(protocol: Protocol, form: str, root: str) -> Iterator[Instrument]:
    """The instruments that name this question."""
    return (one for one in protocol.instruments if f"{form}/{root}" in one.questions)


def _said(one: Instrument) -> Text:
    # Without its reference: that stands with the protocol, and an instrument may have a long one.
    return Text(f"{one.name} : {one.status.fr}", f"{one.name}: {one.status.en}")
