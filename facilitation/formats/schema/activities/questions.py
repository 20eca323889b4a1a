"""Keys of questions and their options."""

from facilitation.domain.format import Text
from facilitation.formats.schema.activities.seeing import ANYONE
from facilitation.formats.schema.shapes import (
    Choice,
    Formula,
    Key,
    Listed,
    Named,
    Prose,
    Record,
    Reference,
    Slug,
    Truth,
    Whole,
)

OPTION = Record(
    "option",
    Text(fr="Une réponse que l'on peut choisir.", en="An answer that can be picked."),
    short="label",
    keys=(
        Key("label", Prose(), Text(fr="La réponse, telle qu'on la lit.", en="The answer, as people read it."), True),
        Key(
            "worth",
            Formula(),
            Text(
                fr="Le nombre pour lequel elle compte dans les calculs.",
                en="The number it counts as in calculations.",
            ),
        ),
    ),
)


QUESTION = Record(
    "question",
    Text(fr="Une question posée dans une étape.", en="A question asked in a stage."),
    unless="same as",
    keys=(
        Key(
            "type",
            Choice(
                (
                    "short text",
                    "long text",
                    "whole number",
                    "number",
                    "choice",
                    "choices",
                    "scale",
                    "ranking",
                    "list",
                    "yes-no",
                    "link",
                    "date",
                    "person",
                ),
                also={"yes no": "yes-no"},
            ),
            Text(fr="La sorte de réponse attendue.", en="The kind of answer expected."),
            needed=True,
        ),
        Key(
            "label",
            Prose(),
            Text(
                fr="La question, telle qu'on la lit.",
                en="The question, as people read it.",
            ),
            True,
        ),
        Key(
            "help",
            Prose(),
            Text(fr="Une aide, sous la question.", en="Some help, under the question."),
        ),
        Key(
            "min",
            Formula(),
            Text(fr="La plus petite valeur acceptée.", en="The smallest value accepted."),
        ),
        Key(
            "max",
            Formula(),
            Text(fr="La plus grande valeur acceptée.", en="The largest value accepted."),
        ),
        Key(
            "options",
            Named(Slug(), OPTION, listed=True),
            Text(fr="Les réponses possibles.", en="The answers to choose from."),
        ),
        Key(
            "columns",
            Listed(Prose(), alone=False),
            Text(
                fr="Les colonnes d'une liste à remplir.",
                en="The columns of a list to fill in.",
            ),
        ),
        Key(
            "for each",
            Choice(("other member", "item", "card")),
            Text(
                fr="Une valeur pour chaque autre membre du groupe, chaque élément de `items`, ou chaque carte de `of`.",
                en="One value for each other member of the group, each of the `items`, or each card of `of`.",
            ),
        ),
        Key(
            "items",
            Named(Slug(), Prose(), listed=True),
            Text(fr="Les éléments, un par un.", en="The items, one by one."),
        ),
        Key(
            "of",
            Reference("board"),
            Text(
                fr="Le tableau dont les cartes sont les éléments, ou que relient les lignes d'une liste.",
                en="The board whose cards are the items, or which the rows of a list link.",
            ),
        ),
        Key(
            "total",
            Formula(),
            Text(
                fr="Ce que ces nombres peuvent faire en tout, au plus.", en="The most these numbers may come to in all."
            ),
        ),
        Key(
            "shown as",
            Prose("person"),
            Text(
                fr="Comment chaque membre est désigné ; les valeurs sont les siennes.",
                en="How each member is named; the values are theirs.",
            ),
        ),
        Key(
            "same as",
            Reference("question"),
            Text(
                fr="La question posée plus tôt que l'on repose ici, pour comparer ; son type, ses bornes et ses mots.",
                en="The earlier question that is asked again here, to compare: its type, its limits and its words.",
            ),
        ),
        Key("asked of", ANYONE, Text(fr="Qui doit répondre.", en="Who must answer.")),
        Key(
            "answered by",
            Choice(("person", "group")),
            Text(
                fr="Une réponse par personne, ou une pour le groupe.",
                en="One answer each, or one for the group.",
            ),
        ),
        Key(
            "anonymous",
            Truth(),
            Text(
                fr="Seul le total est montré, jamais qui a répondu.",
                en="Only totals are shown, never who answered.",
            ),
        ),
        Key(
            "required",
            Truth(),
            Text(fr="S'il faut répondre.", en="Whether an answer is needed."),
        ),
        Key(
            "longest",
            Whole(1, 20_000),
            Text(fr="Le nombre de signes permis.", en="How many characters are allowed."),
        ),
    ),
)
