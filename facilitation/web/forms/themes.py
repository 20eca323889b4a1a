"""A theme of the codebook: what it is called, what it means, what belongs to it and what does not."""

from flask_babel import lazy_gettext
from wtforms import Form

from facilitation.records.themes import ThemeFacts
from facilitation.web.forms.fields import line, words


class ThemeForm(Form):
    """In the words of the team: the words of participants are shown as examples, never copied."""

    name = line(lazy_gettext("Name"), 80)
    definition = words(lazy_gettext("What it means"))
    inside = words(lazy_gettext("What belongs to it"))
    outside = words(lazy_gettext("What does not belong to it"))

    def facts(self) -> ThemeFacts:
        """What was filled in."""
        return ThemeFacts(
            self.name.data or "", self.definition.data or "", self.inside.data or "", self.outside.data or ""
        )
