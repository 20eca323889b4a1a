/** What was done last to cards and people, by whom, and how to take it back; said softly as it happens. */

import { tick } from "../parts/clock.js";
import { timeOfDay } from "../time.js";
import { html } from "../parts/html.js";

/** @typedef {import("./state").Desk} Desk */
/** @typedef {import("../protocol").StaffAction} StaffAction */

/** The last things done, the newest first. @param {Desk} desk @returns {[string, StaffAction][]} */
export const deeds = ({ staff }) => Object.entries(staff.value.actions ?? {}).sort(([a], [b]) => Number(b.slice(1)) - Number(a.slice(1)));

/** @param {Desk} desk @param {StaffAction} action */
export function inWords({ say, read, staff, live }, action) {
  const about = action.sort === "cast" ? read(staff.value.roles?.[action.about ?? ""]?.label) || action.about : action.about;
  const who = action.by === live.boot.you?.id ? "" : ` (${say("deed.other")})`;
  return say(about ? `deed.${action.sort}` : `deed.${action.sort}.bare`, { about: about ?? "" }) + who;
}

/** The newest one, as it comes: read out, and undone with one key. @param {{ desk: Desk }} props */
export function Latest({ desk }) {
  const { say, actions, live, news } = desk;
  tick.value;
  const [id, action] = deeds(desk)[0] ?? [];
  const fresh = id && action && !action.undone && live.now() - action.at < 20_000;
  return html`<div class="latest" role="status">${news.value && live.now() - news.value.at < 12_000 && html`<p><span>${say(news.value.word)}</span></p>`}${fresh && html`<p><span>${inWords(desk, action)}</span>
    ${action.undoable && html`<button type="button" class="button small" aria-keyshortcuts="u" onClick=${() => actions.undo(id)}>${say("undo")} <kbd aria-hidden="true">u</kbd></button>`}</p>`}</div>`;
}

/** @param {{ desk: Desk }} props */
export function Deeds({ desk }) {
  const { say, actions, live } = desk;
  const all = deeds(desk);
  if (!all.length) return null;
  return html`<section class="panel" aria-labelledby="deeds-title"><h2 id="deeds-title">${say("deeds")}</h2>
    <ol class="deeds" role="list">${all.map(([id, action]) => html`<li key=${id} class=${action.undone ? "undone" : ""}>
      <p><span class="small soft number">${timeOfDay(action.at, live.locale.value)}</span> <span class="deed">${inWords(desk, action)}</span>${action.undone && html` <span class="badge">${say("deed.undone")}</span>`}</p>
      ${action.undoable && html`<button type="button" class="button small quiet" aria-label=${say("undo.of", { what: inWords(desk, action) })} onClick=${() => actions.undo(id)}>${say("undo")}</button>`}</li>`)}</ol>
  </section>`;
}
