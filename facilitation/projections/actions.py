"""What facilitators did last to cards and people, as the console lists it: each can be undone while that is sound."""

from typing import Any

from facilitation.domain.rules.facilitating.undoing import undoable
from facilitation.domain.session import Action
from facilitation.projections.view import PRIVATE, View

Json = dict[str, Any]
MOST = 12
"""Older ones stay in the log; nobody undoes them from a list."""


def actions_of(view: View) -> Json:
    """The last actions by their names."""
    return {action.id: _action(view, action) for action in view.session.actions[-MOST:]}


def _action(view: View, action: Action) -> Json:
    told: Json = {"sort": action.sort, "by": action.by, "at": action.at, "about": _about(view, action)}
    told |= {"undone": True} if action.undone_at is not None else {}
    return told | ({"undoable": True} if undoable(view.session, action) else {})


def _about(view: View, action: Action) -> str:
    """A few words to know it by: those of its card or title, or an alias; of a role, its name."""
    s, first = view.session, action.subjects[0] if action.subjects else ""
    match action.sort:
        case "placed":
            return s.people[first].alias
        case "cast":
            return first
        case "renamed" | "dissolved":
            return s.clusters[first].title if first in s.clusters else ""
    return _words(view, first)


def _words(view: View, card: str) -> str:
    """The beginning of a card that the console may read; whoever acts on one that it may not learns nothing of it."""
    known = view.session.cards.get(card)
    opened = view.opened.get(known.board, frozenset()) if known else frozenset()
    return known.text[:60] if known and not opened <= PRIVATE else ""
