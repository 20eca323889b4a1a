/** Words without capitals and accents, and whether what was typed is in them. */

/** @param {string} words */
export const folded = (words) =>
  words.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFD").replace(/\p{M}/gu, "").replace(/[’ʼ]/g, "'");

/** Every word that was typed is there, in any order. @param {string} words @param {string} typed */
export const holds = (words, typed) => {
  const text = folded(words);
  return folded(typed).split(/\s+/).every((word) => text.includes(word));
};

/** The name that begins like what was typed; else one that holds it. @param {string[]} names @param {string} typed */
export const meant = (names, typed) => {
  const wanted = folded(typed).trim();
  if (!wanted) return -1;
  const plain = names.map(folded);
  const first = plain.findIndex((name) => name.startsWith(wanted));
  return first >= 0 ? first : plain.findIndex((name) => name.includes(wanted));
};
