/** The numbered documents a screen holds: patches are applied only where they fit, otherwise the screen must ask again. */

/** @typedef {import("./protocol").Versioned} Versioned */
/** @typedef {{ version: number, doc: Record<string, any> }} Held */
/** @typedef {{ epoch: string | undefined, held: Record<string, Held> }} Shelf */

/** @type {Shelf} */
export const EMPTY = { epoch: undefined, held: {} };

const isObject = (/** @type {unknown} */ value) => typeof value === "object" && value !== null && !Array.isArray(value);

const own = (/** @type {any} */ object, /** @type {string} */ key) =>
  Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;

/** A key called `__proto__` must stay a key: plain assignment would not keep it. @param {any} object @param {string} key @param {unknown} value */
const put = (object, key, value) =>
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });

/**
 * RFC 7396: null removes, objects merge, anything else replaces. Untouched parts keep their identity.
 * @param {any} doc @param {any} patch @returns {any}
 */
export function applyPatch(doc, patch) {
  if (!isObject(patch)) return patch;
  const next = isObject(doc) ? { ...doc } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete next[key];
    else put(next, key, applyPatch(own(next, key), value));
  }
  return next;
}

/**
 * Take what the server sent. Answers the new shelf and the channels that must be asked again.
 * An older or equal version is ignored: messages may be repeated, never undone.
 * @param {Shelf} shelf @param {Versioned[]} entries @returns {{ shelf: Shelf, again: string[] }}
 */
export function receive(shelf, entries) {
  const held = { ...shelf.held };
  /** @type {string[]} */
  const again = [];
  for (const { channel, version, full, base, patch } of entries) {
    const have = held[channel];
    if (full) {
      if (!have || version >= have.version) held[channel] = { version, doc: full };
    } else if (have && version <= have.version) {
      continue;
    } else if (have && have.version === base) {
      held[channel] = { version, doc: applyPatch(have.doc, patch) };
    } else if (!again.includes(channel)) {
      again.push(channel);
    }
  }
  return { shelf: { ...shelf, held }, again: again.filter((channel) => !arrivedLater(entries, channel, held[channel])) };
}

/** @param {Versioned[]} entries @param {string} channel @param {Held | undefined} have */
function arrivedLater(entries, channel, have) {
  const newest = Math.max(...entries.filter((entry) => entry.channel === channel).map((entry) => entry.version));
  return have !== undefined && have.version >= newest;
}

/**
 * Keep only the documents of these channels.
 * @param {Shelf} shelf @param {string[]} channels @returns {Shelf}
 */
export function keepOnly(shelf, channels) {
  return { ...shelf, held: Object.fromEntries(Object.entries(shelf.held).filter(([channel]) => channels.includes(channel))) };
}

/**
 * Another epoch is another log: nothing held may be merged with it.
 * @param {Shelf} shelf @param {string | undefined} epoch @returns {Shelf}
 */
export function inEpoch(shelf, epoch) {
  return shelf.epoch === epoch || epoch === undefined ? shelf : { epoch, held: shelf.epoch === undefined ? shelf.held : {} };
}

/** @param {Shelf} shelf @returns {Record<string, number>} */
export function versions(shelf) {
  return Object.fromEntries(Object.entries(shelf.held).map(([channel, { version }]) => [channel, version]));
}

/**
 * The channels where the heartbeat knows a version we do not hold.
 * @param {Shelf} shelf @param {Record<string, number>} heard @returns {string[]}
 */
export function behind(shelf, heard) {
  return Object.keys(heard).filter((channel) => shelf.held[channel]?.version !== heard[channel]);
}
