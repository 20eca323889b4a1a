"""More screens worth looking at: votes by levels and by order, comments; and with those of `sample`, all of them."""

from typing import Any

from facilitation.domain.format import Text
from facilitation.projections.pictures import draw
from facilitation.projections.pictures.links import links_of
from facilitation.projections.pictures.plain import plain
from tests.client import sample
from tests.client.sample import PROMPT, SHORT, Scene, both, cards, phone, stage

CONSENT = stage("consent", "Consentir", "Consent", 5, instruction=both("Dites si vous pouvez vivre avec cette proposition.", "Say whether you can live with this proposal."))  # fmt: skip
KEEP = stage("sieve", "Garder ou écarter", "Keep or drop", 6)
PROPOSAL = {
    "c1": {
        "text": "Se voir chaque premier mardi du mois, deux heures, dans un lieu différent, et le dire à toutes les structures."
    }
}
CONCERNS = {
    "c7": {"text": "Le mardi exclut celles et ceux qui travaillent.", "about": "c1", "stance": "objection"},
    "c8": {"text": "Il faudra quelqu'un pour réserver les lieux.", "about": "c1", "stance": "concern"},
}


def of(board: str, found: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {board: {"prompt": PROMPT, "seenBy": "everyone", "names": "hidden", "cards": found} | more}


def vote(manner: str, board: str, **more: Any) -> dict[str, Any]:
    return {"of": board, "voted": 9, "revealed": False, "with": manner} | more


def level(up: int, middle: int, down: int) -> dict[str, int]:
    return {"agree": up, "concern": middle, "objection": down}


KEPT = {f"c{n}": {"keep": 9 - 2 * n, "drop": 1 + 2 * n} for n in range(1, 5)}
AXES = {
    "across": {"low": both("Facile à faire", "Easy to do"), "high": both("Difficile", "Hard")},
    "up": {"low": both("Peu utile", "Of little use"), "high": both("Très utile", "Very useful")},
}
PLACED = {
    "c1": {"text": SHORT[0], "place": {"n": 9, "x": "2", "y": "9/2", "xHalf": ["1", "3"], "yHalf": ["4", "5"]}},
    "c2": {"text": SHORT[1], "place": {"n": 9, "x": "4", "y": "2", "xHalf": ["3", "5"], "yHalf": ["2", "3"]}},
    "c3": {"text": SHORT[2], "place": {"n": 9, "x": "4", "y": "2", "xHalf": ["4", "4"], "yHalf": ["1", "2"]}},
    "c4": {"text": SHORT[3]},
}
TOTALS = {
    "days": {
        "label": both("Combien de jours\u00a0?", "How many days?"),
        "kind": "number",
        "totals": {"n": 9, "median": "12", "lower": "8", "upper": "31/2", "average": "13"},
    },
    "mood": {
        "label": both("Que garder\u00a0?", "What to keep?"),
        "kind": "choice",
        "options": sample.OPTIONS,
        "totals": {"n": 9, "counts": {"a": 4, "b": 3, "c": 2}},
    },
}
PHONE: dict[str, Scene] = {
    "phone-consent": ("participant", phone(
        {"stage": CONSENT, "boards": of("plan", PROPOSAL), "vote": vote("consent", "plan")},
        {"tasks": {"vote": {"of": "plan", "with": "consent", "dots": 0, "own": True}}, "mine": {"dots": {"c1": 2}, "cards": {
            "c8": {"board": "plan", "step": "consent", "text": CONCERNS["c8"]["text"], "about": "c1", "stance": "concern"}}}}), {}),
    "phone-thumbs": ("participant", phone(
        {"stage": stage("thumbs.1.1", "On continue ?", "Go on?", 4, round=1, open=True), "boards": of("plan", PROPOSAL), "vote": vote("thumbs", "plan")},
        {"tasks": {"vote": {"of": "plan", "with": "thumbs", "dots": 0, "own": True}}, "mine": {"dots": {"c1": 3}}}), {}),
    "phone-keep": ("participant", phone(
        {"stage": KEEP, "boards": of("ideas", cards(SHORT)), "vote": vote("keep or drop", "ideas")},
        {"tasks": {"vote": {"of": "ideas", "with": "keep or drop", "dots": 0, "own": True}}, "mine": {"dots": {"c1": 2, "c2": 1}}}), {}),
    "phone-order": ("participant", phone(
        {"stage": stage("order", "Ranger", "Order", 7), "boards": of("ideas", cards(SHORT)), "vote": vote("ranking", "ideas")},
        {"tasks": {"vote": {"of": "ideas", "with": "ranking", "dots": 0, "own": True}}}), {}),
    "phone-consented": ("participant", phone(
        {"stage": CONSENT | {"closed": True, "revealed": True}, "boards": of("plan", PROPOSAL | CONCERNS),
         "vote": vote("consent", "plan", revealed=True, tally={"c1": 6}, levels={"c1": level(7, 1, 1)})}, {}), {}),
    "phone-comments": ("participant", phone(
        {"stage": stage("topics", "Des sujets", "Topics", 1), "boards": of("ideas", cards(SHORT[:2]) | {"c9": {"text": "Qui le tiendrait ?", "about": "c1"}})},
        {"tasks": {"comment": {"ideas": {"longest": 500, "seenBy": "everyone"}}}}), {}),
    "phone-items": ("participant", phone(
        {"stage": stage("prices", "Vos prix", "Your prices", 2)},
        {"tasks": {"answer": {
            "price": {"kind": "items", "each": "number", "label": both("Combien paieriez-vous\u00a0?", "How much would you pay?"), "options": sample.OPTIONS, "min": "0", "total": "10", "longest": 2000, "required": True, "seenBy": "totals"},
            "ease": {"kind": "items", "each": "scale", "label": both("Facile à faire\u00a0?", "Easy to do?"), "options": sample.OPTIONS, "min": "1", "max": "5", "longest": 2000, "required": True, "seenBy": "author"},
            "page": {"kind": "link", "label": both("Une page à partager", "A page to share"), "longest": 500, "required": False, "seenBy": "everyone"}}}}), {}),
    "phone-totals": ("participant", phone(
        {"stage": stage("again", "Estimer de nouveau", "Estimate again", 3), "answers": TOTALS},
        {"mine": {"answers": {"days": {"number": "10"}, "mood": "b"}}}), {}),
    "phone-merged": ("participant", phone(
        {"stage": KEEP, "boards": of("ideas", cards(SHORT[:2]) | {"c4": {"text": SHORT[4], "times": 3}})}, {}), {}),
    "phone-place": ("participant", phone(
        {"stage": stage("map", "Placer", "Place", 4), "boards": of("ideas", cards(SHORT[:2]), map=AXES)},
        {"tasks": {"place": {"ideas": ["c1", "c2"]}}, "mine": {"places": {"c1": [2, 4]}}}), {}),
    "phone-map": ("participant", phone({"stage": stage("map", "La carte", "The map", 4), "boards": of("ideas", PLACED, map=AXES)}, {}), {}),
    "phone-sift": ("participant", phone(
        {"stage": stage("queue", "La file", "The queue", 4), "boards": of("ideas", {"c1": {"text": SHORT[0], "order": 1}, "c2": {"text": SHORT[1], "order": 2}})},
        {"tasks": {"sift": ["ideas"]}}, role_host={"role": {"name": "host"}, "boards": {"ideas": {"cards": {"c3": {"text": SHORT[2], "waits": True}}}}}), {}),
}  # fmt: skip
OTHERS: dict[str, Scene] = {
    "console-consent": ("console", sample.console(sample.STAFF | {
        "boards": {"plan": {"columns": [], "marks": [], "count": 3, "cards": {id: {"by": "p3", "hidden": False} | card for id, card in (PROPOSAL | CONCERNS).items()}}},
        "vote": {"of": "plan", "voted": 9, "tally": {"c1": 6}, "revealed": False, "with": "consent", "levels": {"c1": level(7, 1, 1)}},
        "loop": {"key": "consent", "turn": 1, "most": 2, "wanted": False}}), {}),
    "screen-consented": ("screen", sample.wall({"stage": CONSENT | {"closed": True}, "boards": of("plan", PROPOSAL | CONCERNS),
        "vote": vote("consent", "plan", revealed=True, tally={"c1": 6}, levels={"c1": level(7, 1, 1)})}), {}),
    "screen-kept": ("screen", sample.wall({"stage": KEEP | {"closed": True}, "boards": of("ideas", cards(SHORT[:4])),
        "vote": vote("keep or drop", "ideas", revealed=True, tally={}, levels=KEPT)}), {}),
    "screen-map": ("screen", sample.wall({"stage": stage("map", "La carte", "The map", 4), "boards": of("ideas", PLACED, map=AXES)}), {}),
    "screen-totals": ("screen", sample.wall({"stage": stage("again", "Estimer de nouveau", "Estimate again", 3), "answers": TOTALS}), {}),
    "screen-comments": ("screen", sample.wall({"stage": stage("topics", "Des sujets", "Topics", 1),
        "boards": of("ideas", cards(SHORT[:4]) | {"c9": {"text": "Qui le tiendrait ?", "about": "c1"}})}), {}),
}  # fmt: skip
SCENES: dict[str, Scene] = {**sample.SCENES, **PHONE, **OTHERS}
EVERY_PHONE: dict[str, Scene] = {**sample.PHONE, **PHONE}

LOOPS = links_of(
    Text("Les liens et leurs boucles", "The links and their loops"),
    [("Confiance", "Échanges", "+"), ("Échanges", "Confiance", "+"), ("Contrôle", "Confiance", "-")],
    [],
    (),
    True,
)
SCENES["screen-picture"] = (
    "screen",
    sample.wall(
        {"stage": stage("read", "Lire", "Read", 4)}, pictures={"1": plain(draw(LOOPS)), "2": plain(draw(LOOPS))}
    ),
    {},
)
