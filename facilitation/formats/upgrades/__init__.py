"""Old versions of the language: brought up to now, one version at a time, before anything is checked."""

from facilitation.formats.upgrades.steps import CURRENT, OLD_KEYS, upgraded

__all__ = ["CURRENT", "OLD_KEYS", "upgraded"]
