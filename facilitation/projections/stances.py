"""What the levels of a vote are called."""

from collections.abc import Mapping

from facilitation.domain.format import Text

STANCES: Mapping[str, Text] = {
    "up": Text("pouce vers le haut", "thumb up"),
    "sideways": Text("pouce de côté", "thumb sideways"),
    "down": Text("pouce vers le bas", "thumb down"),
    "agree": Text("d'accord", "agree"),
    "concern": Text("d'accord, avec une réserve", "agree, with a concern"),
    "objection": Text("objection", "objection"),
    "keep": Text("garder", "keep"),
    "drop": Text("écarter", "drop"),
}
