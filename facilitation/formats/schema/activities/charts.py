"""Keys of charts and pictures."""

from facilitation.domain.format import Text
from facilitation.formats.schema.shapes import Choice, Formula, Key, Listed, Prose, Record, Slug

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
