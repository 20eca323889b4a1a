"""What facilitators did to cards and people, each under a name, so that it can be told and undone."""

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.commands import Command, Refused
from facilitation.domain.session import Action, ActionSort, Session

Decision = tuple[e.Event, ...] | Refused


def named(session: Session, command: Command, decision: Decision, by: str, now: int) -> Decision:
    """The decision under the name by which it can be undone, if it is of that kind and does something."""
    if isinstance(decision, Refused) or not decision:
        return decision
    about = _about(session, command)
    if about is None:
        return decision
    sort, subjects = about
    return (e.ActionTaken(f"a{len(session.actions) + 1}", sort, subjects, by, now), *decision)


def _about(session: Session, command: Command) -> tuple[ActionSort, tuple[str, ...]] | None:
    match command:
        case c.HideCard(card=card):
            return "hidden", (card,)
        case c.RestoreCard(card=card):
            return "restored", (card,)
        case c.MergeCards(cards=cards):
            return "merged", cards
        case c.PartCards(card=card):
            return "parted", (card,)
        case c.MakeCluster(cards=cards):
            return "clustered", cards
        case c.ClusterCards(cards=cards):
            return "moved", cards
        case c.RenameCluster(cluster=cluster):
            return "renamed", (cluster,)
        case c.DissolveCluster(cluster=cluster):
            return "dissolved", (cluster,)
        case c.MovePerson(person=person):
            return "placed", (person,)
        case c.AssignRole(role=role):
            return "cast", (role,)
        case c.SwapRoles(person=person, other=other):
            held = (role for role, people in session.roles.items() if (person in people) != (other in people))
            return "cast", tuple(held)
    return None


def undo(session: Session, command: c.UndoAction, by: str, now: int) -> Decision:
    """Take an action back, unless a later one builds on it or the room has moved on since."""
    action = next((one for one in session.actions if one.id == command.action), None)
    if action is None:
        return Refused("unknown-action")
    if action.undone_at is not None:
        return Refused("already-undone")
    if not undoable(session, action):
        return Refused("changed-since")
    return (e.ActionUndone(action.id, by, now),)


def undoable(session: Session, action: Action) -> bool:
    """Whether undoing an action would bring back what was there before, and nothing else."""
    if action.undone_at is not None:
        return False
    later = session.actions[session.actions.index(action) + 1 :]
    if any(other.undone_at is None and _meet(action, other) for other in later):
        return False
    if action.sort in ("placed", "cast"):
        return action.step == session.current and (session.inputs_open or session.status == "waiting")
    return action.sort not in ("hidden", "restored") or not session.cards[action.subjects[0]].withdrawn


def _meet(action: Action, other: Action) -> bool:
    if _matter(action) != _matter(other):
        return False
    # Titles and merges are put back as they all were: what was arranged later has to be undone first.
    return _matter(action) == "arranged" or bool(set(action.subjects) & set(other.subjects))


def _matter(action: Action) -> str:
    match action.sort:
        case "hidden" | "restored":
            return "shown"
        case "placed" | "cast":
            return action.sort
    return "arranged"
