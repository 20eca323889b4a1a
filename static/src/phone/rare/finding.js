/** Finding a card among many, by its words or by who wrote it. */

import { useState } from "preact/hooks";
import { html } from "../../parts/html.js";
import { MANY } from "../../view.js";
import { sayIn } from "./say.js";

/** @typedef {[string, { text: string, by?: string }]} Entry */
/** @typedef {{ id: string, text: string, by?: string, mine: boolean }} Item */

/** Letters without accents, small: « Échange » is found by `echange`. @param {string} words */
const plainly = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** @template {Entry} T @param {T[]} cards @param {string} words @returns {T[]} */
function matching(cards, words) {
  const wanted = plainly(words).split(/\s+/);
  return cards.filter(([, card]) => wanted.every((word) => plainly(`${card.text} ${card.by ?? ""}`).includes(word)));
}

/** @param {{ phone: import("../state").Phone, name: string, cards: Entry[], list: (cards: any[]) => unknown }} props */
export function Find({ phone, name, cards, list }) {
  const say = sayIn(phone);
  const [words, setWords] = useState("");
  const found = matching(cards, words.trim());
  const told = words.trim() ? say(found.length ? "find.count" : "find.none", { count: found.length, of: cards.length }) : "";
  return html`<div class="field"><label for="find-${name}">${say("find.label", { of: cards.length })}</label>
      <input class="input" id="find-${name}" type="search" autocomplete="off" value=${words} onInput=${(/** @type {any} */ event) => setWords(event.target.value)} /></div>
    <p class="help" role="status">${told}</p>${list(found)}`;
}

/** What can be voted on, with a search where it is much: what was chosen among the others stays chosen. @param {{ phone: import("../state").Phone, of: string, items: Item[], list: (items: Item[]) => unknown }} props */
export function Among({ phone, of, items, list }) {
  if (items.length <= MANY) return list(items);
  return html`<${Find} phone=${phone} name=${`among-${of}`} cards=${items.map((item) => [item.id, item])} list=${(/** @type {[string, Item][]} */ found) => list(found.map(([, item]) => item))} />`;
}
