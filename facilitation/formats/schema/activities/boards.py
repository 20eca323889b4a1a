"""Keys of boards: their columns, marks and maps."""

from facilitation.domain.format import Text
from facilitation.formats.schema.activities.seeing import ANYONE, REVEAL, VISIBILITY
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
    Whole,
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
