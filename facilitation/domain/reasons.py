"""Why something was refused, said so that the person knows what to do."""

from facilitation.domain.commands import Refused
from facilitation.domain.format import Text

REASONS: dict[str, Text] = {
    "answer-first": Text("Répondez d'abord à : {question}", "First answer: {question}"),
    "items-missing": Text("Répondez pour chacun des éléments.", "Answer for each of the items."),
    "limits-together": Text(
        "Cette réponse ne va pas avec une autre que vous avez donnée ici. Changez d'abord l'autre.",
        "This answer does not go with another one that you gave here. Change the other one first.",
    ),
    "not-a-link": Text(
        "Collez une adresse qui commence par https://, sans espace.",
        "Paste an address that begins with https://, without a space.",
    ),
    "already-in": Text("Vous êtes déjà dans la séance.", "You are already in the session."),
    "already-paused": Text("Le minuteur est déjà en pause.", "The timer is already paused."),
    "already-planned": Text("Cette séance existe déjà.", "This session already exists."),
    "already-shown": Text(
        "Le résultat de cette étape a déjà été montré : la rouvrir changerait ce que la salle a vu. Insérez "
        "plutôt une étape.",
        "The result of this stage has already been shown: opening it again would change what the room has "
        "seen. Insert a stage instead.",
    ),
    "already-started": Text("La séance a déjà commencé.", "The session has already started."),
    "already-undone": Text(
        "Cette modification est déjà annulée.",
        "This change is already undone.",
    ),
    "board-unseen": Text(
        "Les cartes de « {board} » n'ont pas encore été montrées à toute la salle à cet endroit : on ne peut "
        "pas y voter. Choisissez une place plus loin.",
        "The cards of “{board}” have not been shown to the whole room by then: they cannot be voted on "
        "there. Choose a later place.",
    ),
    "already-voted": Text(
        "Un vote a eu lieu sur cette liste : ses contributions ne peuvent plus être fusionnées. Donnez-leur un titre.",
        "This list has already been voted on: its contributions can no longer be merged. Group them under a title.",
    ),
    "cards-apart": Text(
        "Ces contributions sont lues par des groupes différents : fusionnez-les quand toute la salle les lit.",
        "These contributions are read by different groups: merge them once the whole room reads them.",
    ),
    "changed-since": Text(
        "Autre chose a changé depuis : cette action ne peut plus être annulée telle quelle.",
        "Something else has changed since: this action can no longer be undone as it is.",
    ),
    "change-in-use": Text(
        "Une modification plus récente s'appuie sur celle-ci. Annulez d'abord la plus récente.",
        "A later change builds on this one. Undo the later one first.",
    ),
    "door-closed": Text(
        "La porte est fermée. Demandez à l'animation de l'ouvrir.",
        "The door is closed. Ask the facilitator to open it.",
    ),
    "empty": Text("Écrivez quelques mots avant d'envoyer.", "Write a few words before you send."),
    "observer-dismissed": Text(
        "Ce lien d'observation n'est plus valable. Vos mots restent ici : copiez-les, et demandez un autre lien.",
        "This observer's link is no longer valid. Your words stay here: copy them, and ask for another link.",
    ),
    "unknown-observer": Text("Ce lien d'observation n'existe pas.", "This observer's link does not exist."),
    "too-many-observers": Text(
        "{most} liens d'observation au plus par séance.", "A session has {most} observers' links at most."
    ),
    "unknown-line": Text("Cette ligne n'est pas dans la grille.", "This line is not in the grid."),
    "nothing-counted": Text(
        "Personne n'a compté cette ligne : il n'y a rien à garder.",
        "Nobody has counted this line: there is nothing to keep.",
    ),
    "excerpt-elsewhere": Text(
        "Un extrait reprend les mots de la note, dans leur ordre. Écrivez {cut} là où vous en laissez.",
        "An excerpt holds words of the note, in their order. Write {cut} where you leave some out.",
    ),
    "answer-changed": Text(
        "Cette réponse a changé depuis, ou elle n'attend plus. Relisez-la.",
        "This answer has changed meanwhile, or no longer waits. Read it again.",
    ),
    "gone": Text(
        "Vous avez quitté la séance. Demandez à l'animation de vous réintégrer.",
        "You have left the session. Ask the facilitator to bring you back.",
    ),
    "group-full": Text("Ce groupe est complet ({most} personnes).", "This group is full ({most} people)."),
    "groups-full": Text(
        "Tous les groupes sont complets ({most} personnes). Déplacez quelqu'un à la main.",
        "All groups are full ({most} people). Move somebody by hand.",
    ),
    "length-out-of-range": Text(
        "Donnez une durée entre 0 (sans limite) et 24 heures.",
        "Give a length between 0 (no limit) and 24 hours.",
    ),
    "no-choice": Text("Il n'y a rien à choisir à cette étape.", "There is nothing to choose in this stage."),
    "no-free-choice": Text(
        "On ne change pas de groupe à cette étape. Demandez à l'animation.",
        "Groups do not change in this stage. Ask the facilitator.",
    ),
    "no-group": Text("Rejoignez d'abord un groupe.", "Join a group first."),
    "no-timer": Text("Cette étape n'a pas de minuteur.", "This stage has no timer."),
    "no-turns": Text(
        "Cette personne n'a pas de tour de parole à cette étape.", "This person has no turn to speak in this stage."
    ),
    "no-vote": Text("On ne vote pas à cette étape.", "There is no vote in this stage."),
    "not-a-date": Text("Écrivez une date, comme 31/12/2026.", "Write a date: day, month and year, such as 31/12/2026."),
    "not-a-number": Text("Écrivez un nombre, en chiffres.", "Write a number, in digits."),
    "not-allowed": Text("Cette action ne vous est pas ouverte.", "This action is not open to you."),
    "not-an-option": Text("Choisissez parmi les réponses proposées.", "Choose one of the answers offered."),
    "not-an-order": Text(
        "Rangez toutes les cartes, chacune à une place.", "Put all the cards in order, each in one place."
    ),
    "not-paused": Text("Le minuteur n'est pas en pause.", "The timer is not paused."),
    "not-running": Text("La séance n'a pas encore commencé.", "The session has not started yet."),
    "not-understood": Text(
        "Ce message n'a pas été compris. Rechargez la page, puis réessayez.",
        "This message was not understood. Reload the page, then try again.",
    ),
    "not-whole": Text("Écrivez un nombre entier.", "Write a whole number."),
    "not-your-turn": Text("Cette partie revient à un autre rôle.", "This part belongs to another role."),
    "not-yours": Text("Cette contribution n'est pas la vôtre.", "This contribution is not yours."),
    "nothing-changed": Text(
        "Rien n'a changé : modifiez un texte, la durée ou la place.",
        "Nothing has changed: change a text, the length or the place.",
    ),
    "one-card": Text("Choisissez au moins deux contributions.", "Choose at least two contributions."),
    "same-roles": Text(
        "Ces deux personnes tiennent les mêmes rôles : il n'y a rien à échanger.",
        "These two people hold the same roles: there is nothing to exchange.",
    ),
    "unknown-action": Text("Cette action n'existe pas.", "This action does not exist."),
    "unknown-cluster": Text(
        "Ce regroupement n'est plus là.",
        "This cluster is no longer there.",
    ),
    "nothing-next": Text(
        "C'était la dernière étape. Vous pouvez clore la séance.",
        "That was the last stage. You can close the session",
    ),
    "strangers-run-out": Text(
        "À {people}, on ne peut tenir que {most} tour(s) sans revoir personne, et {rounds} sont prévus. "
        "Sautez les tours en trop, ou faites venir du monde.",
        "With {people} people only {most} round(s) are possible without meeting anyone again; {rounds} are planned. "
        "Skip the rounds beyond that, or let more people in",
    ),
    "nothing-to-reveal": Text("Il n'y a rien à révéler à cette étape.", "There is nothing to reveal in this stage."),
    "out-of-scale": Text("Donnez une note de {fewest} à {most}.", "Give a score from {fewest} to {most}."),
    "over-budget": Text("Vous avez {dots} gommettes à placer, pas plus.", "You have {dots} dots to place, no more."),
    "over-item-limit": Text(
        "Pas plus de {most} gommettes sur la même carte.", "No more than {most} dots on the same card."
    ),
    "own-card": Text("On ne vote pas pour sa propre carte.", "You cannot vote for your own card."),
    "place-reached": Text(
        "Cette place est déjà passée. Choisissez une place après l'étape en cours.",
        "That place has gone by. Choose a place after the current stage.",
    ),
    "plan-changed": Text(
        "Le déroulé vient d'être modifié par ailleurs. Relisez-le ci-contre, puis envoyez de nouveau si "
        "votre modification tient toujours.",
        "The run sheet has just been changed elsewhere. Look at it again, then send once more if your change "
        "still holds.",
    ),
    "reason-missing": Text("Dites en quelques mots pourquoi.", "Say in a few words why."),
    "reopen-last-only": Text(
        "Seule la dernière étape close peut être rouverte.",
        "Only the stage that ended last can be opened again.",
    ),
    "reopen-too-late": Text(
        "Des personnes ont déjà contribué à l'étape en cours : on ne revient plus en arrière. Insérez plutôt "
        "une étape.",
        "People have already contributed to the current stage: there is no going back. Insert a stage instead.",
    ),
    "role-full": Text("Ce rôle est pour {count} personne(s).", "This role is for {count} person(s)."),
    "session-closed": Text("La séance est terminée.", "The session is over."),
    "site-not-ready": Text(
        "Cette séance ne peut pas encore commencer : tout n'est pas réglé pour le terrain « {site} ». Réglez ce qui "
        "manque sur la page de la séance, ou dispensez-en avec une raison.",
        "This session cannot begin yet: not everything is settled at the site “{site}”. Settle what is missing on the "
        "page of the session, or waive it with a reason.",
    ),
    "session-full": Text(
        "La séance est complète ({most} personnes). Prévenez l'animation.",
        "The session is full ({most} people). Tell the facilitator.",
    ),
    "sheet-not-ready": Text(
        "La feuille d'information n'est pas complète : les personnes ne sauraient pas qui garde quoi. Complétez le "
        "protocole depuis la page de la séance, puis recommencez.",
        "The information sheet is not complete: people would not know who keeps what. Complete the protocol from the "
        "page of the session, then try again.",
    ),
    "silent-now": Text("C'est votre moment d'écoute.", "This is your time to listen."),
    "slip-unreadable": Text(
        "Ce numéro n'est pas complet. Tapez-le comme il est imprimé, par exemple 3-12K.",
        "This number is not complete. Type it as it is printed, for instance 3-12K.",
    ),
    "slip-mistyped": Text(
        "Le numéro {number} n'existe pas ici : un chiffre ou la lettre est inexact, ou le bulletin vient d'une "
        "autre séance. Relisez-le.",
        "There is no number {number} here: a digit or the letter is wrong, or the slip is from another session. "
        "Read it again.",
    ),
    "packet-unknown": Text(
        "Le carnet {number} n'a pas été imprimé : ils vont de 1 à {last}.",
        "Packet {number} was not printed: they go from 1 to {last}.",
    ),
    "sheet-unknown": Text(
        "La feuille {sheet} n'existe pas : elles vont de 1 à {last}.",
        "There is no sheet {sheet}: they go from 1 to {last}.",
    ),
    "slip-too-early": Text(
        "Cette étape n'a pas encore commencé. Mettez le bulletin de côté.",
        "This stage has not begun yet. Put the slip aside.",
    ),
    "slip-skipped": Text(
        "Cette étape n'a pas été jouée : ce bulletin ne se saisit pas.",
        "This stage was not played: this slip is not typed.",
    ),
    "slip-withdrawn": Text(
        "La personne a retiré une de ses contributions depuis : ce bulletin ne se saisit plus.",
        "The person has withdrawn a contribution since: this slip is not typed any more.",
    ),
    "slip-replaces": Text(
        "Cette personne a déjà écrit dans cette étape, sur un appareil partagé ou un téléphone. "
        "Le bulletin remplacerait ce qu'elle a écrit : confirmez-le.",
        "This person has already written in this stage, on a shared device or a phone. "
        "The slip would replace what they wrote: confirm it.",
    ),
    "slip-group": Text(
        "« {typed} » n'est pas le numéro d'un groupe. Tapez-le en chiffres : 3.",
        "“{typed}” is not the number of a group. Type it in digits: 3.",
    ),
    "slip-place": Text(
        "« {typed} » ne se lit pas. Tapez le numéro de la carte, puis ses deux places, de 1 à 5 : 12=4/2.",
        "“{typed}” cannot be read. Type the number of the card, then its two places, 1 to 5: 12=4/2.",
    ),
    "slip-since": Text(
        "Cette personne a écrit elle-même dans cette étape depuis : cette saisie ne s'annule plus.",
        "This person has written in this stage themselves since: this entry cannot be undone any more.",
    ),
    "slip-not-theirs": Text(
        "Cette étape ne demande rien à cette personne : son rôle écoute, ou elle n'avait pas de groupe.",
        "This stage asks nothing of this person: their role listens, or they had no group.",
    ),
    "slip-not-typed": Text("Ce bulletin n'a pas été saisi.", "This slip has not been typed."),
    "slip-letter": Text(
        "« {typed} » n'est pas une des lettres du bulletin (de A à {last}).",
        "“{typed}” is not one of the letters of the slip (A to {last}).",
    ),
    "slip-one-letter": Text(
        "Une seule lettre : celle de la case cochée. Si plusieurs le sont, laissez vide.",
        "One letter only: that of the box ticked. If there are several, leave this empty.",
    ),
    "slip-yes-no": Text("Tapez o pour oui, n pour non.", "Type y for yes, n for no."),
    "slip-card": Text(
        "« {typed} » n'est pas le numéro d'une carte de cette étape.",
        "“{typed}” is not the number of a card of this stage.",
    ),
    "slip-worth": Text(
        "« {typed} » ne se lit pas. Tapez le numéro de la carte, puis sa valeur : 12=3.",
        "“{typed}” cannot be read. Type the number of the card, then its value: 12=3.",
    ),
    "slip-values": Text(
        "Il faut {values} valeurs, dans l'ordre du bulletin, ou chacune avec sa lettre : A=3 B=2.",
        "There should be {values} values in the order of the slip, or each with its letter: A=3 B=2.",
    ),
    "slip-cells": Text(
        "Au plus {cells} cases par ligne, séparées par une barre verticale.",
        "At most {cells} cells in a row, with a vertical bar between them.",
    ),
    "hands-nothing": Text("On ne compte pas de mains ici.", "No hands are counted here."),
    "hands-range": Text(
        "Donnez des nombres entiers, de 0 à {most}.",
        "Give whole numbers, from 0 to {most}.",
    ),
    "stage-closed": Text(
        "Cette étape est close : ce n'est pas parti. Vos mots restent ici, vous pouvez les copier.",
        "This stage is closed: this was not sent. Your words stay here, you can copy them.",
    ),
    "stage-open": Text(
        "Cette étape est encore ouverte.",
        "This stage is still open.",
    ),
    "stage-uses": Text(
        "L'étape « {stage_fr} » se sert de ce que donne « {other_fr} » : elle doit venir après elle.",
        "The stage “{stage_en}” uses what “{other_en}” gives: it has to come after it.",
    ),
    "stale-stage": Text(
        "La salle est passée à une autre étape : ce n'est pas parti. Vos mots restent ici, vous pouvez les copier.",
        "The room has moved on to another stage: this was not sent. Your words stay here, you can copy them.",
    ),
    "someone-alone": Text(
        "À {people}, quelqu'un serait seul à l'étape « {stage_fr} ». Prenez une autre étape, ou d'autres groupes.",
        "With {people} people someone would be alone in the stage “{stage_en}”. Use another stage, or other groups.",
    ),
    "places-short": Text(
        "À {people}, il n'y a que {places} places dans les groupes de l'étape « {stage_fr} ».",
        "With {people} people there are only {places} places in the groups of the stage “{stage_en}”.",
    ),
    "deal-short": Text(
        "À {people}, les cartes de l'étape « {stage_fr} » ne trouveraient pas assez de lecteurs.",
        "With {people} people the cards of the stage “{stage_en}” would not find enough readers.",
    ),
    "stays-in-turn": Text(
        "L'étape « {stage_fr} » fait partie d'un tour : elle ne peut pas en sortir.",
        "The stage “{stage_en}” belongs to a round: it cannot leave it.",
    ),
    "step-passed": Text("Cette étape est déjà passée.", "This stage is already over."),
    "step-reached": Text(
        "Cette étape a déjà commencé : elle peut être prolongée, raccourcie, close ou rouverte, mais plus modifiée.",
        "This stage has already begun: it can be extended, shortened, closed or opened again, but no longer changed.",
    ),
    "text-missing": Text(
        "Un texte ne peut pas rester vide. Écrivez quelques mots.",
        "A text cannot be left empty. Write a few words.",
    ),
    "too-few-picks": Text("Choisissez-en au moins {fewest}.", "Choose at least {fewest}."),
    "too-large": Text("Le maximum est {most}.", "The maximum is {most}."),
    "too-long": Text(
        "Le texte dépasse {longest} caractères. Raccourcissez-le un peu.",
        "The text is longer than {longest} characters. Shorten it a little.",
    ),
    "too-many-cards": Text("Vous avez déjà {most} carte(s) ici.", "You already have {most} card(s) here."),
    "too-many-in-group": Text(
        "Votre groupe a déjà toutes ses cartes ici.", "Your group already has all its cards here."
    ),
    "too-many-picks": Text("Choisissez-en {most} au plus.", "Choose {most} at most."),
    "too-many-stages": Text(
        "Le déroulé a déjà {most} étapes : c'est le maximum.",
        "The run sheet already has {most} stages, which is the most.",
    ),
    "too-small": Text("Le minimum est {fewest}.", "The minimum is {fewest}."),
    "unknown-block": Text(
        "Ce bloc n'existe pas (ou plus) dans la bibliothèque.",
        "This block is not in the library (any more).",
    ),
    "unknown-board": Text("Ce tableau n'est pas ouvert à cette étape.", "This board is not open in this stage."),
    "unknown-card": Text("Cette carte n'est plus là.", "This card is no longer there."),
    "unknown-change": Text(
        "Cette modification n'existe pas.",
        "This change does not exist.",
    ),
    "unknown-column": Text("Choisissez une colonne du tableau.", "Choose a column of the board."),
    "unknown-group": Text("Ce groupe n'existe pas.", "This group does not exist."),
    "unknown-mark": Text("Ce repère n'existe pas ici.", "This mark does not exist here."),
    "unknown-note": Text(
        "Ce moment noté n'est plus là.",
        "This noted moment is no longer there.",
    ),
    "unknown-person": Text("Cette personne n'est pas dans la séance.", "This person is not in the session."),
    "unknown-question": Text(
        "Cette question n'est pas posée à cette étape.", "This question is not asked in this stage."
    ),
    "unknown-reason": Text(
        "Il n'y a pas de motif à cet endroit.",
        "There is no reason there.",
    ),
    "unknown-role": Text("Ce rôle n'existe pas dans ce format.", "This role does not exist in this format."),
    "unknown-step": Text("Cette étape n'existe pas.", "This stage does not exist."),
    "unknown-text": Text(
        "Cette étape n'a pas ce texte.",
        "This stage has no such text.",
    ),
    "unreadable-text": Text(
        "Un signe de ce texte ne peut pas être enregistré (souvent un émoji coupé). Retirez-le, puis réessayez.",
        "A sign in this text cannot be stored (often a cut emoji). Remove it, then try again.",
    ),
    "wait-your-turn": Text("Attendez votre tour de parole.", "Wait for your turn to speak."),
    "value-not-here": Text(
        "{{value}} ne figurait pas dans ce texte : retirez-le, ou écrivez des mots à la place.",
        "{{value}} was not in this text: take it out, or write words instead.",
    ),
    "withdrawn": Text("Cette contribution a été retirée.", "This contribution was withdrawn."),
    "wrong-type": Text("Cette réponse n'a pas la forme attendue.", "This answer does not have the expected form."),
}


TYPED = frozenset({"typed", "value"})
"""Details that repeat what somebody typed: they are told at once, and never kept."""


def sentence(refused: Refused) -> Text:
    """The sentence for a refusal, its details filled in; a general one for a reason that is not known here."""
    text = REASONS.get(refused.reason, REASONS["not-understood"])
    fr, en = text.fr.replace(" :", "\u00a0:"), text.en
    for name, value in refused.detail.items():
        fr, en = fr.replace("{" + name + "}", value), en.replace("{" + name + "}", value)
    return Text(fr, en)
