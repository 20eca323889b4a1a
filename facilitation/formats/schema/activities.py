"""The table, part one: the keys of what people do in a stage (questions, boards, votes, groups, charts)."""

from facilitation.domain.format import Text
from facilitation.formats.schema.shapes import (
    Choice,
    Formula,
    Key,
    Listed,
    Name,
    Named,
    Prose,
    Record,
    Reference,
    Slug,
    Truth,
    Whole,
)

AUDIENCES = ("author", "author only", "group", "everyone", "totals", "facilitator", "nobody")

ANYONE = Reference("role", also=("everyone", "nobody"))

VISIBILITY = Record(
    "visibility",
    Text(fr="Qui voit, et à partir de quand.", en="Who sees, and from when."),
    short="first",
    keys=(
        Key(
            "first",
            Reference("role", also=AUDIENCES),
            Text(fr="Qui voit tout de suite.", en="Who sees at once."),
        ),
        Key(
            "until",
            Choice(("everyone answered", "stage ends", "reveal")),
            Text(
                fr="Ce qui ouvre à un public plus large.",
                en="What opens it to more people.",
            ),
        ),
        Key(
            "then",
            Reference("role", also=AUDIENCES),
            Text(fr="Qui voit ensuite.", en="Who sees after that."),
        ),
    ),
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

MARK = Record(
    "mark",
    Text(fr="Un signe posé sur une carte.", en="A sign put on a card."),
    keys=(
        Key(
            "label",
            Prose(),
            Text(fr="Le nom du signe.", en="The name of the sign."),
            True,
        ),
        Key("by", ANYONE, Text(fr="Qui peut le poser.", en="Who may put it."), True),
    ),
)

AXIS = Record(
    "axis",
    Text(fr="Un axe d'une carte à deux axes.", en="One axis of a map."),
    keys=(
        Key(
            "low",
            Prose(),
            Text(fr="Le mot de gauche, ou du bas.", en="The word on the left, or below."),
            True,
        ),
        Key(
            "high",
            Prose(),
            Text(fr="Le mot de droite, ou du haut.", en="The word on the right, or above."),
            True,
        ),
    ),
)

MAP = Record(
    "map",
    Text(fr="Un tableau disposé selon deux axes.", en="A board laid out along two axes."),
    keys=(
        Key("across", AXIS, Text(fr="De gauche à droite.", en="From left to right."), True),
        Key("up", AXIS, Text(fr="De bas en haut.", en="From bottom to top."), True),
    ),
)

REVEAL = Record(
    "reveal",
    Text(fr="Comment les cartes se montrent.", en="How cards come up."),
    short="how",
    keys=(
        Key(
            "how",
            Choice(("at once", "by author", "countdown", "column by column")),
            Text(
                fr="Toutes, ou peu à peu : par personne, de la dernière à la première, par colonne.",
                en="All of them, or little by little: by author, from the last to the first, by column.",
            ),
            True,
        ),
        Key(
            "seconds each",
            Formula(),
            Text(
                fr="Les suivantes viennent seules après tant de secondes ; sinon, l'animation appuie sur « Révéler ».",
                en="The next ones come by themselves after so many seconds; otherwise the facilitator presses Reveal.",
            ),
        ),
    ),
)

BOARD = Record(
    "board",
    Text(fr="Un tableau de cartes.", en="A board of cards."),
    keys=(
        Key(
            "name",
            Name(),
            Text(
                fr="Le nom du tableau ; le même nom plus loin désigne le même tableau.",
                en="The board's name; the same name later is the same board.",
            ),
            True,
        ),
        Key(
            "prompt",
            Prose("session"),
            Text(
                fr="La phrase qui invite à écrire.",
                en="The sentence that invites people to write.",
            ),
        ),
        Key(
            "columns",
            Named(Slug(), Prose(), listed=True),
            Text(fr="Les colonnes du tableau.", en="The columns of the board."),
        ),
        Key(
            "written by",
            ANYONE,
            Text(fr="Qui peut y écrire.", en="Who may write on it."),
        ),
        Key(
            "edited by",
            Choice(("author", "group")),
            Text(
                fr="Qui peut corriger une carte : son auteur ou tout le groupe.",
                en="Who may change a card: its author, or the whole group.",
            ),
        ),
        Key(
            "seen by",
            VISIBILITY,
            Text(fr="Qui voit les cartes.", en="Who sees the cards."),
            True,
        ),
        Key(
            "names",
            Choice(("hidden", "shown", "group")),
            Text(
                fr="Ce qui est affiché sous une carte.",
                en="What is shown under a card.",
            ),
        ),
        Key(
            "marks",
            Named(Name(), MARK),
            Text(fr="Les signes que l'on peut poser.", en="The signs that can be put."),
        ),
        Key(
            "per person",
            Formula(),
            Text(
                fr="Combien de cartes chacun peut écrire.",
                en="How many cards each may write.",
            ),
        ),
        Key(
            "per group",
            Formula(),
            Text(
                fr="Combien de cartes un groupe peut écrire en tout.",
                en="How many cards a group may write in all.",
            ),
        ),
        Key(
            "belongs to",
            Choice(("author", "table")),
            Text(
                fr="Ce qui suit son auteur, ou reste à la table où on l'a écrit.",
                en="What goes with its author, or stays at the table where it was written.",
            ),
        ),
        Key(
            "open columns",
            Listed(Slug()),
            Text(
                fr="Les colonnes où l'on peut écrire maintenant ; toutes, si rien n'est dit.",
                en="The columns that may be written in now; all, if nothing is said.",
            ),
        ),
        Key(
            "columns written by",
            Named(Slug(), Reference("role")),
            Text(fr="Le rôle qui seul écrit dans une colonne.", en="The role that alone writes in a column."),
        ),
        Key(
            "map",
            MAP,
            Text(fr="Les deux axes où l'on place les cartes.", en="The two axes along which cards are placed."),
        ),
        Key(
            "placed by",
            Choice(("author", "person", "group", "nobody")),
            Text(
                fr="Qui place : l'auteur sa carte, chacun toutes les cartes, ou le groupe d'une voix.",
                en="Who places: authors their own card, each person all cards, or the group as one.",
            ),
        ),
        Key(
            "sifted by",
            Reference("role", also=("facilitator", "nobody")),
            Text(
                fr="Qui trie et ordonne les cartes avant que les autres les lisent.",
                en="Who sifts and orders the cards before others read them.",
            ),
        ),
        Key(
            "reveal",
            REVEAL,
            Text(fr="Comment les cartes se montrent.", en="How cards come up."),
        ),
        Key(
            "comments by",
            ANYONE,
            Text(
                fr="Qui peut écrire un commentaire sous une carte.",
                en="Who may write a comment under a card.",
            ),
        ),
        Key(
            "scores",
            Choice(("shown", "hidden")),
            Text(
                fr="Si chaque carte montre ce que le dernier vote lui a donné.",
                en="Whether each card shows what the last vote gave it.",
            ),
        ),
        Key(
            "longest",
            Whole(1, 20_000),
            Text(fr="Le nombre de signes permis.", en="How many characters are allowed."),
        ),
    ),
)

CARRY = Record(
    "carry",
    Text(
        fr="Ce qui passe d'une étape à la suivante.",
        en="What goes from one stage to the next.",
    ),
    short="what",
    keys=(
        Key(
            "what",
            Choice(("all", "none", "chosen", "kept", "merged", "this round", "this card")),
            Text(
                fr="Tout, rien, le choix fait, ce que le vote a gardé, les listes fondues en une, ce tour, sa carte.",
                en="All, none, what was chosen, what the vote kept, lists merged into one, this round, its card.",
            ),
        ),
        Key(
            "merged",
            Truth(),
            Text(
                fr="Si celles qui disent la même chose sont fondues en une.",
                en="Whether those that say the same are merged into one.",
            ),
        ),
        Key(
            "marked",
            Name(),
            Text(
                fr="Les cartes qui portent ce signe.",
                en="The cards that bear this mark.",
            ),
        ),
        Key(
            "top",
            Formula(),
            Text(
                fr="Les premières du vote, tant.",
                en="The first of the vote, this many.",
            ),
        ),
        Key(
            "deal",
            Formula(),
            Text(
                fr="Distribuer chaque carte à tant de personnes, jamais à qui l'a écrite ni deux fois à la même.",
                en="Deal each card to this many people, never to its author nor twice to the same person.",
            ),
        ),
    ),
)

CHOOSE = Record(
    "choose",
    Text(fr="Retenir quelques cartes.", en="Pick a few cards."),
    keys=(
        Key(
            "from",
            Reference("board"),
            Text(fr="Le tableau où l'on choisit.", en="The board to pick from."),
            True,
        ),
        Key(
            "by",
            Choice(("group", "person")),
            Text(fr="Le groupe ou chacun.", en="The group, or each person."),
            True,
        ),
        Key(
            "how many",
            Formula(),
            Text(fr="Combien de cartes au plus.", en="How many cards at most."),
            True,
        ),
    ),
)

VOTE = Record(
    "vote",
    Text(fr="Un vote sur des cartes.", en="A vote on cards."),
    keys=(
        Key(
            "of",
            Reference("board"),
            Text(fr="Le tableau sur lequel on vote.", en="The board voted on."),
            True,
        ),
        Key(
            "dots",
            Formula(),
            Text(fr="Les points de chaque personne.", en="The dots each person has."),
        ),
        Key(
            "with",
            Choice(("thumbs", "consent", "keep or drop", "ranking"), also={"keep/drop": "keep or drop"}),
            Text(
                fr="Une autre façon de voter : pouces, consentement, garder ou écarter carte par carte, classement.",
                en="Another way to vote: thumbs, consent, keep or drop card by card, ranking.",
            ),
        ),
        Key(
            "rate from",
            Formula(),
            Text(
                fr="La plus petite note, si l'on note chaque carte.", en="The smallest score, if each card is scored."
            ),
        ),
        Key(
            "rate to",
            Formula(),
            Text(fr="La plus grande note.", en="The largest score."),
        ),
        Key(
            "per item",
            Formula(),
            Text(
                fr="Au plus tant de points sur une carte.",
                en="At most this many dots on one card.",
            ),
        ),
        Key(
            "own cards",
            Truth(),
            Text(
                fr="Si l'on peut voter pour soi.",
                en="Whether one may vote for oneself.",
            ),
        ),
        Key("by", ANYONE, Text(fr="Qui vote.", en="Who votes.")),
        Key(
            "reveal",
            Choice(("at the end", "when revealed", "live", "later")),
            Text(fr="Quand le résultat se voit.", en="When the result is seen."),
        ),
    ),
)

GROUPS = Record(
    "groups",
    Text(fr="Qui travaille avec qui.", en="Who works with whom."),
    short="how",
    keys=(
        Key(
            "how",
            Choice(("alone", "everyone")),
            Text(fr="Seul, ou tous ensemble.", en="Alone, or all together."),
        ),
        Key(
            "size",
            Formula(),
            Text(fr="Tant de personnes par groupe.", en="This many people in a group."),
        ),
        Key(
            "merge",
            Reference("stage"),
            Text(
                fr="Réunir les groupes de cette étape.",
                en="Join the groups of this stage.",
            ),
        ),
        Key(
            "by",
            Whole(2, 20),
            Text(fr="Par combien les réunir.", en="How many to join."),
        ),
        Key(
            "same as",
            Reference("stage"),
            Text(
                fr="Les mêmes groupes qu'à cette étape.",
                en="The same groups as in this stage.",
            ),
        ),
        Key(
            "among",
            Named(Slug(), Prose(), listed=True),
            Text(
                fr="Des groupes qui ont chacun leur nom.",
                en="Groups that each have a name.",
            ),
        ),
        Key(
            "cards of",
            Reference("board"),
            Text(
                fr="Un groupe autour de chaque carte de ce tableau.",
                en="A group around each card of this board.",
            ),
        ),
        Key(
            "column",
            Slug(),
            Text(
                fr="Seulement les cartes de cette colonne, par exemple d'un créneau.",
                en="Only the cards in this column, a time slot for instance.",
            ),
        ),
        Key(
            "chosen by",
            Choice(("chance", "participants", "facilitator"), also={"themselves": "participants"}),
            Text(
                fr="Qui dit où chacun va : le hasard, chacun, ou l'animation.",
                en="Who says where each person goes: chance, each person, or the facilitator.",
            ),
        ),
        Key(
            "move",
            Choice(("once", "freely")),
            Text(
                fr="Si l'on peut encore changer de groupe pendant l'étape.",
                en="Whether one may still change groups during the stage.",
            ),
        ),
        Key(
            "at most",
            Formula(),
            Text(fr="Tant de personnes par groupe, pas plus.", en="This many people in a group, no more."),
        ),
        Key(
            "hosted by",
            Reference("role"),
            Text(
                fr="Le rôle de qui a écrit la carte du groupe.",
                en="The role of whoever wrote the card of the group.",
            ),
        ),
        Key(
            "form",
            Choice(
                (
                    "random",
                    "new partners",
                    "total strangers",
                    "rotating",
                    "same answer",
                    "different answers",
                    "mixed roles",
                    "ring",
                    "chain",
                )
            ),
            Text(
                fr="Comment ils sont formés ; au hasard si rien n'est dit.",
                en="How they are made; at random if nothing is said.",
            ),
        ),
        Key(
            "answer",
            Reference("question"),
            Text(
                fr="La question dont les réponses rapprochent ou séparent.",
                en="The question whose answers bring together or part.",
            ),
        ),
        Key(
            "stays",
            Reference("role"),
            Text(
                fr="Le rôle qui reste à sa table quand les autres tournent.",
                en="The role that stays at its table while the others rotate.",
            ),
        ),
        Key(
            "keep",
            Choice(("stage", "session"), also={"whole session": "session"}),
            Text(
                fr="Pour l'étape, ou toute la séance.",
                en="For the stage, or the whole session.",
            ),
        ),
        Key(
            "leftover",
            Choice(
                (
                    "make groups larger",
                    "make a smaller group",
                    "join the smallest",
                    "stay apart",
                ),
                also={
                    "make one group larger": "make groups larger",
                    "one group of three": "make groups larger",
                    "make one group smaller": "make a smaller group",
                },
            ),
            Text(
                fr="Que faire des personnes en trop.",
                en="What to do with those left over.",
            ),
        ),
        Key(
            "latecomers",
            Choice(("join the smallest", "next round", "observe")),
            Text(
                fr="Que faire des retardataires.",
                en="What to do with those who come late.",
            ),
        ),
    ),
)

VALUES = Named(Name(), Formula())

COMPUTED = Record(
    "computed value",
    Text(fr="Une valeur que l'on calcule.", en="A value that is worked out."),
    short="formula",
    keys=(
        Key("formula", Formula(), Text(fr="Le calcul.", en="How it is worked out."), needed=True),
        Key(
            "label",
            Prose(),
            Text(
                fr="Comment les écrans, les tableaux et le document l'appellent.",
                en="What screens, tables and the document call it.",
            ),
        ),
    ),
)

LINES = Named(Name(), COMPUTED)

COMPUTE = Record(
    "compute",
    Text(
        fr="Ce que l'on calcule.",
        en="What is worked out.",
    ),
    keys=(
        Key(
            "for each person",
            LINES,
            Text(fr="Une valeur par personne.", en="One value per person."),
        ),
        Key(
            "for each group",
            LINES,
            Text(fr="Une valeur par groupe.", en="One value per group."),
        ),
        Key(
            "for the session",
            LINES,
            Text(fr="Une valeur pour tous.", en="One value for all."),
        ),
        Key(
            "when",
            Choice(("stage ends", "stage starts")),
            Text(
                fr="À quel moment ; à la fin si rien n'est dit.", en="At which moment; at the end if nothing is said."
            ),
        ),
    ),
)

ASSIGN = Record(
    "assign",
    Text(fr="À qui un rôle revient.", en="Who gets a role."),
    short="from",
    keys=(
        Key(
            "author of top",
            Reference("board"),
            Text(
                fr="À l'auteur de la carte arrivée en tête du vote.",
                en="The author of the card that won the vote.",
            ),
        ),
        Key(
            "from",
            Choice(("volunteers",)),
            Text(
                fr="À ceux qui lèvent la main sur leur téléphone ; au sort s'ils sont trop nombreux.",
                en="Those who raise a hand on their phone; drawn by lot if they are too many.",
            ),
        ),
        Key(
            "highest",
            Formula(),
            Text(
                fr="À qui a la plus grande valeur ; au sort entre égaux.",
                en="Who has the highest value; drawn by lot among equals.",
            ),
        ),
        Key(
            "lowest",
            Formula(),
            Text(fr="À qui a la plus petite valeur.", en="Who has the lowest value."),
        ),
        Key(
            "most named",
            Reference("question"),
            Text(
                fr="À qui a été le plus nommé à cette question ; au sort entre égaux.",
                en="Who was named most in this question; drawn by lot among equals.",
            ),
        ),
        Key(
            "swap with",
            Reference("role"),
            Text(fr="À ceux qui tenaient cet autre rôle.", en="Those who held this other role."),
        ),
    ),
)

PICTURES = ("rings", "network", "loops", "matrix", "map", "iceberg", "horizons", "moves", "change")
"""The charts that draw a system from boards, questions or votes, and take `of` instead of `value`."""

PICTURED = Key(
    "of",
    Listed(Slug()),
    Text(
        fr="Ce que dessine l'image d'un système\u00a0: tableaux, questions, ou étapes où l'on donne des notes.",
        en="What the picture of a system draws: boards, questions, or stages that give scores.",
    ),
)

CHART = Record(
    "chart",
    Text(fr="Un graphique, vu de tous.", en="A chart, seen by everyone."),
    keys=(
        Key(
            "type",
            Choice(("line", "bars", "total", *PICTURES)),
            Text(
                fr="Une courbe, des barres, un total qui bouge, ou l'image d'un système.",
                en="A line, bars, a total that moves, or the picture of a system.",
            ),
            True,
        ),
        Key(
            "value",
            Formula(),
            Text(
                fr="Ce que montre une courbe, des barres ou un total, toujours groupé.",
                en="What a line, bars or a total show, always pooled.",
            ),
        ),
        Key(
            "target",
            Formula(),
            Text(fr="Ce qu'un total doit atteindre.", en="What a total is to reach."),
        ),
        PICTURED,
        Key("title", Prose(), Text(fr="Son titre.", en="Its title."), True),
        Key(
            "by",
            Choice(("round", "group")),
            Text(
                fr="Un point par tour ; pour un total, celui de chaque groupe, sur ses téléphones.",
                en="One point per round; for a total, that of each group, on its own phones.",
            ),
        ),
    ),
)
