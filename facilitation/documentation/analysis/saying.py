"""What was read of the material, by how many people, in words: never more than was."""

from facilitation.documentation.analysis.themes import ThemeTable
from facilitation.domain.format import Text


def read_said(found: ThemeTable) -> Text:
    """How much of it was read, and how much of that by two people apart."""
    much, who = _much(found), _who(found)
    return Text(f"{much.fr} {who.fr}", f"{much.en} {who.en}")


def _much(found: ThemeTable) -> Text:
    noted = Text("et noté les thèmes qui s'y trouvent.", "and noted the themes in them.")
    if found.read < found.of:
        return Text(
            f"Nous avons lu {found.read} des {found.of} contributions et moments retenus, {noted.fr}",
            f"We read {found.read} of the {found.of} contributions and kept moments, {noted.en}",
        )
    if found.read == 1:
        return Text(
            f"Nous avons lu une contribution ou un moment retenu, {noted.fr}",
            "We read one contribution or kept moment, and noted the themes in it.",
        )
    return Text(
        f"Nous avons lu {found.read} contributions et moments retenus, {noted.fr}",
        f"We read {found.read} contributions and kept moments, {noted.en}",
    )


def _who(found: ThemeTable) -> Text:
    if found.coders < 2:
        return Text(
            "Une seule personne a lu chacun ; personne d'autre n'a vérifié.",
            "One person read each; nobody else checked.",
        )
    if found.double == 0:
        return Text(
            "Chacune a été lue par une seule personne ; personne d'autre n'a vérifié.",
            "Each was read by one person; nobody else checked.",
        )
    if found.double is None:
        return Text(f"{found.coders} personnes ont lu.", f"{found.coders} people read.")
    apart = Text("sans voir ce que notait l'autre", "without seeing what the other noted")
    if found.double == found.read:
        return Text(
            f"Deux personnes au moins ont tout lu, chacune {apart.fr}.",
            f"At least two people read it all, each {apart.en}.",
        )
    return Text(
        f"Dont {found.double} par deux personnes au moins, chacune {apart.fr} ; le reste par une seule.",
        f"Of these, {found.double} by at least two people, each {apart.en}; the rest by one alone.",
    )
