/** In which state each person is, and how many are in each: what a facilitator in front of sixty people reads at a glance. Pure. */

/** @typedef {import("../protocol").StaffPerson} StaffPerson */
/** @typedef {{ connected: string[], away?: string[] } | undefined} Presence */
/** @typedef {"lost" | "off" | "awaited" | "away" | "pass" | "done" | "here" | "absent"} State */

/** What calls for somebody comes first. @type {readonly State[]} */
export const STATES = ["lost", "off", "awaited", "away", "pass", "done", "here", "absent"];

/** The kind of badge of each. @type {Partial<Record<State, string>>} */
export const BADGE = { lost: "bad", off: "warn", pass: "info", done: "good" };

/** @param {string} id @param {StaffPerson} person @param {Presence} presence @returns {State} */
export function stateOf(id, person, presence) {
  if (person.here === false) return "absent";
  if (person.signal === "lost") return "lost";
  if (presence && person.channel === "phone" && !presence.connected.includes(id)) return "off";
  if (person.signal === "pass") return "pass";
  if (person.done || person.signal === "done") return "done";
  if (presence?.away?.includes(id)) return "away";
  return person.awaited ? "awaited" : "here";
}

/** Everybody in the order they came, each with their state. @param {Record<string, StaffPerson>} people @param {Presence} presence */
export function everybody(people, presence) {
  return Object.entries(people)
    .sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0))
    .map(([id, person]) => ({ id, person, state: stateOf(id, person, presence) }));
}

/** How many are in each state that somebody is in, in the order above. @param {ReturnType<typeof everybody>} all @returns {[State, number][]} */
export function counts(all) {
  const numbers = STATES.map((state) => /** @type {[State, number]} */ ([state, all.filter((one) => one.state === state).length]));
  return numbers.filter(([, count]) => count > 0);
}
