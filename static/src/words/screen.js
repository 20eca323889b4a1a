/** Words of the projector. */

/** @type {import("../words").Table} */
export const screenWords = {
  "join.title": ["Rejoignez la séance", "Join the session"],
  "join.scan": ["Scannez ce code avec votre téléphone", "Scan this code with your phone"],
  "join.orType": ["ou ouvrez", "or open"],
  "join.code": ["et tapez le code", "and type the code"],
  "join.noAccount": ["Sans compte, sans nom, sans adresse.", "No account, no name, no address."],
  "join.later": ["Pour rejoindre", "To join"],
  "join.closed": ["La séance va bientôt commencer", "The session is about to start"],
  "qr": ["QR code pour rejoindre la séance", "QR code to join the session"],
  "people.here": ["{count} personnes sont là", "{count} people are here"],
  "people.none": ["Personne n'est encore là", "Nobody is here yet"],
  "people.hereOne": ["1 personne est là", "1 person is here"],
  "progress": ["{done} sur {expected} ont terminé", "{done} of {expected} are done"],
  "groups.title": ["Les groupes sont formés", "Groups are formed"],
  "groups.look": ["Votre téléphone vous dit avec qui vous êtes.", "Your phone tells you who you are with."],
  "group.size": ["{count} personnes", "{count} people"],
  "group.sizeOne": ["1 personne", "1 person"],
  "more": ["et {count} autres", "and {count} more"],
  "stage.closed": ["Étape close", "Stage closed"],
  "closed.title": ["Merci", "Thank you"],
  "closed.text": ["La séance est terminée.", "The session is over."],
  "hidden": ["Le mur est masqué", "The wall is hidden"],
  "votes.open": ["Placez vos gommettes sur votre téléphone", "Place your dots on your phone"],
  "link.off": ["Hors connexion : cette page se remettra à jour toute seule.", "Offline: this page will catch up by itself."],
  "link.gone": ["Cet écran n'est plus relié à la séance. Rechargez la page.", "This screen is no longer tied to the session. Reload the page."],
};
