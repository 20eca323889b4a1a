"""A leaflet as HTML: one language, one template; the same page is printed and read on a screen."""

from facilitation.documentation.leaflets.shapes import Leaflet
from facilitation.documentation.letters import CanDraw
from facilitation.documentation.record import Voice, environment_for
from facilitation.typesetting.typefaces import font_files


def leaflet_html(leaflet: Leaflet, made_at: int, can_draw: CanDraw = lambda letter: True) -> str:
    """The whole leaflet. `made_at` is in milliseconds since 1970: nothing here reads a clock."""
    environment = environment_for(Voice(leaflet.locale, can_draw))
    return environment.get_template("leaflet.html").render(
        one=leaflet, locale=leaflet.locale, made_at=made_at, fonts=frozenset(font_files())
    )
