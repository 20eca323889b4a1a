/** Opening a stage again, with what that does said first; and putting right, or erasing, one's own words. */

import { useState } from "preact/hooks";
import { html } from "../parts/html.js";
import { useSending, Outcome, Reason } from "./sending.js";

/** @typedef {import("./state").Desk} Desk */

/** @param {{ desk: Desk, shut: () => void }} props */
export function Reopen({ desk, shut }) {
  const { say, read, staff } = desk;
  const [minutes, setMinutes] = useState("2");
  const [reason, setReason] = useState("");
  const { send, busy, refused, fail } = useSending(desk, shut);
  const found = staff.value.reopen;
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const seconds = Math.round(Number((minutes.trim() || "0").replace(",", ".")) * 60);
    if (!Number.isFinite(seconds) || seconds < 0) return fail(say("change.badMinutes"));
    if (!reason.trim()) return fail(say("change.noReason"));
    send("ReopenStep", { step: found?.step, seconds, reason });
  };
  return html`<form class="stack" onSubmit=${submit} noValidate>
    <h2 id="dialog-title">${say("reopen.title", { title: read(found?.title) })}</h2>
    ${found ? html`<ul class="stack tight">
      ${found.left && html`<li>${say("reopen.left")}</li>`}
      ${(found.opens ?? []).map((part) => html`<li key=${part}>${say(`reopen.opens.${part}`)}</li>`)}
      ${(found.stays ?? []).map((part) => html`<li key=${part}><strong>${say(`reopen.stays.${part}`)}</strong></li>`)}
    </ul>` : html`<p>${say("reopen.gone")}</p>`}
    <div class="field"><label for="minutes">${say("reopen.minutes")}</label><p class="help" id="minutes-help">${say("change.minutesHelp")}</p>
      <input id="minutes" inputmode="decimal" size="6" aria-describedby="minutes-help" value=${minutes} onInput=${(/** @type {any} */ event) => setMinutes(event.target.value)} /></div>
    <${Reason} desk=${desk} value=${reason} change=${setReason} />
    <${Outcome} desk=${desk} busy=${busy} refused=${refused} />
    <div class="form-actions"><button class="button primary" type="submit" disabled=${busy || !found}>${say("reopen.do")}</button><button class="button quiet" type="button" onClick=${shut}>${say("cancel")}</button></div>
  </form>`;
}

/** Why something was done: a change of the plan, a stage left out, more time. @param {import("../protocol").StaffDocument} staff @param {string} id */
function reasonOf({ changes, plan = {} }, id) {
  const times = Object.values(plan).flatMap((step) => step.extensions ?? []);
  return changes?.[id]?.reason ?? plan[id]?.reason ?? times.find((one) => one.id === id)?.reason;
}

/**
 * Other words for a moment (`note`) or a reason (`reason`), or none.
 * @param {{ desk: Desk, step: string, shut: () => void, what: "note" | "reason" }} props
 */
export function Correct({ desk, step: id, shut, what }) {
  const { say, staff } = desk;
  const now = what === "note" ? staff.value.notes?.[id]?.text : reasonOf(staff.value, id);
  const [text, setText] = useState(now ?? "");
  const { send, busy, refused, fail } = useSending(desk, shut);
  const which = what === "note" ? { note: id } : { of: id };
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!text.trim()) return fail(say("correct.empty"));
    if (text.trim() === now) return shut();
    send(what === "note" ? "EditNote" : "EditReason", { ...which, text });
  };
  return html`<form class="stack" onSubmit=${submit}>
    <h2 id="dialog-title">${say(what === "note" ? "note.correct" : now ? "reason.correct" : "time.why")}</h2>
    <div class="field"><label for="words">${say("correct.words")}</label><p class="help" id="words-help">${say("correct.help")}</p>
      <textarea id="words" rows="3" maxlength=${what === "note" ? 2000 : 500} aria-describedby="words-help" value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea></div>
    <${Outcome} desk=${desk} busy=${busy} refused=${refused} />
    <div class="form-actions"><button class="button primary" type="submit" disabled=${busy}>${say("correct.keep")}</button>
      ${now && html`<button class="button danger" type="button" disabled=${busy} onClick=${() => send(what === "note" ? "EraseNote" : "EraseReason", which)}>${say("correct.erase")}</button>`}
      <button class="button quiet" type="button" onClick=${shut}>${say("cancel")}</button></div>
  </form>`;
}
