"""Keys of a stage."""

from facilitation.domain.format import Text
from facilitation.formats.schema.activities.boards import BOARD
from facilitation.formats.schema.activities.charts import CHART
from facilitation.formats.schema.activities.choosing import CARRY, CHOOSE, VOTE
from facilitation.formats.schema.activities.computing import COMPUTE
from facilitation.formats.schema.activities.grouping import ASSIGN, GROUPS
from facilitation.formats.schema.activities.questions import QUESTION
from facilitation.formats.schema.activities.seeing import VISIBILITY
from facilitation.formats.schema.shapes import (
    Choice,
    Formula,
    Key,
    Listed,
    Minutes,
    Name,
    Named,
    Pace,
    Prose,
    Record,
    Reference,
    Slug,
    Whole,
)
from facilitation.formats.schema.talking import TURNS

GUIDE = Record(
    "guide",
    Text(
        fr="Pour l'animation seulement ; jamais envoyé aux participants.",
        en="For those who facilitate; never sent to participants.",
    ),
    keys=(
        Key("say", Prose(), Text(fr="Ce qu'il y a à dire.", en="What to say.")),
        Key(
            "watch",
            Listed(Prose()),
            Text(
                fr="Ce qu'il faut observer ; en liste, une grille où les observateurs comptent chaque ligne.",
                en="What to watch; as a list, a grid in which observers count each line.",
            ),
        ),
        Key("plan b", Prose(), Text(fr="Que faire si cela tourne autrement.", en="What to do if it goes otherwise.")),
        Key("materials", Prose(), Text(fr="Ce qu'il faut apporter.", en="What to bring.")),
        Key("room", Prose(), Text(fr="Comment installer la salle.", en="How to set up the room.")),
    ),
)


HANDOUT = Record(
    "handout",
    Text(fr="Un document remis aux participants.", en="A document handed out to participants."),
    keys=(
        Key("title", Prose(), Text(fr="Son titre.", en="Its title."), True),
        Key("text", Prose("session"), Text(fr="Ce qu'il y a à lire.", en="What there is to read.")),
        Key(
            "columns",
            Listed(Prose(), alone=False),
            Text(fr="Les colonnes de son tableau.", en="The columns of its table."),
        ),
        Key(
            "rows",
            Listed(Listed(Prose(), alone=False), alone=False),
            Text(fr="Les lignes de son tableau.", en="The rows of its table."),
        ),
        Key(
            "for",
            Reference("role"),
            Text(
                fr="Pour qui il est : un rôle ou une variante ; sinon, pour tous.",
                en="Whom it is for: a role or a variant; otherwise, for everyone.",
            ),
        ),
    ),
)


STAGE = Record(
    "stage",
    Text(fr="Une chose à faire à la fois.", en="One thing to do at a time."),
    keys=(
        Key(
            "stage",
            Slug(),
            Text(fr="L'identifiant de l'étape.", en="The stage's own name."),
            True,
        ),
        Key(
            "block",
            Slug(),
            Text(
                fr="Le bloc dont c'est une étape ; écrit tout seul.",
                en="The block it is a stage of; written by itself.",
            ),
        ),
        Key(
            "in plain words",
            Prose("session"),
            Text(
                fr="La consigne en langage clair, que chacun peut choisir sur son téléphone.",
                en="The instruction in plain words, which each may choose on the phone.",
            ),
        ),
        Key(
            "serves",
            Listed(Whole(1, 50)),
            Text(
                fr="Les objectifs qu'elle sert, par leur numéro dans la liste.",
                en="The objectives it serves, by their number in the list.",
            ),
        ),
        Key("guide", GUIDE, Text(fr="Pour l'animation, à cette étape.", en="For the facilitator, at this stage.")),
        Key(
            "survey",
            Choice(("before", "after", "looking back", "evaluation")),
            Text(fr="Si c'est un questionnaire, lequel.", en="If it is a survey, which one."),
        ),
        Key("title", Prose(), Text(fr="Le titre affiché.", en="The title on screens.")),
        Key(
            "minutes",
            Minutes(),
            Text(
                fr="La durée ; sans elle, pas de minuteur.",
                en="How long; without it, no timer.",
            ),
        ),
        Key(
            "for",
            Reference("role"),
            Text(
                fr="Pour qui est l'étape : un rôle ou une variante ; les autres attendent.",
                en="Whom the stage is for: a role or a variant; the others wait.",
            ),
        ),
        Key(
            "instruction",
            Prose("session"),
            Text(
                fr="La consigne, pour tout le monde.",
                en="The instruction, for everyone.",
            ),
        ),
        Key(
            "show",
            Prose("person"),
            Text(
                fr="Un texte qui peut contenir les valeurs de chacun, comme {points}.",
                en="A text that may hold each person's values, such as {points}.",
            ),
        ),
        Key(
            "tell",
            Named(Reference("role"), Prose("person")),
            Text(fr="Une consigne par rôle.", en="One instruction per role."),
        ),
        Key(
            "hand out",
            Listed(Reference("handout")),
            Text(fr="Le ou les documents remis.", en="The document or documents handed out."),
        ),
        Key(
            "groups",
            GROUPS,
            Text(fr="Qui travaille avec qui.", en="Who works with whom."),
        ),
        Key(
            "ask",
            Named(Name(), QUESTION),
            Text(
                fr="Les questions, chacune sous son nom.",
                en="The questions, each under its name.",
            ),
        ),
        Key(
            "seen by",
            VISIBILITY,
            Text(fr="Qui voit les réponses.", en="Who sees the answers."),
        ),
        Key(
            "board",
            Listed(BOARD),
            Text(
                fr="Le ou les tableaux de l'étape.",
                en="The board or boards of the stage.",
            ),
        ),
        Key(
            "carry",
            Named(Reference("board"), CARRY),
            Text(fr="Les cartes reprises d'avant.", en="The cards that come along."),
        ),
        Key(
            "choose",
            CHOOSE,
            Text(fr="Retenir quelques cartes.", en="Pick a few cards."),
        ),
        Key("vote", VOTE, Text(fr="Voter par points.", en="Vote with dots.")),
        Key(
            "compute",
            COMPUTE,
            Text(
                fr="Les calculs.",
                en="What is worked out.",
            ),
        ),
        Key(
            "assign",
            Named(Reference("role"), ASSIGN),
            Text(
                fr="Les rôles attribués à la fin.",
                en="Roles given when the stage ends.",
            ),
        ),
        Key(
            "silent",
            Listed(Reference("role")),
            Text(
                fr="Qui se tait : rien à écrire, rien à répondre.",
                en="Who keeps silent: nothing to write or answer.",
            ),
        ),
        Key(
            "turns",
            TURNS,
            Text(fr="Qui parle, l'un après l'autre.", en="Who speaks, one after another."),
        ),
        Key(
            "keep in view",
            Listed(Reference("question")),
            Text(fr="Les réponses gardées sous les yeux.", en="Answers kept in sight."),
        ),
        Key(
            "chart",
            Listed(CHART),
            Text(fr="Le ou les graphiques.", en="The chart or charts."),
        ),
        Key(
            "continue when",
            Pace(),
            Text(
                fr="Ce qui termine l'étape ; l'animation peut toujours avancer.",
                en="What ends the stage; the facilitator can always go on.",
            ),
        ),
        Key(
            "if no answer",
            Named(Reference("question"), Formula()),
            Text(
                fr="La valeur qui remplace une réponse absente dans les calculs ; elle reste notée « absente ».",
                en="The value that stands in for a missing answer in calculations; it stays marked as missing.",
            ),
        ),
        Key(
            "only in round",
            Listed(Whole(1, 500)),
            Text(fr="Les tours où l'étape a lieu.", en="The turns in which the stage takes place."),
        ),
        Key(
            "if",
            Formula(),
            Text(
                fr="Sans cela, l'étape n'a pas lieu ; vrai ou faux pour toute la salle, ou pour chaque groupe.",
                en="Unless this is so, the stage does not take place; for the whole room, or group by group.",
            ),
        ),
        Key(
            "facilitator notes",
            Prose(),
            Text(fr="Pour l'animation seulement.", en="For the facilitator only."),
        ),
    ),
)
