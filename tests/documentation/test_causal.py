"""The words that claim an effect, held against sentences as teams write them: what is found, and what wrongly."""

import pytest

from facilitation.documentation.dossier.causal import CAUSAL

CLAIMS = """
L'atelier améliore la confiance.
Le jeu favorise la coopération entre structures.
Écrire seul réduit la peur de parler.
La séance a renforcé les liens.
L'animation a facilité les échanges.
Les échanges ont contribué à la décision.
Écrire d'abord a aidé les plus réservés à parler.
L'exercice a conduit les participants à se parler.
L'effet de l'atelier est net.
Cette méthode est efficace.
L'efficacité du format se confirme.
Grâce aux ateliers, ils sont revenus.
L'atelier a également permis de se parler.
Le cadre permet à chacun d'oser.
La séance augmente la confiance.
Le jeu a augmenté leur confiance.
Le dispositif a transformé les pratiques.
Cela a eu pour effet de rapprocher les équipes.
L'impact sur les participants est fort.
Nos résultats démontrent l'intérêt du jeu.
Cela prouve que la parole circule.
Le tour de table libère la parole.
Le dispositif rend les gens plus confiants.
La confiance a baissé à cause de l'atelier.
L'échange a suscité des vocations.
Ces séances encouragent les structures à coopérer.
Le jeu nous aide à coopérer.
La démarche a débloqué la situation.
Le format a des effets sur la confiance.
La rencontre a abouti à une meilleure entente.
The workshop improves trust.
The game increases cooperation.
Writing first helped people to speak.
The session reduced their fear.
People came back because of the workshop.
The exchange fostered cooperation.
The format allowed people to speak.
The method is effective.
The effect of the session is clear.
This proves that people dare.
Thanks to the game, they talked.
The exchange led to better ties.
The round strengthens ties between organisations.
The sessions contributed to a calmer climate.
The exercise made people laugh.
The workshop has improved their confidence.
The talk enabled them to dare.
Writing causes people to think.
The method encourages participation.
The setting facilitated open speech.
"""

PLAIN = """
La confiance a augmenté entre le début et la fin, disent-ils.
Douze personnes ont répondu plus haut à la fin.
Les participants disent oser davantage.
Aucun effet de bord observé.
Effets de bord : une dispute à la pause.
La séance a commencé en retard à cause d'une panne.
Un groupe réduit de huit personnes.
Vingt personnes ont contribué au tableau.
Chacun a contribué au pot commun.
Une aide à la mobilité serait utile.
L'animatrice a conduit la séance.
Le temps a manqué.
Le pot baisse d'un tour à l'autre.
Les idées parlent d'accueil, pas de lieu.
Deux structures ont pris rendez-vous.
Nous avons observé trois silences.
La moitié des groupes le dit.
La note médiane passe de 2 à 4.
Les téléphones étaient permis.
Nous ne savons pas ce qui a changé.
Plusieurs ont demandé un second atelier.
Les votes se partagent entre deux idées.
Un·e participant·e a changé de groupe.
Le format a été joué deux fois.
Confidence increased from 2 to 3, people say.
Trust increased in both groups.
Twelve people answered higher at the end.
People say that they dare more.
No side effects of any kind were seen.
The session was facilitated by two people.
Ana facilitated the session.
A reduced group of eight people.
Twenty people contributed to the board.
The session began late because of a power cut.
Phones were allowed.
The median went from 2 to 4.
Half of the groups say so.
Time was short.
We saw three silences.
The votes fall on two ideas.
We do not know what changed.
Two organisations have made an appointment.
"""

WRONGLY = """
L'équipe a amélioré le bulletin entre deux séances.
Nous ne savons pas si la méthode est efficace.
Il faudrait prouver que le lieu compte.
Two volunteers helped us set the chairs.
We improved the slip between two sessions.
"""
"""What is remarked though it claims nothing: what the team did itself, and what it says that it does not know."""


def sentences(corpus: str) -> list[str]:
    """One a line, with the apostrophes of either kind."""
    lines = corpus.strip().splitlines()
    return lines + [line.replace("'", "’") for line in lines if "'" in line]


@pytest.mark.parametrize("sentence", sentences(CLAIMS))
def test_a_claim_of_effect_is_found_in_its_ordinary_words(sentence: str) -> None:
    assert CAUSAL.search(sentence), sentence


@pytest.mark.parametrize("sentence", sentences(PLAIN))
def test_what_was_declared_observed_or_measured_is_left_alone(sentence: str) -> None:
    assert not CAUSAL.search(sentence), CAUSAL.search(sentence)


def test_what_is_remarked_wrongly_is_known() -> None:
    wrong = [sentence for sentence in sentences(WRONGLY) if CAUSAL.search(sentence)]
    assert wrong == sentences(WRONGLY), "one of these is no longer remarked: move it up, among the plain ones"
