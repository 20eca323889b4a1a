/** What a vote came to: one row each, the most first, on as many pages as it takes. */

import { html } from "../parts/html.js";
import { LevelsView } from "../parts/levels.js";
import { inWords } from "../parts/results.js";
import { ballot } from "../view.js";
import { Sheets } from "./sheets.js";

/** @typedef {import("./state").Wall} Wall */

/** Few things without a mark are worth showing, many are not. */
const FEW = 7;

/** @param {{ wall: Wall, vote: import("../protocol").Vote, tally: Record<string, number> }} props */
export function Results({ wall, vote, tally }) {
  const { view, live, say } = wall;
  const things = ballot(view.value, vote.of);
  const items = vote.levels ? byLevels(live, things, vote) : byCount(live, things, tally, vote.with ? "points" : "dots");
  return html`<${Sheets} wall=${wall} columns=${[{ items }]} title=${say("votes.title")} widest=${items.length > 10 && !vote.levels ? 2 : 1} kind="results" />`;
}

/** @param {import("../live").Live} live @param {{ id: string, text: string }[]} things @param {Record<string, number>} tally @param {"dots" | "points"} as */
function byCount(live, things, tally, as) {
  const highest = Math.max(1, ...Object.values(tally));
  const counted = things.map((thing) => ({ ...thing, count: tally[thing.id] ?? 0 })).filter(({ count }) => count || things.length < FEW);
  counted.sort((a, b) => b.count - a.count);
  return counted.map(({ id, text, count }) => ({
    id,
    text,
    sign: `${count} ${highest}`,
    node: () => html`<div class=${`wall-row ${as === "dots" && count === highest ? "first" : ""}`}><span class="words" dir="auto">${text}</span>
      <span class="bar-value"><span aria-hidden="true">${count}</span><span class="visually-hidden">${inWords(live, count, as)}</span></span>
      <span class="bar-track" aria-hidden="true"><span class="bar-fill" style=${{ width: `${(100 * count) / highest}%` }}></span></span></div>`,
  }));
}

/** @param {import("../live").Live} live @param {{ id: string, text: string }[]} things @param {import("../protocol").Vote} vote */
const byLevels = (live, things, vote) =>
  things
    .filter(({ id }) => vote.levels?.[id])
    .map((thing) => ({
      id: thing.id,
      text: thing.text,
      sign: JSON.stringify(vote.levels?.[thing.id]),
      node: () => html`<${LevelsView} live=${live} items=${[thing]} levels=${vote.levels} manner=${vote.with ?? ""} />`,
    }));
