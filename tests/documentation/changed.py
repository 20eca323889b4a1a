"""A session of 1-2-4-All whose plan was changed on the way: longer, reworded, added to, moved, opened again."""

from facilitation.domain import events as e
from facilitation.domain.format import Duration, Stage, Text
from facilitation.domain.session import Session
from tests.documentation.sample import ONE_TWO_FOUR_ALL, Telling

BREAK = Stage("break", Text("Pause", "Break"), duration=Duration("10"))
REASONS = {
    "#1": "La salle a demandé du temps pour les échanges à quatre.",
    "#2": "Il fait chaud.",
    "#3": "Nous voulions finir par un mot de chacun.",
    "#4": "Une erreur de ma part.",
    "#5": "Deux groupes écrivaient encore.",
}


def changed() -> Session:
    """Told event by event."""
    told = Telling()
    told.plan(ONE_TWO_FOUR_ALL, "Accueillir : une séance changée en route", "fr")
    told.welcome(6)
    told.start("alone")
    told.tell(e.CardPosted("c1", "ideas", "alone", "p1", "Un goûter commun.", None, told.now))
    told.wait(70)
    said = {
        "instruction": Text("Choisissez {keep} idée, et dites pourquoi.", "Choose {keep} idea to bring to everyone.")
    }
    told.tell(
        e.StageChanged("#1", ("fours",), "a1", told.now, 600, said, {"instruction": "en"}),
        e.StageInserted("#2", "break", BREAK, "all", "break", "a1", told.now),
        e.StageMoved("#3", "echo", "all", "a1", told.now),
        e.StageInserted("#4", "break-2", BREAK, None, "break", "a1", told.now),
        e.ChangeUndone("#4", "a1", told.now),
        *(e.ReasonGiven(id, REASONS[id], "a1", told.now) for id in ("#1", "#2", "#3", "#4")),
    )
    told.close("alone")
    told.wait(40)
    told.tell(e.StageReopened("#5", "alone", "a1", told.now, told.now + 120_000))
    told.tell(e.ReasonGiven("#5", REASONS["#5"], "a1", told.now))
    told.wait(100)
    told.close("alone")
    for key, seconds in (("pairs", 130), ("fours", 840), ("break", 610), ("echo", 200), ("all", 320)):
        told.start(key, [("ideas", ["c1"])] if key in ("pairs", "fours", "all") else [])
        told.wait(seconds)
        told.close(key)
    told.tell(e.SessionClosed(told.now))
    return told.session
