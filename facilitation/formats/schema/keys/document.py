"""Keys of the document that a session becomes."""

from facilitation.domain.format import Text
from facilitation.formats.schema.activities.charts import PICTURED, PICTURES
from facilitation.formats.schema.shapes import Choice, Formula, Key, Listed, Name, Prose, Record, Reference, Truth

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
