"""What two lists that readers hold beside a dossier, TIDieR and CAPS, ask for item by item, and whether it is there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from facilitation.documentation.dossier.gate import fields_of
from facilitation.documentation.dossier.quoting import quoted
from facilitation.documentation.dossier.shapes import Dossier
from facilitation.domain.format import Text

Guide = Literal["TIDieR", "CAPS"]

Mark = Literal["yes", "no", "not reported"]
"""Everything that an item asks for is there; something of it is; nothing is."""

MARKS: dict[Mark, Text] = {
    "yes": Text("oui", "yes"),
    "no": Text("non", "no"),
    "not reported": Text("non renseigné", "not reported"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list. `asks` names fields of the gate, texts (`text:` and the key) and what sessions bring."""

    guide: Guide
    name: Text
    where: str
    asks: tuple[str, ...]


def _played(dossier: Dossier) -> bool:
    return any(step.actual is not None for told in dossier.sessions for step in told.timeline)


BROUGHT: Mapping[str, Callable[[Dossier], bool]] = {
    "the format": lambda d: any(told.identity.format_version for told in d.sessions),
    "stages": lambda d: any(told.stages for told in d.sessions),
    "lengths": _played,
    "who came": lambda d: any(told.attendance.people for told in d.sessions),
    "quotations": lambda d: bool(quoted(d)),
    "a time to read": lambda d: bool(d.readings),
    "an opinion": lambda d: bool(d.advices),
    "day of the revisit": lambda d: d.revisit_on is not None or bool(d.revisits),
}
"""What the sessions bring, or others than the team, and no field asks for."""

ITEMS = (
    Item("TIDieR", Text("1. nom", "1. brief name"), "D0", ("Title",)),
    Item(
        "TIDieR",
        Text("2. pourquoi", "2. why"),
        "D2",
        ("Question", "Hypothesis", "Criteria: “we shall be right if…”", "Theory of change", "text:problem"),
    ),
    Item("TIDieR", Text("3. matériel", "3. materials"), "D5, D15", ("the format",)),
    Item("TIDieR", Text("4. procédures", "4. procedures"), "D5, D15", ("stages",)),
    Item("TIDieR", Text("5. par qui", "5. who provided"), "D0, D5", ("Organisations in charge", "text:adaptations")),
    Item("TIDieR", Text("6. comment", "6. how"), "D4, D15", ("who came",)),
    Item(
        "TIDieR",
        Text("7. où", "7. where"),
        "D3",
        ("Field site", "Authorisations of the site, none left open"),
    ),
    Item("TIDieR", Text("8. quand, combien", "8. when and how much"), "D6", ("A session held", "lengths")),
    Item("TIDieR", Text("9. ajustements prévus", "9. tailoring"), "D5", ("text:adaptations",)),
    Item("TIDieR", Text("10. modifications", "10. modifications"), "D5, D6", ("Frozen protocol", "lengths")),
    Item("TIDieR", Text("11. fidélité prévue", "11. planned fidelity"), "D6", ("stages",)),
    Item("TIDieR", Text("12. fidélité réelle", "12. actual fidelity"), "D6", ("lengths", "text:key-moments")),
    Item(
        "CAPS",
        Text("un résumé", "a summary"),
        "D1",
        tuple(f"text:essential-{name}" for name in ("done", "results", "learnings", "limit", "next")),
    ),
    Item(
        "CAPS",
        Text("une carte d'identité complète", "a complete identity card"),
        "D0",
        ("Title", "Organisations in charge", "Field site", "A session held", "Licence", "Keywords", "Contact"),
    ),
    Item(
        "CAPS",
        Text("contexte et situation de départ", "context and starting situation"),
        "D3",
        ("text:territory", "text:constraints"),
    ),
    Item(
        "CAPS",
        Text("qui a pris part, et comment les personnes concernées", "who was involved, and how people concerned were"),
        "D4",
        ("who came", "text:missing", "text:involvement"),
    ),
    Item(
        "CAPS",
        Text("étapes, éléments saillants, moments clés", "steps, salient elements, key moments"),
        "D6",
        ("lengths", "text:key-moments"),
    ),
    Item("CAPS", Text("compétences et outils", "skills and tools"), "D5, D12", ("Instruments", "text:cost")),
    Item("CAPS", Text("paroles des acteurs", "words of those involved"), "D7", ("quotations",)),
    Item(
        "CAPS",
        Text("ce qui a aidé, freiné, effets inattendus", "what helped, what hindered, unexpected effects"),
        "D9",
        ("text:success", "text:obstacles", "text:side-effects"),
    ),
    Item(
        "CAPS",
        Text("enseignements, et sur quoi ils reposent", "lessons, each with what it rests on"),
        "D10",
        ("One learning at least", "The reason for each confidence"),
    ),
    Item(
        "CAPS",
        Text("que transmettre à qui commence", "what to pass on to somebody who begins"),
        "D12",
        ("text:essential-to-keep", "text:adaptable", "text:avoid", "text:cost", "text:again"),
    ),
    Item("CAPS", Text("limites", "limits"), "D13", ("text:limits",)),
    Item("CAPS", Text("suites", "follow-up"), "D11", ("One commitment at least", "day of the revisit")),
    Item("CAPS", Text("relu par les intéressés", "read again by those concerned"), "D14", ("a time to read",)),
    Item("CAPS", Text("avis de relecteurs", "opinion of reviewers"), "D14", ("an opinion",)),
)


def mark_of(item: Item, dossier: Dossier) -> Mark:
    """Whether a dossier has what an item asks for. A text that the records do not keep is not there."""
    known = {
        field.form if field.form.startswith("text:") else field.name.en: field.filled for field in fields_of(dossier)
    }
    written = {f"text:{text.key}": bool(text.body.strip()) for text in dossier.texts}
    checks = {**BROUGHT, **known}
    there = [checks[name](dossier) if name in checks else written.get(name, False) for name in item.asks]
    return "yes" if all(there) else "no" if any(there) else "not reported"
