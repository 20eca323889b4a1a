/** Speaking two languages: tables of `[French, English]`, filled in and set the way each language sets its signs. */

/** @typedef {import("./protocol").Locale} Locale */
/** @typedef {import("./protocol").Text} Text */
/** @typedef {Record<string, readonly [string, string]>} Table */
/** @typedef {(key: string, values?: Record<string, string | number>) => string} Say */

/** No-break spaces where French wants them; for our own words only, never for what people wrote. @param {string} words */
export const setInFrench = (words) => words.replace(/ ([:;!?»%])/g, "\u00a0$1").replace(/« /g, "«\u00a0").replace(/(\d) (\d{3})/g, "$1\u00a0$2");

/**
 * @param {Table} table @param {() => Locale} locale asked at each call, so that a switch of language shows at once
 * @returns {Say}
 */
export function speaker(table, locale) {
  return (key, values = {}) => {
    const [fr, en] = table[key] ?? [key, key];
    const words = locale() === "en" ? en : setInFrench(fr);
    return words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  };
}

/** @param {Say} say @param {number} score */
export const points = (say, score) => say(score === 1 ? "card.scoreOne" : "card.score", { score });

/** The words of a `Text` in this language, or in the other one rather than nothing. @param {Text | undefined} text @param {Locale} locale */
export const read = (text, locale) => (text ? (text[locale] ?? text.fr ?? text.en ?? "") : "");

/**
 * Why something was refused: the sentence the server sends with it, else the one for what only this screen can notice, else a general one.
 * @param {{ reason: string, say?: Text } | undefined} refusal @param {Say} say @param {Locale} locale
 */
export function why(refusal, say, locale) {
  if (refusal?.say) return read(refusal.say, locale);
  const key = `refused.${refusal?.reason}`;
  const words = say(key);
  return words === key ? say("refused.other") : words;
}
