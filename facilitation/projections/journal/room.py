"""What was done to the room: door, groups, roles, wall, cards, paper. No name, and no word of a participant."""

from facilitation.domain import events as e
from facilitation.domain.format import Text
from facilitation.domain.session import Session
from facilitation.projections.journal.entries import Entry, Kind, Told
from facilitation.projections.journal.standing import Standing, account, count

PLAIN: dict[type, tuple[Kind, Text]] = {
    e.SessionPlanned: ("room", Text("La séance est planifiée", "The session is planned")),
    e.DoorOpened: ("room", Text("La porte s'ouvre", "The door opens")),
    e.DoorClosed: ("room", Text("La porte se ferme", "The door closes")),
    e.JoinCodeReplaced: ("room", Text("Le code d'entrée est remplacé", "The code to join is replaced")),
    e.WallHidden: ("wall", Text("L'écran est masqué", "The wall is hidden")),
    e.WallShown: ("wall", Text("L'écran est de nouveau visible", "The wall is shown again")),
    e.WallFrozen: ("wall", Text("L'écran est figé", "The wall is frozen")),
    e.WallThawed: ("wall", Text("L'écran suit de nouveau la salle", "The wall follows the room again")),
    e.ReviewBegun: ("cards", Text("Relecture avant affichage : commencée", "Review before display: begun")),
    e.ReviewEnded: ("cards", Text("Relecture avant affichage : terminée", "Review before display: ended")),
    e.CardHidden: ("cards", Text("Une contribution est masquée", "A contribution is hidden")),
    e.CardRestored: ("cards", Text("Une contribution est remise", "A contribution is restored")),
    e.TitleErased: (
        "cards",
        Text("Un titre est effacé avec les mots repris", "A title is erased with what was taken back"),
    ),
    e.ClusterDissolved: ("cards", Text("Un titre est retiré", "A title is taken away")),
    e.CardsParted: ("cards", Text("Des contributions réunies sont séparées", "Contributions read as one are parted")),
    e.ActionUndone: ("cards", Text("Une action est annulée", "An action is undone")),
    e.ObserverAdmitted: ("room", Text("Un lien d'observation est donné", "An observer's link is given")),
    e.ObserverDismissed: ("room", Text("Un lien d'observation est révoqué", "An observer's link is revoked")),
}
"""Events that are told alike, however they happened."""


def of_room(now: Standing, told: Told) -> Entry | None:
    """The entry of an event that concerns the room, the wall or the cards."""
    kind, said = PLAIN.get(type(told.event)) or _counted(now.session, told) or ("room", None)
    step = getattr(told.event, "step", None)
    return None if said is None else Entry(told.event.at, kind, said, now.title(step), account(told.by))


def _counted(session: Session, told: Told) -> tuple[Kind, Text] | None:
    match told.event:
        case e.GroupsFormed(groups=groups) if len(groups) > 1:
            return "room", count(len(groups), Text("", ""), Text("{n} groupes sont formés", "{n} groups are formed"))
        case e.PersonPlaced() if told.by.kind == "facilitator":
            return "room", Text("Une personne change de groupe", "Somebody is moved to another group")
        case e.RoleAssigned(role=role, people=people):
            label = next((r.label for r in session.format.roles if r.name == role), None) if session.format else None
            name, n = label or Text.same(role), len(people)
            return "room", Text(f"Rôle « {name.fr} » : {n}", f"Role “{name.en}”: {n}")
        case e.PaperPrinted(people=people) if people:
            one, many = Text("{n} liasse numérotée", "{n} packet numbered"), _PACKETS
            return "room", count(len(people), one, many)
        case e.HandsCounted():
            return "room", Text("Des mains levées sont comptées", "Raised hands are counted")
        case e.CardsLetIn(cards=cards):
            one = Text("{n} contribution est laissée entrer", "{n} contribution is let in")
            return "cards", count(len(cards), one, Text("{n} contributions entrent", "{n} contributions are let in"))
        case e.AnswersLetIn(answers=answers):
            return "cards", count(len(answers), _ANSWER_IN, _ANSWERS_IN)
        case e.CardsMerged(cards=cards):
            return "cards", count(len(cards), _MERGED, _MERGED)
        case e.ClusterMade(cluster=id, cards=cards):
            cluster = session.clusters.get(id)
            title = cluster.title if cluster else ""
            said = count(len(cards), _TITLED, _TITLED)
            return "cards", Text(f"{said.fr} : « {title} »", f"{said.en}: “{title}”") if title else said
        case e.CardSifted(to=to) if told.by.kind == "facilitator":
            return "cards", _SET_ASIDE if to is None else _LET_IN
    return None


_PACKETS = Text("{n} liasses numérotées", "{n} packets numbered")
_MERGED = Text("{n} contributions sont lues comme une seule", "{n} contributions are read as one")
_TITLED = Text("{n} contribution(s) sous un titre", "{n} contribution(s) under a title")
_ANSWER_IN = Text("{n} réponse est laissée entrer", "{n} answer is let in")
_ANSWERS_IN = Text("{n} réponses entrent", "{n} answers are let in")
_LET_IN = Text("Une contribution est retenue pour la salle", "A contribution is let in for the room")
_SET_ASIDE = Text("Une contribution est mise de côté", "A contribution is set aside")
