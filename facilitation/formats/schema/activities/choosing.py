"""Keys of what is carried over, chosen and voted on."""

from facilitation.domain.format import Text
from facilitation.formats.schema.activities.seeing import ANYONE
from facilitation.formats.schema.shapes import Choice, Formula, Key, Name, Record, Reference, Truth

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
