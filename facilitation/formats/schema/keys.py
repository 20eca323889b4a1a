"""The table, part two: the format as a whole, its stages, its document and its examples."""

from facilitation.domain.format import Text
from facilitation.formats.schema.activities import (
    ASSIGN,
    AXIS,
    BOARD,
    CARRY,
    CHART,
    CHOOSE,
    COMPUTE,
    COMPUTED,
    GROUPS,
    MAP,
    MARK,
    OPTION,
    PICTURED,
    PICTURES,
    QUESTION,
    REVEAL,
    VISIBILITY,
    VOTE,
)
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
    Number,
    Pace,
    Prose,
    Record,
    Reference,
    Slug,
    Truth,
    Version,
    Whole,
    Words,
)
from facilitation.formats.schema.talking import TURNS

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

PARTICIPANTS = Record(
    "participants",
    Text(fr="Pour combien de personnes.", en="For how many people."),
    keys=(
        Key("min", Whole(1, 2000), Text(fr="Au moins.", en="At least."), True),
        Key("max", Whole(1, 2000), Text(fr="Au plus.", en="At most."), True),
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

LIST_PART = Record(
    "list",
    Text(
        fr="Les cartes d'un tableau, dans le document.",
        en="The cards of a board, in the document.",
    ),
    short="from",
    keys=(
        Key(
            "from",
            Reference("board or question, or `stage.board`"),
            Text(
                fr="Le tableau ou la question, ou `étape.tableau`.",
                en="The board or question, or `stage.board`.",
            ),
            True,
        ),
        Key(
            "only",
            Name(),
            Text(
                fr="Seulement les cartes qui portent ce signe.",
                en="Only the cards with this mark.",
            ),
        ),
        Key(
            "order",
            Choice(("written", "votes")),
            Text(
                fr="L'ordre : d'écriture ou de vote.",
                en="The order: as written, or by votes.",
            ),
        ),
    ),
)

TABLE_PART = Record(
    "table",
    Text(
        fr="Un tableau de valeurs, une colonne par tour.",
        en="A table of values, one column per round.",
    ),
    keys=(
        Key(
            "value",
            Formula(),
            Text(
                fr="Ce qu'il montre, toujours groupé.",
                en="What it shows, always pooled.",
            ),
            True,
        ),
        Key("title", Prose(), Text(fr="Son titre.", en="Its title."), True),
        Key(
            "rows",
            Choice(("group", "session")),
            Text(
                fr="Une ligne par groupe, ou une seule.",
                en="One row per group, or a single one.",
            ),
        ),
        Key(
            "columns",
            Choice(("round",)),
            Text(fr="Une colonne par tour.", en="One column per round."),
        ),
    ),
)

CHART_PART = Record(
    "document chart",
    Text(fr="Un graphique, avec son tableau.", en="A chart, with its table."),
    keys=(
        Key(
            "type",
            Choice(("bars", "line", *PICTURES)),
            Text(fr="Des barres, une courbe, ou l'image d'un système.", en="Bars, a line, or the picture of a system."),
            True,
        ),
        Key(
            "value",
            Formula(),
            Text(
                fr="Une question, ou une valeur groupée, pour des barres ou une courbe.",
                en="A question, or a pooled value, for bars or a line.",
            ),
        ),
        PICTURED,
        Key("title", Prose(), Text(fr="Son titre.", en="Its title."), True),
    ),
)

SECTION = Record(
    "section",
    Text(fr="Une partie du document.", en="One part of the document."),
    keys=(
        Key(
            "section",
            Prose("session"),
            Text(fr="Le titre de la partie.", en="The heading."),
            True,
        ),
        Key(
            "rules",
            Choice(("as played",)),
            Text(fr="Les réglages tels que joués.", en="The settings as played."),
        ),
        Key(
            "list",
            Listed(LIST_PART),
            Text(fr="Les cartes d'un tableau.", en="The cards of a board."),
        ),
        Key(
            "answers",
            Listed(Reference("question")),
            Text(fr="Les réponses à une question.", en="The answers to a question."),
        ),
        Key(
            "table",
            Listed(TABLE_PART, alone=True),
            Text(fr="Des valeurs par tour.", en="Values per round."),
        ),
        Key(
            "votes",
            Listed(Reference("stage")),
            Text(fr="Le résultat d'un vote.", en="The result of a vote."),
        ),
        Key("chart", Listed(CHART_PART), Text(fr="Un graphique.", en="A chart.")),
        Key(
            "leave out",
            Listed(Reference("board or question")),
            Text(
                fr="Tableaux et questions promis à la salle\u00a0: comptés ici, reproduits nulle part.",
                en="Boards and questions promised to stay in the room: counted here, reproduced nowhere.",
            ),
        ),
        Key(
            "appendix",
            Truth(),
            Text(fr="À mettre en annexe.", en="Whether it goes to the appendix."),
        ),
    ),
)

EXAMPLE = Record(
    "example",
    Text(
        fr="Des réponses, et ce qui doit en sortir.",
        en="Some answers, and what must come of them.",
    ),
    keys=(
        Key(
            "settings",
            Named(Name(), Anything()),
            Text(fr="Les réglages de l'exemple.", en="The settings of the example."),
        ),
        Key(
            "answers",
            Named(Name(), Anything()),
            Text(
                fr="Réponses ou cartes\u00a0: une par personne, ou une pour toutes\u00a0; une liste par tour.",
                en="Answers or cards: one per person, or one for all; one list per round.",
            ),
        ),
        Key(
            "drawn",
            Named(Name(), Anything()),
            Text(
                fr="Ce que donne le sort : une valeur par personne, ou une pour toutes ; une liste par tour.",
                en="What chance gives: one value per person, or one for all; one list per round.",
            ),
        ),
        Key(
            "expect",
            Named(Name(), Anything()),
            Text(fr="Les valeurs exactes attendues.", en="The exact values expected."),
        ),
        Key(
            "people",
            Listed(Whole(1, 2000)),
            Text(
                fr="À combien le jouer ; à chaque fois jusqu'à la fin.",
                en="With how many people to play it; each time to the end.",
            ),
        ),
        Key(
            "refused",
            Truth(),
            Text(fr="Si cela doit être refusé.", en="Whether this must be refused."),
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

RECORDS = (
    FORMAT,
    CREDITS,
    PARTICIPANTS,
    SETTING,
    TABLE,
    TREATMENT,
    ROLE,
    GROUPS,
    STAGE,
    REPEAT,
    TIMES,
    USE,
    ORIGIN,
    SURVEY,
    GUIDE,
    HANDOUT,
    QUESTION,
    OPTION,
    VISIBILITY,
    BOARD,
    REVEAL,
    AXIS,
    MAP,
    MARK,
    CARRY,
    CHOOSE,
    VOTE,
    COMPUTE,
    COMPUTED,
    ASSIGN,
    TURNS,
    CHART,
    SECTION,
    LIST_PART,
    TABLE_PART,
    CHART_PART,
    EXAMPLE,
)
"""Every group of keys of the language, in the order a reader meets them."""
