"""An uploaded picture becomes a logo: decoded, made small, drawn anew, so that nothing else in the file is kept."""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from facilitation.records.logos import Logo

LARGEST = 600
"""Pixels, either way: 300 to the inch on five centimetres of paper."""

MOST_PIXELS = 16_000_000


def redrawn(upload: bytes) -> Iterator[Logo]:
    """The logo of a PNG or JPEG file; none where it is neither, is broken, or is unreasonably large."""
    try:
        with Image.open(BytesIO(upload), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return
            drawn = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return
    drawn.thumbnail((LARGEST, LARGEST))
    plain = Image.new("RGB", drawn.size, "white")
    plain.paste(drawn, mask=drawn)
    made = BytesIO()
    plain.save(made, "PNG", optimize=True)
    yield Logo(made.getvalue(), plain.width, plain.height)
