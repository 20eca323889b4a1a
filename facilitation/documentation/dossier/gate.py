"""The completeness gate: which fields each level asks for, and which of them are missing, by name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from facilitation.documentation.dossier.shapes import Dossier, Level
from facilitation.domain.format import Text

KEYWORDS, CONTACT = Text("Mots-clés", "Keywords"), Text("Contact", "Contact")

LEARNINGS = "essential-learnings"
"""The text that the first learnings stand for, where nobody wrote it: they are not asked for twice."""

LEVELS: tuple[Level, ...] = ("record", "capitalisation", "research")

OF_RECORD = frozenset({"D0", "D1", "D6", "D7", "D11"})
OF_CAPITALISATION = OF_RECORD | {"D2", "D3", "D4", "D5", "D9", "D10", "D12", "D13"}


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a dossier has to hold. `form` is where it is filled in: a page, or `text:` and the key of a section."""

    part: str
    name: Text
    form: str
    filled: Callable[[Dossier], bool]


@dataclass(frozen=True, slots=True)
class Missing:
    """A field that is empty, and the page where it is filled in."""

    part: str
    name: Text
    form: str


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of a level is there."""

    level: Level
    wanted: int
    missing: tuple[Missing, ...]

    @property
    def filled(self) -> int:
        """Fields that hold something."""
        return self.wanted - len(self.missing)

    @property
    def score(self) -> Fraction:
        """The filled part, from 0 to 1."""
        return Fraction(self.filled, self.wanted) if self.wanted else Fraction(1)

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def completeness(dossier: Dossier, level: Level) -> Completeness:
    """The fields that a level asks for, held against a dossier."""
    wanted = [field for field in fields_of(dossier) if level_of(field.part) in LEVELS[: LEVELS.index(level) + 1]]
    missing = tuple(Missing(each.part, each.name, each.form) for each in wanted if not each.filled(dossier))
    return Completeness(level, len(wanted), missing)


def reached(dossier: Dossier) -> Level | None:
    """The highest level of which nothing is missing; none if not even a record can be made."""
    whole = [level for level in LEVELS if completeness(dossier, level).whole]
    return whole[-1] if whole else None


def level_of(part: str) -> Level:
    """The lowest level that holds a part of the dossier."""
    if part in OF_RECORD:
        return "record"
    return "capitalisation" if part in OF_CAPITALISATION else "research"


def fields_of(dossier: Dossier) -> tuple[Field, ...]:
    """Every field, part by part. The texts are those the dossier came with: their list is the records' to keep."""
    return tuple(sorted((*FIELDS, *_texts(dossier)), key=lambda field: _place(field.part)))


def all_written(dossier: Dossier) -> bool:
    """Whether every text that is asked for has words: all else is the same in each language."""
    return all(_has_words(text.key)(dossier) for text in dossier.texts if text.needed)


def _texts(dossier: Dossier) -> Iterator[Field]:
    for text in dossier.texts:
        if text.needed:
            yield Field(text.part, text.title, f"text:{text.key}", _has_words(text.key))


def _has_words(key: str) -> Callable[[Dossier], bool]:
    if key == LEARNINGS:
        return lambda dossier: bool(dossier.text(key).strip() or dossier.learnings)
    return lambda dossier: bool(dossier.text(key).strip())


def _place(part: str) -> tuple[int, str]:
    digits = "".join(letter for letter in part if letter.isdigit())
    return int(digits), part


def _held(dossier: Dossier) -> bool:
    return any(told.identity.started_at is not None for told in dossier.sessions)


def _judged(dossier: Dossier) -> bool:
    return bool(dossier.hypotheses) and all(each.verdict is not None for each in dossier.hypotheses)


def _founded(dossier: Dossier) -> bool:
    return bool(dossier.learnings) and all(each.why.strip() for each in dossier.learnings)


def _promised(name: str) -> Callable[[Dossier], bool]:
    """Whether the protocol says something under this name."""

    def filled(dossier: Dossier) -> bool:
        said = getattr(dossier.protocol, name, None)
        return bool(said.strip() if isinstance(said, str) else said)

    return filled


def _results(dossier: Dossier) -> bool:
    told = any(section.pieces for one in dossier.sessions for section in one.sections if not section.appendix)
    beside = any(one.comparisons or one.seen for one in dossier.sessions)
    return told or beside or bool(dossier.across or dossier.networks)


FIELDS = (
    Field("D0", Text("Titre", "Title"), "experiment", lambda d: bool(d.identity.title.strip())),
    Field("D0", Text("Une séance tenue", "A session held"), "sessions", _held),
    Field(
        "D0",
        Text("Structures porteuses", "Organisations in charge"),
        "organisations",
        lambda d: bool(d.identity.organisations),
    ),
    Field("D0", Text("Licence", "Licence"), "experiment", lambda d: bool(d.identity.licence)),
    Field("D0", KEYWORDS, "experiment", lambda d: bool(d.identity.keywords)),
    Field("D0", CONTACT, "experiment", lambda d: bool(d.identity.contact.strip())),
    Field("D0", Text("Terrain", "Field site"), "experiment", lambda d: d.site is not None),
    Field("D2", Text("Question", "Question"), "experiment", lambda d: bool(d.question.strip())),
    Field("D2", Text("Hypothèse", "Hypothesis"), "hypotheses", lambda d: bool(d.hypotheses)),
    Field(
        "D2",
        Text("Critères : « nous aurons raison si… »", "Criteria: “we shall be right if…”"),
        "hypotheses",
        lambda d: bool(d.hypotheses) and all(each.criteria for each in d.hypotheses),
    ),
    Field(
        "D2",
        Text("Théorie du changement", "Theory of change"),
        "experiment",
        lambda d: bool(d.change.resources and d.change.actions and d.change.outcomes),
    ),
    Field(
        "D3",
        Text("Autorisations du terrain, toutes réglées", "Authorisations of the site, none left open"),
        "site",
        lambda d: d.site is not None and all(each.state != "open" for each in d.site.authorisations),
    ),
    Field("D5", Text("Protocole figé", "Frozen protocol"), "protocol", _promised("frozen_at")),
    Field("D5", Text("Instruments", "Instruments"), "protocol", _promised("instruments")),
    Field("D7", Text("Contributions", "Contributions"), "sessions", lambda d: any(o.contributions for o in d.sessions)),
    Field("D8", Text("Un résultat au moins", "One result at least"), "sessions", _results),
    Field("D9", Text("Verdict sur chaque hypothèse", "Verdict on each hypothesis"), "hypotheses", _judged),
    Field("D10", Text("Un apprentissage au moins", "One learning at least"), "learnings", lambda d: bool(d.learnings)),
    Field("D10", Text("La raison de chaque confiance", "The reason for each confidence"), "learnings", _founded),
    Field(
        "D11", Text("Un engagement au moins", "One commitment at least"), "commitments", lambda d: bool(d.commitments)
    ),
    Field("D11", Text("Date de revisite", "Day of the revisit"), "experiment", lambda d: d.revisit_on is not None),
    Field("D14", Text("Base légale", "Legal basis"), "protocol", _promised("basis")),
    Field("D14", Text("Finalité", "Purpose"), "protocol", _promised("purpose")),
    Field("D14", Text("Durées de conservation", "Retention"), "protocol", _promised("retention")),
    Field("D14", Text("Contact pour les données", "Contact for data"), "protocol", _promised("contact")),
    Field("D14", Text("Fiche d'information", "Information sheet"), "protocol", _promised("sheet")),
)
