/** Results as bars: dots, points, people. */

import { points as inPoints } from "../words.js";
import { html } from "./html.js";

/** @typedef {import("../live").Live} Live */

/**
 * Bars in the order of the votes, or in their own order where they count people. @param {{ live: Live, items: { id: string, text: string, by?: string }[], tally: Record<string, number>, as?: "dots" | "points" | "people" }} props
 */
export function Tally({ live, items, tally, as = "dots" }) {
  const highest = Math.max(1, ...Object.values(tally));
  const sorted = as === "people" ? items : [...items].sort((a, b) => (tally[b.id] ?? 0) - (tally[a.id] ?? 0));
  return html`<ol class="bars ${as}" role="list">
    ${sorted.map((item) => {
      const count = tally[item.id] ?? 0;
      return html`<li class="bar" key=${item.id}>
        <span class="words">${item.text}</span>
        <span class="bar-value"><span aria-hidden="true">${count}</span><span class="visually-hidden">${inWords(live, count, as)}</span></span>
        <span class="bar-track" aria-hidden="true"><span class="bar-fill" style=${{ width: `${(100 * count) / highest}%` }}></span></span>
      </li>`;
    })}
  </ol>`;
}

/** @param {Live} live @param {number} count @param {"dots" | "points" | "people"} as */
export function inWords(live, count, as) {
  if (as === "points") return inPoints(live.say, count);
  if (as === "people") return live.say(count === 1 ? "people.one" : "people.many", { count });
  return live.say(count === 1 ? "votes.dot" : "votes.dots", { count });
}
