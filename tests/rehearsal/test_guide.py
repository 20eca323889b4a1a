"""The facilitator's layer: on the console and in the record, in no byte sent to a participant or the big screen."""

from functools import cache

from facilitation.domain import events as e
from facilitation.domain.evolve import replay
from facilitation.domain.format import Text
from facilitation.domain.wording import reworded
from facilitation.projections.channels import all_channels, document
from facilitation.projections.outcome import outcome
from facilitation.rehearsal import Rehearsal, rehearse
from tests.formats.samples import changed, read, said

GUIDED = changed(
    "  - stage: write\n",
    """  - stage: write
    instruction: {fr: Consignez vos propositions., en: Set down your proposals.}
    in plain words: {fr: Écrivez vos idées., en: Write your ideas.}
    guide:
      say: {fr: SECRET à dire, en: SECRET to say}
      plan b: {fr: SECRET autrement, en: SECRET otherwise}
""",
    changed("roles:\n", "guide: {materials: {fr: SECRET à apporter, en: SECRET to bring}}\nroles:\n"),
)


@cache
def _played() -> Rehearsal:
    reading = read(GUIDED)
    assert said(reading) == ""
    return rehearse(reading, 4, 1)


def test_only_the_console_is_sent_what_is_for_the_facilitator() -> None:
    events = [recorded.event for recorded in _played().log]
    start = next(n for n, event in enumerate(events, 1) if isinstance(event, e.StageStarted))
    session = replay(events[: start + 2])
    assert document(session, "staff")["guide"] == {
        "say": {"fr": "SECRET à dire", "en": "SECRET to say"},
        "plan_b": {"fr": "SECRET autrement", "en": "SECRET otherwise"},
    }
    assert document(session, "everyone")["stage"]["plain"]["en"] == "Write your ideas."
    for number in range(0, len(events), 7):
        then = replay(events[:number])
        for channel in all_channels(then):
            assert channel == "staff" or "SECRET" not in str(document(then, channel))


def test_the_record_has_a_part_for_the_facilitator() -> None:
    whole, stage = outcome(_played().session).identity.guides
    assert (whole.title, [name for name, _ in whole.lines]) == (None, ["materials"])
    assert stage.title is not None
    assert [name for name, _ in stage.lines] == ["say", "plan_b"]


def test_plain_words_go_when_the_instruction_gets_other_words() -> None:
    planned = _played().session.plan[0]
    other = Text("Autre chose.", "Something else.")
    assert reworded(planned.stage, {"title": other}).plain is not None
    assert reworded(planned.stage, {"instruction": other}).plain is None
