/** Words without capitals and accents, and the theme that is meant by what was typed. */

/** @param {string} words */
export const folded = (words) =>
  words.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFD").replace(/\p{M}/gu, "").replace(/[’ʼ]/g, "'");

/** The name that begins like what was typed; else one that holds it. @param {string[]} names @param {string} typed */
export const meant = (names, typed) => {
  const wanted = folded(typed).trim();
  if (!wanted) return -1;
  const plain = names.map(folded);
  const first = plain.findIndex((name) => name.startsWith(wanted));
  return first >= 0 ? first : plain.findIndex((name) => name.includes(wanted));
};
