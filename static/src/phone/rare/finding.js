/** Finding a card among many, by its words or by who wrote it. */

import { useState } from "preact/hooks";
import { html } from "../../parts/html.js";
import { sayIn } from "./say.js";

/** @typedef {[string, import("../../view").ShownCard]} Entry */

/** Letters without accents, small: « Échange » is found by `echange`. @param {string} words */
const plainly = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** @param {Entry[]} cards @param {string} words @returns {Entry[]} */
function matching(cards, words) {
  const wanted = plainly(words).split(/\s+/);
  return cards.filter(([, card]) => wanted.every((word) => plainly(`${card.text} ${card.by ?? ""}`).includes(word)));
}

/** @param {{ phone: import("../state").Phone, name: string, cards: Entry[], list: (cards: Entry[]) => unknown }} props */
export function Find({ phone, name, cards, list }) {
  const say = sayIn(phone);
  const [words, setWords] = useState("");
  const found = matching(cards, words.trim());
  const told = words.trim() ? say(found.length ? "find.count" : "find.none", { count: found.length, of: cards.length }) : "";
  return html`<div class="field"><label for="find-${name}">${say("find.label", { of: cards.length })}</label>
      <input class="input" id="find-${name}" type="search" autocomplete="off" value=${words} onInput=${(/** @type {any} */ event) => setWords(event.target.value)} /></div>
    <p class="help" role="status">${told}</p>${list(found)}`;
}
