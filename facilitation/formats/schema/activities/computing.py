"""Keys of values worked out."""

from facilitation.domain.format import Text
from facilitation.formats.schema.shapes import Choice, Formula, Key, Name, Named, Prose, Record

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
