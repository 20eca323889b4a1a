/** A live screen's state as signals: documents, outbox, link, clock. What the screen draws is a function of these. */

import { computed, signal } from "@preact/signals";
import { connect, still } from "./connection.js";
import { EMPTY, behind, inEpoch, keepOnly, receive, versions } from "./documents.js";
import { newId, openOutbox, waiting } from "./outbox.js";
import { follow } from "./time.js";
import { speaker } from "./words.js";

/** @typedef {import("./protocol").Boot} Boot */
/** @typedef {import("./protocol").Locale} Locale */
/** @typedef {import("./protocol").Command} Command */

const makeId = () => newId((bytes) => crypto.getRandomValues(bytes));

/** @returns {Boot} */
export const readBoot = () => JSON.parse(document.getElementById("boot")?.textContent ?? "{}");

/** One key of the tab's own storage; each call may throw where storage is forbidden or full. @param {string} key */
export const place = (key) => ({
  load: () => sessionStorage.getItem(key),
  save: (/** @type {string} */ text) => sessionStorage.setItem(key, text),
  wipe: () => sessionStorage.removeItem(key),
});

/** @param {string} key @param {() => string} make */
function remembered(key, make) {
  try {
    const known = sessionStorage.getItem(key) ?? make();
    sessionStorage.setItem(key, known);
    return known;
  } catch {
    return make();
  }
}

/**
 * @param {Boot} boot @param {import("./words").Table} table
 */
export function openLive(boot, table) {
  const locale = signal(/** @type {Locale} */ (boot.locale === "en" ? "en" : "fr"));
  const shelf = signal(receive(inEpoch(EMPTY, boot.epoch), boot.documents ?? []).shelf);
  const box = signal(/** @type {import("./outbox").Box} */ ({ next: 1, items: [] }));
  const link = signal(/** @type {import("./connection").Link} */ (boot.still ? "on" : "connecting"));
  const reading = signal(follow(boot.now, Date.now(), boot.rate));
  const storageWorks = signal(true);
  const presence = signal(/** @type {{ connected: string[], away?: string[], screens?: number } | undefined} */ (undefined));
  const tab = boot.kind === "console" ? remembered(`tab:${boot.session}`, makeId) : undefined;

  const owner = boot.you?.id ?? tab ?? boot.kind;
  const outbox = openOutbox({
    storage: place(`outbox:${boot.session}:${owner}`),
    makeId,
    next: boot.next ?? 1,
    changed: (after) => (box.value = after),
    onStorage: (works) => (storageWorks.value = works),
  });
  box.value = outbox.box;

  /** @param {import("./protocol").Versioned[]} entries */
  function take(entries) {
    const { shelf: after, again } = receive(shelf.value, entries);
    shelf.value = after;
    outbox.shownUpTo(Math.max(0, ...Object.values(after.held).map((held) => held.version)));
    if (again.length) connection.again(again);
  }

  const connection = (boot.still ? still : connect)(
    boot,
    {
      have: () => versions(shelf.value),
      epoch: () => shelf.value.epoch,
      greeted(answer) {
        reading.value = follow(answer.now, Date.now(), answer.rate);
        const other = Boolean(answer.epoch && shelf.value.epoch && answer.epoch !== shelf.value.epoch);
        shelf.value = inEpoch(shelf.value, answer.epoch);
        if (answer.channels) shelf.value = keepOnly(shelf.value, answer.channels);
        take(answer.documents);
        if (answer.next !== undefined) outbox.welcome(answer.next, other);
      },
      documents: take,
      channels: (channels) => (shelf.value = keepOnly(shelf.value, channels)),
      beat(beat) {
        reading.value = follow(beat.now, Date.now(), beat.rate);
        const missing = behind(shelf.value, beat.versions);
        if (missing.length) connection.again(missing);
        else outbox.shownUpTo(Infinity);
      },
      presence: (now) => (presence.value = now),
      link: (now) => (link.value = now),
      take: () => outbox.takeHead(),
      settled: (id, receipt) => outbox.settle(id, receipt),
    },
    tab,
  );

  addEventListener("beforeunload", (event) => {
    if (waiting(outbox.box).length) event.preventDefault();
  });

  return {
    boot,
    locale,
    say: speaker(table, () => locale.value),
    documents: computed(() => Object.fromEntries(Object.entries(shelf.value.held).map(([channel, { doc }]) => [channel, /** @type {import("./protocol").ChannelDocument} */ (doc)]))),
    box,
    link,
    presence,
    storageWorks,
    now: () => reading.value(Date.now()),
    /** At once here, and by its cookie on every page after this one. */
    speakOther() {
      locale.value = locale.value === "fr" ? "en" : "fr";
      if (boot.urls.language) fetch(boot.urls.language + locale.value, { credentials: "same-origin", redirect: "manual" }).catch(() => undefined);
    },
    /** @param {Command} command */
    do(command) {
      const id = outbox.put(command);
      connection.pump();
      return id;
    },
    dismiss: outbox.dismiss,
    cancel: outbox.cancel,
    wipe: outbox.wipe,
    stop: connection.stop,
  };
}
/** @typedef {ReturnType<typeof openLive>} Live */
