"""The words of a comparison: what was answered, never what a session would have done to it."""

from collections.abc import Sequence
from fractions import Fraction

from facilitation.domain.format import Text
from facilitation.projections.filling import number
from facilitation.projections.paired.shapes import Comparison
from facilitation.projections.paired.small import Directions

ANSWER = Text("Réponse", "Answer")
PERCENT_FROM = 20
"""Below so many people no percentage is given: one person would be worth more than five of them."""


def ways_of(found: Comparison) -> tuple[Text, Text, Text]:
    """What answering higher, the same, lower the second time is called."""
    if found.yes_no:
        return (
            Text("↑ de non à oui", "↑ from no to yes"),
            Text("= même réponse", "= same answer"),
            Text("↓ de oui à non", "↓ from yes to no"),
        )
    return (Text("↑ plus haut", "↑ higher"), Text("= pareil", "= the same"), Text("↓ plus bas", "↓ lower"))


def answered(found: Comparison) -> Text:
    """Of whom the comparison tells."""
    n = found.both or 0
    return Text(
        f"{n} personne{'s' if n > 1 else ''} {'ont' if n > 1 else 'a'} répondu deux fois",
        f"{n} {'people' if n != 1 else 'person'} answered twice",
    )


def reading(found: Comparison) -> Text:
    """The one sentence."""
    if found.both is None:
        return Text("Trop peu de personnes pour en dire quelque chose.", "Too few people for anything to be told.")
    said = answered(found)
    told = found.directions
    if told is None:
        return Text(f"{said.fr} : trop peu pour en dire plus.", f"{said.en}: too few to say more.")
    if told.together == found.both:
        french = ["trop peu dans un des sens pour les compter à part"]
        english = ["too few went one of the ways to be counted apart"]
    else:
        french, english = _counted(found, told)
    fr, en = f"{said.fr} : {', '.join(french)}", f"{said.en}: {', '.join(english)}"
    if found.sides and not found.yes_no:
        one, two = (side.median for side in found.sides)
        a, b = found.moments
        fr += f". Médiane : {number(one, 'fr')} ({a.fr.lower()}), {number(two, 'fr')} ({b.fr.lower()})"
        en += f". Median: {number(one, 'en')} ({a.en.lower()}), {number(two, 'en')} ({b.en.lower()})"
    return Text(fr + ".", en + ".")


def _counted(found: Comparison, told: Directions) -> tuple[list[str], list[str]]:
    french, english = [], []
    for name, cell in zip(ways_of(found), told.cells, strict=True):
        if cell is not None:
            french.append(f"{cell} {_bare(name.fr)}")
            english.append(f"{cell} {_bare(name.en)}")
    if told.together:
        hidden = either([name for name, cell in zip(ways_of(found), told.cells, strict=True) if cell is None])
        french.append(f"{told.together} {_bare(hidden.fr)}")
        english.append(f"{told.together} {_bare(hidden.en)}")
    return french, english


def either(names: Sequence[Text]) -> Text:
    """« pareil ou plus bas »."""
    return Text(" ou ".join(name.fr for name in names), " or ".join(name.en for name in names))


def _bare(words: str) -> str:
    """The words without their sign, which a sentence does not need."""
    return " ".join(word for word in words.split() if word not in ("↑", "=", "↓"))


def median_said(value: Fraction) -> Text:
    """« médiane 3,5 »."""
    return Text(f"médiane {number(value, 'fr')}", f"median {number(value, 'en')}")


def many(count: int | None) -> Text:
    """A number of answers; a dash where it may not be told."""
    return Text.same("–" if count is None else str(count))


def share(part: int, whole: int) -> Text:
    """« 7 sur 12 »; a percentage beside it only where there are enough people."""
    if whole < PERCENT_FROM:
        return Text(f"{part} sur {whole}", f"{part} of {whole}")
    percent = int(Fraction(part * 100, whole) + Fraction(1, 2))
    return Text(f"{part} sur {whole} ({percent}\u00a0%)", f"{part} of {whole} ({percent}%)")
