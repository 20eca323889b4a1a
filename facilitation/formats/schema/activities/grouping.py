"""Keys of groups and of roles given by lot, by hand or by rule."""

from facilitation.domain.format import Text
from facilitation.formats.schema.shapes import Choice, Formula, Key, Named, Prose, Record, Reference, Slug, Whole

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
