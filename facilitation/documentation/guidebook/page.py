"""The guide as HTML: one format, one language, one template."""

from markupsafe import Markup

from facilitation.documentation.charts import map_chart
from facilitation.documentation.guidebook.shapes import GuideBoard, Guidebook
from facilitation.documentation.letters import CanDraw
from facilitation.documentation.record import Voice, environment_for
from facilitation.typesetting.typefaces import font_files


def guidebook_html(guide: Guidebook, locale: str, made_at: int, can_draw: CanDraw = lambda letter: True) -> str:
    """The whole guide as HTML. `made_at` is in milliseconds since 1970: nothing here reads a clock."""
    voice = Voice(locale, can_draw)
    environment = environment_for(voice)
    environment.globals.update(clock=_clock, map_of=lambda board: _map(board, voice))
    return environment.get_template("guidebook.html").render(
        g=guide, locale=locale, made_at=made_at, fonts=frozenset(font_files())
    )


def _map(board: GuideBoard, voice: Voice) -> Markup:
    """The field of a map with nothing on it yet."""
    left, right, bottom, top = map(voice.said, board.axes)
    return map_chart(voice.said(board.title), (left, right, bottom, top), [])


def _clock(seconds: int) -> str:
    """How far into the session: `0 h 05`."""
    minutes = seconds // 60
    return f"{minutes // 60}\u00a0h\u00a0{minutes % 60:02d}"
