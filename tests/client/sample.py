"""Screens in the states worth looking at, as documents written by hand after docs/protocol.md."""

from typing import Any

from tests.client.stand_in import NOW

Scene = tuple[str, dict[str, dict[str, Any]], dict[str, Any]]


def both(fr: str, en: str) -> dict[str, str]:
    return {"fr": fr, "en": en}


SESSION = {
    "title": "Coopérer autour de la sortie", "locale": "fr", "status": "running", "door": True, "people": 12,
    "format": {"title": both("1-2-4-Tous", "1-2-4-All")},
}  # fmt: skip
PROMPT = both(
    "Quelles occasions voyez-vous d'avancer ensemble sur ce défi\u00a0?",
    "What opportunities do you see for making progress together on this challenge?",
)
ME = {"id": "p7", "alias": "Cèdre", "here": True, "roles": []}
SHORT = [
    "Un annuaire partagé des structures, tenu à jour par chacune.",
    "Se voir une fois par mois, dehors, sans ordre du jour.",
    "Un numéro unique à appeler avant la sortie.",
    "Former ensemble les nouveaux arrivants, toutes structures confondues.",
    "Dire aussi ce qui n'a pas marché.",
]


def stage(key: str, fr: str, en: str, number: int, **more: Any) -> dict[str, Any]:
    return {
        "key": key, "id": key.split(".")[0], "title": both(fr, en), "number": number, "of": 8,
        "startedAt": NOW - 60_000, "endsAt": NOW + 4 * 60_000,
    } | more  # fmt: skip


def cards(texts: list[str], **more: Any) -> dict[str, Any]:
    return {f"c{n}": {"text": text} | more for n, text in enumerate(texts, 1)}


def phone(everyone: dict[str, Any], person: dict[str, Any], **others: dict[str, Any]) -> dict[str, dict[str, Any]]:
    channels = {name.replace("_", ":"): document for name, document in others.items()}
    return {
        "everyone": {"session": SESSION} | everyone,
        "person:p7": {"me": ME, "tasks": {}, "mine": {}} | person,
    } | channels


ALONE = stage(
    "alone", "Seul·e", "Alone", 1, instruction=both(
        "Pensez à la question, puis écrivez vos idées, une par carte.",
        "Think about the question, then write your ideas, one per card."),
)  # fmt: skip
OPTIONS = [
    {"id": "a", "label": both("Une réunion mensuelle entre structures", "A monthly meeting between organisations")},
    {"id": "b", "label": both("Un annuaire", "A directory")},
    {"id": "c", "label": both("Une permanence", "A drop-in desk")},
]
QUESTIONS = {
    "open": {"kind": "long text", "label": both("Ma demande au groupe est…", "My request to the group is…"), "longest": 2000, "seenBy": "everyone", "required": True},
    "amount": {"kind": "whole number", "label": both("Points pour le pot", "Points for the pot"), "min": "0", "max": "100", "seenBy": "author", "required": True},
    "rate": {"kind": "scale", "label": both("Utilité de la séance", "Usefulness of the session"), "min": "1", "max": "5", "seenBy": "facilitator", "anonymous": True},
    "pick": {"kind": "choice", "label": both("Par quoi commencer\u00a0?", "Where to begin?"), "options": OPTIONS, "seenBy": "group", "shared": True},
    "several": {"kind": "choices", "label": both("Lesquels gardez-vous\u00a0?", "Which do you keep?"), "options": OPTIONS, "max": "2", "seenBy": "group"},
    "agree": {"kind": "yes-no", "label": both("Ce contrat vous convient-il\u00a0?", "Does this contract suit you?"), "seenBy": "everyone"},
    "order": {"kind": "ranking", "label": both("Par ordre d'importance", "In order of importance"), "options": OPTIONS, "seenBy": "everyone", "required": False},
    "actions": {"kind": "list", "label": both("Plan d'action", "Action plan"), "columns": [both("Action", "Action"), both("Avec qui", "With whom"), both("Avant le", "Before")], "seenBy": "everyone"},
}  # fmt: skip
CHART = {
    "kind": "line", "title": both("Contribution moyenne par tour", "Average contribution per round"),
    "points": [{"x": "1", "y": "47.5"}, {"x": "2", "y": "100/3"}, {"x": "3", "y": "21"}],
}  # fmt: skip
BARS = CHART | {"kind": "bars", "points": [{"x": str(n), "y": str(y)} for n, y in enumerate([0, 1, 3, 6, 2], 1)]}
RATED = {
    "label": both("Utilité de la séance", "Usefulness of the session"),
    "kind": "scale",
    "entries": {f"a{n}": {"value": {"number": str(2 + n % 4)}} for n in range(7)},
}
VOTE = {"of": "ideas", "dots": 3, "perItem": 2, "voted": 7}
TALLY = {"c1": 9, "c3": 6, "c2": 4, "c4": 1}

SESSIONS = [
    {"number": 0, "size": 3, "label": both("Se loger à la sortie, salle du fond", "A home after release, back room")},
    {"number": 1, "size": 0, "label": both("Un premier emploi", "A first job")},
    {"number": 2, "size": 12, "full": True},
]

PHONE: dict[str, Scene] = {
    "phone-waiting": ("participant", phone({"session": SESSION | {"status": "waiting"}}, {}), {}),
    "phone-post": ("participant", phone(
        {"stage": ALONE, "next": {"title": both("À deux", "In pairs")}, "boards": {"ideas": {"prompt": PROMPT, "seenBy": "author"}}},
        {"tasks": {"post": {"ideas": {"columns": [], "longest": 2000, "seenBy": "author", "editedBy": "author"}}},
         "mine": {"cards": {"c1": {"board": "ideas", "step": "alone", "text": SHORT[0], "editable": True}}}}), {}),
    "phone-columns": ("participant", phone(
        {"stage": stage("consultation", "4 · Consultation", "4 · Consultation", 5),
         "boards": {"contributions": {"columns": OPTIONS, "marks": [{"id": "kept", "label": both("À garder", "To keep")}], "cards": {
             "c1": {"text": SHORT[0], "column": "a", "by": "Galet", "marks": ["kept"]}, "c2": {"text": SHORT[1], "column": "b", "group": 1}}}}},
        {"me": ME | {"roles": [{"name": "consultants", "label": both("Consultant·e", "Consultant")}], "signal": "lost"},
         "tell": {"consultants": both("Réactions, expériences, suggestions, sans chercher le consensus.", "Reactions, experiences, suggestions, without seeking consensus.")},
         "tasks": {"post": {"contributions": {"columns": OPTIONS, "longest": 500, "left": 2, "seenBy": "everyone"}}, "mark": {"contributions": [{"id": "kept", "label": both("À garder", "To keep")}]}},
         "mine": {"cards": {"c3": {"board": "contributions", "step": "consultation", "text": SHORT[2], "column": "b", "editable": True}}}}), {}),
    "phone-questions": ("participant", phone({"stage": stage("ask", "Questions", "Questions", 3, round=2, rounds=3)}, {"tasks": {"answer": QUESTIONS}}), {}),
    "phone-answered": ("participant", phone({"stage": stage("ask", "Questions", "Questions", 3)}, {
        "tasks": {"answer": QUESTIONS}, "mine": {"answers": {"open": SHORT[1], "amount": {"number": "50"}, "rate": "4", "pick": "b", "several": ["a", "c"], "agree": True,
            "order": ["b", "a", "c"], "actions": [["Appeler", "Galet", "mardi"]]}}}), {}),
    "phone-vote": ("participant", phone(
        {"stage": stage("all", "Tous", "All", 4, endsAt=NOW + 30_000), "boards": {"ideas": {"prompt": PROMPT, "cards": cards(SHORT)}}, "vote": VOTE},
        {"tasks": {"vote": {"of": "ideas", "dots": 3, "perItem": 2, "own": False}}, "mine": {"dots": {"c1": 2}, "cards": {"c3": {"board": "ideas", "step": "alone", "text": SHORT[2]}}}}), {}),
    "phone-many": ("participant", phone(
        {"stage": stage("read", "Lire", "Read", 4), "boards": {"ideas": {"prompt": PROMPT, "names": "shown", "cards": {f"c{n}": {"text": f"{SHORT[n % 5]} ({n})", "by": "Galet"} for n in range(24)}}}}, {}), {}),
    "phone-amounts": ("participant", phone(
        {"stage": stage("share", "Partager", "Share", 3)},
        {"tasks": {"answer": {"give": {"kind": "amounts", "label": both("Combien donnez-vous à chaque personne\u00a0?", "How much do you give to each person?"), "min": "0", "total": "20", "seenBy": "author",
            "options": [{"id": f"p{n}", "label": both(name, name)} for n, name in enumerate(["Galet", "Lichen", "Rivière"])]}}}},
        group_0={"group": {"number": 0, "members": ["Cèdre", "Galet", "Lichen", "Rivière"]}}), {}),
    "phone-scores": ("participant", phone(
        {"stage": stage("score", "Noter", "Score", 5), "boards": {"ideas": {"prompt": PROMPT, "cards": cards(SHORT[:2])}}, "vote": {"of": "ideas", "with": "scores", "voted": 2}},
        {"tasks": {"vote": {"of": "ideas", "with": "scores", "dots": 0, "rate": {"from": 1, "to": 5}}}, "mine": {"dots": {"c1": 4}}}), {}),
    "phone-choose": ("participant", phone(
        {"stage": stage("fours", "À quatre", "In fours", 3, pausedLeft=90_000)},
        {"tasks": {"choose": {"from": "ideas", "howMany": 1, "shared": True}, "post": {"ideas": {"seenBy": "group", "editedBy": "group"}}}},
        group_2={"group": {"number": 2, "step": "fours", "members": ["Cèdre", "Galet", "Lichen", "Rivière"]}, "chosen": ["c2"],
                 "boards": {"ideas": {"prompt": PROMPT, "cards": cards(SHORT)}}}), {}),
    "phone-listen": ("participant", phone({"stage": stage("presentation", "1 · Exposé", "1 · Presentation", 2)}, {
        "silent": True, "show": both("Votre groupe a mis 150 dans le pot.\nVous gagnez 123,3 points.", "Your group put 150 in the pot.\nYou earn 123.3 points.")}), {}),
    "phone-results": ("participant", phone(
        {"stage": stage("all", "Tous", "All", 4, closed=True, revealed=True), "boards": {"ideas": {"prompt": PROMPT, "cards": cards(SHORT)}}, "vote": VOTE | {"revealed": True, "tally": TALLY},
         "charts": {"one": CHART, "two": BARS}, "answers": {"learned": {"label": both("Ce que j'apprends", "What I learn"), "kind": "long text", "entries": {"a1": {"value": SHORT[4], "by": "Galet"}}}, "useful": RATED}}, {}), {}),
    "phone-turn-mine": ("participant", phone(
        {"stage": stage("around", "Un tour de parole", "Once around", 2, instruction=both("Chacun parle à son tour.", "Each person speaks in turn."))},
        {"tasks": {"turn": {"turn": 2, "mine": True}}},
        group_2={"group": {"number": 2, "members": ["Cèdre", "Galet", "Lichen", "Rivière"]}, "turns": {"speaker": "Cèdre", "coming": ["Galet", "Lichen"], "spoken": 1, "of": 4, "endsAt": NOW + 90_000}}), {}),
    "phone-turn-wait": ("participant", phone(
        {"stage": stage("around", "Un tour de parole", "Once around", 2), "turns": {"speaker": "Galet", "coming": ["Lichen", "Cèdre"], "spoken": 1, "of": 4, "endsAt": NOW - 1}},
        {"tasks": {"turn": {"turn": 2, "mine": False}}}), {}),
    "phone-join": ("participant", phone(
        {"stage": stage("slot", "Premier créneau", "First slot", 2), "groups": SESSIONS},
        {"me": ME | {"apart": "choose"}, "tasks": {"join": {"again": True}}}), {}),
    "phone-joined": ("participant", phone(
        {"stage": stage("slot", "Premier créneau", "First slot", 2), "groups": SESSIONS},
        {"me": ME | {"group": 0}, "tasks": {"join": {"again": True}}},
        group_0={"group": {"number": 0, "members": ["Cèdre", "Galet", "Lichen"], "label": SESSIONS[0]["label"]}}), {}),
    "phone-late": ("participant", phone({"stage": stage("play", "Le jeu", "The game", 3)}, {"me": ME | {"apart": "next round"}}), {}),
    "phone-offer": ("participant", phone(
        {"stage": stage("ask", "Qui raconte ?", "Who tells?", 2, signalsAt=NOW - 1000)},
        {"tell": {"_1": both("Vous pouvez gagner 10 points.", "You may win 10 points.")},
         "tasks": {"volunteer": {"narrator": {"label": both("Narration", "Narrator"), "on": False}, "scribe": {"label": both("Secrétariat", "Scribe"), "on": True}}}}), {}),
    "phone-closed": ("participant", phone({"session": SESSION | {"status": "closed"}}, {}), {"withdrawal": "K7QP-4MZX"}),
}  # fmt: skip

SCENES: dict[str, Scene] = {**PHONE}

ALIASES = [
    "Cèdre",
    "Galet",
    "Lichen",
    "Rivière",
    "Tilleul",
    "Brume",
    "Fougère",
    "Silex",
    "Colline",
    "Mésange",
    "Ardoise",
    "Genêt",
]
PEOPLE = {
    f"p{n}": {"alias": alias, "channel": "phone", "here": n != 11, "order": n, "group": n // 4, "roles": [], "awaited": True, **({"done": True} if n < 7 else {}), **({"signal": "lost"} if n == 8 else {})}
    for n, alias in enumerate(ALIASES)
}  # fmt: skip
LONG = " ".join(SHORT) + " " + SHORT[1]
WALL = [
    ([*SHORT, LONG[:180], "Oui.", "Une phrase de longueur moyenne pour voir comment elle se pose sur le mur."])[n % 8]
    + f" ({n})"
    for n in range(60)
]


def planned(order: int, fr: str, en: str, seconds: int, **more: Any) -> dict[str, Any]:
    return {
        "order": order,
        "stage": f"s{order}",
        "title": both(fr, en),
        "round": 1,
        "rounds": 1,
        "seconds": seconds,
    } | more


MINUTE = 60_000
PLAN = {
    "welcome": planned(0, "Accueil", "Welcome", 300, startedAt=NOW - 20 * MINUTE, closedAt=NOW - 13 * MINUTE, extended=120, closedBy="facilitator"),
    "alone": planned(1, "Seul·e", "Alone", 60, startedAt=NOW - 13 * MINUTE, closedAt=NOW - 12 * MINUTE, closedBy="timer"),
    "pairs": planned(2, "À deux", "In pairs", 120, skipped=True, reason="Nous étions en retard."),
    "fours": planned(3, "À quatre", "In fours", 240, startedAt=NOW - 2 * MINUTE, endsAt=NOW + 4 * MINUTE),
    "pause": planned(4, "Pause", "Break", 600, changes=["#2"]),
    "all": planned(5, "Tous", "All", 480, first=300, changes=["#1"]),
    "learning": planned(6, "Ce que je retiens", "What I take away", 300),
}  # fmt: skip
CHANGES = {
    "#1": {"sort": "changed", "step": "all", "title": both("Tous", "All"), "at": NOW - 9 * MINUTE, "reason": "La salle discute bien.", "seconds": 480, "undoable": True},
    "#2": {"sort": "inserted", "step": "pause", "title": both("Pause", "Break"), "at": NOW - 8 * MINUTE, "reason": "Il fait chaud.", "before": both("Tous", "All"), "undoable": True},
    "#3": {"sort": "moved", "step": "learning", "title": both("Ce que je retiens", "What I take away"), "at": NOW - 7 * MINUTE, "reason": "Essayé.", "undone": True},
}  # fmt: skip
STAFF: dict[str, Any] = {
    "session": {"id": "x", "title": SESSION["title"], "status": "running", "door": True, "wallHidden": False, "locale": "fr", "fewest": 4, "most": 60, "startedAt": NOW - 20 * MINUTE, "planVersion": 3},
    "plan": PLAN, "current": "fours", "next": {"key": "all", "title": both("Tous", "All")}, "people": PEOPLE,
    "progress": {"expected": 11, "done": 7}, "groups": [list(PEOPLE)[n : n + 4] for n in (0, 4, 8)],
    "script": both("Demandez à chaque quatuor de choisir avant la fin.", "Ask each four to choose before the end."),
    "roles": {"client": {"label": both("Client·e", "Client"), "count": 1, "people": ["p2"], "hands": [], "chosenBy": "facilitator"},
              "scribe": {"label": both("Scribe", "Scribe"), "count": 1, "people": [], "chosenBy": "facilitator", "optional": True},
              "consultants": {"label": both("Consultant·e", "Consultant"), "count": 1, "people": [], "chosenBy": "everyone else"}},
    "boards": {"ideas": {"columns": [], "marks": [], "count": 5, "cards": {f"c{n}": {"text": text, "by": f"p{n}", "group": 0, "hidden": n == 2, "step": "alone", "marks": [], **({"with": [{"id": "c9", "text": "Un carnet d'adresses commun.", "by": "p9"}]} if n == 0 else {})} for n, text in enumerate(SHORT)},
                         "clusters": {"k1": {"title": "Se former", "cards": ["c3"]}}},
               "private": {"count": 3}},
    "answers": {"request": {"label": both("Ma demande", "My request"), "kind": "long text", "count": 1, "entries": {"p2": {"value": SHORT[3]}}}},
    "vote": {"of": "ideas", "voted": 7, "tally": {"c1": 5, "c0": 2}, "revealed": False},
    "values": {"labels": {"pot": both("Le pot", "The pot"), "share": both("La part de chacun", "Each one's share")},
               "group": [{"pot": "120", "share": "100/3"}, {"pot": "90", "share": "54"}]},
    "changes": CHANGES, "reopen": {"step": "alone", "title": both("Seul·e", "Alone"), "left": "fours", "opens": ["boards"], "stays": ["vote"]},
    "notes": {"n1": {"text": "Un silence après la question de la garde.", "at": NOW - 5 * MINUTE, "step": "fours", "kept": True}, "n2": {"text": "Penser à revoir le chauffage.", "at": NOW - 4 * MINUTE, "kept": False}},
    "actions": {"a1": {"sort": "clustered", "by": "p7", "at": NOW - 60_000, "about": SHORT[3]}, "a2": {"sort": "hidden", "by": "u2", "at": NOW - 30_000, "about": SHORT[2], "undoable": True},
                "a3": {"sort": "cast", "by": "p7", "at": NOW - 5000, "about": "client", "undoable": True}},
    "canClose": True, "canReveal": True, "charts": {"one": CHART},
}  # fmt: skip
FOURS = stage(
    "fours",
    "À quatre",
    "In fours",
    4,
    instruction=both(
        "Choisissez ensemble l'idée à porter devant tout le monde.", "Choose together the idea to bring to the room."
    ),
)
JOIN = {"code": "ABCD-EFGH", "url": "http://192.168.1.20:8000/j/ABCD-EFGH"}
WAIT = SESSION | {"status": "waiting"}


def console(
    staff: dict[str, Any], session: dict[str, Any] = SESSION, on: dict[str, Any] | None = FOURS
) -> dict[str, dict[str, Any]]:
    everyone = {"session": session, "boards": {"ideas": {"prompt": PROMPT}}} | ({"stage": on} if on else {})
    return {"everyone": everyone, "staff": staff}


CIRCLES = [
    {"order": list(PEOPLE)[:4], "speaker": "p1", "spoken": ["p0"], "coming": ["p2", "p3"], "turn": 2, "endsAt": NOW + 42_000},
    {"order": list(PEOPLE)[4:8], "spoken": list(PEOPLE)[4:8], "coming": [], "turn": 5},
    {"order": list(PEOPLE)[8:], "spoken": [], "coming": list(PEOPLE)[8:], "turn": 0},
]  # fmt: skip
CONSOLE: dict[str, Scene] = {
    "console-gathering": ("console", console({key: STAFF[key] for key in ("session", "plan", "current", "next", "roles")} | {
        "people": PEOPLE | {"p3": {key: value for key, value in PEOPLE["p3"].items() if key != "group"}},
        "groups": [["p0", "p1", "p2"], [], list(PEOPLE)[4:]], "gathering": {"labels": [one.get("label", {}) for one in SESSIONS], "canPlace": True, "more": True}}), {}),
    "console-turns": ("console", console({key: STAFF[key] for key in ("session", "plan", "current", "next", "people", "groups")} | {"turns": CIRCLES}), {}),
    "console-running": ("console", console(STAFF), {"join": JOIN}),
    "console-waiting": ("console", console({k: STAFF[k] for k in ("people", "roles")} | {
        "session": STAFF["session"] | {"status": "waiting"}, "next": {"key": "welcome", "title": both("Accueil", "Welcome")},
        "plan": {k: {f: v for f, v in step.items() if f not in ("startedAt", "closedAt", "endsAt", "skipped", "reason", "extended")} for k, step in PLAN.items()}}, WAIT, None), {"join": JOIN}),
    "console-empty": ("console", console({"session": STAFF["session"] | {"status": "waiting", "door": False}, "plan": {}, "people": {}}, WAIT, None), {"join": JOIN}),
    "console-last": ("console", console(STAFF | {"canClose": False, "canReveal": False, "next": {}, "session": STAFF["session"] | {"wallHidden": True}}, SESSION, FOURS | {"closed": True}), {}),
    "console-closed": ("console", console({"session": STAFF["session"] | {"status": "closed"}, "people": PEOPLE, "plan": PLAN}, SESSION | {"status": "closed"}, None), {}),
}  # fmt: skip


def wall(everyone: dict[str, Any], **screen: Any) -> dict[str, dict[str, Any]]:
    return {"everyone": {"session": SESSION} | everyone, "screen": {"hidden": False} | screen}


def board(count: int, **more: Any) -> dict[str, Any]:
    return {"ideas": {"prompt": PROMPT, "cards": cards(WALL[:count])} | more}


ALL = stage(
    "all",
    "Tous",
    "All",
    4,
    instruction=both("Lisez les idées retenues, puis votez.", "Read the chosen ideas, then vote."),
)
COLUMNS = {
    f"c{n}": {"text": text, "column": "abc"[n % 3], "group": n % 4, "marks": ["kept"] if n % 5 == 0 else []}
    for n, text in enumerate(WALL[:14])
}
TITLED = {
    "clusters": {"k1": {"title": "Se voir", "cards": ["c1", "c4"]}, "k2": {"title": "Se former", "cards": ["c3"]}}
}
SCREEN: dict[str, Scene] = {
    "screen-titles": ("screen", wall({"stage": ALL, "boards": board(8, **TITLED)}), {}),
    "screen-many-titles": ("screen", wall({"stage": ALL, "boards": board(24, clusters={f"k{n}": {"title": f"Un titre ({n})", "cards": [f"c{n}", f"c{n + 6}"]} for n in range(6)})}), {}),
    "screen-join": ("screen", wall({"session": WAIT}, join=JOIN), {}),
    "screen-alone": ("screen", wall({"stage": ALONE}, join=JOIN, progress={"expected": 12, "done": 7}), {}),
    "screen-groups": ("screen", wall({"stage": FOURS | {"pausedLeft": 90_000}}, groups=[{"number": n, "size": 4} for n in range(12)], progress={"expected": 48, "done": 7}), {}),
    "screen-board5": ("screen", wall({"stage": ALL, "boards": board(5), "vote": VOTE}, join=JOIN), {}),
    "screen-board24": ("screen", wall({"stage": ALL, "boards": board(24)}), {}),
    "screen-board60": ("screen", wall({"stage": ALL, "boards": board(60)}, progress={"expected": 12, "done": 7}), {}),
    "screen-columns": ("screen", wall({"stage": ALL, "boards": {"ideas": {"columns": OPTIONS, "marks": [{"id": "kept", "label": both("À garder", "To keep")}], "cards": COLUMNS}}}), {}),
    "screen-votes": ("screen", wall({"stage": ALL | {"closed": True}, "boards": board(8), "vote": VOTE | {"revealed": True, "tally": TALLY | {"c6": 2}}, "next": {"title": both("Ce que je retiens", "What I take away")}}), {}),
    "screen-chart": ("screen", wall({"stage": stage("results.3", "Résultats", "Results", 5, round=3, rounds=3), "charts": {"one": CHART, "two": BARS}}), {}),
    "screen-answers": ("screen", wall({"stage": ALL, "answers": {"learned": {"label": both("Ce que j'apprends", "What I learn"), "kind": "long text", "entries": {f"a{n}": {"value": text} for n, text in enumerate(SHORT)}}, "useful": RATED}}), {}),
    "screen-turns": ("screen", wall({"stage": ALL, "turns": {"speaker": "Galet", "coming": ["Lichen", "Cèdre"], "spoken": 1, "of": 12, "endsAt": NOW + 90_000}}), {}),
    "screen-gathering": ("screen", wall({"stage": ALL, "groups": SESSIONS}, groups=SESSIONS), {}),
    "screen-of-group": ("screen", {"everyone": {"session": SESSION, "stage": FOURS}, "screen:2": {"group": {"number": 2, "size": 4, "label": both("Le logement", "Housing")}, "boards": board(5)}}, {"you": {"kind": "group-screen"}}),
    "screen-closed": ("screen", wall({"session": SESSION | {"status": "closed"}}), {}),
    "screen-hidden": ("screen", {"screen": {"hidden": True}}, {}),
}  # fmt: skip
SCENES.update(CONSOLE)
SCENES.update(SCREEN)
