/** What people of the room are given: variants and roles. */

import { useState } from "preact/hooks";
import { html } from "../parts/html.js";

/** @typedef {import("./state").Desk} Desk */

/** @param {Desk} desk */
const inOrder = ({ staff }) => Object.entries(staff.value.people ?? {}).sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0));

/** A raised hand before the name of who offers to play a role. @param {import("../protocol").StaffRole} role @param {string} id */
const hand = (role, id) => (role.hands?.includes(id) ? "✋ " : "");

/** Variants drawn by lot. @param {{ desk: Desk }} props */
export function Variants({ desk }) {
  const { staff, say, read } = desk;
  const drawn = Object.entries(staff.value.treatments ?? {});
  if (!drawn.length) return null;
  return html`<section class="panel" aria-labelledby="variants-title"><h2 id="variants-title">${say("variants")}</h2>
    <dl class="facts">${drawn.map(([name, one]) => html`<dt>${read(one.label) || name}</dt><dd>${one.options.map((option) => `${read(option.label)} (${option.people})`).join(", ")}</dd>`)}</dl></section>`;
}

/** @param {{ desk: Desk }} props */
export function Roles({ desk }) {
  const { staff, say, read, actions } = desk;
  const roles = Object.entries(staff.value.roles ?? {});
  if (!roles.length) return null;
  const people = inOrder(desk).filter(([, person]) => person.here !== false);
  return html`<section class="panel" aria-labelledby="roles-title">
    <h2 id="roles-title">${say("roles")}</h2>
    ${roles.map(([name, role]) => {
      const held = role.people ?? [];
      const label = html`${read(role.label) || name}${role.optional && html` <span class="optional">(${say("role.optional")})</span>`}`;
      if (role.chosenBy === "everyone else") return html`<p key=${name}><strong>${label}</strong> <span class="soft">${say("role.others")}</span></p>`;
      if ((role.count ?? 1) === 1) return html`<div class="field" key=${name}><label for="role-${name}">${label}</label>
        ${role.chosenBy === "vote" && html`<p class="help">${say("role.byVote")}</p>`}
        ${role.hands && role.hands.length > 0 && html`<p class="help">${say("role.hands", { names: role.hands.map((id) => staff.value.people?.[id]?.alias ?? "").join(", ") })}</p>`}
        <select id="role-${name}" onChange=${(/** @type {any} */ event) => actions.assign(name, event.target.value ? [event.target.value] : [])}>
          <option value="" selected=${!held.length}>${say("role.nobody")}</option>
          ${people.map(([id, person]) => html`<option value=${id} selected=${held.includes(id)}>${hand(role, id)}${person.alias}</option>`)}</select></div>`;
      return html`<fieldset class="field" key=${name}><legend>${label} <span class="soft">${say("role.count", { have: held.length, count: role.count ?? 1 })}</span></legend>
        <div class="choices">${people.map(([id, person]) => html`<label class="choice"><input type="checkbox" checked=${held.includes(id)} onChange=${() => actions.assign(name, held.includes(id) ? held.filter((one) => one !== id) : [...held, id])} /><span>${hand(role, id)}${person.alias}</span></label>`)}</div></fieldset>`;
    })}
    ${people.length > 1 && roles.some(([, role]) => role.people?.length) && html`<${Swap} desk=${desk} />`}
  </section>`;
}

/** Two people exchange whatever roles they hold. @param {{ desk: Desk }} props */
function Swap({ desk }) {
  const { staff, say, actions } = desk;
  const [pair, setPair] = useState(["", ""]);
  const people = inOrder(desk).filter(([, person]) => person.here !== false);
  const choose = (/** @type {number} */ at) => (/** @type {any} */ event) => setPair(pair.map((one, n) => (n === at ? event.target.value : one)));
  const swap = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!pair[0] || !pair[1] || pair[0] === pair[1]) return;
    actions.swap(pair[0], pair[1]);
    setPair(["", ""]);
  };
  return html`<details class="more"><summary>${say("swap")}</summary><form class="titled" onSubmit=${swap}>
    ${[0, 1].map((at) => html`<select class="input" key=${at} aria-label=${say(at ? "swap.second" : "swap.first")} value=${pair[at]} onChange=${choose(at)}><option value="">${say("swap.who")}</option>
      ${people.map(([id, person]) => html`<option value=${id} key=${id}>${person.alias}</option>`)}</select>`)}
    <button type="submit" class="button small">${say("swap.do")}</button></form></details>`;
}
