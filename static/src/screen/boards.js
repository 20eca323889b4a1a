/** Cards on the wall, five or sixty: columns of cards whose letters shrink by steps until all of them fit. */

import { AnswerList, optionWords } from "../phone/inputs.js";
import { html } from "../parts/html.js";
import { MapView } from "../parts/map.js";
import { TotalsView } from "../parts/totals.js";
import { spread, withItems } from "../view.js";
import { useFit } from "./fit.js";

/** @typedef {import("./state").Wall} Wall */

/** @param {{ wall: Wall }} props */
export function Boards({ wall }) {
  return html`${Object.entries(wall.view.value.boards)
    .filter(([, board]) => Object.keys(board.cards).length)
    .slice(0, 2)
    .map(([name, board]) => html`<${BoardView} key=${name} wall=${wall} board=${board} />`)}`;
}

/** @param {{ wall: Wall, board: import("../view").ShownBoard }} props */
function BoardView({ wall, board }) {
  const { read, say } = wall;
  const every = Object.entries(board.cards);
  const cards = every.filter(([, card]) => !card.about);
  const box = useFit(board, (count) => say("more", { count }));
  if (board.map && cards.some(([, card]) => card.place)) return html`<section class="wall-board">${read(board.prompt) && html`<h2>${read(board.prompt)}</h2>`}<${MapView} live=${wall.live} board=${board} /></section>`;
  const columns = board.columns?.length ? board.columns : undefined;
  const item = (/** @type {[string, import("../view").ShownCard]} */ [id, card]) => html`<li class="wall-card" key=${id}>
    <p class="words">${card.text}</p>${signs(wall, board, card)}
    ${every.filter(([, one]) => one.about === id).map(([key, one]) => html`<p class="wall-remark words" key=${key}>${one.stance && html`<strong>${say(`stance.${one.stance}`)} · </strong>`}${one.text}</p>`)}</li>`;
  const prompt = read(board.prompt);
  return html`<section class="wall-board">
    ${prompt && html`<h2>${prompt}</h2>`}
    ${columns
      ? html`<div class="wall-fit named" ref=${box}>${columns.map((column) => html`<div class="wall-column"><${prompt ? "h3" : "h2"} class="wall-column-title">${read(column.label)}<//><ul role="list">${cards.filter(([, card]) => card.column === column.id).map(item)}</ul></div>`)}</div>`
      : html`<ul class="wall-fit flow" role="list" ref=${box}>${cards.map(item)}</ul>`}
  </section>`;
}

/** @param {Wall} wall @param {import("../view").ShownBoard} board @param {import("../view").ShownCard} card */
function signs({ read, say }, board, card) {
  const marks = (card.marks ?? []).map((mark) => read(board.marks?.find((one) => one.id === mark)?.label) || say("card.marked"));
  const score = card.score === undefined ? null : html`<span class="wall-mark number">${say("card.score", { score: card.score })}</span>`;
  const from = card.by ?? (card.group === undefined ? "" : say("group.name", { number: card.group + 1 }));
  const times = (card.times ?? 1) > 1 && html`<span class="wall-mark number">${say("card.times", { times: card.times ?? 1 })}</span>`;
  if (!marks.length && !from && !score && !times) return null;
  return html`<p class="wall-signs">${times}${score}${from && html`<span>${from}</span>`}${marks.map((mark) => html`<span class="wall-mark">✓ ${mark}</span>`)}</p>`;
}

/** Answers that everyone may read: words as cards, choices as bars. @param {{ wall: Wall }} props */
export function Entries({ wall }) {
  return html`${Object.entries(wall.view.value.answers)
    .filter(([, question]) => question.totals || Object.keys(question.entries).length)
    .slice(0, 2)
    .map(([name, question]) => html`<${EntryView} key=${name} wall=${wall} question=${withItems(wall.view.value, question)} />`)}`;
}

/** @param {{ wall: Wall, question: import("../view").ShownAnswers }} props */
function EntryView({ wall, question }) {
  const { read, say, live } = wall;
  const box = useFit(question, (count) => say("more", { count }));
  if (question.totals) return html`<section class="wall-board"><h2>${read(question.label)}</h2><div class="wall-fit results" ref=${box}><${TotalsView} live=${live} question=${question} words=${optionWords(question, live)} /></div></section>`;
  const item = (/** @type {string} */ id, /** @type {import("../protocol").AnswerEntry} */ entry, /** @type {string} */ words) =>
    html`<li class="wall-card" key=${id}><p class="words">${words}</p>${entry.by && html`<p class="wall-signs">${entry.by}</p>`}</li>`;
  return html`<section class="wall-board"><h2>${read(question.label)}</h2><div class="wall-fit ${spread(question) ? "results" : "flow"}" ref=${box}><${AnswerList} live=${live} question=${question} list="wall-list" item=${item} /></div></section>`;
}
