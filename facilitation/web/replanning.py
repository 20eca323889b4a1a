"""What the console asks for: the blocks that could join the plan, the words of a stage, clusters to propose."""

from typing import Any

from flask import Blueprint, jsonify, request
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from facilitation.domain.format import Text
from facilitation.domain.wording import texts_of
from facilitation.formats.blocks import Block, catalogue
from facilitation.projections.likeness import proposals
from facilitation.web.access import state_or_404, who_reads
from facilitation.web.doors import doors

blueprint = Blueprint("replanning", __name__, url_prefix="/s/<session_id>/console")


@blueprint.get("/blocks")
def blocks(session_id: str) -> Response:
    """Every block that could be inserted now."""
    _for_consoles(session_id)
    found = catalogue(doors().library, state_or_404(session_id))
    formats = [{"title": _said(title), "blocks": list(map(_block, of))} for title, of in found.formats]
    return jsonify({"ready": list(map(_block, found.ready)), "formats": formats})


@blueprint.get("/texts")
def texts(session_id: str) -> Response:
    """The words of a step that may get other ones, by place, with their `{values}` unfilled; none for no step."""
    _for_consoles(session_id)
    planned = state_or_404(session_id).planned(request.args.get("step", "")[:200])
    found = texts_of(planned.stage) if planned else {}
    return jsonify({"texts": {place: _said(text) for place, text in found.items()}})


@blueprint.get("/likenesses")
def likenesses(session_id: str) -> Response:
    """Clusters that the cards of a board could make; nothing is kept of it."""
    _for_consoles(session_id)
    return jsonify({"clusters": proposals(state_or_404(session_id), request.args.get("board", "")[:200])})


def _for_consoles(session_id: str) -> None:
    if who_reads(session_id, "console") is None:
        raise NotFound


def _block(block: Block) -> dict[str, Any]:
    told: dict[str, Any] = {"name": block.name, "title": _said(block.title)}
    told |= {"seconds": block.seconds} if block.seconds else {}
    return told | ({"about": _said(block.about)} if block.about else {})


def _said(text: Text) -> dict[str, str]:
    return {"fr": text.fr, "en": text.en}
