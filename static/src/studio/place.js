/** Where the cursor stands in a format file: under which keys, and whether a key or a value is being typed. Pure. */

/** @typedef {{ about: string, wants: string, needed?: boolean, words?: string[], names?: string, keys?: string[], records?: string[], listed?: boolean, named?: boolean }} Key */
/** @typedef {Record<string, Key>} Keys */
/** @typedef {{ first: string, records: Record<string, Keys> }} Vocabulary */
/** @typedef {{ label: string, detail: string, info: string, kind: "key" | "word" | "name" }} Option */
/** @typedef {{ path: string[], typing: "key" | "value", key: string, typed: string, beside: string[] }} Place */

const LINE = /^(\s*)((?:- +)*)(?:"([^"]*)"|([^:#{}\[\]"']+?)) *:(?:\s|$)/;
const TYPING_KEY = /^(\s*)((?:- +)*)([\p{L}_ ]*)$/u;
const TYPING_VALUE = /^(\s*)((?:- +)*)([^:#{}\[\]"']+?) *: +([^{}\[\]"'#]*)$/;
const IN_BRACES = /([^:{},]+?) *: *\{([^{}]*)$/;

/** As the schema spells keys. @param {string} key */
export const spelled = (key) => key.replace(/_/g, " ").trim().replace(/\s+/g, " ").toLowerCase();

/**
 * @param {string[]} lines the lines of the file, the last one up to the cursor
 * @returns {Place | undefined} nothing where neither a key nor a value can be completed
 */
export function placeOf(lines) {
  const line = lines[lines.length - 1];
  const above = lines.slice(0, -1);
  const braces = IN_BRACES.exec(line);
  if (braces) return inBraces(above, line, braces);
  const value = TYPING_VALUE.exec(line);
  if (value) {
    const depth = value[1].length + value[2].length;
    return { path: pathTo(above, depth, value[2] !== ""), typing: "value", key: spelled(value[3]), typed: value[4], beside: [] };
  }
  const key = TYPING_KEY.exec(line);
  if (!key) return undefined;
  const depth = key[1].length + key[2].length;
  return { path: pathTo(above, depth, key[2] !== ""), typing: "key", key: "", typed: key[3], beside: besides(above, depth, key[2] !== "") };
}

/** @param {string[]} above @param {string} line @param {RegExpExecArray} braces @returns {Place} */
function inBraces(above, line, braces) {
  const lead = /^(\s*)((?:- +)*)/.exec(line) ?? ["", "", ""];
  const path = [...pathTo(above, lead[1].length + lead[2].length, lead[2] !== ""), spelled(braces[1].replace(/^[\s-]+/, ""))];
  const parts = braces[2].split(",");
  const last = /** @type {string} */ (parts.pop());
  const beside = parts.map((part) => spelled(part.split(":")[0]));
  const colon = last.indexOf(":");
  if (colon < 0) return { path, typing: "key", key: "", typed: last.trimStart(), beside };
  return { path, typing: "value", key: spelled(last.slice(0, colon)), typed: last.slice(colon + 1).trimStart(), beside };
}

/** The keys around a place, the outermost first. @param {string[]} above @param {number} depth @param {boolean} dashed */
function pathTo(above, depth, dashed) {
  const path = [];
  let within = dashed ? depth - 1 : depth;
  for (let at = above.length - 1; at >= 0 && within > 0; at--) {
    const found = LINE.exec(above[at]);
    if (!found) continue;
    const indent = found[1].length + found[2].length;
    if (indent >= within) continue;
    path.unshift(spelled(found[3] ?? found[4]));
    // A dash opens an item: the list it belongs to stands further left than the dash.
    within = found[2] ? found[1].length + (dashedAt(above, at, found[1].length) ? 1 : 0) : indent;
  }
  return path;
}

/** Whether the key of a list is written at the column of its dashes. @param {string[]} above @param {number} from @param {number} column */
function dashedAt(above, from, column) {
  for (let at = from - 1; at >= 0; at--) {
    const found = LINE.exec(above[at]);
    if (found && !found[2] && found[1].length <= column) return found[1].length === column;
  }
  return false;
}

/** The keys already written in the same group. @param {string[]} above @param {number} depth @param {boolean} dashed */
function besides(above, depth, dashed) {
  /** @type {string[]} */
  const keys = [];
  for (let at = above.length - 1; at >= 0 && !dashed; at--) {
    const found = LINE.exec(above[at]);
    if (!found) continue;
    const indent = found[1].length + found[2].length;
    if (indent < depth) break;
    if (indent > depth) continue;
    keys.push(spelled(found[3] ?? found[4]));
    if (found[2]) break;
  }
  return keys;
}
