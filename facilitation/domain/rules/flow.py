"""How one step gives way to the next: closing, computing, assigning, grouping, carrying, starting."""

import random
from dataclasses import replace

from facilitation.domain import events as e
from facilitation.domain.choosing import Made, chosen, origin, still_as_they_are
from facilitation.domain.commands import EndTimer, Refused
from facilitation.domain.computing import work_out, work_out_first
from facilitation.domain.dealing import dealt
from facilitation.domain.expressions import evaluate, parse
from facilitation.domain.format import Carry
from facilitation.domain.grouping import form_groups, move, place, size_of
from facilitation.domain.items import card_of_turn
from facilitation.domain.levels import kept_cards
from facilitation.domain.lookback import known_to
from facilitation.domain.progress import everyone_answered
from facilitation.domain.regrouping import Groups
from facilitation.domain.rules.casting import drawn_roles, roles_in_groups, turns_to_come
from facilitation.domain.rules.gathering import gather, hosting, made_for
from facilitation.domain.rules.giving import roles_given
from facilitation.domain.rules.loops import after, following, left_out, turn_over
from facilitation.domain.rules.showing import next_moment, shown_by_time
from facilitation.domain.rules.treating import treat
from facilitation.domain.rules.turns import keep_up, turns_over
from facilitation.domain.scopes import StepScope, limit, whole_limit
from facilitation.domain.session import Planned, Session, StepKey
from facilitation.domain.tally import last_ranking, ranked, tally

INPUTS = (
    e.AnswerGiven,
    e.VoteCast,
    e.CardsChosen,
    e.Signalled,
    e.CardPosted,
    e.ParticipantLeft,
    e.TurnGiven,
    e.PersonPlaced,
)


def go_on(session: Session, by: str, now: int) -> tuple[e.Event, ...]:
    """Close the current step if it is open, then start the next one, if there is one."""
    closing = close_current(session, by, now)
    then = after(session, closing)
    turned = turn_over(then, now)
    then = after(then, turned)
    passed = left_out(then, now)
    then = after(then, passed)
    next_step = following(then)
    found = (*closing, *turned, *passed)
    return (*found, *start(then, next_step, now)) if next_step else found


def close_current(session: Session, by: str, now: int) -> tuple[e.Event, ...]:
    """Close the inputs of the current step; its values are worked out and its roles given."""
    planned = session.now_playing
    if planned is None or not session.inputs_open:
        return ()
    closed = e.StageClosed(planned.key, by, now)  # type: ignore[arg-type] # callers pass the three known words
    return (closed, *_consequences(session, planned, now))


def _consequences(session: Session, planned: Planned, now: int) -> tuple[e.Event, ...]:
    events: list[e.Event] = []
    if planned.stage.compute or planned.stage.ask:
        events.append(e.ValuesComputed(planned.key, work_out(session, planned), now))
    events.extend(roles_given(after(session, events), planned, now))
    return tuple(events)


def start(session: Session, planned: Planned, now: int) -> tuple[e.Event, ...]:
    """Start a step: draw the roles that chance gives, form its groups, carry what it needs."""
    people = tuple(person.id for person in session.present)
    made = made_groups(session, planned, people)
    groups = made.groups
    seconds = _seconds(session, planned, groups)
    ends_at = now + seconds * 1000 if seconds else None
    least = _least(session, planned, groups, seconds)
    signals_at = now + least * 1000 if least else None
    shows_at = next_moment(session, planned, now)
    started = e.StageStarted(planned.key, now, ends_at, signals_at, shows_at)
    events: list[e.Event] = [started, *drawn_roles(session, people, now)]
    if planned.stage.groups is not None:
        events.append(e.GroupsFormed(planned.key, groups, now, made.cards))
        events.extend(hosting(session, planned.stage.groups, made, now))
        events.extend(roles_in_groups(session, planned, groups, now))
        events.extend(turns_to_come(session, planned, groups, now))
    events.extend(_carried(session, planned, now))
    if planned.stage.compute and planned.stage.compute_when == "stage starts":
        events.append(e.ValuesComputed(planned.key, work_out_first(after(session, events), planned), now))
    return tuple(events)


def _seconds(session: Session, planned: Planned, groups: Groups) -> int | None:
    """The time of a step; where it is so much per person, that of its largest group."""
    duration = planned.stage.duration
    if duration is None or duration.per == "stage" or planned.stage.id in session.minutes:
        return planned.seconds
    minutes = limit(session, planned, duration.minutes, None)
    return round(minutes * 60) * max(1, max(map(len, groups), default=1)) if minutes else None


def _least(session: Session, planned: Planned, groups: Groups, seconds: int | None) -> int | None:
    """The low end of a range of time, as long as nobody gave the step another length."""
    duration = planned.stage.duration
    if planned.least is None or duration is None or duration.at_least is None or not seconds:
        return None
    if duration.per == "stage":
        return planned.least if planned.least < seconds else None
    minutes = limit(session, planned, duration.at_least, None)
    return round(minutes * 60) * max(1, max(map(len, groups), default=1)) if minutes else None


def made_groups(session: Session, planned: Planned, people: tuple[str, ...]) -> Made:
    """The groups of a step as it starts, and the cards that made them."""
    grouping, source = planned.stage.groups, origin(session, planned)
    if grouping is None or not chosen(source.stage.groups):
        return Made(groups_for(session, planned, people))
    last = _last_of(session, planned, source)
    if last is not None:
        return Made(still_as_they_are(session.groups[last], people), session.group_cards.get(last, ()))
    made_by = source.stage.groups or grouping
    size = size_of(made_by, StepScope(session, planned))
    carry = next((one for one in source.stage.carry if one.board == made_by.cards_of), None)
    only = None if carry is None else frozenset(_cards_to_carry(session, source, carry))
    return made_for(session, source, people, size, only)


def _last_of(session: Session, planned: Planned, source: Planned) -> StepKey | None:
    """The last step that had the groups of `source`; none where a step makes them anew."""
    grouping = planned.stage.groups
    if grouping is None or (grouping.how != "same as" and grouping.keep != "session"):
        return None
    return next((s.key for s in reversed(session.plan) if s.key != planned.key and _shares(session, s, source)), None)


def _shares(session: Session, step: Planned, source: Planned) -> bool:
    if step.key not in session.groups:
        return False
    found = origin(session, step)
    return found.key == source.key or (found.stage.groups == source.stage.groups and _keeps_all(source))


def _keeps_all(source: Planned) -> bool:
    return source.stage.groups is not None and source.stage.groups.keep == "session"


def groups_for(session: Session, planned: Planned, people: tuple[str, ...], depth: int = 0) -> Groups:
    """The groups a step would have for these people. A stage that was skipped still says how it would have grouped."""
    grouping = planned.stage.groups
    if grouping is None or depth > len(session.plan):
        return (people,)
    earlier: Groups = ()
    if grouping.of is not None:
        earlier = _groups_of(session, grouping.of, planned, people, depth)
    if grouping.keep == "session" or grouping.how == "same as":
        last = _last_of(session, planned, origin(session, planned))
        if last is not None:
            teams = earlier if grouping.how == "merge" else ()
            return _still_here(session.groups[last], _admitted(session, planned, last, people), teams)
    draw = random.Random(f"{session.seed}:groups:{planned.key}")
    return form_groups(grouping, people, earlier, StepScope(session, planned), draw, known_to(session, planned))


def _admitted(session: Session, planned: Planned, last: StepKey, people: tuple[str, ...]) -> tuple[str, ...]:
    """Those who are in the groups of a step that had them before, and those who came late and may join by now."""
    grouping = origin(session, planned).stage.groups
    before = session.planned(last)
    same_turn = before is not None and before.rounds == planned.rounds and bool(planned.rounds)
    latecomers = grouping.latecomers if grouping else "join the smallest"
    if latecomers == "join the smallest" or (latecomers == "next round" and not same_turn):
        return people
    inside = {person for group in session.groups[last] for person in group}
    return tuple(person for person in people if person in inside)


def _still_here(groups: Groups, people: tuple[str, ...], teams: Groups) -> Groups:
    """The same groups; whoever is new goes where their team is, if these groups are made of teams."""
    kept = tuple(tuple(person for person in group if person in people) for group in groups)
    kept = tuple(group for group in kept if group)
    placed = {person for group in kept for person in group}
    for person in people:
        if person not in placed:
            mates = next((set(team) for team in teams if person in team), set[str]())
            home = next((n for n, group in enumerate(kept) if mates & set(group)), None)
            kept = place(kept, person) if home is None else move(kept, person, home)
    return kept


def _groups_of(session: Session, stage: str, planned: Planned, people: tuple[str, ...], depth: int) -> Groups:
    keys = [step.key for step in session.plan]
    earlier = session.plan[: keys.index(planned.key)]
    before = [step for step in earlier if step.stage.id == stage]
    made = before[-1].stage.groups if before else None
    # Groups that stay together all session are as they were last, with those who came since.
    kin = [step for step in earlier if step.stage.groups == made] if made and made.keep == "session" else before
    formed = next((session.groups[step.key] for step in reversed(kin) if step.key in session.groups), None)
    if formed is not None:
        return formed
    return groups_for(session, before[-1], people, depth + 1) if before else tuple((person,) for person in people)


def _carried(session: Session, planned: Planned, now: int) -> list[e.Event]:
    events: list[e.Event] = []
    # Where each member has a turn, what was written for one is not laid before the next unless the format says so.
    usual = Carry("", "this round" if any(loop.each_as for loop in planned.open_loops) else "all")
    for board in planned.stage.boards:
        theirs = replace(usual, board=board.name)
        if any(loop.each_card == board.name for loop in planned.open_loops):
            theirs = replace(theirs, what="this card")
        carry = next((c for c in planned.stage.carry if c.board == board.name), theirs)
        if carry.what == "dealt":
            hands = dealt(session, planned, board.name, whole_limit(session, planned, carry.deal, None) or 1)
            events.append(e.CardsDealt(planned.key, board.name, hands, now))
        cards = _cards_to_carry(session, planned, carry)
        if cards or carry.what != "all":
            events.append(e.ItemsCarried(planned.key, board.name, cards, now))
    return events


def _cards_to_carry(session: Session, planned: Planned, carry: Carry) -> tuple[str, ...]:
    every = (c for c in session.cards.values() if c.board == carry.board and c.about is None)
    cards = [card for card in every if not card.withdrawn and not card.hidden]
    match carry.what:
        case "none":
            return ()
        case "marked":
            return tuple(card.id for card in cards if carry.mark in card.marks)
        case "chosen":
            chosen = _chosen(session, carry.board)
            return tuple(card.id for card in cards if card.id in chosen)
        case "this card":
            taken = card_of_turn(session, planned, carry.board)
            return tuple(card.id for card in cards if card.id == taken)
        case "kept":
            kept = kept_cards(session, carry.board)
            return tuple(card.id for card in cards if card.id in kept)
        case "top":
            return _top(session, planned, carry)
        case "this round":
            return tuple(card.id for card in cards if _same_turn(session, planned, card.step))
        case "all" | "dealt" | "merged":
            return tuple(card.id for card in cards)


def _same_turn(session: Session, planned: Planned, step: str) -> bool:
    written = session.planned(step)
    return written is not None and written.rounds[: len(planned.rounds)] == planned.rounds


def _chosen(session: Session, board: str) -> frozenset[str]:
    for step in reversed(session.plan):
        if step.stage.choose and step.stage.choose.source == board and step.key in session.choices:
            return frozenset(card for picks in session.choices[step.key].values() for card in picks)
    return frozenset()


def _top(session: Session, planned: Planned, carry: Carry) -> tuple[str, ...]:
    voted = last_ranking(session, carry.board)
    most = whole_limit(session, planned, carry.top, None) or 1
    if voted is None:
        return ()
    order = ranked(session, voted.key, carry.board)
    counts = tally(session, voted.key)
    # A tie at the last place comes along whole: to cut it would be to choose for the room.
    least = counts.get(order[most - 1].id, 0) if len(order) >= most else 0
    return tuple(card.id for n, card in enumerate(order) if n < most or (counts.get(card.id, 0) == least and least > 0))


def end_timer(session: Session, command: EndTimer, now: int) -> tuple[e.Event, ...] | Refused:
    """The time of a step is up, or of someone's turn to speak, or the next cards are due: go on, where it is so."""
    planned, step = session.now_playing, session.step
    if planned is None or step is None or planned.key != command.step or not session.inputs_open:
        return Refused("stale-stage")
    waited = (*turns_over(session, now), *shown_by_time(session, now))
    if waited:
        return waited
    due = step.ends_at is not None and step.ends_at <= now
    if "timer ends" not in planned.stage.paces or not due:
        return Refused("no-timer")
    return go_on(session, "timer", now)


def settle(session: Session, events: tuple[e.Event, ...], now: int) -> tuple[e.Event, ...]:
    """What follows by itself: someone has the floor; once everyone has answered, the room goes on where it should."""
    then = after(session, events)
    gathered = gather(then, now)
    then = after(then, gathered)
    kept = (*gathered, *_kept_up(then, now))
    then = after(session, (*events, *kept))
    planned = then.now_playing
    if not any(isinstance(event, INPUTS) for event in (*events, *kept)):
        return kept
    why = _over(then, planned) if planned is not None and then.inputs_open else None
    if why is None:
        return kept
    gone = go_on(then, why, now)
    return (*kept, *gone, *_kept_up(after(then, gone), now))


def _over(session: Session, planned: Planned) -> str | None:
    """Why a step ends by itself now, if it does."""
    if session.steps[planned.key].reopened:
        # Opened again, it ends when the facilitator says so: what would have ended it had come already.
        return None
    if "everyone answered" in planned.stage.paces and everyone_answered(session):
        return "everyone answered"
    condition = planned.stage.goes_on_if
    return "condition" if condition and evaluate(parse(condition), StepScope(session, planned)) else None


def _kept_up(session: Session, now: int) -> tuple[e.Event, ...]:
    treated = treat(session, now)
    return (*treated, *keep_up(after(session, treated), now))
