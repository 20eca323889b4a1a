"""What a process does before there is a page, so that its first page takes no longer than its second."""

from facilitation import places
from facilitation.typesetting import setting
from facilitation.typesetting.chapters.block import ROOM, Chapter
from facilitation.typesetting.chapters.cutting import STYLE
from facilitation.typesetting.typefaces import font_faces

SHEETS = ("record.css", "dossier.css", "screen.css")
"""The style sheets of long documents: parsed once, for all that are forked after it."""

BODY = """
<section class="chapter"><h2><span class="part-no">1</span> T</h2><p class="lead">Un <b>mot</b>, <em>deux</em>.</p>
<div class="said"><p class="words"><span class="no">1</span>Un <a class="see" href="#a">mot</a></p></div>
<ul><li>Un</li></ul><div class="drawn"><svg class="chart" width="60" height="30" viewBox="0 0 60 30"><title>T</title>
<rect x="1" y="1" width="9" height="9" fill="#0f5c63"/><text x="1" y="9" font-size="8">1</text></svg></div>
<table class="data"><caption>T</caption><thead><tr><th scope="col">A</th></tr></thead>
<tbody><tr><th scope="row">1</th><td>2</td></tr></tbody></table></section>
"""


def warm() -> None:
    """Unpack the typefaces, parse the style sheets, and draw a page that is thrown away."""
    folder = places.templates() / "documents"
    sheets = (font_faces(), *((folder / name).read_text() for name in SHEETS), STYLE)
    styles = "".join(f"<style>{words}</style>" for words in sheets)
    head = f'<html lang="fr"><head><title>T</title>{styles}</head>'
    setting.case()
    setting.drawn_chapter(Chapter(f"{head}<body>{BODY}</body></html>", ROOM))
