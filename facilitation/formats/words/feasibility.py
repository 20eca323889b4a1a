"""Remarks on what could not be played in a real room, and advice on what a good format has."""

from collections.abc import Mapping

from facilitation.formats.words.phrase import Phrase, error, warning

FEASIBILITY: Mapping[str, Phrase] = {
    "objective-vague": warning(
        "Personne ne pourra voir si cet objectif est atteint.",
        "Nobody will be able to see whether this objective is reached.",
        "Commencez par un verbe qui se voit : dire, choisir, comparer, décider, écrire, expliquer…",
        "Begin with a verb that can be seen: say, choose, compare, decide, write, explain…",
    ),
    "objective-unserved": warning(
        "Aucune étape ne sert l'objectif n° {number}.",
        "No stage serves objective no. {number}.",
        "Ajoutez `serves: {number}` à l'étape qui y mène, ou retirez l'objectif.",
        "Add `serves: {number}` to the stage that leads there, or take the objective out.",
    ),
    "objective-unknown": error(
        "Il n'y a pas d'objectif n° {number} : le format en a {most}.",
        "There is no objective no. {number}: the format has {most}.",
        "Écrivez un numéro de la liste `objectives`, en comptant à partir de 1.",
        "Write a number of the list `objectives`, counting from 1.",
    ),
    "people-upside-down": error(
        "Le nombre minimal de personnes est plus grand que le maximal.",
        "The smallest number of people is larger than the largest.",
        "Échangez les deux nombres.",
        "Swap the two numbers.",
    ),
    "roles-too-many": error(
        "À {fewest} personnes, les rôles en demandent {needed}.",
        "With {fewest} people, the roles ask for {needed}.",
        "Augmentez `participants: min`, ou rendez un rôle `optional: yes`.",
        "Raise `participants: min`, or make a role `optional: yes`.",
    ),
    "nobody-else": error(
        "À {fewest} personnes, il ne reste personne pour le rôle `{name}`.",
        "With {fewest} people, nobody is left for the role `{name}`.",
        "Augmentez `participants: min` à {needed} ou plus.",
        "Raise `participants: min` to {needed} or more.",
    ),
    "groups-impossible": error(
        "Avec {people} personnes, on ne peut pas former de groupes de {size}.",
        "With {people} people, groups of {size} cannot be formed.",
        "Diminuez la taille, ou changez `participants`.",
        "Make the size smaller, or change `participants`.",
    ),
    "someone-alone": error(
        "Avec {people} personnes, quelqu'un reste seul dans l'étape `{stage}`.",
        "With {people} people, somebody is left alone in the stage `{stage}`.",
        "Écrivez `leftover: make groups larger` (ou `join the smallest` après `merge`).",
        "Write `leftover: make groups larger` (or `join the smallest` after `merge`).",
    ),
    "groups-small": warning(
        "À {people} personnes, les groupes de {size} ne sont pas complets.",
        "With {people} people, groups of {size} are not full.",
        "C'est possible, mais le jeu change. Augmentez `participants: min` si ce n'est pas voulu.",
        "It works, but the game changes. Raise `participants: min` if that is not what you want.",
    ),
    "partners-again": warning(
        "Des partenaires se retrouveront. Tours prévus : {wanted} ; possibles sans retrouvailles : {rounds}.",
        "Partners will meet again. Rounds planned: {wanted}; possible without meeting again: {rounds}.",
        "Relevez `participants: min`, prévoyez moins de tours, ou acceptez qu'on se retrouve.",
        "Raise `participants: min`, plan fewer rounds, or accept that people meet again.",
    ),
    "strangers-never": error(
        "On ne peut tenir que {rounds} tours sans revoir personne. Le format en prévoit {wanted}.",
        "Only {rounds} rounds are possible without meeting anyone again. The format has {wanted}.",
        "Prévoyez moins de tours, relevez `participants: max`, ou écrivez `form: new partners`.",
        "Plan fewer rounds, raise `participants: max`, or write `form: new partners`.",
    ),
    "deal-short": error(
        "À {fewest} personnes, une carte ne peut pas être lue {times} fois par d'autres que son auteur.",
        "With {fewest} people, a card cannot be read {times} times by others than its author.",
        "Relevez `participants: min` à {needed}, ou distribuez moins.",
        "Raise `participants: min` to {needed}, or deal less.",
    ),
    "tables-again": warning(
        "On reviendra à une table déjà vue. Tours prévus : {wanted} ; possibles sans y revenir : {rounds}.",
        "People will come back to a table they know. Rounds planned: {wanted}; possible without coming back: {rounds}.",
        "Relevez `participants: min`, prévoyez moins de tours, ou des tables plus petites.",
        "Raise `participants: min`, plan fewer rounds, or smaller tables.",
    ),
    "size-not-positive": error(
        "La taille des groupes vaut {size} avec les réglages de départ.",
        "The size of the groups is {size} with the default settings.",
        "Il faut un nombre entier, 1 ou plus.",
        "A whole number is needed, 1 or more.",
    ),
    "duration-wrong": error(
        "La durée vaut {minutes} minutes avec les réglages de départ.",
        "The duration is {minutes} minutes with the default settings.",
        "Il faut entre une seconde et 24 heures. Pour une étape sans minuteur, effacez `minutes`.",
        "It must be between one second and 24 hours. For a stage without a timer, delete `minutes`.",
    ),
    "too-long-in-all": warning(
        "En tout, le format dure {hours} heures.",
        "In all, the format takes {hours} hours.",
        "Vérifiez les durées et le nombre de tours : une séance tient rarement plus d'une journée.",
        "Check durations and rounds: a session rarely lasts more than a day.",
    ),
    "rounds-wrong": error(
        "Le nombre de tours vaut {times} avec les réglages de départ.",
        "The number of rounds is {times} with the default settings.",
        "Il faut un nombre entier, de 1 à {most}.",
        "A whole number from 1 to {most} is needed.",
    ),
    "turns-beyond-members": error(
        "`times` vaut {times}, mais chaque membre n'a qu'un tour et le plus grand groupe possible en compte {largest}.",
        "`times` is {times}, but each member has a single turn and the largest possible group has {largest}.",
        "Retirez `times`. Pour deux tours chacun, mettez cette répétition dans une autre : `repeat: 2`.",
        "Take `times` out. For two turns each, put this repeat inside another one: `repeat: 2`.",
    ),
    "round-never": error(
        "Le tour {round} n'a jamais lieu : la répétition en compte {most} au plus.",
        "Round {round} never comes: the repeat has {most} at most.",
        "Écrivez dans `only in round` des tours de 1 à {most}, ou donnez plus de tours à la répétition.",
        "Write rounds from 1 to {most} in `only in round`, or give the repeat more of them.",
    ),
    "places-short": error(
        "À {people} personnes, il n'y a que {places} places : {groups} groupes, {most} personnes au plus dans chacun.",
        "With {people} people there are only {places} places: {groups} groups, at most {most} people in each.",
        "Augmentez `at most`, ajoutez un groupe, ou diminuez `participants: max`.",
        "Raise `at most`, add a group, or lower `participants: max`.",
    ),
    "too-many-steps": error(
        "Le déroulé compte plus de {most} étapes, répétitions comprises.",
        "The run has more than {most} steps, repeats included.",
        "Diminuez le nombre de tours.",
        "Make fewer rounds.",
    ),
    "limit-wrong": error(
        "`{key}` vaut {value} avec les réglages de départ.",
        "`{key}` is {value} with the default settings.",
        "Il faut au moins {least}.",
        "At least {least} is needed.",
    ),
    "range-upside-down": error(
        "La durée va de {low} à {high} : la seconde doit être la plus grande.",
        "The length goes from {low} to {high}: the second has to be the larger one.",
        "Écrivez la plus courte d'abord, comme `5 to 10`, ou une seule durée.",
        "Write the shorter one first, as in `5 to 10`, or a single length.",
    ),
    "limits-crossed": error(
        "Avec les réglages de départ, `min` ({low}) dépasse `max` ({high}) : aucune réponse ne serait acceptée.",
        "With the default settings, `min` ({low}) exceeds `max` ({high}): no answer would be accepted.",
        "Échangez les deux, ou changez les réglages.",
        "Swap the two, or change the settings.",
    ),
    "no-instruction": warning(
        "On peut écrire librement ici (`{name}`), sans consigne de confidentialité.",
        "People can write freely here (`{name}`), without a word on privacy.",
        "Ajoutez à la phrase : « N'écrivez ni nom, ni affaire en cours, ni santé. »",
        "Add to the sentence: “Do not write any name, court case or health matter.”",
    ),
    "no-instruction-fr": warning(
        "En français, le texte de `{name}` n'invite pas à taire les noms : « {words} »",
        "In French, the text of `{name}` does not ask to leave out names: “{words}”",
        "Ajoutez à la phrase française : « N'écrivez ni nom, ni affaire en cours, ni santé. »",
        "Add to the French sentence: « N'écrivez ni nom, ni affaire en cours, ni santé. »",
    ),
    "no-instruction-en": warning(
        "En anglais, le texte de `{name}` n'invite pas à taire les noms : « {words} »",
        "In English, the text of `{name}` does not ask to leave out names: “{words}”",
        "Ajoutez à la phrase anglaise : “Do not write any name, court case or health matter.”",
        "Add to the English sentence: “Do not write any name, court case or health matter.”",
    ),
    "no-debrief": warning(
        "Ce jeu n'a pas de discussion à la fin.",
        "This game has no discussion at the end.",
        "Ajoutez une dernière étape avec un tableau : ce que j'ai remarqué, ce que j'en garde.",
        "Add a last stage with a board: what I noticed, what I take from it.",
    ),
}
