"""What the software itself does for the people whose words it keeps: true of every experiment."""

from facilitation.documentation.leaflets.voice import Say, said
from facilitation.documentation.sheet import STAYS
from facilitation.documentation.small_numbers import INSIDE, OUTSIDE


def people(say: Say) -> tuple[str, ...]:
    """Whose data there are."""
    return (
        say(
            "Les personnes qui participent\u00a0: sans compte, sans nom, sous un pseudonyme tiré au sort.",
            "The people who take part: without an account, without a name, under an alias drawn by lot.",
        ),
        say(
            "Les membres de l'équipe\u00a0: un identifiant choisi, un rôle.",
            "The members of the team: a login they choose, a role.",
        ),
    )


def measures(say: Say) -> tuple[str, ...]:
    """What keeps the data."""
    return (
        say(
            "Pas de compte ni d'identité pour les participants\u00a0; aucune colonne de la base ne peut en porter une.",
            "No account and no identity for participants; no column of the database could hold one.",
        ),
        say(
            "Les mots sont gardés à part du journal\u00a0: retirés, ils en sont effacés, et des documents avec eux.",
            "Words are kept apart from the log: once withdrawn they are erased from it, and from the documents.",
        ),
        say(
            "Ni contenu ni adresse de réseau dans les journaux techniques.",
            "No content and no network address in technical logs.",
        ),
        say(
            "Accès par rôle et par expérimentation\u00a0; mots de passe hachés (argon2id)\u00a0; exports inscrits.",
            "Access by role and by experiment; passwords hashed (argon2id); exports noted.",
        ),
        said(say, INSIDE),
        said(say, OUTSIDE),
        say(
            "Effacement automatique des mots et des réponses, aux durées que les personnes ont lues.",
            "Words and answers erased by themselves, at the end of the terms that people were told.",
        ),
        said(say, STAYS),
    )
