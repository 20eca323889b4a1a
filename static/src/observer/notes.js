/** What an observer has written, with what is still on its way: a function of the document and the outbox. Pure. */

/** @typedef {import("../protocol").ObserverDocument} ObserverDocument */
/** @typedef {import("../outbox").Item} Item */
/** @typedef {{ id: string, text: string, at: number, step?: string, group?: number, flagged?: boolean, kept?: boolean, edited?: boolean, pending?: boolean }} Note */

/** Refused ones have their own place on the page. @param {Item} item */
const underWay = (item) => item.state !== "refused";

/**
 * The moment of what is written in a stage: our reading of the server's clock lags behind by as long as the network takes, and what is
 * written in a stage is never older than it. @param {import("../protocol").Stage | undefined} stage @param {number} now
 */
export const momentIn = (stage, now) => Math.max(Math.round(now), stage?.startedAt ?? 0);

/**
 * Every note there is, newest first; those not yet acknowledged stand under the stage that was on.
 * @param {ObserverDocument} own @param {Item[]} items @param {(at: number) => string | undefined} stepAt @returns {Note[]}
 */
export function notesOf(own, items, stepAt) {
  /** @type {Record<string, Note>} */
  const notes = Object.fromEntries(Object.entries(own.notes ?? {}).map(([id, note]) => [id, { id, ...note }]));
  for (const { id, do: command, state } of items.filter(underWay)) {
    const { kind, note = "", text, at, group, flagged, on } = /** @type {any} */ (command);
    if (kind === "NoteObservation") notes[id] = { id, text, at, step: stepAt(at), group: group ?? undefined, flagged, pending: state === "waiting" };
    if (!notes[note]) continue;
    if (kind === "EditObservation") notes[note] = { ...notes[note], text, edited: true, pending: state === "waiting" };
    if (kind === "FlagObservation") notes[note] = { ...notes[note], flagged: on };
    if (kind === "WithdrawObservation") delete notes[note];
  }
  return Object.values(notes).sort((a, b) => b.at - a.at);
}

/**
 * How often each line was counted in a step about a group (or the room), with what is on its way.
 * @param {ObserverDocument} own @param {Item[]} items @param {(at: number) => string | undefined} stepAt
 * @param {string | undefined} step @param {number | undefined} group @returns {Record<string, number>}
 */
export function countsOf(own, items, stepAt, step, group) {
  const known = (own.counts ?? []).find((row) => row.step === step && row.group === group)?.lines ?? {};
  /** @type {Record<string, number>} */
  const counts = { ...known };
  for (const { do: command } of items.filter(underWay)) {
    const { kind, line, more, at, group: about } = /** @type {any} */ (command);
    if (kind !== "CountLine" || (about ?? undefined) !== group || stepAt(at) !== step) continue;
    counts[line] = Math.max(0, (counts[line] ?? 0) + (more ? 1 : -1));
  }
  return counts;
}

/**
 * Notes by stage, the stage of the newest note first. @param {Note[]} notes @returns {[string | undefined, Note[]][]}
 */
export function byStage(notes) {
  const steps = [...new Set(notes.map((note) => note.step))];
  return steps.map((step) => [step, notes.filter((note) => note.step === step)]);
}
