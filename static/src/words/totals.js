/** Words of answers shown as totals. */

/** @type {import("../words").Table} */
export const totalWords = {
  "totals.median": ["Au milieu (médiane) :", "In the middle (median):"],
  "totals.half": ["La moitié centrale des réponses va de {lower} à {upper}.", "The middle half of the answers lies between {lower} and {upper}."],
  "totals.n": ["{n} réponses", "{n} answers"],
  "totals.few": ["Trop peu de réponses pour montrer un total.", "Too few answers to show a total."],
  "totals.none": ["Personne n'a répondu.", "Nobody answered."],
  "totals.mine": ["Votre réponse :", "Your answer:"],
};
