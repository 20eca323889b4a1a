/** The run sheet: planned and real times, and what they do to the end. */

import { timeOfDay } from "../time.js";
import { html } from "../parts/html.js";
import { changesOf, inShort } from "./changes.js";

/** @typedef {import("./state").Desk} Desk */
/** @typedef {import("../run").Line} Line */

/** @param {{ desk: Desk }} props */
export function Plan({ desk }) {
  const { run, say, staff, actions } = desk;
  const { lines } = run.value;
  return html`<section class="panel" aria-labelledby="plan-title">
    <div class="row spread"><h2 id="plan-title">${say("plan")}</h2>
      ${staff.value.session?.status !== "closed" && html`<button type="button" class="button small" aria-keyshortcuts="m" onClick=${() => actions.ask("plan")}>${say("change.plan")} <kbd aria-hidden="true">m</kbd></button>`}</div>
    <ol class="plan" role="list">${lines.map((line) => html`<${PlanLine} key=${line.key} desk=${desk} line=${line} />`)}</ol>
  </section>`;
}

/** @param {{ desk: Desk, line: Line }} props */
function PlanLine({ desk, line }) {
  const { say, read, actions, staff } = desk;
  const { step, state, key } = line;
  const skippable = state === "coming" && staff.value.session?.status !== "closed";
  const minutes = Math.round((step.extended ?? 0) / 60);
  return html`<li class="plan-line ${state}" aria-current=${state === "now" ? "step" : undefined}>
    <span class="plan-number number" aria-hidden="true">${state === "done" ? "✓" : step.order + 1}</span>
    <div>
      <p class="plan-name">${read(step.title)}${(step.rounds ?? 1) > 1 && html` <span class="soft">· ${say("plan.round", { round: step.round ?? 1 })}</span>`}</p>
      <p class="small soft">${times(desk, line).filter(Boolean).join(" · ")}${minutes !== 0 && html` <strong>${minutes > 0 ? say("plan.extended", { minutes }) : say("plan.shortened", { minutes: -minutes })}</strong>`}</p>
      ${step.reason && html`<p class="small words">« ${step.reason} » <button type="button" class="button small quiet" aria-label=${say("reason.editOf", { what: read(step.title) })} onClick=${() => actions.ask("reason", key)}>${say("reason.edit")}</button></p>`}
      <${Extensions} desk=${desk} step=${step} />
      ${changesOf(desk, step).map((change) => html`<p class="small words changed">${inShort(desk, change)}${change.reason && html` · <span class="soft">« ${change.reason} »</span>`}</p>`)}
    </div>
    ${state === "coming" ? skippable && html`<button type="button" class="button small quiet" aria-label=${say("skip.title", { title: read(step.title) })} onClick=${() => actions.ask("skip", key)}>${say("skip.short")}</button>`
      : state === "done" ? html`<span class="visually-hidden">${say("plan.done")}</span>` : html`<span class="badge ${state === "now" ? "info" : "warn"}">${say(`plan.${state}`)}</span>`}
  </li>`;
}

/** Why its time was changed; the last change that nobody explained can still be. @param {{ desk: Desk, step: import("../protocol").PlanStep }} props */
function Extensions({ desk, step }) {
  const { say, read, actions } = desk;
  const all = step.extensions ?? [];
  const last = all.at(-1);
  const what = read(step.title);
  return html`${all.filter((one) => one.reason).map((one) => html`<p class="small words changed" key=${one.id}>${signed(say, one.seconds)} · <span class="soft">« ${one.reason} »</span> <button type="button" class="button small quiet" aria-label=${say("reason.editOf", { what })} onClick=${() => actions.ask("reason", one.id)}>${say("reason.edit")}</button></p>`)}
    ${last && !last.reason && html`<button type="button" class="button small quiet" key=${last.id} aria-label=${say("time.whyOf", { what })} onClick=${() => actions.ask("reason", last.id)}>${say("time.why")}</button>`}`;
}

/** @param {Desk["say"]} say @param {number} seconds */
const signed = (say, seconds) => say(seconds > 0 ? "plan.extended" : "plan.shortened", { minutes: Math.round(Math.abs(seconds) / 6) / 10 });

/** @param {Desk} desk @param {Line} line @returns {(string | false | undefined)[]} */
function times({ say, live, staff }, { step, state, realMinutes, startsAbout, plannedAt }) {
  const at = (/** @type {number} */ moment) => timeOfDay(moment, live.locale.value);
  const minutes = Math.round((step.seconds ?? 0) / 6) / 10;
  const planned = step.seconds !== undefined && say("plan.planned", { minutes });
  const length = step.seconds !== undefined && say(step.first === undefined ? "plan.length" : "plan.lengthThen", { minutes, first: Math.round((step.first ?? 0) / 6) / 10 });
  // When it was to begin, where that is not when it begins.
  const began = step.startedAt ?? startsAbout;
  const due = plannedAt !== undefined && began !== undefined && Math.abs(began - plannedAt) >= 60_000 && say("plan.due", { from: at(plannedAt) });
  if (state === "done" && step.startedAt !== undefined && step.closedAt !== undefined)
    return [say("plan.real", { from: at(step.startedAt), to: at(step.closedAt), minutes: realMinutes ?? 0 }), planned, due];
  if (state === "now" && step.startedAt !== undefined) return [length, say("plan.since", { from: at(step.startedAt) }), due];
  if (state === "coming" && startsAbout !== undefined && staff.value.session?.status === "running") return [length, say("plan.about", { from: at(startsAbout) }), due];
  return [planned];
}
