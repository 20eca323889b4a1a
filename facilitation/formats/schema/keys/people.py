"""Keys of the people: how many, their roles, tables and treatments."""

from facilitation.domain.format import Text
from facilitation.formats.schema.activities.questions import OPTION
from facilitation.formats.schema.shapes import Anything, Choice, Formula, Key, Named, Prose, Record, Slug, Truth, Whole

PARTICIPANTS = Record(
    "participants",
    Text(fr="Pour combien de personnes.", en="For how many people."),
    keys=(
        Key("min", Whole(1, 2000), Text(fr="Au moins.", en="At least."), True),
        Key("max", Whole(1, 2000), Text(fr="Au plus.", en="At most."), True),
    ),
)


ROLE = Record(
    "role",
    Text(
        fr="Un rôle que tiennent certaines personnes.",
        en="A part that some people play.",
    ),
    keys=(
        Key("label", Prose(), Text(fr="Le nom du rôle.", en="The role's name."), True),
        Key(
            "count",
            Whole(1, 1000),
            Text(fr="Combien de personnes.", en="How many people."),
        ),
        Key(
            "chosen by",
            Choice(("facilitator", "random", "vote", "everyone else", "rotation", "volunteers", "result")),
            Text(fr="Comment elles sont désignées.", en="How they are chosen."),
        ),
        Key(
            "per",
            Choice(("session", "group")),
            Text(
                fr="Tant de personnes en tout, ou dans chaque groupe.",
                en="So many people in all, or in each group.",
            ),
        ),
        Key(
            "optional",
            Truth(),
            Text(fr="Si le rôle peut rester vide.", en="Whether the role may stay empty."),
        ),
        Key(
            "block",
            Slug(),
            Text(
                fr="Le bloc dont c'est un rôle : on peut en tenir un autre dans un autre bloc.",
                en="The block it is a role of: one may play another in another block.",
            ),
        ),
    ),
)


TABLE = Record(
    "values table",
    Text(fr="Des valeurs à retrouver dans les calculs.", en="Values to look up in calculations."),
    keys=(
        Key(
            "values",
            Anything(),
            Text(
                fr="Les valeurs, chacune sous son mot, son nombre ou ses nombres (`1..3`) ; on peut les emboîter.",
                en="The values, each under its word, its number or its numbers (`1..3`); they may be nested.",
            ),
            True,
        ),
        Key(
            "otherwise",
            Formula(),
            Text(fr="La valeur de tout le reste.", en="The value of everything else."),
        ),
    ),
)


TREATMENT = Record(
    "treatment",
    Text(fr="Des variantes tirées au sort.", en="Variants drawn by lot."),
    keys=(
        Key("label", Prose(), Text(fr="Ce qui varie.", en="What varies."), True),
        Key(
            "options",
            Named(Slug(), OPTION, listed=True),
            Text(fr="Les variantes, chacune avec son nom.", en="The variants, each with its name."),
            True,
        ),
        Key(
            "per",
            Choice(("session", "group", "person")),
            Text(
                fr="Une variante pour la séance, par groupe, ou par personne.",
                en="One variant for the session, for each group, or for each person.",
            ),
        ),
    ),
)
