"""Finding formats by words, family, length, head-count and objective; and what to leave out when nothing fits."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from facilitation.domain.format import Format, Text
from facilitation.domain.format.text import Locale
from facilitation.web.forms.planning import stages_of

LongestTime = Callable[[Format, int | None], int]
"""The minutes that a format takes with its usual settings and so many people, by default the usual number."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. What is empty or None does not matter."""

    words: str = ""
    family: str = ""
    minutes: int | None = None
    people: int | None = None
    objective: str = ""

    @property
    def nothing(self) -> bool:
        """Whether nothing in particular is looked for."""
        return self == Wanted()


def find(formats: Iterable[Format], wanted: Wanted, minutes_of: LongestTime, locale: Locale) -> list[Format]:
    """The formats that fit: those that bear the words in their title first, then by title."""
    found = [form for form in formats if fits(form, wanted, minutes_of)]
    words = plain(wanted.words).split()
    return sorted(found, key=lambda form: (_not_in_title(form, words), plain(form.title.said_in(locale)), form.id))


def fits(form: Format, wanted: Wanted, minutes_of: LongestTime) -> bool:
    """Whether a format is what is looked for."""
    return (
        wanted.family in ("", form.kind)
        and (wanted.people is None or form.fewest <= wanted.people <= form.most)
        and (wanted.minutes is None or minutes_of(form, wanted.people) <= wanted.minutes)
        and _holds(_said_in(form), wanted.words)
        and _holds(form.objectives, wanted.objective)
    )


def without_one(formats: Iterable[Format], wanted: Wanted, minutes_of: LongestTime) -> list[tuple[str, int]]:
    """For each thing looked for, how many formats fit once it is left out; only those that help, the best first."""
    known = list(formats)
    nothing = Wanted()
    counts = [
        (name, sum(fits(form, replace(wanted, **{name: getattr(nothing, name)}), minutes_of) for form in known))
        for name in ("words", "family", "minutes", "people", "objective")
        if getattr(wanted, name) != getattr(nothing, name)
    ]
    return sorted(((name, count) for name, count in counts if count), key=lambda pair: -pair[1])


def verbs(formats: Iterable[Format], locale: Locale) -> list[str]:
    """The first word of every objective: what people will be able to do."""
    firsts = (each.said_in(locale).split()[0].strip(".,") for form in formats for each in form.objectives)
    return sorted({word for word in firsts if word}, key=plain)


def plain(words: str) -> str:
    """Words without accents and capitals, so that nobody has to type them."""
    spread = unicodedata.normalize("NFKD", words)
    return "".join(sign for sign in spread if not unicodedata.combining(sign)).casefold().replace("\u2019", "'")


def _holds(texts: Iterable[Text], words: str) -> bool:
    looked_for = plain(words).split()
    if not looked_for:
        return True
    said = plain(" ".join(f"{text.fr} {text.en}" for text in texts))
    return all(word in said for word in looked_for)


def _said_in(form: Format) -> Iterator[Text]:
    yield from (form.title, form.summary, *form.objectives, *(stage.title for stage in stages_of(form.run)))
    yield from (role.label for role in form.roles)
    yield form.credits.told
    yield from (Text.same(word) for word in (form.id, *form.tags))


def _not_in_title(form: Format, words: list[str]) -> bool:
    title = plain(f"{form.title.fr} {form.title.en}")
    return not all(word in title for word in words)
