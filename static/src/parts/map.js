/** A map of two axes: each card a numbered dot; the texts beside it, so that the drawing is never alone. */

import { approximate, shown } from "../numbers.js";
import { read, speaker } from "../words.js";
import { mapWords } from "../words/map.js";
import { html } from "./html.js";

/** @typedef {import("../live").Live} Live */
/** @typedef {import("../protocol").Board} Board */

const SIDE = 400;
const EDGE = 30;
const at = (/** @type {string} */ number) => EDGE + ((approximate(number) - 1) / 4) * (SIDE - 2 * EDGE);

/** @param {{ live: Live, board: Board }} props */
export function MapView({ live, board }) {
  const locale = live.locale.value;
  const say = speaker(mapWords, () => locale);
  const { across, up } = board.map ?? {};
  const cards = Object.entries(board.cards ?? {}).filter(([, card]) => !card.about);
  const numbered = cards.map(([id, card], index) => ({ id, card, number: index + 1 }));
  const placed = numbered.filter(({ card }) => card.place);
  return html`<figure class="map">
    <p class="map-end">${read(up?.high, locale)}</p>
    <div class="map-row"><p class="map-end">${read(across?.low, locale)}</p>
      <svg viewBox="0 0 ${SIDE} ${SIDE}" role="img" aria-label=${say("map.summary", { placed: placed.length, count: cards.length })}>
        <rect class="map-field" x="1" y="1" width=${SIDE - 2} height=${SIDE - 2} rx="8" />
        <line class="guide" x1=${SIDE / 2} x2=${SIDE / 2} y1="0" y2=${SIDE} /><line class="guide" y1=${SIDE / 2} y2=${SIDE / 2} x1="0" x2=${SIDE} />
        ${placed.map(({ id, card: { place } }) => place?.xHalf && html`<g key=${`half-${id}`} class="map-half"><line x1=${at(place.xHalf[0])} x2=${at(place.xHalf[1])} y1=${SIDE - at(place.y)} y2=${SIDE - at(place.y)} /><line x1=${at(place.x)} x2=${at(place.x)} y1=${SIDE - at(place.yHalf?.[0] ?? place.y)} y2=${SIDE - at(place.yHalf?.[1] ?? place.y)} /></g>`)}
        ${beside(placed).map(({ id, number, x, y }) => html`<g key=${id}><circle class="map-dot" cx=${x} cy=${y} r="13" /><text class="map-number" x=${x} y=${y + 5} text-anchor="middle">${number}</text></g>`)}
      </svg>
      <p class="map-end">${read(across?.high, locale)}</p></div>
    <p class="map-end">${read(up?.low, locale)}</p>
    <ol class="map-list" role="list">${numbered.map(({ id, card, number }) => html`<li key=${id}><span class="rank number">${number}</span> <span class="words">${card.text}</span>${" "}
      <span class="soft">${card.place ? say("map.at", { x: shown(card.place.x, locale), y: shown(card.place.y, locale) }) : say("map.nowhere")}</span></li>`)}</ol>
  </figure>`;
}

/** Cards in one place stand beside each other. @param {{ id: string, number: number, card: import("../protocol").Card }[]} placed */
function beside(placed) {
  /** @type {Record<string, number>} */
  const taken = {};
  return placed.map(({ id, number, card }) => {
    const key = `${card.place?.x} ${card.place?.y}`;
    const before = (taken[key] = (taken[key] ?? -1) + 1);
    return { id, number, x: at(card.place?.x ?? "1") + 28 * (before % 3), y: SIDE - at(card.place?.y ?? "1") + 28 * Math.floor(before / 3) };
  });
}
