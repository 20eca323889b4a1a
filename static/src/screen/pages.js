/** How cards share the wall: pure sums over their heights. No page, no clock. */

/** Letters in rem, the largest first; the last can still be read from ten metres. */
export const LETTERS = [4.2, 3.6, 3, 2.6, 2.25, 2, 1.8];
/** A line shorter than this, in letters' heights, is hard to read. */
const NARROWEST = 13;
export const GAP = 0.45;
/** What a longer text is cut into, at the end of a sentence where there is one. */
export const PORTION = 420;

/** @typedef {{ id: string, height: number }} Measured */
/** @typedef {string[][]} Page for each track, from left to right, what stands in it */

/** How many tracks stand beside each other. @param {number} wide in rem @param {number} letters in rem @param {number} fewest */
export const tracksIn = (wide, letters, fewest = 1) => Math.max(fewest, Math.floor((wide + GAP * letters) / ((NARROWEST + GAP) * letters)));

/** Every column has a track; what is left over goes where most waits. @param {number[]} weights @param {number} tracks @returns {number[]} */
export function shareTracks(weights, tracks) {
  const given = weights.map(() => 1);
  for (let more = tracks - weights.length; more > 0; more -= 1) {
    const most = weights.map((weight, at) => weight / given[at]);
    given[most.indexOf(Math.max(...most))] += 1;
  }
  return given;
}

/**
 * Each goes to the shortest track of the last page, or into a hole of the page before: what stands stays where it is when more is written.
 * @param {Measured[]} items @param {number} tracks @param {number} high @param {number} gap @param {boolean} strictly one after another @returns {Page[]}
 */
export function pack(items, tracks, high, gap, strictly = false) {
  /** @type {{ page: Page, filled: number[] }[]} */
  const pages = [];
  const fits = (/** @type {number[]} */ filled, /** @type {number} */ height) => {
    const least = Math.min(...filled);
    return least === 0 || least + gap + height <= high ? filled.indexOf(least) : -1;
  };
  for (const { id, height } of items) {
    const open = pages.slice(strictly ? -1 : -2);
    const found = open.find(({ filled }) => fits(filled, height) >= 0) ?? { page: Array.from({ length: tracks }, () => /** @type {string[]} */ ([])), filled: Array.from({ length: tracks }, () => 0) };
    if (!open.includes(found)) pages.push(found);
    const at = fits(found.filled, height);
    found.page[at].push(id);
    found.filled[at] += (found.filled[at] ? gap : 0) + height;
  }
  return pages.map(({ page }) => page);
}

/** Pages on which every column goes on where it stopped. @param {Measured[][]} columns @param {number[]} tracks @param {number} high @param {number} gap @param {boolean} strictly @returns {Page[]} */
export function packColumns(columns, tracks, high, gap, strictly = false) {
  const packed = columns.map((items, at) => pack(items, tracks[at], high, gap, strictly));
  const count = Math.max(0, ...packed.map((pages) => pages.length));
  return Array.from({ length: count }, (_, page) => packed.flatMap((pages, at) => pages[page] ?? Array.from({ length: tracks[at] }, () => [])));
}

/** Room a text takes, before anything is measured: in lines of a track, with the air around it. @param {string} text @param {number} wide letters to a line */
export const guess = (text, wide) => text.split("\n").reduce((lines, one) => lines + Math.max(1, Math.ceil(one.length / wide)), 0) * 1.25 + 1.1 + GAP;

/**
 * A text in portions that are read one after another.
 * @param {string} text @returns {string[]}
 */
export function portions(text, most = PORTION) {
  const letters = [...text];
  if (letters.length <= most * 1.25) return [text];
  const part = letters.slice(0, most).join("");
  const sentence = Math.max(...[". ", "! ", "? ", "… ", "\n", "。", "؟ "].map((end) => part.lastIndexOf(end) + end.length - 1));
  const word = part.lastIndexOf(" ");
  const cut = sentence > part.length / 2 ? sentence : word > part.length / 2 ? word : part.length;
  return [text.slice(0, cut).trimEnd(), ...portions(text.slice(cut).trimStart(), most)];
}

/** Seconds a page stays, by what there is to read on it. @param {number} words */
export const seconds = (words) => Math.min(40, Math.max(12, 4 + Math.round(words * 0.3)));
