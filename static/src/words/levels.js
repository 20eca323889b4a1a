/** What the levels of a vote are called, the warmest first: `LEVELS[manner]` gives the number that is sent and its word. */

/** @type {Record<string, [number, string][]>} */
export const LEVELS = {
  "thumbs": [[3, "up"], [2, "sideways"], [1, "down"]],
  "consent": [[3, "agree"], [2, "concern"], [1, "objection"]],
  "keep or drop": [[2, "keep"], [1, "drop"]],
};

/** @type {import("../words").Table} */
export const levelWords = {
  "level.up": ["Pouce levé", "Thumb up"],
  "level.sideways": ["Pouce de côté", "Thumb sideways"],
  "level.down": ["Pouce baissé", "Thumb down"],
  "level.agree": ["D'accord", "I agree"],
  "level.concern": ["D'accord, avec une réserve", "I agree, with a concern"],
  "level.objection": ["Objection", "Objection"],
  "level.keep": ["Garder", "Keep"],
  "level.drop": ["Écarter", "Drop"],
  "levels.card": ["Carte", "Card"],
  "levels.none": ["Pas encore de vote", "No vote yet"],
};
