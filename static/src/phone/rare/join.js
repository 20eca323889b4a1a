/** Choosing a group. */

import { useState } from "preact/hooks";
import { html } from "../../parts/html.js";
import { nameOf } from "../groups.js";

/** @typedef {import("../state").Phone} Phone */

/** @param {{ phone: Phone, task: { again: boolean } }} props */
export function JoinGroup({ phone, task }) {
  const { view, live, say } = phone;
  const { groups, group, stage } = view.value;
  const [open, setOpen] = useState(false);
  if (group && !open) return html`<button type="button" class="button" onClick=${() => setOpen(true)}>${say("join.change")}</button>`;
  const join = (/** @type {number} */ number) => {
    setOpen(false);
    live.do({ kind: "JoinGroup", step: stage?.key, group: number });
  };
  return html`<section class="task" aria-labelledby="join-title"><h2 class="task-title" id="join-title">${say("join.title")}</h2>
    ${!groups.length && html`<p class="soft">${say("join.empty")}</p>`}
    <ul class="ballot" role="list">${groups.map((one) => html`<li key=${one.number}>
      <button type="button" class="button join" disabled=${one.full && one.number !== group?.number} aria-pressed=${one.number === group?.number} onClick=${() => join(one.number)}>
        <span class="words">${nameOf(phone, one)}</span> <span class="soft">${one.full ? say("join.full") : one.size === 0 ? say("join.none") : one.size === 1 ? say("join.countOne") : say("join.count", { count: one.size })}</span></button></li>`)}</ul>
    ${!task.again && groups.length > 0 && html`<p class="help">${say("join.once")}</p>`}</section>`;
}
