"""What people send by mistake: nothing, too much, a number out of bounds, one dot too many, the same thing twice."""

from collections.abc import Mapping
from random import Random
from typing import Any

from facilitation.rehearsal.behaviours import Moment, Plain

FAR_TOO_MUCH = "999999999"


def slip(plain: Plain, moment: Moment, chance: Random) -> Plain | None:
    """The wrong command that comes before this right one, or none where nothing can go wrong."""
    match plain:
        case {"kind": "PostCard" | "EditCard", "text": str(text)}:
            return {**plain, "text": chance.choice(("   ", text + " " + "…" * _longest(plain, moment)))}
        case {"kind": "GiveAnswer", "value": {"number": _}}:
            return {**plain, "value": {"number": chance.choice((FAR_TOO_MUCH, "-" + FAR_TOO_MUCH))}}
        case {"kind": "GiveAnswer", "value": str(words)} if "longest" in _question(plain, moment):
            return {**plain, "value": words + "…" * int(_question(plain, moment)["longest"])}
        case {"kind": "CastVote", "dots": {**dots}} if dots and "rate" not in moment.sight.tasks.get("vote", {}):
            one_too_many = int(moment.sight.tasks["vote"]["dots"]) + 1
            return {**plain, "dots": {**dots, next(iter(dots)): one_too_many}}
    return None


def _longest(plain: Plain, moment: Moment) -> int:
    tasks: Mapping[str, Any] = moment.sight.tasks.get("post", {})
    return max((int(task.get("longest", 2000)) for task in tasks.values()), default=2000)


def _question(plain: Plain, moment: Moment) -> Mapping[str, Any]:
    found: Mapping[str, Any] = moment.sight.tasks.get("answer", {}).get(plain.get("question"), {})
    return found
