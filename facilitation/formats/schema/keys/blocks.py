"""Keys of what stands in the plan: stages, what is repeated, what is taken from another format."""

from facilitation.domain.format import Text
from facilitation.formats.schema.shapes import (
    Anything,
    Choice,
    Formula,
    Key,
    Kinds,
    Listed,
    Minutes,
    Name,
    Named,
    Prose,
    Record,
    Reference,
    Slug,
    Truth,
)

TIMES = Record(
    "times",
    Text(fr="Combien de fois.", en="How many times."),
    short="times",
    keys=(
        Key(
            "times",
            Formula(),
            Text(
                fr="Le nombre de tours ; le plus grand, si la fin est ouverte.",
                en="The number of rounds; the most, if the end is open.",
            ),
        ),
        Key(
            "for each",
            Choice(("member", "card")),
            Text(
                fr="Un tour pour chaque membre du groupe, dans le rôle que dit `as`, ou pour chaque carte de `of`.",
                en="One round for each member of the group, in the role that `as` says, or for each card of `of`.",
            ),
        ),
        Key(
            "of",
            Reference("board"),
            Text(
                fr="Le tableau dont on prend les cartes une à une, les premières du vote d'abord.",
                en="The board whose cards are taken one by one, the first of the vote first.",
            ),
        ),
        Key(
            "as",
            Reference("role"),
            Text(fr="Le rôle que chacun tient à son tour.", en="The role that each plays in turn."),
        ),
        Key(
            "until",
            Formula(),
            Text(
                fr="Ce qui met fin aux tours, pour la salle ou groupe par groupe ; regardé à la fin de chacun.",
                en="What ends the rounds, for the room or group by group; looked at when each of them closes.",
            ),
        ),
        Key(
            "chance",
            Formula(),
            Text(
                fr="La probabilité d'un tour de plus, entre 0 et 1, tirée à la fin de chacun.",
                en="The chance of one more round, from 0 to 1, drawn when each of them closes.",
            ),
        ),
        Key(
            "again",
            Choice(("on request",)),
            Text(
                fr="Un tour de plus seulement si l'animation le demande.",
                en="One more round only if the facilitator asks for it.",
            ),
        ),
    ),
)


BLOCKS = Kinds(("stage", "repeat", "use"))


REPEAT = Record(
    "repeat",
    Text(fr="Des étapes jouées plusieurs fois.", en="Stages played several times."),
    keys=(
        Key("repeat", TIMES, Text(fr="Combien de fois.", en="How many times."), True),
        Key(
            "stages",
            Listed(BLOCKS, alone=False),
            Text(fr="Les étapes répétées.", en="The stages repeated."),
            True,
        ),
    ),
)


USE = Record(
    "use",
    Text(fr="Un autre format, joué ici comme une étape.", en="Another format, played here as a part of this one."),
    keys=(
        Key("use", Slug(), Text(fr="Le nom de cet autre format.", en="The name of that other format."), True),
        Key(
            "as",
            Name(),
            Text(
                fr="Le nom du bloc : ses étapes, tableaux et questions s'appellent ensuite `bloc_nom`.",
                en="The name of the block: its stages, boards and questions are then called `block_name`.",
            ),
        ),
        Key(
            "title",
            Prose(),
            Text(fr="Ce qui précède le titre de chaque étape.", en="What stands before the title of each stage."),
        ),
        Key(
            "settings",
            Named(Name(), Anything()),
            Text(
                fr="Ses réglages : une valeur, ou le nom d'un réglage de ce format ; les autres restent à régler.",
                en="Its settings: a value, or the name of a setting of this format; the others can still be adjusted.",
            ),
        ),
        Key(
            "share",
            Named(Name(), Name()),
            Text(
                fr="Ce qu'il a en commun avec ce format : son tableau ou son rôle, et celui d'ici qui en tient lieu.",
                en="What it has in common with this format: its board or role, and the one here that stands for it.",
            ),
        ),
        Key(
            "minutes",
            Named(Slug(), Minutes()),
            Text(fr="D'autres durées pour ses étapes.", en="Other durations for its stages."),
        ),
        Key(
            "leave out",
            Listed(Slug()),
            Text(fr="Ses étapes que l'on ne joue pas.", en="Its stages that are not played."),
        ),
        Key(
            "document",
            Truth(),
            Text(
                fr="Si ses parties vont dans le document ; oui, si rien n'est dit.",
                en="Whether its parts go into the document; yes, if nothing is said.",
            ),
        ),
    ),
)
