/** The small Markdown of the dossier, set around a selection: pure. Each gives the whole text and what is selected afterwards. */

/** @typedef {{ text: string, start: number, end: number }} Picked */

const AROUND = /** @type {Record<string, string>} */ ({ strong: "**", emphasis: "*" });
const BEFORE = /** @type {Record<string, string>} */ ({ list: "- ", quote: "> " });

/** What a button of the toolbar does. @param {string} mark @param {Picked} picked @returns {Picked} */
export function marked(mark, picked) {
  if (mark in AROUND) return around(picked, AROUND[mark]);
  if (mark in BEFORE) return before(picked, BEFORE[mark]);
  return mark === "link" ? linked(picked) : picked;
}

/** Bold or italics, on and off again. @param {Picked} picked @param {string} sign @returns {Picked} */
function around({ text, start, end }, sign) {
  const inside = text.slice(start, end);
  const length = sign.length;
  const alone = (/** @type {number} */ at) => text[at] !== "*";
  // Nothing selected, and the end of it just ahead: what was begun is over.
  if (start === end && text.slice(start, start + length) === sign) return { text, start: start + length, end: start + length };
  const outer = text.slice(start - length, start) === sign && text.slice(end, end + length) === sign && (length > 1 || (alone(start - 2) && alone(end + 1)));
  if (outer) return { text: text.slice(0, start - length) + inside + text.slice(end + length), start: start - length, end: end - length };
  return { text: text.slice(0, start) + sign + inside + sign + text.slice(end), start: start + length, end: end + length };
}

/** A sign before each line that is touched; gone again where all of them had it. @param {Picked} picked @param {string} sign @returns {Picked} */
function before({ text, start, end }, sign) {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const to = text.indexOf("\n", end) < 0 ? text.length : text.indexOf("\n", end);
  const lines = text.slice(from, to).split("\n");
  const all = lines.every((line) => line.startsWith(sign));
  const said = lines.map((line) => (all ? line.slice(sign.length) : line.startsWith(sign) ? line : sign + line)).join("\n");
  // A list or a quotation that touches the words above it would be read as one paragraph with them.
  const gap = !all && from > 1 && text[from - 2] !== "\n" && !text.slice(0, from - 1).split("\n").at(-1)?.startsWith(sign) ? "\n" : "";
  return { text: text.slice(0, from) + gap + said + text.slice(to), start: from + gap.length, end: from + gap.length + said.length };
}

/** Words that lead to an address; the address is selected, to be typed over. @param {Picked} picked @returns {Picked} */
function linked({ text, start, end }) {
  const said = `[${text.slice(start, end)}](`;
  const address = "https://";
  return { text: `${text.slice(0, start)}${said}${address})${text.slice(end)}`, start: start + said.length, end: start + said.length + address.length };
}

/** A reference at the place of the cursor, apart from the words beside it. @param {Picked} picked @param {string} ref @returns {Picked} */
export function cited({ text, start, end }, ref) {
  const left = start > 0 && !/[\s(«“]/.test(text[start - 1]) ? " " : "";
  const right = end < text.length && !/[\s.,;:!?)»”]/.test(text[end]) ? " " : "";
  const said = `${left}{${ref}}${right}`;
  const at = start + said.length;
  return { text: text.slice(0, start) + said + text.slice(end), start: at, end: at };
}

/** A figure on lines of its own, so that it stands there. @param {Picked} picked @param {string} ref @returns {Picked} */
export function placed({ text, start, end }, ref) {
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end).trimStart();
  const said = `${before}${before ? "\n\n" : ""}{${ref}}`;
  return { text: `${said}\n\n${after}`, start: said.length + 2, end: said.length + 2 };
}

/** Which offers hold all the words that are looked for; accents and capitals do not count. @template {{ words: string, said: string, session: string }} T @param {T[]} offers @param {string} wanted @returns {T[]} */
export function fitting(offers, wanted) {
  const plain = (/** @type {string} */ words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const parts = plain(wanted).split(/\s+/).filter(Boolean);
  return offers.filter((one) => parts.every((part) => plain(`${one.said} ${one.words} ${one.session}`).includes(part)));
}
