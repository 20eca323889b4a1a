"""From filled-in forms to the frozen values of `facilitation.domain.format`."""

from facilitation.formats.building.whole import build

__all__ = ["build"]
