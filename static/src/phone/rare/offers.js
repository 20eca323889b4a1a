/** Offering to play a role. */

import { Icon, html } from "../../parts/html.js";

/** @param {{ phone: import("../state").Phone }} props */
export function Offers({ phone }) {
  const { view, live, say, read } = phone;
  const { tasks, stage } = view.value;
  return html`${Object.entries(tasks.volunteer ?? {}).map(([role, { label, on }]) => html`<section class="task" key=${role}>
    <h2 class="task-title">${say("offer.title", { role: read(label) || role })}</h2>
    <button type="button" class="button big wide ${on ? "" : "primary"}" aria-pressed=${on} onClick=${() => live.do({ kind: "RaiseHand", step: stage?.key, role, on: !on })}>
      ${on && html`<${Icon} name="check" />`}${say(on ? "offer.lower" : "offer.raise")}</button>
    <p class="help" role="status">${on ? say("offer.told") : ""}</p></section>`)}`;
}
