"""Simulated participants at the real doors: each reads its own documents over HTTP, thinks as in a rehearsal, acts."""

import re
from collections.abc import Iterator
from random import Random
from typing import Literal

from playwright.sync_api import Browser

from facilitation.rehearsal.answers import Writer
from facilitation.rehearsal.behaviours import Moment
from facilitation.rehearsal.calls import first_call
from facilitation.rehearsal.corpus import ENGLISH, FRENCH, Pen
from facilitation.rehearsal.page import Page, turn_page
from facilitation.rehearsal.sight import Sight
from facilitation.rehearsal.temperament import STEADY
from scripts.screens import Seat

Locale = Literal["fr", "en"]
TONGUES = {"fr": "fr-FR", "en": "en-GB"}
LONG_AGO = 10_000_000
"""Milliseconds: everybody has already thought enough, nobody waits for half of the stage to be over."""


class Guest:
    """Somebody who came in by the code."""

    def __init__(self, seat: Seat, writer: Writer) -> None:
        self.seat, self.writer = seat, writer
        self.person = str(seat.boot["you"]["id"])
        self.page: Page | None = None

    def acts(self, most: int = 12) -> None:
        """Everything that this phone calls for now."""
        for _ in range(most):
            moment = self._moment()
            call = first_call(moment)
            plain = call.act(moment) if call else None
            if plain is None:
                return
            self.seat.send(**plain)

    def _moment(self) -> Moment:
        documents = self.seat.documents()
        sight = Sight(self.person, self.writer.locale, int(self.seat.boot["now"]), documents)
        if self.page is None or self.page.step != sight.step:
            self.page = turn_page(self.writer.chance, sight.step, sight.now - LONG_AGO)
        return Moment(sight, self.page, STEADY, self.writer)


def pen_of(locale: Locale) -> Pen:
    """Words to write with."""
    return Pen(ENGLISH if locale == "en" else FRENCH)


def come(browser: Browser, base: str, session: str, code: str, locale: Locale, count: int) -> Iterator[Guest]:
    """So many people, one after the other; each agrees to everything."""
    pen = pen_of(locale)
    for number in range(1, count + 1):
        context = browser.new_context(locale=TONGUES[locale])
        form = context.request.get(f"{base}/j/{code}").text()
        hidden = dict(re.findall(r'name="(csrf_token|visit)"[^>]*value="([^"]+)"', form))
        agreed = {"report": "yes", "quotation": "y", "publication": "y"}
        context.request.post(f"{base}/j/{code}", form={**hidden, **agreed}, headers={"Origin": base})
        yield Guest(Seat(context, f"{base}/s/{session}/phone"), somebody(number, pen, locale))


def somebody(number: int, pen: Pen, locale: Locale) -> Writer:
    """Who holds the phone of this number."""
    return Writer(Random(f"gallery:{number}"), pen, locale)
