"""Keys of the examples by which a format tests itself."""

from facilitation.domain.format import Text
from facilitation.formats.schema.shapes import Anything, Key, Listed, Name, Named, Record, Truth, Whole

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
