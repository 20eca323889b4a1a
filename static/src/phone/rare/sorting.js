/** Putting cards where they belong: on a map by two short questions, or in the order in which others read them. */

import { useState } from "preact/hooks";
import { Icon, html } from "../../parts/html.js";
import { State } from "../pieces.js";
import { sayIn } from "./say.js";

/** @typedef {import("../state").Phone} Phone */

/** @param {{ phone: Phone, board: string, cards: string[] }} props */
export function Places({ phone, board, cards }) {
  const { view } = phone;
  const say = sayIn(phone);
  const map = view.value.boards[board]?.map;
  if (!map) return null;
  const texts = { ...view.value.mine.cards, ...view.value.boards[board]?.cards };
  const left = cards.filter((id) => !view.value.mine.places[id]).length;
  return html`<section class="task" aria-labelledby="place-${board}"><h2 class="task-title" id="place-${board}">${say("place.title")}</h2>
    ${cards.map((id) => html`<${Place} key=${`${view.value.stage?.key}:${id}`} phone=${phone} id=${id} text=${texts[id]?.text ?? ""} map=${map} />`)}
    <p class="help" role="status">${left === 0 ? say("place.all") : say("place.left", { left })}</p>
    ${left < cards.length && html`<${State} phone=${phone} state=${view.value.pending.place ?? "saved"} />`}</section>`;
}

const STEPS = [1, 2, 3, 4, 5];

/** @param {{ phone: Phone, id: string, text: string, map: NonNullable<import("../../protocol").Board["map"]> }} props */
function Place({ phone, id, text, map }) {
  const given = phone.view.value.mine.places[id];
  const [half, setHalf] = useState(/** @type {(number | undefined)[]} */ ([undefined, undefined]));
  const now = [half[0] ?? given?.[0], half[1] ?? given?.[1]];
  const pick = (/** @type {number} */ axis, /** @type {number} */ step) => {
    const next = now.map((one, index) => (index === axis ? step : one));
    setHalf(next);
    const [across, up] = next;
    if (across !== undefined && up !== undefined) phone.live.do({ kind: "PlaceCard", step: phone.view.value.stage?.key, card: id, across, up });
  };
  return html`<fieldset class="field level"><legend class="words">${text}</legend>
    ${[map.across, map.up].map((axis, index) => html`<div key=${index} role="radiogroup" aria-label=${`${phone.read(axis.low)} – ${phone.read(axis.high)}`}>
      <p class="map-ends help"><span>${phone.read(axis.low)}</span><span>${phone.read(axis.high)}</span></p>
      <div class="scale">${STEPS.map((step) => html`<label class="scale-step" key=${step}><input type="radio" name="place-${id}-${index}" checked=${now[index] === step} onChange=${() => pick(index, step)} /><span>${step}</span></label>`)}</div></div>`)}
  </fieldset>`;
}

/** Cards that wait, and those that were let in: buttons only. @param {{ phone: Phone, board: string }} props */
export function Sift({ phone, board }) {
  const say = sayIn(phone);
  const cards = Object.entries(phone.view.value.boards[board]?.cards ?? {}).filter(([, card]) => !card.about);
  const waiting = cards.filter(([, card]) => card.waits);
  const inside = cards.filter(([, card]) => card.order).sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0));
  const put = (/** @type {string} */ card, /** @type {number | null} */ to) => phone.live.do({ kind: "SiftCard", card, to });
  return html`<section class="task" aria-labelledby="sift-${board}"><h2 class="task-title" id="sift-${board}">${say("sift.title")}</h2>
    <p class="help" role="status">${waiting.length === 0 ? say("sift.none") : say("sift.count", { count: waiting.length })}</p>
    ${waiting.map(([id, card]) => html`<div class="ballot-item" key=${id}><p class="words">${card.text}</p><div class="row"><button type="button" class="button" onClick=${() => put(id, inside.length + 1)}>${say("sift.in")}</button></div></div>`)}
    ${inside.length > 0 && html`<h3>${say("sift.inside")}</h3><ol class="ranking" role="list">${inside.map(([id, card], at) => html`<li key=${id}>
      <span class="rank number">${at + 1}</span><span class="rank-label">${card.text}</span>
      <button type="button" class="button quiet" aria-label=${say("answer.up", { what: card.text })} aria-disabled=${at === 0} onClick=${() => at > 0 && put(id, at)}><${Icon} name="up" /></button>
      <button type="button" class="button quiet" aria-label=${say("sift.out", { what: card.text })} onClick=${() => put(id, null)}><${Icon} name="cross" /></button></li>`)}</ol>`}
  </section>`;
}
