"""What a phone will show: a format played in memory up to one stage, and looked at by somebody with a given role."""

from facilitation.rehearsal.preview.glance import EVERYONE, Glance, Unseen, glance

__all__ = ["EVERYONE", "Glance", "Unseen", "glance"]
