"""What is true after a facilitator put cards together or apart, and after any of their actions was undone."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from facilitation.domain import events as e
from facilitation.domain.grouping import move
from facilitation.domain.session import Action, Card, Cluster, Former, Session


def arranged(s: Session, event: e.ArrangingEvent) -> Session:
    """The session once cards stand as the facilitator put them."""
    match event:
        case e.ReviewBegun():
            return replace(s, reviewing=True)
        case e.ReviewEnded():
            return replace(s, reviewing=False)
        case e.CardsLetIn(cards=cards):
            return replace(s, cards={**s.cards, **{id: replace(s.cards[id], held=False) for id in cards}})
        case e.AnswersLetIn(answers=answers):
            return _let_in(s, answers)
        case e.CardsMerged(cards=cards):
            return replace(s, merges=(*_rows_without(s.merges, cards), cards))
        case e.CardsParted(cards=cards):
            return replace(s, merges=_rows_without(s.merges, cards))
        case e.ClusterMade(cluster=id):
            emptied = _taken_out(s.clusters, event.cards)
            return replace(s, clusters={**emptied, id: Cluster(id, event.board, event.title, event.cards)})
        case e.ClusterRenamed(cluster=id, title=title):
            known = s.clusters[id]
            named = replace(known, title=title, former=(*known.former, known.title))
            return replace(s, clusters={**s.clusters, id: named})
        case e.CardsClustered(cluster=to, cards=cards):
            emptied = _taken_out(s.clusters, cards)
            if to is None:
                return replace(s, clusters=emptied)
            return replace(s, clusters={**emptied, to: replace(emptied[to], cards=(*emptied[to].cards, *cards))})
        case e.ClusterDissolved(cluster=id):
            return replace(s, clusters={**s.clusters, id: replace(s.clusters[id], dissolved=True)})
        case e.TitleErased(cluster=id):
            return _erased(s, id)
        case e.ActionTaken():
            former = _former(s, event)
            action = Action(event.action, event.sort, event.subjects, event.by, event.at, s.current, former)
            return replace(s, actions=(*s.actions, action))
        case e.ActionUndone(action=id, at=at):
            undone = next(action for action in s.actions if action.id == id)
            actions = tuple(replace(one, undone_at=at) if one.id == id else one for one in s.actions)
            return _as_before(replace(s, actions=actions), undone)


def _let_in(s: Session, answers: Iterable[tuple[str, str, str]]) -> Session:
    found = {step: {name: dict(of) for name, of in asked.items()} for step, asked in s.answers.items()}
    for step, question, holder in answers:
        found[step][question][holder] = replace(found[step][question][holder], held=False)
    return replace(s, answers=found)


def _erased(s: Session, cluster: str) -> Session:
    """Nothing remembers the title: neither an action that could be undone, nor a wall that was frozen."""

    def without(clusters: Mapping[str, Cluster]) -> Mapping[str, Cluster]:
        if cluster not in clusters:
            return clusters
        return {**clusters, cluster: replace(clusters[cluster], title="", former=(), dissolved=True)}

    formers = (replace(one.former, clusters=without(one.former.clusters)) for one in s.actions)
    actions = tuple(replace(one, former=former) for one, former in zip(s.actions, formers, strict=True))
    wall = replace(s.wall_held, clusters=without(s.wall_held.clusters)) if s.wall_held else None
    return replace(s, clusters=without(s.clusters), actions=actions, wall_held=wall)


def _rows_without(rows: Iterable[tuple[str, ...]], cards: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    gone = set(cards)
    return tuple(row for row in rows if not gone & set(row))


def _taken_out(clusters: Mapping[str, Cluster], cards: Iterable[str]) -> dict[str, Cluster]:
    gone = set(cards)
    # A title that was taken away keeps its cards, so that it can come back with them.
    return {
        id: one
        if one.dissolved or not gone & set(one.cards)
        else replace(one, cards=tuple(card for card in one.cards if card not in gone))
        for id, one in clusters.items()
    }


def _former(s: Session, event: e.ActionTaken) -> Former:
    match event.sort:
        case "hidden" | "restored":
            return Former()
        case "placed":
            groups = {who: number for who in event.subjects if (number := s.group_of(who)) is not None}
            return Former(groups=groups)
        case "cast":
            return Former(roles={role: s.roles[role] for role in event.subjects if role in s.roles})
    return Former(clusters=s.clusters, merges=s.merges)


def _as_before(s: Session, action: Action) -> Session:
    former = action.former
    match action.sort:
        case "hidden" | "restored":
            was = {id: replace(s.cards[id], hidden=action.sort == "restored") for id in action.subjects}
            cards: Mapping[str, Card] = {**s.cards, **was}
            return replace(s, cards=cards)
        case "placed":
            rows = s.groups.get(action.step or "", ())
            for person in action.subjects:
                rows = move(rows, person, former.groups.get(person, -1))
            return replace(s, groups={**s.groups, action.step or "": rows})
        case "cast":
            given = {role: former.roles.get(role, ()) for role in action.subjects}
            cast = {**s.cast, s.current or "": {**s.cast.get(s.current or "", {}), **given}}
            return replace(s, roles={**s.roles, **given}, cast=cast)
    return replace(s, clusters=former.clusters, merges=former.merges)
