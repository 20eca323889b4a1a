"""Coming back to an experiment: what may be said of it on the day a document is made."""

from facilitation.documentation.dossier.shapes import Dossier
from facilitation.documentation.typography import date_said
from facilitation.domain.format import Text

DAY = 24 * 3600 * 1000


def coming_back(dossier: Dossier, made_at: int) -> Text | None:
    """The day on which one will come back, as long as it is to come; afterwards, that it was planned."""
    planned = dossier.revisit_on
    if planned is None:
        return None
    french, english = date_said(planned, "fr"), date_said(planned, "en")
    if any(each.on >= planned for each in dossier.revisits):
        return Text(f"Revisite prévue le {french}, faite.", f"Planned for {english}, and done.")
    if made_at >= planned + DAY // 2:
        return Text(
            f"Une revisite était prévue le {french} ; rien n'en est encore écrit.",
            f"A revisit was planned for {english}; nothing of it is written yet.",
        )
    return Text(f"Nous y reviendrons le {french}.", f"We shall come back to it on {english}.")
