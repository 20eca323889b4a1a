/** Talking in turn: who has the floor in each circle, and the buttons that move it. */

import { clock } from "../time.js";
import { left } from "../parts/clock.js";
import { html } from "../parts/html.js";

/** @typedef {import("./state").Desk} Desk */
/** @typedef {import("../protocol").StaffTurns} StaffTurns */

/** @param {{ desk: Desk }} props */
export function Turns({ desk }) {
  const { staff, say, closed } = desk;
  const circles = staff.value.turns ?? [];
  if (!circles.length || closed.value) return null;
  return html`<section class="panel" aria-labelledby="turns-title"><h2 id="turns-title">${say("turns")}</h2>
    ${circles.map((floor, at) => floor.order.length > 0 && html`<${Circle} key=${at} desk=${desk} floor=${floor} at=${at} name=${circles.length > 1 ? say("group.name", { number: at + 1 }) : ""} />`)}</section>`;
}

/** @param {{ desk: Desk, floor: StaffTurns, at: number, name: string }} props */
function Circle({ desk, floor, at, name }) {
  const { staff, say, live, actions } = desk;
  const alias = (/** @type {string} */ id) => staff.value.people?.[id]?.alias ?? id;
  const rest = left(live, { key: "", id: "", endsAt: floor.endsAt, pausedLeft: floor.pausedLeft });
  const back = floor.spoken[floor.spoken.length - 1];
  const id = `turn-${at}`;
  return html`<div class="circle">
    <p class="row"><strong>${name}</strong> <span class="strong">${floor.speaker ? say("turn.speaks", { who: alias(floor.speaker) }) : say(floor.coming.length ? "turn.nobody" : "turn.over")}</span>
      ${rest !== undefined && html`<span class="number badge ${rest > 0 ? "" : "warn"}" role="timer">${clock(rest)}</span>`}
      <span class="soft">${say("turn.count", { spoken: floor.spoken.length, of: floor.order.length })}</span></p>
    ${floor.coming.length > 0 && html`<p class="small soft">${say("turn.then", { who: floor.coming.slice(0, 6).map(alias).join(", ") })}</p>`}
    <div class="toolbar">
      ${floor.speaker && html`<button type="button" class="button" onClick=${() => actions.pass(at, floor.turn)}>${say("turn.pass")}</button>`}
      ${back && html`<button type="button" class="button quiet" onClick=${() => actions.floor(back)}>${say("turn.back", { who: alias(back) })}</button>`}
      <label class="visually-hidden" for=${id}>${say("turn.give")}</label>
      <select class="input" id=${id} onChange=${(/** @type {any} */ event) => { if (event.target.value) actions.floor(event.target.value); event.target.value = ""; }}>
        <option value="">${say("turn.give")}</option>
        ${floor.order.filter((person) => person !== floor.speaker).map((person) => html`<option value=${person}>${alias(person)}</option>`)}</select>
    </div></div>`;
}
