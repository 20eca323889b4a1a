/** What an observer's notebook knows and can do. */

import { computed, effect, signal } from "@preact/signals";
import { place } from "../live.js";
import { openDrafts } from "../phone/drafts.js";
import { read } from "../words.js";
import { countsOf, momentIn, notesOf } from "./notes.js";

/** @typedef {import("../protocol").ObserversDocument} ObserversDocument */
/** @typedef {import("../protocol").ObserverDocument} ObserverDocument */
/** @typedef {{ at: number, step?: string, group?: number }} Begun when, in which step and about whom a note was begun */

const DRAFT = "note";

/** @param {import("../live").Live} live */
export function openBook(live) {
  const id = live.boot.you?.id ?? "";
  const shared = computed(() => /** @type {ObserversDocument} */ (/** @type {unknown} */ (live.documents.value.observers ?? {})));
  const own = computed(() => /** @type {ObserverDocument} */ (/** @type {unknown} */ (live.documents.value[`observer:${id}`] ?? {})));
  const revoked = computed(() => live.documents.value.observers === undefined);
  const stage = computed(() => (shared.value.session?.status === "running" ? shared.value.stage : undefined));
  const drafts = openDrafts(place(`drafts:${live.boot.session}:${id}`));
  const group = signal(/** @type {number | undefined} */ (undefined));
  const news = signal("");

  let before = stage.peek()?.key;
  effect(() => {
    const now = stage.value?.key;
    // Groups are others in another stage.
    if (now !== before) group.value = undefined;
    before = now;
  });

  const moment = () => momentIn(stage.value, live.now());

  /** Where what is on its way will stand once it has arrived. @param {number} at */
  const stepAt = (at) => (stage.value && at >= (stage.value.startedAt ?? 0) ? stage.value.key : earlier.get(at));
  /** @type {Map<number, string | undefined>} */
  const earlier = new Map();

  const text = computed(() => drafts.all.value[DRAFT]?.text ?? "");
  const begun = computed(() => /** @type {Begun | undefined} */ (drafts.all.value[DRAFT]?.raw));

  /** The first letter says when, in which stage and about whom. @param {string} words */
  function write(words) {
    if (!words) return drafts.drop(DRAFT);
    drafts.set(DRAFT, { text: words, raw: begun.value ?? { at: moment(), step: stage.value?.key, group: group.value } });
  }

  /** @param {boolean} flagged */
  function keep(flagged) {
    const { at, step, group: about } = begun.value ?? { at: moment(), step: stage.value?.key, group: group.value };
    if (!text.value.trim()) return;
    earlier.set(at, step);
    live.do({ kind: "NoteObservation", text: text.value, at, group: about ?? null, flagged });
    drafts.drop(DRAFT);
  }

  /** Whom to watch: a note that is being written goes with it, unless it belongs to a stage that is over. @param {number | undefined} number */
  function watch(number) {
    group.value = number;
    if (begun.value && begun.value.step === stage.value?.key) drafts.set(DRAFT, { raw: { ...begun.value, group: number } });
  }

  const items = computed(() => live.box.value.items);
  const notes = computed(() => notesOf(own.value, items.value, stepAt));
  const counts = computed(() => countsOf(own.value, items.value, stepAt, stage.value?.key, group.value));
  const actions = {
    write,
    keep,
    watch,
    /** @param {string} line @param {boolean} more */
    count(line, more) {
      if (more || (counts.value[line] ?? 0) > 0) live.do({ kind: "CountLine", line, more, at: moment(), group: group.value ?? null });
    },
    flag: (/** @type {string} */ note, /** @type {boolean} */ on) => live.do({ kind: "FlagObservation", note, on }),
    change: (/** @type {string} */ note, /** @type {string} */ words) => live.do({ kind: "EditObservation", note, text: words }),
    withdraw: (/** @type {string} */ note) => live.do({ kind: "WithdrawObservation", note }),
    /** @param {import("../outbox").Item} item */
    again(item) {
      write([text.value, /** @type {any} */ (item.do).text].filter(Boolean).join("\n"));
      live.dismiss(item.id);
    },
  };
  const book = { live, shared, own, revoked, stage, text, begun, group, notes, counts, news, actions, say: live.say, read: (/** @type {import("../protocol").Text | undefined} */ words) => read(words, live.locale.value) };
  announce(book);
  return book;
}
/** @typedef {ReturnType<typeof openBook>} Book */

/** Say once that a note has left, or that it waits. @param {Book} book */
function announce(book) {
  const { live, news, say } = book;
  /** @type {Record<string, string>} */
  let before = {};
  effect(() => {
    const notes = live.box.value.items.filter((item) => item.do.kind === "NoteObservation");
    for (const item of notes) {
      if (before[item.id] === item.state) continue;
      if (item.state === "saved") news.value = say("note.saved", { time: timeNow(live) });
      if (item.state === "waiting" && live.link.peek() !== "on") news.value = say("note.waiting");
    }
    before = Object.fromEntries(notes.map((item) => [item.id, item.state]));
  });
}

/** @param {import("../live").Live} live */
const timeNow = (live) => new Date(live.now()).toLocaleTimeString(live.locale.peek() === "en" ? "en-GB" : "fr-FR");

/**
 * Digits count and N goes to the field, as long as nobody is typing; Escape leaves the field.
 * @param {Book} book @param {KeyboardEvent} event
 */
export function onKey(book, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const field = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (field) return event.key === "Escape" && field instanceof HTMLElement ? field.blur() : undefined;
  const line = /^[1-9]$/.test(event.key) ? book.shared.value.grid?.[Number(event.key) - 1] : undefined;
  if (line) return book.actions.count(line.id, true);
  if (event.key.toLowerCase() === "n") {
    event.preventDefault();
    document.getElementById("note")?.focus();
  }
}
