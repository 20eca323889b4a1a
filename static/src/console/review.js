/** Reading what people write before the whole room does: the switch, and what waits. */

import { html } from "../parts/html.js";

/** @param {{ desk: import("./state").Desk }} props */
export function Review({ desk }) {
  const { staff, say, actions } = desk;
  const on = Boolean(staff.value.session?.reviewing);
  const waiting = Object.values(staff.value.boards ?? {}).flatMap((board) => Object.entries(board.cards ?? {}).flatMap(([id, card]) => (card.held ? [id] : [])));
  if (!staff.value.current && !on) return null;
  return html`<div class="toolbar"><button type="button" class="button small quiet" aria-pressed=${on} onClick=${() => actions.review(!on)}>${say(on ? "review.on" : "review.off")}</button>
    ${waiting.length > 0 && html`<button type="button" class="button small" onClick=${() => actions.letIn(waiting)}>${say("review.all", { count: waiting.length })}</button>`}</div>`;
}
