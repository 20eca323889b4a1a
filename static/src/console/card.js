/** One card on the console: its words, what is known of it, and what can be done with it. */

import { Icon, html } from "../parts/html.js";

/** @typedef {import("./state").Desk} Desk */
/** @typedef {import("../protocol").StaffCard} StaffCard */
/** @typedef {import("../protocol").Board} Board */

/** What a card that is dragged brings along. */
export const CARD = "text/x-card";

/** @param {{ desk: Desk, id: string, card: StaffCard, board: Board }} props */
export function CardItem({ desk, id, card, board }) {
  const { say, actions, picked } = desk;
  const free = !card.about;
  const on = picked.value.has(id);
  const words = card.text.slice(0, 60);
  const drag = free ? { draggable: true, onDragStart: (/** @type {DragEvent} */ event) => event.dataTransfer?.setData(CARD, JSON.stringify(on ? [...picked.value] : [id])) } : {};
  return html`<li class="desk-card ${card.hidden ? "hidden-card" : ""} ${card.about ? "about" : ""} ${on ? "picked" : ""}" ...${drag}>
    ${free && html`<label class="pick"><input type="checkbox" checked=${on} onChange=${() => desk.pick(id)} /><span class="visually-hidden">${say("card.pick", { text: words })}</span></label>`}
    <div class="desk-words"><p class="words">${card.text}</p>
      ${(card.with ?? []).map((part) => html`<p class="words joined" key=${part.id}>${part.text} <span class="small soft">${aliasOf(desk, part.by)}</span></p>`)}
      <${Facts} desk=${desk} card=${card} board=${board} /></div>
    ${board.sifted && free && html`<${Sift} desk=${desk} id=${id} card=${card} board=${board} />`}
    ${card.held && html`<button type="button" class="button small" aria-label=${say("review.letInOf", { text: words })} onClick=${() => actions.letIn([id])}>${say("sift.in")}</button>`}
    ${(card.with ?? []).length > 0 && html`<button type="button" class="button small quiet" aria-label=${say("card.partOf", { text: words })} onClick=${() => actions.part(id)}>${say("card.part")}</button>`}
    <button type="button" class="button small quiet" onClick=${() => actions.hideCard(id, Boolean(card.hidden))}><${Icon} name=${card.hidden ? "eye" : "hide"} />${say(card.hidden ? "card.restore" : "card.hide")}</button>
  </li>`;
}

/** @param {Desk} desk @param {string | undefined} id */
const aliasOf = ({ staff }, id) => (id ? (staff.value.people?.[id]?.alias ?? id) : "");

/** @param {{ desk: Desk, card: StaffCard, board: Board }} props */
function Facts({ desk, card, board }) {
  const { say, read } = desk;
  return html`<p class="row tight small soft">${card.about && html`<span class="badge ${card.stance === "objection" ? "warn" : ""}">${say(card.stance ? `stance.${card.stance}` : "comment")}</span>`}<span>${aliasOf(desk, card.by)}${card.group !== undefined ? ` · ${say("group.name", { number: card.group + 1 })}` : ""}</span>
    ${(card.marks ?? []).map((mark) => html`<span class="badge good">✓ ${read(board.marks?.find((one) => one.id === mark)?.label) || say("card.marked")}</span>`)}
    ${(card.times ?? 1) > 1 && html`<span class="badge number">${say("card.times", { times: card.times ?? 1 })}</span>`}
    ${card.notYet && html`<span class="badge">${say("card.notYet")}</span>`}
    ${(card.waits || card.held) && html`<span class="badge warn">${say("card.waits")}</span>`}
    ${card.order !== undefined && html`<span class="badge number">${say("card.order", { order: card.order })}</span>`}
    ${card.hidden && html`<span class="badge warn">${say("card.hidden")}</span>`}</p>`;
}

/** Let in, moved up or set aside. @param {{ desk: Desk, id: string, card: StaffCard, board: Board }} props */
function Sift({ desk, id, card, board }) {
  const { say, actions } = desk;
  const last = Object.values(board.cards ?? {}).filter((one) => one.order).length + 1;
  const place = card.order ?? 1;
  return html`<button type="button" class="button small" onClick=${() => actions.sift(id, card.waits ? last : place > 1 ? place - 1 : null)}>${say(card.waits ? "sift.in" : place > 1 ? "sift.up" : "sift.out")}</button>`;
}
