"""Behind which figures there are enough people: the one text of that rule, wherever a document says it."""

from facilitation.domain.format import Text

INSIDE = Text(
    "Pour les personnes qui ont participé et l'équipe, aucun effectif (présents, accords, contributions) ni aucun "
    "chiffre tiré de réponses que personne n'a lues une par une n'est donné pour moins de cinq personnes, ni ce qui "
    "permettrait de le retrouver par soustraction\u00a0; une valeur calculée d'autres réponses l'est à partir de trois "
    "personnes\u00a0; ce que la salle a vu à l'écran l'est comme elle l'a vu\u00a0; combien ont répondu à une question "
    "est dit.",
    "For those who took part and the team, no head-count (who was there, agreed, contributed) and no figure of answers "
    "that nobody read one by one is given for fewer than five people, nor anything from which it could be worked out "
    "by subtraction; a value that was worked out from other answers is given from three people on; what the room saw "
    "on its screen is given as it saw it; how many answered a question is told.",
)
OUTSIDE = Text(
    "Au dehors, aucun chiffre n'est donné derrière lequel il y a moins de dix personnes, ni ce qui permettrait de le "
    "retrouver par soustraction.",
    "Outside, no figure is given behind which there are fewer than ten people, nor anything from which it could be "
    "worked out by subtraction.",
)
RULES = {"restitution": INSIDE, "diffusion": OUTSIDE}
"""What holds for each of the two audiences."""
