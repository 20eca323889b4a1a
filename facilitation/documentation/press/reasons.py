"""Why no document came out, in words."""

from facilitation.documentation.typography import in_both

REASONS = {
    "no-pango": in_both(
        "Le PDF ne peut pas être fait sur cette machine : la bibliothèque Pango manque. Sous Debian : "
        "apt-get install libpango-1.0-0 libpangoft2-1.0-0. Le CSV et le JSON restent disponibles.",
        "The PDF cannot be made on this machine: the Pango library is missing. On Debian: "
        "apt-get install libpango-1.0-0 libpangoft2-1.0-0. CSV and JSON are available all the same.",
    ),
    "too-large": in_both(
        "Ce document demande trop de mémoire. Le CSV et le JSON restent disponibles.",
        "This document needs too much memory. CSV and JSON are available all the same.",
    ),
    "too-long": in_both(
        "Ce document demande trop de temps. Le CSV et le JSON restent disponibles.",
        "This document takes too much time. CSV and JSON are available all the same.",
    ),
    "busy": in_both(
        "Trop de documents attendent déjà. Redemandez celui-ci dans quelques minutes.",
        "Too many documents are waiting already. Ask for this one again in a few minutes.",
    ),
    "changed": in_both(
        "La séance a changé pendant la fabrication du document. Redemandez-le.",
        "The session changed while the document was being made. Ask for it again.",
    ),
    "cancelled": in_both(
        "Annulé : rien n'a été gardé. Vous pouvez le redemander.",
        "Cancelled: nothing was kept. You can ask for it again.",
    ),
    "disk": in_both(
        "Le document n'a pas pu être enregistré : vérifiez la place sur le disque.",
        "The document could not be stored: check the room on the disk.",
    ),
    "broken": in_both(
        "Le document n'a pas pu être fait. Le journal du serveur dit pourquoi.",
        "The document could not be made. The server's log says why.",
    ),
}
"""By the word that the press gives."""
