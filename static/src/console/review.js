/** Reading what people write before the whole room does: the switch, and what waits. */

import { inWords } from "../in-words.js";
import { html } from "../parts/html.js";

/** @param {{ desk: import("./state").Desk }} props */
export function Review({ desk }) {
  const { staff, say, read, actions, live } = desk;
  const on = Boolean(staff.value.session?.reviewing);
  const answers = Object.entries(staff.value.toRead ?? {});
  const waiting = Object.values(staff.value.boards ?? {}).flatMap((board) => Object.entries(board.cards ?? {}).flatMap(([id, card]) => (card.held ? [id] : [])));
  if (!staff.value.current && !on) return null;
  return html`<div class="toolbar"><button type="button" class="button small quiet" aria-pressed=${on} onClick=${() => actions.review(!on)}>${say(on ? "review.on" : "review.off")}</button>
    ${waiting.length + answers.length > 0 && html`<button type="button" class="button small" onClick=${() => actions.letIn(waiting, answers.map(([name]) => name))}>${say("review.all", { count: waiting.length + answers.length })}</button>`}</div>
    ${answers.length > 0 && html`<section class="panel" aria-labelledby="waiting-title"><h2 id="waiting-title">${say("review.answers")} <span class="soft number">${answers.length}</span></h2>
      <ul class="desk-cards" role="list">${answers.map(([name, one]) => html`<li class="desk-card" key=${name}><p class="small soft">${read(one.question)}</p><p class="words">${inWords(one, one.value, live)}</p>
        <button type="button" class="button small" onClick=${() => actions.letIn([], [name])} aria-label=${say("review.letInOf", { text: inWords(one, one.value, live).slice(0, 60) })}>${say("sift.in")}</button></li>`)}</ul></section>`}`;
}
