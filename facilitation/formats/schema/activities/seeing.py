"""Keys about who sees what, and when it is shown."""

from facilitation.domain.format import Text
from facilitation.formats.schema.shapes import Choice, Formula, Key, Record, Reference

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
