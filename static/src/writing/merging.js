/** Two versions of one text, by lines and by words: what both say, and what only one of them does. Pure. */

/** @typedef {{ whose: "both" | "theirs" | "mine", line: string }} Piece */

const MOST = 4_000_000;

/** @param {Piece["whose"]} whose @param {string} line @returns {Piece} */
const piece = (whose, line) => ({ whose, line });

/** The longest common lines stay; of what differs, theirs comes first. @param {string} theirs @param {string} mine @returns {Piece[]} */
export function compared(theirs, mine) {
  return aligned(theirs.split("\n"), mine.split("\n"));
}

/** The same of any two rows. @param {string[]} a @param {string[]} b @returns {Piece[]} */
function aligned(a, b) {
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

/** @typedef {{ only: boolean, said: string }} Run */

/** Below this part of the letters in common, two passages are two texts: marking words of them would be noise. */
const ALIKE = 0.3;

/** Each version line by line, in runs: what only it says, word by word where a passage was changed. @param {string} theirs @param {string} mine @returns {{ theirs: Run[][], mine: Run[][] }} */
export function worded(theirs, mine) {
  const found = { theirs: /** @type {Run[][]} */ ([]), mine: /** @type {Run[][]} */ ([]) };
  const pieces = compared(theirs, mine);
  for (let at = 0; at < pieces.length; ) {
    if (pieces[at].whose === "both") {
      for (const side of [found.theirs, found.mine]) side.push([{ only: false, said: pieces[at].line }]);
      at++;
      continue;
    }
    let end = at;
    while (end < pieces.length && pieces[end].whose !== "both") end++;
    const changed = pieces.slice(at, end);
    const of = (/** @type {Piece["whose"]} */ whose) => changed.filter((one) => one.whose === whose).map((one) => one.line);
    passage(of("theirs"), of("mine"), found);
    at = end;
  }
  return found;
}

/** One changed passage. @param {string[]} a @param {string[]} b @param {{ theirs: Run[][], mine: Run[][] }} found */
function passage(a, b, found) {
  const tokens = (/** @type {string[]} */ lines) => lines.join("\n").match(/\n|[^\S\n]+|[\p{L}\p{N}]+|[^\p{L}\p{N}\s]/gu) ?? [];
  const pieces = a.length && b.length ? aligned(tokens(a), tokens(b)) : [];
  const letters = (/** @type {Piece["whose"]} */ whose) => pieces.reduce((sum, one) => sum + (one.whose === whose && /[\p{L}\p{N}]/u.test(one.line) ? one.line.length : 0), 0);
  const both = letters("both");
  const alike = both > 0 && both / (both + Math.max(letters("theirs"), letters("mine"))) >= ALIKE;
  for (const [whose, lines] of /** @type {["theirs" | "mine", string[]][]} */ ([["theirs", a], ["mine", b]]))
    found[whose].push(...(alike ? inRuns(pieces.filter((one) => one.whose === "both" || one.whose === whose)) : lines.map((line) => [{ only: true, said: line }])));
}

/** @param {Piece[]} pieces @returns {Run[][]} */
function inRuns(pieces) {
  /** @type {Run[][]} */
  const lines = [[]];
  for (const { whose, line } of pieces) {
    const only = whose !== "both";
    const last = lines.at(-1)?.at(-1);
    if (line === "\n") lines.push([]);
    else if (last?.only === only) last.said += line;
    else lines.at(-1)?.push({ only, said: line });
  }
  return lines;
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
