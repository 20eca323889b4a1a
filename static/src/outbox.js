/** What a person has done and the server has not yet acknowledged: kept, numbered, sent in order, shown with its state. */

/** @typedef {import("./protocol").Command} Command */
/** @typedef {import("./protocol").Receipt} Receipt */
/** @typedef {import("./protocol").Text} Text */
/** @typedef {{ reason: string, detail?: Record<string, string>, say?: Text }} Refusal */
/** @typedef {{ n: number, id: string, do: Command, tried: boolean, state: "waiting" | "saved" | "refused", seq?: number, refusal?: Refusal }} Item */
/** @typedef {{ next: number, items: Item[] }} Box */
/** @typedef {{ load: () => string | null, save: (text: string) => void, wipe: () => void }} Storage */

/** @type {Record<string, (command: Command) => unknown[]>} */
const REPLACES = {
  CastVote: (command) => [command.step],
  ChooseCards: (command) => [command.step],
  Signal: (command) => [command.step],
  GiveAnswer: (command) => [command.step, command.question],
  MarkCard: (command) => [command.step, command.card, command.mark],
  EditCard: (command) => [command.card],
};

/** Two commands with the same key: the later one makes the earlier one pointless. @param {Command} command */
const replaceKey = (command) => (REPLACES[command.kind] ? JSON.stringify([command.kind, ...REPLACES[command.kind](command)]) : undefined);

/** 128 random bits; `randomUUID` does not exist on plain http. @param {(bytes: Uint8Array<ArrayBuffer>) => unknown} fill */
export function newId(fill) {
  const bytes = new Uint8Array(16);
  fill(bytes);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {Box} box @returns {Item | undefined} */
export const head = (box) => box.items.find((item) => item.state === "waiting");

/** @param {Box} box */
export const waiting = (box) => box.items.filter((item) => item.state === "waiting");

/** Numbers follow each other without a hole, starting at `first` from the item at `from` on. @param {Box} box @param {number} first @param {(item: Item) => boolean} [which] */
function renumber(box, first, which = () => true) {
  let n = first;
  const items = box.items.map((item) => {
    if (item.state !== "waiting" || !which(item)) return item;
    const renumbered = { ...item, n };
    n += 1;
    return renumbered;
  });
  return { items, next: n };
}

/**
 * Keep a command. One that was never sent and is made pointless by this one is replaced, keeping its number.
 * @param {Box} box @param {Command} command @param {string} id @returns {Box}
 */
export function put(box, command, id) {
  const key = replaceKey(command);
  const items = box.items.filter((item) => !(item.state === "refused" && key && replaceKey(item.do) === key));
  const older = items.findIndex((item) => item.state === "waiting" && !item.tried && key !== undefined && replaceKey(item.do) === key);
  if (older >= 0) return { ...box, items: items.map((item, at) => (at === older ? { ...item, id, do: command } : item)) };
  return { next: box.next + 1, items: [...items, { n: box.next, id, do: command, tried: false, state: "waiting" }] };
}

/** Remember that this item was handed to the network: from now on the server may have it. @param {Box} box @param {string} id @returns {Box} */
export const markTried = (box, id) => ({ ...box, items: box.items.map((item) => (item.id === id ? { ...item, tried: true } : item)) });

/**
 * Take the server's answer about the item `id`.
 * @param {Box} box @param {string} id @param {any} receipt @returns {Box}
 */
export function settle(box, id, receipt) {
  const item = box.items.find((one) => one.id === id);
  if (!item || item.state !== "waiting") return box;
  if (typeof receipt.saved === "number") return change(box, id, { state: "saved", seq: receipt.saved });
  if (typeof receipt.expect === "number") return renumber(box, receipt.expect);
  if (typeof receipt.refused === "string" && receipt.n !== undefined) {
    return change(box, id, { state: "refused", refusal: { reason: receipt.refused, detail: receipt.detail, say: receipt.say } });
  }
  return box;
}

/** @param {Box} box @param {string} id @param {Partial<Item>} fields @returns {Box} */
const change = (box, id, fields) => ({ ...box, items: box.items.map((item) => (item.id === id ? { ...item, ...fields } : item)) });

/**
 * Say hello again: the server tells the number it expects next.
 * What was tried keeps its number (the server may have it); the rest is numbered after both.
 * @param {Box} box @param {number} next @param {boolean} [otherLog] another epoch: no number we hold means anything @returns {Box}
 */
export function welcome(box, next, otherLog = false) {
  const queue = waiting(box);
  const sent = otherLog ? [] : queue.filter((item) => item.tried && item.n <= next);
  const after = Math.max(next, ...sent.map((item) => item.n + 1));
  return renumber(box, after, (item) => !sent.includes(item));
}

/** Forget what was saved once our documents show it. @param {Box} box @param {number} version @returns {Box} */
export const shownUpTo = (box, version) => dropWhere(box, (item) => item.state === "saved" && (item.seq ?? 0) <= version);

/** Forget a refusal that was read, or what is saved. @param {Box} box @param {string} id @returns {Box} */
export const dismiss = (box, id) => dropWhere(box, (item) => item.id === id && item.state !== "waiting");

/** @param {Box} box @param {(item: Item) => boolean} which @returns {Box} */
function dropWhere(box, which) {
  return box.items.some(which) ? { ...box, items: box.items.filter((item) => !which(item)) } : box;
}

/**
 * Take back what was never sent; answers the same box when it is too late for that.
 * @param {Box} box @param {string} id @returns {Box}
 */
export function cancel(box, id) {
  const at = box.items.findIndex((item) => item.id === id && item.state === "waiting" && !item.tried);
  if (at < 0) return box;
  const gone = box.items[at].n;
  const items = box.items
    .filter((_, index) => index !== at)
    .map((item) => (item.state === "waiting" && item.n > gone ? { ...item, n: item.n - 1 } : item));
  return { next: box.next - 1, items };
}

/** Only what is not yet on the server's disk is kept on the phone. @param {Box} box */
export const toStore = (box) => JSON.stringify({ next: box.next, items: box.items.filter((item) => item.state !== "saved") });

/**
 * @param {string | null} stored @param {number} next the number to start from when nothing was stored
 * @returns {Box}
 */
export function fromStore(stored, next) {
  try {
    const box = JSON.parse(stored ?? "null");
    const items = box.items.filter(isItem);
    return { next: Math.max(box.next, 1, ...items.map((/** @type {Item} */ item) => item.n + 1)), items };
  } catch {
    return { next, items: [] };
  }
}

/** @param {any} item */
const isItem = (item) =>
  Number.isInteger(item?.n) && typeof item.id === "string" && typeof item.do?.kind === "string" && ["waiting", "refused"].includes(item.state);

/**
 * The outbox of this tab. `storage` may fail (full, forbidden): everything then still works from memory, and `onStorage(false)` says so.
 * @param {{ storage: Storage, makeId: () => string, next: number, changed: (box: Box) => void, onStorage: (works: boolean) => void }} parts
 */
export function openOutbox({ storage, makeId, next, changed, onStorage }) {
  let box = fromStore(attempt(() => storage.load(), null), next);

  /** @template T @param {() => T} what @param {T} otherwise @returns {T} */
  function attempt(what, otherwise) {
    try {
      return what();
    } catch {
      onStorage(false);
      return otherwise;
    }
  }

  /** @param {Box} after */
  function become(after) {
    if (after === box) return;
    box = after;
    const kept = attempt(() => {
      storage.save(toStore(box));
      return true;
    }, false);
    if (kept) onStorage(true);
    changed(box);
  }

  return {
    get box() {
      return box;
    },
    /** @param {Command} command @returns {string} the id of the command */
    put(command) {
      const id = makeId();
      become(put(box, command, id));
      return id;
    },
    /** @returns {Item | undefined} what to send now; it counts as tried from here on */
    takeHead() {
      const item = head(box);
      if (item && !item.tried) become(markTried(box, item.id));
      return head(box);
    },
    settle: (/** @type {string} */ id, /** @type {any} */ receipt) => become(settle(box, id, receipt)),
    welcome: (/** @type {number} */ expected, /** @type {boolean} */ otherLog) => become(welcome(box, expected, otherLog)),
    shownUpTo: (/** @type {number} */ version) => become(shownUpTo(box, version)),
    dismiss: (/** @type {string} */ id) => become(dismiss(box, id)),
    /** @param {string} id @returns {boolean} whether it could still be taken back */
    cancel(id) {
      const before = box;
      become(cancel(box, id));
      return box !== before;
    },
    wipe() {
      box = { next: box.next, items: [] };
      attempt(() => storage.wipe(), undefined);
      changed(box);
    },
  };
}
/** @typedef {ReturnType<typeof openOutbox>} Outbox */
