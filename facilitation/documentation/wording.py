"""Numbers of things and coarse counts, as sentences of the documents say them."""

from fractions import Fraction

from facilitation.documentation.typography import NBSP, in_both
from facilitation.domain.format import Text
from facilitation.projections.outcome.shapes import Counted, Unprinted


def some(number: int, one: tuple[str, str], many: tuple[str, str]) -> Text:
    """A number with its word: `some(2, ("carte", "card"), ("cartes", "cards"))`. French counts zero as one."""
    french = one[0] if number < 2 else many[0]
    english = one[1] if number == 1 else many[1]
    return Text(fr=f"{number}{NBSP}{french}", en=f"{number}{NBSP}{english}")


def out_of(count: Counted, people: int) -> Text:
    """A count of people, as precise as it may be."""
    if count.exactly is not None:
        return in_both(f"{count.exactly} sur {people}", f"{count.exactly} of {people}")
    if count.at_least is not None:
        return in_both(f"au moins {count.at_least} sur {people}", f"at least {count.at_least} of {people}")
    if count.fewer_than == people:
        return in_both(f"pas toutes, sur {people}", f"not all, of {people}")
    return in_both(f"moins de {count.fewer_than} sur {people}", f"fewer than {count.fewer_than} of {people}")


def coarse(count: Counted, people: int) -> Text:
    """The same in the cell of a table that tells beside it how many people there were."""
    if count.exactly is not None:
        return in_both(str(count.exactly), str(count.exactly))
    if count.at_least is not None:
        return in_both(f"au moins {count.at_least}", f"at least {count.at_least}")
    if count.fewer_than == people:
        return in_both("pas toutes", "not all")
    return in_both(f"moins de {count.fewer_than}", f"under {count.fewer_than}")


def share(part: int, whole: int) -> Text:
    """« 7 sur 12 »; a percentage beside it only from 20 on."""
    french, english = f"{part} sur {whole}", f"{part} of {whole}"
    if whole < 20:
        return in_both(french, english)
    percent = int(Fraction(part * 100, whole) + Fraction(1, 2))
    return Text(fr=f"{french} ({percent}{NBSP}%)", en=f"{english} ({percent}%)")


def why_unprinted(unprinted: Unprinted) -> tuple[Text, ...]:
    """One sentence per reason for which contributions are counted and not reproduced."""
    sentences = []
    if unprinted.no_consent:
        sentences.append(
            _sentence(unprinted.no_consent, ("faute d’accord", "because their authors did not agree to it"))
        )
    if unprinted.hidden:
        sentences.append(
            _sentence(
                unprinted.hidden,
                ("retirées de l’affichage par l’animation", "taken off the screens by the facilitator"),
            )
        )
    if unprinted.personal:
        sentences.append(_sentence(unprinted.personal, ("vues de leur seul auteur", "seen by their author alone")))
    if unprinted.left_out:
        sentences.append(_sentence(unprinted.left_out, ("comme promis à la salle", "as the room was promised")))
    if unprinted.unpublished:
        sentences.append(
            _sentence(
                unprinted.unpublished,
                (
                    "faute d’accord pour une diffusion extérieure",
                    "because their authors did not agree to publication outside",
                ),
            )
        )
    return tuple(sentences)


def _sentence(number: int, why: tuple[str, str]) -> Text:
    if number == 1:
        french = why[0].replace("retirées", "retirée").replace("vues de leur", "vue de son")
        english = why[1].replace("their authors", "its author").replace("their author", "its author")
        return in_both(
            f"1 contribution n'est pas reproduite, {french}.", f"1 contribution is not reproduced, {english}."
        )
    return in_both(
        f"{number} contributions ne sont pas reproduites, {why[0]}.",
        f"{number} contributions are not reproduced, {why[1]}.",
    )


PLACES = {
    "title": Text("titre", "title"),
    "instruction": Text("consigne", "instruction"),
    "show": Text("texte montré", "text shown"),
    "facilitator_notes": Text("note d'animation", "facilitator's note"),
    "tell": Text("consigne d'un rôle", "instruction of a role"),
    "prompt": Text("question du tableau", "question of the board"),
    "label": Text("question", "question"),
}


def text_place(place: str) -> Text:
    """Which text of a stage got other words, said without the names that formats use."""
    return PLACES.get(place.partition(":")[0], Text.same(place))
