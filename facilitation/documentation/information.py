"""The information sheet that people are given before they take part: made from the protocol, everywhere the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from facilitation.documentation.typography import typeset
from facilitation.domain.format import Text
from facilitation.records.protocols import Terms

BASES = {
    "consent": Text("La base légale est votre consentement.", "The legal basis is your consent."),
    "public-task": Text(
        "La base légale est une mission d'intérêt public.", "The legal basis is a task in the public interest."
    ),
    "legitimate-interest": Text(
        "La base légale est l'intérêt légitime des responsables.",
        "The legal basis is the legitimate interest of the controllers.",
    ),
}
TITLE = Text("Information des personnes qui participent", "Information for the people who take part")
FREE = Text(
    "Participer ou non n'a aucune conséquence pour vous, ni sur une peine ou son aménagement. Vous pouvez vous "
    "arrêter quand vous voulez, sans dire pourquoi.",
    "Taking part or not has no consequence for you, nor for a sentence or its adjustment. You may stop whenever "
    "you like, without saying why.",
)
NEVER = Text(
    "Aucun nom, aucune adresse, aucune affaire en cours, rien sur la santé.",
    "No name, no address, no court case, nothing about health.",
)
RIGHTS = Text(
    "Lire ce que vous avez écrit, le corriger, le retirer, vous opposer\u00a0: avec votre code de retrait, ou en "
    "vous adressant à l'animation ou au contact ci-dessous.",
    "To read what you wrote, correct it, withdraw it, object: with your withdrawal code, or through the facilitator "
    "or the contact below.",
)
OFFICER = Text("Contact pour la protection des données\u00a0: ", "Contact for data protection: ")
COMPLAINT = Text(
    "Vous pouvez aussi adresser une plainte à la Commission nationale de l'informatique et des libertés (CNIL), "
    "3 place de Fontenoy, 75007 Paris, cnil.fr.",
    "You may also complain to the French data protection authority (CNIL), 3 place de Fontenoy, 75007 Paris, cnil.fr.",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A title, and headings with their paragraphs, in one language."""

    locale: str
    title: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def text(self) -> str:
        """The whole sheet as plain text."""
        parts = ("\n".join((heading, *paragraphs)) for heading, paragraphs in self.parts)
        return "\n\n".join((self.title, *parts))

    @property
    def digest(self) -> str:
        """Twelve signs that change with any word of it: the same on the page, on paper and in the dossier."""
        return sha256(self.text.encode()).hexdigest()[:12]


def information_sheet(title: str, terms: Terms, ticket_days: int, locale: str) -> Sheet:
    """The sheet of an experiment. Whether the terms are complete is `terms.missing` to say."""
    language = "en" if locale == "en" else "fr"

    def t(words: Text) -> str:
        return typeset(words.en if language == "en" else words.fr, language)

    parts = (
        (Text("À quoi cela sert", "What it is for"), (terms.purpose,)),
        (Text("Qui est responsable", "Who is responsible"), terms.controllers),
        (Text("Vous êtes libre", "You are free"), (t(FREE),)),
        (Text("Ce qui est recueilli", "What is collected"), (*terms.collected, t(NEVER))),
        (Text("Qui peut le lire", "Who may read it"), terms.seen_by),
        (Text("Ce qui l'autorise", "What allows it"), tuple(t(BASES[each]) for each in BASES if each == terms.basis)),
        (Text("Combien de temps", "For how long"), tuple(t(each) for each in lengths(terms, ticket_days))),
        (Text("Vos droits", "Your rights"), (t(RIGHTS), t(OFFICER) + terms.contact, t(COMPLAINT))),
    )
    return Sheet(language, f"{t(TITLE)} – {title}", tuple((t(heading), words) for heading, words in parts))


def lengths(terms: Terms, ticket_days: int) -> Iterator[Text]:
    """For how long each sort of thing is kept."""
    yield Text(
        f"Ce que vous écrivez\u00a0: effacé {terms.contributions_months} mois après la séance.",
        f"What you write: erased {terms.contributions_months} months after the session.",
    )
    yield Text(f"Le code de retrait\u00a0: {ticket_days} jours.", f"The withdrawal code: {ticket_days} days.")
    if terms.papers_days is not None:
        yield Text(
            f"Les papiers\u00a0: détruits {terms.papers_days} jours après la séance.",
            f"Papers: destroyed {terms.papers_days} days after the session.",
        )
