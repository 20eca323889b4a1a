/** What may be written at a place of a format file, from the table of keys. Pure. */

import { placeOf } from "./place.js";

/** @typedef {import("./place.js").Key} Key */
/** @typedef {import("./place.js").Keys} Keys */
/** @typedef {import("./place.js").Option} Option */
/** @typedef {import("./place.js").Vocabulary} Vocabulary */

/**
 * @param {Vocabulary} vocabulary @param {string[]} lines up to the cursor @param {string} text the whole file
 * @returns {{ typed: string, options: Option[] } | undefined}
 */
export function complete(vocabulary, lines, text) {
  const place = placeOf(lines);
  if (!place) return undefined;
  const keys = keysAt(vocabulary, place.path);
  if (!keys) return undefined;
  const options = place.typing === "key" ? asKeys(keys, place.beside) : asValues(keys[place.key], text);
  return options.length ? { typed: place.typed, options } : undefined;
}

/** The keys that a path of keys leads to. @param {Vocabulary} vocabulary @param {string[]} path @returns {Keys | undefined} */
export function keysAt(vocabulary, path) {
  /** @type {Keys | undefined} */
  let keys = vocabulary.records[vocabulary.first];
  let named = false;
  for (const step of path) {
    if (named) {
      named = false;
      continue;
    }
    /** @type {Key | undefined} */
    const key = keys?.[step];
    if (!key) return undefined;
    named = Boolean(key.named);
    if (key.keys) keys = Object.fromEntries(key.keys.map((name) => [name, { about: "", wants: "" }]));
    else keys = key.records ? Object.assign({}, ...key.records.map((name) => vocabulary.records[name])) : undefined;
  }
  return named ? undefined : keys;
}

/** @param {Keys} keys @param {string[]} beside @returns {Option[]} */
const asKeys = (keys, beside) =>
  Object.entries(keys)
    .filter(([name]) => !beside.includes(name))
    .map(([name, key]) => ({ label: name, detail: key.needed ? "*" : "", info: [key.about, key.wants].filter(Boolean).join(" — "), kind: "key" }));

/** @param {Key | undefined} key @param {string} text @returns {Option[]} */
function asValues(key, text) {
  if (!key) return [];
  const words = (key.words ?? []).map((word) => option(word, "word"));
  const names = key.names ? namesOf(key.names, text).map((name) => option(name, "name")) : [];
  return [...words, ...names];
}

/** @param {string} label @param {"word" | "name"} kind @returns {Option} */
const option = (label, kind) => ({ label, detail: "", info: "", kind });

/** The names that a file gives to its roles, stages, boards and questions. @param {string} kind @param {string} text */
export function namesOf(kind, text) {
  const found = kind === "stage" ? text.matchAll(/^\s*- +stage: *([\w-]+)/gm) : kind === "board" ? text.matchAll(/\bname: *([\w-]+)/g) : undefined;
  if (found) return unique([...found].map((match) => match[1]));
  const opening = kind === "role" ? /^(\s*)roles: *$/ : /^(\s*)ask: *$/;
  /** @type {string[]} */
  const names = [];
  let depth = -1;
  let inner = -1;
  for (const line of text.split("\n")) {
    const opened = opening.exec(line);
    const indent = line.search(/\S/);
    if (opened) [depth, inner] = [opened[1].length, -1];
    else if (depth >= 0 && indent >= 0 && indent <= depth) depth = -1;
    else if (depth >= 0 && indent >= 0) {
      if (inner < 0) inner = indent;
      const name = /^\s*([\w-]+) *:/.exec(line);
      if (indent === inner && name) names.push(name[1]);
    }
  }
  return unique(names);
}

/** @param {string[]} names */
const unique = (names) => [...new Set(names)];
