/** Answers as totals alone: the middle, the spread, the counts, and beside them one's own answer where there is one. */

import { shown } from "../numbers.js";
import { read, speaker } from "../words.js";
import { totalWords } from "../words/totals.js";
import { html } from "./html.js";
import { Tally } from "./results.js";

/** @typedef {import("../live").Live} Live */
/** @typedef {import("../protocol").Answers} Answers */

/** @param {{ live: Live, question: Answers, words: (id: string) => string, mine?: string }} props `mine` is one's own answer, in words */
export function TotalsView({ live, question, words, mine }) {
  const say = speaker(totalWords, () => live.locale.value);
  const { n, median, lower, upper, counts, items } = question.totals ?? { n: 0 };
  const locale = live.locale.value;
  return html`<div class="totals">
    ${median !== undefined && html`<p class="totals-middle"><span>${say("totals.median")}</span> <strong class="number">${shown(median, locale)}</strong></p>
      <p>${say("totals.half", { lower: shown(lower, locale), upper: shown(upper, locale) })}</p>`}
    ${counts && html`<${Tally} live=${live} items=${Object.keys(counts).map((id) => ({ id, text: words(id) }))} tally=${counts} as="people" />`}
    ${items && html`<ul role="list">${Object.entries(items).map(([id, one]) => html`<li key=${id}>${read(question.options?.find((option) => option.id === id)?.label, locale)} · <strong class="number">${shown(one.median, locale)}</strong> <span class="soft">(${shown(one.lower, locale)}–${shown(one.upper, locale)})</span></li>`)}</ul>`}
    <p class="soft">${median === undefined && !counts && !items ? say(n === 0 ? "totals.none" : "totals.few") : say("totals.n", { n })}</p>
    ${mine !== undefined && html`<p class="totals-mine">${say("totals.mine")} <strong>${mine}</strong></p>`}
  </div>`;
}
