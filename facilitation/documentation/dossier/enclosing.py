"""The data that the archival variant of a dossier carries."""

from facilitation.documentation.dossier.data import dossier_csv, dossier_json
from facilitation.documentation.dossier.shapes import Dossier


def enclosed(dossier: Dossier, locale: str, made_at: int) -> dict[str, str]:
    """Name → content: the data of the same readers, and nothing that the document does not tell to them."""
    files = {f"{name}.csv": dossier_csv(dossier, locale, name) for name in ("contributions", "answers", "votes")}
    files["dossier.json"] = dossier_json(dossier, locale, made_at)
    return {name: content.decode() for name, content in files.items()}
