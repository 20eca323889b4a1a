/** Two versions of one text, line by line: what both say, and what only one of them does. Pure. */

/** @typedef {{ whose: "both" | "theirs" | "mine", line: string }} Piece */

const MOST = 4_000_000;

/** @param {Piece["whose"]} whose @param {string} line @returns {Piece} */
const piece = (whose, line) => ({ whose, line });

/** The longest common lines stay; of what differs, theirs comes first. @param {string} theirs @param {string} mine @returns {Piece[]} */
export function compared(theirs, mine) {
  const [a, b] = [theirs.split("\n"), mine.split("\n")];
  if (a.length * b.length > MOST) return [...a.map((line) => piece("theirs", line)), ...b.map((line) => piece("mine", line))];
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) common[i][j] = a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  /** @type {Piece[]} */
  const found = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) found.push(piece("both", a[i++])), j++;
    else if (i < a.length && (j === b.length || common[i + 1][j] >= common[i][j + 1])) found.push(piece("theirs", a[i++]));
    else found.push(piece("mine", b[j++]));
  }
  return found;
}

/** Both in one: nothing is lost, and what differs stands in paragraphs of its own. @param {string} theirs @param {string} mine */
export function together(theirs, mine) {
  let said = "";
  let last = "both";
  for (const { whose, line } of compared(theirs, mine)) {
    if (said && whose !== last && whose !== "both" && last !== "both") said += "\n";
    said += `${line}\n`;
    last = whose;
  }
  return said.replace(/\n{3,}/g, "\n\n").replace(/^\n+|\n$/g, "");
}
