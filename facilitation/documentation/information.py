"""The information sheet that people are given before they take part: made from the protocol, everywhere the same."""

from collections.abc import Iterator

from facilitation.documentation.sheet import STAYS, Sheet
from facilitation.documentation.typography import typeset
from facilitation.domain.format import Text
from facilitation.records.protocols import Terms

BASES = {
    "consent": Text(
        "La base légale est votre consentement. Vous pouvez le retirer à tout moment, sans dire pourquoi\u00a0; ce qui "
        "a été fait avant reste permis.",
        "The legal basis is your consent. You may withdraw it at any time, without saying why; what was done before "
        "stays lawful.",
    ),
    "public-task": Text(
        "La base légale est une mission d'intérêt public. Vous pouvez vous opposer à tout moment à ce que vos mots "
        "soient utilisés.",
        "The legal basis is a task in the public interest. You may object at any time to the use of your words.",
    ),
    "legitimate-interest": Text(
        "La base légale est l'intérêt légitime des responsables\u00a0: atteindre le but dit en tête, et en tirer des "
        "enseignements. Vous pouvez vous opposer à tout moment à ce que vos mots soient utilisés.",
        "The legal basis is the legitimate interest of the controllers: to reach the aim said at the head, and to "
        "learn from it. You may object at any time to the use of your words.",
    ),
}
TITLE = Text("Information des personnes qui participent", "Information for the people who take part")
FREE = Text(
    "Participer ou non n'a aucune conséquence pour vous, ni sur une peine ou son aménagement. Vous pouvez vous "
    "arrêter quand vous voulez, sans dire pourquoi.",
    "Taking part or not has no consequence for you, nor for a sentence or its adjustment. You may stop whenever "
    "you like, without saying why.",
)
ASKED = Text(
    "Ni la loi ni un contrat ne vous demandent de répondre\u00a0: vous pouvez laisser chaque question.",
    "Neither the law nor a contract asks you to answer: you may leave out any question.",
)
MARKS = Text(
    "Un pseudonyme tiré au sort, l'heure de ce que vous faites, le groupe et le rôle, le canal (téléphone, papier, "
    "borne).",
    "An alias drawn by lot, the time of what you do, the group and the role, the channel (phone, paper, kiosk).",
)
OBSERVED = Text(
    "S'il y a des observateurs\u00a0: leurs notes sur ce qui se passe, sans nom ni pseudonyme.",
    "Where there are observers: their notes on what happens, without a name or an alias.",
)
NEVER = Text(
    "Aucun nom, aucune adresse, aucune affaire en cours, rien sur la santé.",
    "No name, no address, no court case, nothing about health.",
)
PUBLISHED = Text(
    "Hors de l'équipe et de la salle\u00a0: vos mots seulement si vous avez accepté qu'ils soient publiés, et des "
    "chiffres de dix personnes au moins. Ce qui est imprimé ou publié ne peut plus être rappelé.",
    "Outside the team and the room: your words only if you agreed to their publication, and figures of ten people or "
    "more. What is printed or published cannot be called back.",
)
NO_TRANSFER = Text(
    "Aucun par le logiciel\u00a0: ses pages n'appellent aucun autre hôte.",
    "None by the software: its pages call no other host.",
)
NOT_DECIDED = Text(
    "Aucune décision n'est prise sur vous par un ordinateur, et aucun profil n'est fait.",
    "No decision about you is taken by a computer, and no profile is made.",
)
RIGHTS = Text(
    "Lire ce que vous avez écrit et en avoir une copie, le corriger, le faire effacer, en faire limiter l'usage, vous "
    "y opposer\u00a0: avec votre code de retrait, ou en vous adressant à l'animation.",
    "To read what you wrote and have a copy of it, correct it, have it erased, have its use restricted, object: with "
    "your withdrawal code, or through the facilitator.",
)
AFTERWARDS = Text(
    "Gardez ce code. Sans lui, ou après sa fin, rien ne relie plus vos mots à vous\u00a0: personne ne peut les "
    "retrouver, pas même le contact ci-dessous (article 11 du règlement). Si des mots disent qui vous êtes, dites-le "
    "lui\u00a0: ils peuvent être masqués.",
    "Keep that code. Without it, or once it has ended, nothing ties your words to you any more: nobody can find them, "
    "not even the contact below (article 11 of the Regulation). If words tell who you are, say so there: they can be "
    "hidden.",
)
OFFICER = Text("Contact pour la protection des données\u00a0: ", "Contact for data protection: ")
COMPLAINT = Text(
    "Vous pouvez aussi adresser une plainte à la Commission nationale de l'informatique et des libertés (CNIL), "
    "3 place de Fontenoy, 75007 Paris, cnil.fr.",
    "You may also complain to the French data protection authority (CNIL), 3 place de Fontenoy, 75007 Paris, cnil.fr.",
)


def information_sheet(title: str, terms: Terms, ticket_days: int, locale: str) -> Sheet:
    """The sheet of an experiment. Whether the terms are complete is `terms.missing` to say."""
    language = "en" if locale == "en" else "fr"

    def t(words: Text) -> str:
        return typeset(words.en if language == "en" else words.fr, language)

    parts = (
        (Text("À quoi cela sert", "What it is for"), (terms.purpose,)),
        (Text("Qui est responsable", "Who is responsible"), terms.controllers),
        (Text("Vous êtes libre", "You are free"), (t(FREE), t(ASKED))),
        (Text("Ce qui est recueilli", "What is collected"), (*terms.collected, t(MARKS), t(OBSERVED), t(NEVER))),
        (Text("Qui peut le lire", "Who may read it"), (*terms.seen_by, t(PUBLISHED))),
        (Text("Transferts hors de l'Union européenne", "Transfers outside the European Union"), (t(NO_TRANSFER),)),
        (Text("Ce qui l'autorise", "What allows it"), tuple(t(BASES[each]) for each in BASES if each == terms.basis)),
        (Text("Combien de temps", "For how long"), tuple(t(each) for each in lengths(terms, ticket_days))),
        (
            Text("Vos droits", "Your rights"),
            (t(RIGHTS), t(AFTERWARDS), t(NOT_DECIDED), t(OFFICER) + terms.contact, t(COMPLAINT)),
        ),
    )
    return Sheet(language, f"{t(TITLE)} – {title}", tuple((t(heading), words) for heading, words in parts))


def lengths(terms: Terms, ticket_days: int) -> Iterator[Text]:
    """For how long each sort of thing is kept."""
    yield Text(
        f"Ce que vous écrivez et répondez\u00a0: effacé {terms.contributions_months} mois après la séance.",
        f"What you write and answer: erased {terms.contributions_months} months after the session.",
    )
    yield STAYS
    yield Text(
        f"Le code de retrait\u00a0: {ticket_days} jours, ou jusqu'à la fin d'une relecture ouverte avant. Là où les "
        "mêmes questions reviennent, son empreinte reste un an, pour qui veut dire qu'il était déjà venu.",
        f"The withdrawal code: {ticket_days} days, or until a reading that opened before is over. Where the same "
        "questions come again, its fingerprint stays for a year, for whoever wants to say that they came before.",
    )
    if terms.papers_days is not None:
        yield Text(
            f"Les papiers\u00a0: détruits {terms.papers_days} jours après la séance.",
            f"Papers: destroyed {terms.papers_days} days after the session.",
        )
