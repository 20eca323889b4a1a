"""How a question may be answered, in a few words: a scale from here to there, one of these, free words."""

from collections.abc import Callable, Iterable

from facilitation.documentation.typography import NBSP, in_both
from facilitation.domain.format import Option, Question, QuestionKind, Text

Say = Callable[[Text], Text]

KINDS: dict[QuestionKind, Text] = {
    "short text": in_both("quelques mots", "a few words"),
    "long text": in_both("texte libre", "free text"),
    "whole number": in_both("un nombre entier", "a whole number"),
    "number": in_both("un nombre", "a number"),
    "choice": in_both("un choix", "one choice"),
    "choices": in_both("un ou plusieurs choix", "one choice or several"),
    "scale": in_both("une échelle", "a scale"),
    "ranking": in_both("un classement", "a ranking"),
    "list": in_both("un tableau à remplir", "a table to fill in"),
    "yes-no": in_both("oui ou non", "yes or no"),
    "link": in_both("une adresse", "an address"),
    "amounts": in_both("un nombre pour chaque membre du groupe", "a number for each member of the group"),
    "items": in_both("une réponse pour chaque ligne", "an answer for each line"),
}
PERSON = in_both("une personne du groupe", "a person of the group")
DAY = in_both("une date", "a day")
BY_GROUP = in_both("une réponse par groupe", "one answer for each group")
UNNAMED = in_both("réponses lues sans leur auteur", "read without their author")


def answers_said(question: Question, say: Say) -> Text:
    """The kind of answer, its bounds, what can be picked, and how it is read."""
    kind = PERSON if question.people else DAY if question.day else KINDS[question.kind]
    parts = [_with(kind, (*question.options, *question.items), question.columns, say)]
    if question.minimum and question.maximum:
        low, high = (f"{{{bound}}}" for bound in (question.minimum, question.maximum))
        parts.append(say(Text(f"de {low} à {high}", f"from {low} to {high}")))
    if question.answered_by == "group":
        parts.append(BY_GROUP)
    if question.anonymous:
        parts.append(UNNAMED)
    return _joined(parts, f"{NBSP}; ", "; ")


def _with(kind: Text, options: Iterable[Option], columns: tuple[Text, ...], say: Say) -> Text:
    words = [said for each in (*(option.label for option in options), *columns) if (said := say(each)).fr]
    if not words:
        return kind
    listed = _joined(words, ", ", ", ")
    return in_both(f"{kind.fr} : {listed.fr}", f"{kind.en}: {listed.en}")


def _joined(parts: Iterable[Text], fr: str, en: str) -> Text:
    several = tuple(parts)
    return Text(fr.join(each.fr for each in several), en.join(each.en for each in several))
