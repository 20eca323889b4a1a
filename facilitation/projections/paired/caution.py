"""How a test of significance is told: what it gave, what that means in plain words, and its caution."""

from fractions import Fraction

from facilitation.domain.format import Text
from facilitation.projections.paired.shapes import Tried
from facilitation.projections.paired.significance import MOST

NAMES = {
    "sign": Text("Test des signes", "Sign test"),
    "signed-rank": Text("Test des rangs signés (Wilcoxon)", "Signed-rank test (Wilcoxon)"),
}

LEAST = Fraction(1, 1000)


def found_said(tried: Tried) -> Text:
    """What it gave, or why nothing is given."""
    if tried.kept_back:
        return Text(
            "demandé, et non donné : il dirait quelque chose de trop peu de personnes.",
            "asked for, and not given: it would tell something of too few people.",
        )
    if tried.p is None and tried.used:
        return Text(f"non calculé au-delà de {MOST} personnes.", f"not worked out beyond {MOST} people.")
    if tried.p is None:
        return Text("personne n'a changé de réponse.", "nobody changed their answer.")
    used, stayed, p = tried.used, tried.stayed, p_said(tried.p)
    return Text(
        f"{p.fr} ({used} réponses différentes, {stayed} pareilles laissées de côté ; exact, bilatéral).",
        f"{p.en} ({used} answers that differ, {stayed} alike left out; exact, two-sided).",
    )


def meaning_of(tried: Tried) -> Text | None:
    """The same in plain words."""
    if tried.p is None:
        return None
    often = _often(tried.p)
    return Text(
        "Si chacun avait eu autant de chances d'aller vers le haut que vers le bas, un écart au moins aussi net se "
        f"verrait {often.fr}.",
        f"Had everyone been as likely to go up as down, a difference at least as clear would be seen {often.en}.",
    )


def caution_of(tried: Tried) -> Text:
    """What must be kept in mind, in plain words."""
    many = _among(tried.among)
    when = (
        Text("Il a été demandé avant la première séance.", "It was asked for before the first session.")
        if tried.beforehand
        else Text(
            "Il a été demandé après la première séance, quand des réponses étaient peut-être connues : il vaut moins.",
            "It was asked for after the first session, when answers may have been known: it is worth less.",
        )
    )
    few = Text(
        "Peu de personnes : un grand nombre ne dit pas qu'il n'y a pas d'écart. Sans groupe de comparaison, un petit "
        "nombre ne dit pas d'où vient l'écart.",
        "Few people: a large number does not say that there is no difference. Without a group to compare with, a small "
        "number does not say where a difference comes from.",
    )
    return Text(f"{when.fr} {many.fr} {few.fr}", f"{when.en} {many.en} {few.en}")


def _among(count: int) -> Text:
    if count == 1:
        return Text("C'est le seul test demandé.", "It is the only test that was asked for.")
    return Text(
        f"C'est un des {count} tests demandés : plus on en fait, plus il s'en trouve qui donnent un petit nombre par "
        "hasard.",
        f"It is one of the {count} tests that were asked for: the more there are, the more of them give a small number "
        "by chance.",
    )


def p_said(p: Fraction) -> Text:
    """« p = 0,034 »; below a thousandth, only that."""
    if p < LEAST:
        return Text("p < 0,001", "p < 0.001")
    said = f"{float(round(p, 3)):.3f}".rstrip("0").rstrip(".")
    return Text(f"p = {said.replace('.', ',')}", f"p = {said}")


def _often(p: Fraction) -> Text:
    in_hundred = int(p * 100 + Fraction(1, 2))
    if in_hundred < 1:
        return Text("moins d'une fois sur cent", "less than once in a hundred times")
    if in_hundred >= 100:
        return Text("à chaque fois", "every time")
    return Text(f"environ {in_hundred} fois sur 100", f"about {in_hundred} times in 100")
