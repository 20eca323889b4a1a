/** From a remark's line and column to the stretch of text that it is about. Pure. */

/** @typedef {{ line: number, column: number, level: "error" | "warning", code: string, message: string, remedy: string }} Remark */

const WORD = /^(?:"[^"]*"?|'[^']*'?|[^\s,:{}[\]#]+)/;

/**
 * Columns count characters; the editor counts UTF-16 units. A remark beyond the end belongs to the last line.
 * @param {string[]} lines @param {{ line: number, column: number }} remark @returns {{ from: number, to: number }}
 */
export function reach(lines, { line, column }) {
  const row = Math.min(Math.max(line, 1), lines.length) - 1;
  const start = lines.slice(0, row).reduce((sum, each) => sum + each.length + 1, 0);
  const words = lines[row];
  const before = [...words].slice(0, Math.max(0, column - 1)).join("").length;
  const word = WORD.exec(words.slice(before));
  return { from: start + before, to: start + Math.min(words.length, before + (word ? word[0].length : 1)) };
}
