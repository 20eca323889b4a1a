"""Keys of a format as a whole."""

from facilitation.domain.format import Text
from facilitation.formats.schema.activities.grouping import GROUPS
from facilitation.formats.schema.activities.questions import QUESTION
from facilitation.formats.schema.keys.blocks import BLOCKS
from facilitation.formats.schema.keys.document import SECTION
from facilitation.formats.schema.keys.examples import EXAMPLE
from facilitation.formats.schema.keys.people import PARTICIPANTS, ROLE, TABLE, TREATMENT
from facilitation.formats.schema.keys.stages import GUIDE, HANDOUT
from facilitation.formats.schema.shapes import (
    Anything,
    Choice,
    Key,
    Listed,
    Minutes,
    Name,
    Named,
    Number,
    Prose,
    Record,
    Slug,
    Truth,
    Version,
    Whole,
    Words,
)

CREDITS = Record(
    "credits",
    Text(fr="D'où vient le format.", en="Where the format comes from."),
    keys=(
        Key(
            "source",
            Prose(longest=500),
            Text(
                fr="Le livre, le site, les personnes.",
                en="The book, the site, the people.",
            ),
            True,
        ),
        Key(
            "licence",
            Words(),
            Text(fr="Ce que l'on a le droit d'en faire.", en="What may be done with it."),
            True,
        ),
        Key(
            "authors",
            Words(),
            Text(fr="Qui a écrit ce fichier.", en="Who wrote this file."),
        ),
    ),
)


SETTING = Record(
    "setting",
    Text(
        fr="Ce que l'on peut régler avant la séance.",
        en="What can be adjusted before the session.",
    ),
    keys=(
        Key(
            "label",
            Prose(),
            Text(fr="Le nom du réglage.", en="What the setting is called."),
            True,
        ),
        Key(
            "type",
            Choice(
                ("text", "whole number", "number", "choice", "yes-no"),
                also={"yes no": "yes-no"},
            ),
            Text(
                fr="Sa sorte ; sinon, déduite de `default`.",
                en="Its kind; otherwise taken from `default`.",
            ),
        ),
        Key(
            "default",
            Anything(),
            Text(
                fr="La valeur si l'on ne change rien.",
                en="The value if nothing is changed.",
            ),
            True,
        ),
        Key("min", Number(), Text(fr="La plus petite valeur.", en="The smallest value.")),
        Key("max", Number(), Text(fr="La plus grande valeur.", en="The largest value.")),
        Key(
            "options",
            Named(Slug(), Prose(), listed=True),
            Text(fr="Les valeurs possibles.", en="The possible values."),
        ),
        Key(
            "locked",
            Truth(),
            Text(fr="Si personne ne peut le changer.", en="Whether nobody may change it."),
        ),
    ),
)


SURVEY = Record(
    "survey",
    Text(
        fr="Des questions posées à chacun, comptées ensemble, à une étape à part.",
        en="Questions asked of each person, counted together, as a stage of their own.",
    ),
    keys=(
        Key("ask", Named(Name(), QUESTION), Text(fr="Les questions.", en="The questions."), True),
        Key("title", Prose(), Text(fr="Le titre affiché.", en="The title on screens.")),
        Key("instruction", Prose("session"), Text(fr="La consigne.", en="The instruction.")),
        Key("minutes", Minutes(), Text(fr="La durée.", en="How long.")),
        Key(
            "document",
            Truth(),
            Text(
                fr="Si le document donne les réponses, comptées ensemble ; oui, si rien n'est dit.",
                en="Whether the document gives the answers, counted together; yes, if nothing is said.",
            ),
        ),
    ),
)


ORIGIN = Record(
    "origin",
    Text(fr="Un format dont celui-ci contient les étapes.", en="A format whose stages this one holds."),
    keys=(
        Key("format", Slug(), Text(fr="Son nom.", en="Its name."), True),
        Key("version", Version(), Text(fr="Sa version.", en="Its version."), True),
        Key("source", Prose(longest=500), Text(fr="D'où il vient.", en="Where it comes from."), True),
        Key("licence", Words(), Text(fr="Ce que l'on a le droit d'en faire.", en="What may be done with it."), True),
        Key("authors", Words(), Text(fr="Qui l'a écrit.", en="Who wrote it.")),
    ),
)


FORMAT = Record(
    "format",
    Text(fr="Le format tout entier.", en="The format as a whole."),
    keys=(
        Key(
            "format",
            Slug(),
            Text(
                fr="Le nom du format, celui du fichier.",
                en="The format's own name, that of the file.",
            ),
            True,
        ),
        Key(
            "version",
            Version(),
            Text(fr="La version de ce format.", en="The version of this format."),
            True,
        ),
        Key(
            "language",
            Whole(1, 1),
            Text(
                fr="La version de cette langue : 1.",
                en="The version of this language: 1.",
            ),
            True,
        ),
        Key(
            "kind",
            Choice(("cooperation-game", "peer-exchange", "seminar-activity")),
            Text(fr="La famille.", en="The family."),
            True,
        ),
        Key("title", Prose(), Text(fr="Le titre.", en="The title."), True),
        Key(
            "summary",
            Prose(),
            Text(fr="Une ou deux phrases.", en="One or two sentences."),
            True,
        ),
        Key(
            "credits",
            CREDITS,
            Text(fr="D'où vient le format.", en="Where the format comes from."),
            True,
        ),
        Key(
            "objectives",
            Listed(Prose()),
            Text(fr="Ce que l'on saura faire.", en="What people will be able to do."),
        ),
        Key(
            "tags",
            Listed(Words(60)),
            Text(fr="Des mots pour le retrouver.", en="Words to find it by."),
        ),
        Key(
            "participants",
            PARTICIPANTS,
            Text(fr="Pour combien de personnes.", en="For how many people."),
            True,
        ),
        Key(
            "consent",
            Prose(),
            Text(
                fr="Ce qui est demandé avant d'entrer.",
                en="What is asked before coming in.",
            ),
        ),
        Key("theme", Words(100), Text(fr="Le thème.", en="The theme.")),
        Key("family", Words(100), Text(fr="La famille dont il vient.", en="The family it comes from.")),
        Key("guide", GUIDE, Text(fr="Pour l'animation, avant de commencer.", en="For the facilitator, beforehand.")),
        Key("before", SURVEY, Text(fr="Ce que l'on demande avant.", en="What is asked before.")),
        Key("after", SURVEY, Text(fr="Ce que l'on demande après.", en="What is asked afterwards.")),
        Key(
            "looking back",
            SURVEY,
            Text(
                fr="Ce que l'on demande à la fin sur le moment d'avant, après coup et sur un autre écran.",
                en="What is asked at the end about the time before, in hindsight and on another screen.",
            ),
        ),
        Key("evaluation", SURVEY, Text(fr="Ce que la séance a valu.", en="What the session was worth.")),
        Key(
            "later",
            SURVEY,
            Text(
                fr="Ce que l'on redemande des semaines après, par un lien.",
                en="What is asked again weeks after, by a link.",
            ),
        ),
        Key(
            "settings",
            Named(Name(), SETTING),
            Text(fr="Ce que l'on peut régler.", en="What can be adjusted."),
        ),
        Key(
            "handouts",
            Named(Name(), HANDOUT),
            Text(fr="Les documents remis aux participants.", en="The documents handed out to participants."),
        ),
        Key(
            "tables",
            Named(Name(), TABLE),
            Text(fr="Des valeurs à retrouver dans les calculs.", en="Values to look up in calculations."),
        ),
        Key(
            "treatments",
            Named(Name(), TREATMENT),
            Text(fr="Des variantes tirées au sort.", en="Variants drawn by lot."),
        ),
        Key("roles", Named(Name(), ROLE), Text(fr="Les rôles.", en="The roles.")),
        Key(
            "groups",
            GROUPS,
            Text(
                fr="Les groupes de toute la séance.",
                en="The groups of the whole session.",
            ),
        ),
        Key(
            "built from",
            Listed(ORIGIN, alone=False),
            Text(
                fr="Les formats dont celui-ci est fait ; écrit tout seul quand un bloc est utilisé.",
                en="The formats this one is made of; written by itself when a block is used.",
            ),
        ),
        Key(
            "run",
            Listed(BLOCKS, alone=False),
            Text(fr="Le déroulé.", en="What happens, in order."),
            True,
        ),
        Key(
            "document",
            Listed(SECTION, alone=False),
            Text(fr="Ce que garde le document.", en="What the document keeps."),
        ),
        Key(
            "examples",
            Listed(EXAMPLE, alone=False),
            Text(fr="Le format se teste lui-même.", en="The format tests itself."),
        ),
    ),
)
