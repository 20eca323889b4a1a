"""How a guide says the mechanics of a stage: who sits with whom, who reads what, how a vote goes, what ends it."""

from collections.abc import Callable

from facilitation.documentation.typography import in_both
from facilitation.domain.format import Format, Grouping, Role, Stage, Text, Visibility, Vote

Say = Callable[[Text], Text]
"""Words with the usual settings filled in."""

GROUPS: dict[str, Text] = {
    "alone": in_both("chacun seul", "each alone"),
    "everyone": in_both("toute la salle ensemble", "the whole room together"),
    "merge": in_both("les groupes se réunissent", "groups come together"),
    "same as": in_both("les mêmes groupes qu'avant", "the same groups as before"),
    "among": in_both("en groupes nommés", "in named groups"),
    "cards of": in_both("un groupe autour de chaque carte", "a group around each card"),
}

READERS: dict[str, Text] = {
    "author": in_both("son auteur seul", "its author alone"),
    "group": in_both("le groupe", "the group"),
    "everyone": in_both("toute la salle", "the whole room"),
    "facilitator": in_both("l'animation", "the facilitator"),
    "nobody": in_both("personne", "nobody"),
    "totals": in_both("toute la salle, en totaux", "the whole room, as totals"),
}

MOMENTS: dict[str, Text] = {
    "everyone answered": in_both("quand tous ont répondu", "once all have answered"),
    "stage ends": in_both("à la fin de l'étape", "when the stage ends"),
    "reveal": in_both("quand vous dévoilez", "when you reveal"),
}

REVEALS: dict[str, Text] = {
    "at the end": in_both("résultat à la fin", "result at the end"),
    "when revealed": in_both("résultat quand vous dévoilez", "result when you reveal"),
    "live": in_both("résultat en direct", "result as it comes"),
    "later": in_both("résultat plus tard", "result later"),
}

MANNERS: dict[str, Text] = {
    "dots": in_both("vote par gommettes", "vote with dots"),
    "thumbs": in_both("vote au pouce", "vote with thumbs"),
    "consent": in_both("vote par consentement", "vote by consent"),
    "keep or drop": in_both("garder ou laisser", "keep or drop"),
    "ranking": in_both("classement", "ranking"),
}

CHOSEN: dict[str, Text] = {
    "facilitator": in_both("vous la choisissez", "you choose"),
    "random": in_both("par tirage au sort", "drawn at random"),
    "vote": in_both("par un vote", "by a vote"),
    "everyone else": in_both("tous les autres", "everyone else"),
    "rotation": in_both("chacun à son tour", "each in turn"),
    "volunteers": in_both("des volontaires", "volunteers"),
    "result": in_both("selon ce qui sort du jeu", "by what comes out of the game"),
}

ENDS: dict[str, Text] = {
    "facilitator": in_both("quand vous passez à la suite", "when you go on"),
    "everyone answered": in_both("quand tous ont répondu", "once all have answered"),
    "timer ends": in_both("à la fin du temps", "when the time is up"),
}


def groups_said(groups: Grouping, say: Say) -> Text:
    """How people are put together."""
    size = _number(groups.size, say)
    if groups.how == "size" and size:
        return in_both(f"en groupes de {size}", f"in groups of {size}")
    return GROUPS.get(groups.how) or in_both("en petits groupes", "in small groups")


def readers_said(form: Format, seen: Visibility) -> Text:
    """Who reads what is written, and from when on."""
    first = _readers(form, seen.first)
    if seen.until is None or seen.then is None:
        return first
    moment, then = MOMENTS[seen.until], _readers(form, seen.then)
    return Text(f"{first.fr}, puis, {moment.fr}, {then.fr}", f"{first.en}; {moment.en}, {then.en}")


def role_said(role: Role) -> Text:
    """How many play a part, and how they come to it."""
    how = CHOSEN[role.chosen_by]
    if role.chosen_by == "everyone else":
        return how
    many = Text(f"{role.count} par groupe", f"{role.count} in each group") if role.per == "group" else None
    many = many or Text.same(str(role.count))
    return Text(f"{many.fr}, {how.fr}", f"{many.en}, {how.en}")


def vote_said(vote: Vote, say: Say) -> Text:
    """How one votes, and when the result is seen."""
    manner, reveal = MANNERS[vote.manner], REVEALS[vote.reveal]
    dots = _number(vote.dots, say)
    if vote.manner == "dots" and dots:
        manner = in_both(f"{dots} gommettes par personne", f"{dots} dots each")
    return Text(f"{manner.fr}\u00a0; {reveal.fr}", f"{manner.en}; {reveal.en}")


def ends_said(stage: Stage) -> Text:
    """What ends a stage: whichever comes first."""
    said = [ENDS[pace] for pace in ENDS if pace in stage.paces]
    if stage.goes_on_if is not None:
        said.append(in_both("quand sa condition est remplie", "once its condition is met"))
    return Text(" ou ".join(each.fr for each in said), " or ".join(each.en for each in said))


def _number(formula: str | None, say: Say) -> str:
    """What a formula gives with the usual settings; nothing where it needs a room of people."""
    found = say(Text.same(f"{{{formula}}}")).en if formula else ""
    return found if found.isdecimal() else ""


def _readers(form: Format, audience: str) -> Text:
    if audience.startswith("role:"):
        name = audience.removeprefix("role:")
        return next((role.label for role in form.roles if role.name == name), Text.same(name))
    return READERS.get(audience, READERS["facilitator"])
