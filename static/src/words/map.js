/** Words of maps. */

/** @type {import("../words").Table} */
export const mapWords = {
  "map.summary": ["Carte à deux axes : {placed} cartes placées sur {count}.", "Map of two axes: {placed} of {count} cards placed."],
  "map.at": ["{x} en largeur, {y} en hauteur (de 1 à 5)", "{x} across, {y} up (from 1 to 5)"],
  "map.nowhere": ["pas encore placée", "not placed yet"],
};
