"""The dossier of an experiment: what people wrote, beside what the sessions brought."""

from facilitation.documentation.dossier.shapes import Dossier

__all__ = ["Dossier"]
