"""What a browser asks for before it offers to put us among the apps of a phone."""

from flask import Blueprint, jsonify
from werkzeug.wrappers import Response

blueprint = Blueprint("installing", __name__)

DAY = "public, max-age=86400"


@blueprint.get("/app.webmanifest")
def manifest() -> Response:
    """Opens at the first page, which leads back into the sessions of this phone. Its name tells nothing of them."""
    icons = [
        {"src": "/static/dist/icon.svg", "sizes": "any", "type": "image/svg+xml"},
        {"src": "/static/dist/icon-192.png", "sizes": "192x192", "type": "image/png"},
        {"src": "/static/dist/icon-512.png", "sizes": "512x512", "type": "image/png", "purpose": "any maskable"},
    ]
    response = jsonify(
        {
            "id": "/",
            "name": "Facilitation",
            "short_name": "Facilitation",
            "start_url": "/",
            "scope": "/",
            "display": "minimal-ui",
            "background_color": "#f6f4ee",
            "theme_color": "#0f5c46",
            "icons": icons,
        }
    )
    response.mimetype = "application/manifest+json"
    response.headers["Cache-Control"] = DAY
    return response
