/** Words being typed: kept in the tab from the first letter, so that neither a new stage nor a reload loses them. */

import { signal } from "@preact/signals";

/** @typedef {{ text?: string, column?: string, raw?: any }} Draft */

/** @param {{ load: () => string | null, save: (text: string) => void, wipe: () => void }} storage */
export function openDrafts(storage) {
  /** @type {Record<string, Draft>} */
  let kept = {};
  try {
    kept = JSON.parse(storage.load() ?? "{}");
  } catch {
    kept = {};
  }
  const all = signal(kept);

  /** @param {Record<string, Draft>} next */
  function become(next) {
    all.value = next;
    try {
      storage.save(JSON.stringify(next));
    } catch {
      kept = next; // storage is full or forbidden: the signal still holds the words
    }
  }

  return {
    all,
    /** @param {string} key @returns {Draft} */
    at: (key) => all.value[key] ?? {},
    /** @param {string} key @param {Draft} fields */
    set: (key, fields) => become({ ...all.value, [key]: { ...all.value[key], ...fields } }),
    /** @param {string} key */
    drop: (key) => become(Object.fromEntries(Object.entries(all.value).filter(([one]) => one !== key))),
    wipe() {
      all.value = {};
      storage.wipe();
    },
  };
}
/** @typedef {ReturnType<typeof openDrafts>} Drafts */
