"""What a participant feels called to do next, from the tasks their screen shows."""

from facilitation.rehearsal.behaviours import BEHAVIOURS, DONE, Call, Moment


def first_call(moment: Moment) -> Call | None:
    """The next thing to do, or none: listen, wait, or be done."""
    sight = moment.sight
    if not sight.tasks or sight.stage.get("closed"):
        return None
    moment.page.had_part = True
    for behaviour in BEHAVIOURS:
        for target in behaviour.calls(moment):
            return Call(behaviour, target)
    if is_waiting(moment) or any(behaviour.open_ended(moment) for behaviour in BEHAVIOURS):
        return None
    return next((Call(DONE, signal) for signal in DONE.calls(moment)), None)


def is_waiting(moment: Moment) -> bool:
    """Whether something is still to be done that was not ripe yet: look again in a while."""
    return not moment.sight.stage.get("closed") and any(behaviour.waits(moment) for behaviour in BEHAVIOURS)
