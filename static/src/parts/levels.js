/** Votes by levels, to read: for each card one bar in as many parts as there are levels, and the numbers as words beside it. */

import { speaker } from "../words.js";
import { LEVELS, levelWords } from "../words/levels.js";
import { html } from "./html.js";

/** @typedef {import("../live").Live} Live */

/** @param {Live} live */
export const levelSay = (live) => speaker(levelWords, () => live.locale.value);

const THUMB = "M7 11v9H4v-9zM7 11l4-8c1.700.2 2.500 1.300 2.300 3L13 9h6c1.300 0 2.200 1.100 2 2.300l-1.200 7c-.2 1-1 1.700-2 1.700H7";

/** Drawn beside its word, never instead of it. @param {{ level: string }} props */
export const Sign = ({ level }) =>
  ["up", "sideways", "down"].includes(level)
    ? html`<svg class="icon thumb ${level}" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><path d=${THUMB} /></svg>`
    : html`<span class="level-sign ${level}" aria-hidden="true"></span>`;

/**
 * @param {{ live: Live, items: { id: string, text: string }[], levels: Record<string, Record<string, number>>, manner: string, cards?: Record<string, import("../protocol").Card> }} props
 * `cards` are those among which the reasons of the votes are found, where they are to be read here
 */
export function LevelsView({ live, items, levels, manner, cards = {} }) {
  const say = levelSay(live);
  const names = (LEVELS[manner] ?? []).map(([, name]) => name);
  const shown = items.filter((item) => levels[item.id]);
  if (!shown.length) return html`<p class="soft">${say("levels.none")}</p>`;
  return html`<ul class="levels" role="list">
    ${shown.map((item) => {
      const counts = names.map((name) => levels[item.id][name] ?? 0);
      const all = Math.max(1, counts.reduce((sum, count) => sum + count, 0));
      return html`<li class="level-row" key=${item.id}>
        <span class="words">${item.text}</span>
        <span class="level-bar" aria-hidden="true">${names.map((name, at) => counts[at] > 0 && html`<span class="level-part ${name}" style=${{ width: `${(100 * counts[at]) / all}%` }}>${counts[at]}</span>`)}</span>
        <span class="level-counts">${names.map((name, at) => html`<span class="level-count"><${Sign} level=${name} />${say(`level.${name}`)} <strong class="number">${counts[at]}</strong></span>`)}</span>
        ${Object.entries(cards).filter(([, card]) => card.about === item.id).map(([id, card]) => html`<p class="level-reason words" key=${id}>${card.stance && html`<strong>${live.say(`stance.${card.stance}`)} · </strong>`}${card.text}</p>`)}
      </li>`;
    })}
  </ul>`;
}
