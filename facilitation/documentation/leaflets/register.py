"""The entry of an experiment in the register of processing activities (GDPR, article 30)."""

from facilitation.documentation.information import NO_TRANSFER
from facilitation.documentation.leaflets.facts import measures, people
from facilitation.documentation.leaflets.shapes import Leaflet, Part
from facilitation.documentation.leaflets.voice import basis_row, data_row, retention_row, row, said, voice
from facilitation.records.protocols import Terms


def register_entry(title: str, terms: Terms, ticket_days: int, locale: str, version: int) -> Leaflet:
    """What the protocol and the software already say; what only the organisations know is left to be filled in."""
    say = voice(locale)
    what = (
        row(say, "Traitement", "Processing", title),
        row(say, "Responsables du traitement", "Controllers", *terms.controllers),
        row(say, "Contact pour les données (DPO)", "Contact for data (DPO)", terms.contact),
        row(say, "Finalité", "Purpose", terms.purpose),
        basis_row(say, terms),
        row(say, "Personnes concernées", "People concerned", *people(say)),
        data_row(say, terms),
        row(say, "Destinataires", "Recipients", *terms.seen_by),
        row(
            say,
            "Transferts hors de l'Union européenne",
            "Transfers outside the European Union",
            said(say, NO_TRANSFER),
        ),
        retention_row(say, terms, ticket_days),
    )
    safety = (
        row(say, "Prises par le logiciel", "Taken by the software", *measures(say)),
        row(say, "Hébergement, chiffrement du disque", "Hosting, encryption of the disk"),
        row(say, "Sauvegardes\u00a0: où, combien de temps", "Backups: where, for how long"),
        row(say, "Personnes habilitées, et qui les habilite", "People authorised, and by whom"),
    )
    return Leaflet(
        "register",
        "en" if locale == "en" else "fr",
        say("Fiche du registre des traitements", "Entry in the register of processing activities"),
        say(
            "Article 30 du règlement (UE) 2016/679. Faite du protocole, version {n}, et de ce que fait le logiciel. "
            "À relire et à compléter par les responsables du traitement.",
            "Article 30 of Regulation (EU) 2016/679. Made from the protocol, version {n}, and from what the software "
            "does. To be read and completed by the controllers.",
        ).replace("{n}", str(version)),
        (
            Part(say("Le traitement", "The processing"), (), say("Le traitement", "The processing"), what),
            Part(say("Mesures de sécurité", "Security measures"), (), say("Mesures", "Measures"), safety),
        ),
    )
