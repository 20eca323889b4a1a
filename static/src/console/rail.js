/** The rail: what must be in sight and under a thumb wherever the page is scrolled to. Time, who is stuck, the next step. */

import { timeOfDay, clock } from "../time.js";
import { left, wrapUp } from "../parts/clock.js";
import { Icon, html } from "../parts/html.js";
import { counts, everybody } from "./states.js";

/** @typedef {import("./state").Desk} Desk */

const LABELS = /** @type {Record<string, string>} */ ({ open: "door.open", start: "start", reveal: "reveal", show: "close.show", next: "next", "end-stage": "close.last", end: "close.session" });

/** The keys of the big button where it is not the one that goes on. */
const KEY = /** @type {Record<string, string>} */ ({ reveal: "r", show: "c" });

/** @param {{ desk: Desk, children?: any }} props what is said softly stands above it on a phone, however tall it is */
export function Rail({ desk, children }) {
  const { staff, stage, say, read } = desk;
  const status = staff.value.session?.status;
  if (status === "closed") return null;
  const running = status === "running" && stage.value;
  return html`<section class="rail" aria-label=${say("rail")}>
    ${running && html`<${Timer} desk=${desk} />`}
    <div class="rail-what">
      ${running && html`<p class="rail-title">${[stage.value?.number && `${stage.value.number}/${stage.value.of ?? ""}`, read(stage.value?.title)].filter(Boolean).join(" · ")}</p>`}
      <${Stuck} desk=${desk} />
      ${running && html`<${End} desk=${desk} />`}
    </div>
    <${Buttons} desk=${desk} />${children}
  </section>`;
}

/** @param {{ desk: Desk }} props */
function Timer({ desk }) {
  const { live, stage, say, closed } = desk;
  const rest = left(live, stage.value);
  if (closed.value) return html`<p class="timer"><span class="badge">${say("stage.closed")}</span></p>`;
  if (rest === undefined) return html`<p class="timer soft small">${say("stage.noLimit")}</p>`;
  const paused = stage.value?.pausedLeft !== undefined;
  return html`<p class="timer ${rest === 0 ? "over" : ""}"><span class="timer-digits number" role="timer">${clock(rest)}</span>
    ${wrapUp(live, stage.value) && html`<span class="badge warn">${say("time.wrapUp")}</span>`}
    ${paused && html`<span class="badge warn">${say("time.paused")}</span>`}${rest === 0 && html`<span class="badge warn">${say("time.over")}</span>`}</p>`;
}

/** Who has finished, and who needs somebody: each count leads to their names. @param {{ desk: Desk }} props */
function Stuck({ desk }) {
  const { staff, say, live, actions } = desk;
  const { expected = 0, done = 0 } = staff.value.progress ?? {};
  const numbers = new Map(counts(everybody(staff.value.people ?? {}, live.presence.value)));
  const stuck = /** @type {const} */ (["lost", "off"]).filter((state) => numbers.get(state));
  return html`<p class="rail-done">${expected > 0 && html`<progress class="progress" max=${expected} value=${done} aria-label=${say("progress", { done, expected })}></progress><span class="strong number">${say("progress", { done, expected })}</span>`}
    ${stuck.map((state) => html`<button type="button" class="chip ${state === "lost" ? "bad" : "warn"}" key=${state} onClick=${() => actions.who(state)}>${say(`rail.${state}`, { count: numbers.get(state) ?? 0 })}</button>`)}</p>`;
}

/** @param {{ desk: Desk }} props */
function End({ desk }) {
  const { run, say, live } = desk;
  const { drift, endsAbout, plannedEnd } = run.value;
  if (drift === undefined || endsAbout === undefined || plannedEnd === undefined) return null;
  const [now, first] = [endsAbout, plannedEnd].map((moment) => timeOfDay(moment, live.locale.value));
  return html`<p class="rail-end small"><span><span class="soft">${say("plan.endPlanned")} </span><span class="number">${first}</span>${drift !== 0 && html`<strong class="number"> → ${now}</strong>`}</span>
    <span class="badge ${drift > 1 ? "warn" : "good"}">${drift === 0 ? say("plan.onTime") : drift > 0 ? say("plan.late", { minutes: drift }) : say("plan.early", { minutes: -drift })}</span></p>`;
}

/** @param {{ desk: Desk }} props */
function Buttons({ desk }) {
  const { main, go, goOn, say, staff, actions, stage, closed, hasTimer } = desk;
  const paused = stage.value?.pausedLeft !== undefined;
  const hidden = Boolean(staff.value.session?.wallHidden);
  return html`<div class="rail-do">
    ${hasTimer() && html`<button type="button" class="button" aria-label=${say("minus1.long")} aria-keyshortcuts="-" onClick=${() => actions.extend(-60)}>${say("minus1")}</button>
      <button type="button" class="button" aria-label=${say("plus2.long")} aria-keyshortcuts="e" onClick=${() => actions.extend(120)}>${say("plus2")} <kbd aria-hidden="true">e</kbd></button>
      <button type="button" class="button rail-pause" aria-keyshortcuts="p" onClick=${actions.pauseOrResume}><${Icon} name=${paused ? "play" : "pause"} /><span class="rail-word">${say(paused ? "resume" : "pause")}</span> <kbd aria-hidden="true">p</kbd></button>`}
    <button type="button" class="button ${hidden ? "primary" : ""}" aria-pressed=${hidden} aria-keyshortcuts="h" onClick=${actions.wall}><${Icon} name=${hidden ? "eye" : "hide"} /><span class="rail-word">${say(hidden ? "wall.show" : "wall.hide")}</span> <kbd aria-hidden="true">h</kbd></button>
    ${main.value in KEY && html`<button type="button" class="button rail-other" onClick=${goOn}>${say(staff.value.next?.key ? "next" : closed.value ? "close.session" : "close.last")} <kbd aria-hidden="true">n</kbd></button>`}
    <button type="button" class="button primary rail-main" onClick=${go}>${say(LABELS[main.value] ?? "next")} <kbd aria-hidden="true">${KEY[main.value] ?? "n"}</kbd></button>
  </div>`;
}
