"""The table, part three: the keys of talking in turn."""

from facilitation.domain.format import Text
from facilitation.formats.schema.shapes import Choice, Formula, Key, Listed, Record, Reference, Truth

TURNS = Record(
    "turns",
    Text(fr="Qui parle, l'un après l'autre.", en="Who speaks, one after another."),
    short="order",
    keys=(
        Key(
            "order",
            Choice(
                ("random", "arrival", "facilitator", "reversed"),
                also={"as the facilitator says": "facilitator", "reverse": "reversed"},
            ),
            Text(
                fr="L'ordre : au sort, celui des arrivées, selon l'animation, ou l'inverse du dernier tour.",
                en="The order: by lot, as people came, as the facilitator says, or the last one from its end.",
            ),
        ),
        Key(
            "minutes",
            Formula(),
            Text(fr="Le temps de parole de chacun.", en="How long each may speak."),
        ),
        Key(
            "first",
            Reference("role"),
            Text(fr="Le rôle qui parle avant les autres.", en="The role that speaks before the others."),
        ),
        Key(
            "who",
            Listed(Reference("role", also=("everyone",))),
            Text(
                fr="Qui a un tour de parole : un ou plusieurs rôles.",
                en="Who has a turn to speak: one role or several.",
            ),
        ),
        Key(
            "in",
            Choice(("groups", "room")),
            Text(
                fr="L'un après l'autre dans chaque groupe, ou dans la salle.",
                en="One after another in each group, or in the room.",
            ),
        ),
        Key(
            "passed on by",
            Reference("role"),
            Text(
                fr="Le rôle dont le téléphone peut aussi passer la parole.",
                en="The role whose phone may pass the turn on, too.",
            ),
        ),
        Key(
            "when time is up",
            Choice(("pass on", "wait")),
            Text(fr="Passer au suivant, ou attendre.", en="Pass on to the next, or wait."),
        ),
        Key(
            "only the speaker writes",
            Truth(),
            Text(
                fr="Si seul celui qui parle peut écrire et répondre.",
                en="Whether only who speaks may write and answer.",
            ),
        ),
    ),
)
