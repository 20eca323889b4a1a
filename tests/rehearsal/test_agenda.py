"""Simulated time: deeds come in the order of their moments, then of their noting."""

from functools import partial

from facilitation.rehearsal.agenda import Agenda


def test_deeds_are_done_in_order_and_time_never_goes_back() -> None:
    agenda, done = Agenda(1000), []
    for name, seconds in (("late", 5), ("soon", 1), ("soon too", 1), ("now", 0)):
        agenda.after(seconds, partial(lambda name: done.append((agenda.now, name)), name))
    agenda.at(0, lambda: done.append((agenda.now, "past")))
    agenda.play(until=lambda: False)
    assert done == [(1000, "now"), (1000, "past"), (2000, "soon"), (2000, "soon too"), (6000, "late")]
    assert agenda.clock() == 6000


def test_it_stops_when_told() -> None:
    agenda, done = Agenda(0), []
    for second in range(5):
        agenda.after(second, lambda: done.append(agenda.now))
    agenda.play(until=lambda: len(done) == 2)
    assert done == [0, 1000]
