/** More time than a button gives, or less, for the stage that is on, and why, if there is something to say. */

import { useState } from "preact/hooks";
import { html } from "../parts/html.js";
import { useSending, Outcome, Reason } from "./sending.js";

/** @typedef {import("./state").Desk} Desk */

/** @param {{ desk: Desk, step: string, shut: () => void }} props */
export function OtherTime({ desk, step, shut }) {
  const { say, read, staff } = desk;
  const [minutes, setMinutes] = useState("");
  const [reason, setReason] = useState("");
  const { send, busy, refused, fail } = useSending(desk, shut);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const seconds = Math.round(Number(minutes.trim().replace(",", ".").replace("−", "-")) * 60);
    if (!Number.isFinite(seconds) || seconds === 0) return fail(say("time.bad"));
    send("ExtendStep", { step, seconds, ...(reason.trim() ? { reason } : {}) });
  };
  return html`<form class="stack" onSubmit=${submit} noValidate>
    <h2 id="dialog-title">${say("time.title", { title: read(staff.value.plan?.[step]?.title) || step })}</h2>
    <div class="field"><label for="minutes">${say("time.minutes")}</label><p class="help" id="minutes-help">${say("time.minutesHelp")}</p>
      <input id="minutes" inputmode="text" size="6" autocomplete="off" aria-describedby="minutes-help" value=${minutes} onInput=${(/** @type {any} */ event) => setMinutes(event.target.value)} /></div>
    <${Reason} desk=${desk} label="time.reason" value=${reason} change=${setReason} />
    <${Outcome} desk=${desk} busy=${busy} refused=${refused} />
    <div class="form-actions"><button class="button primary" type="submit" disabled=${busy}>${say("time.do")}</button><button class="button quiet" type="button" onClick=${shut}>${say("cancel")}</button></div>
  </form>`;
}
