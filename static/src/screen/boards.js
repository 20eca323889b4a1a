/** Cards on the wall: what boards and answers hold, made into columns for the sheets; several boards beside each other where they fit. */

import { inWords, optionWords } from "../in-words.js";
import { AnswerList } from "../phone/inputs.js";
import { html } from "../parts/html.js";
import { points as inPoints } from "../words.js";
import { MapView } from "../parts/map.js";
import { TotalsView } from "../parts/totals.js";
import { spread, titled, withItems } from "../view.js";
import { portions } from "./pages.js";
import { Pictures } from "./picture.js";
import { Sheets } from "./sheets.js";

/** @typedef {import("./state").Wall} Wall */
/** @typedef {import("../view").ShownBoard} ShownBoard */
/** @typedef {import("../view").ShownCard} ShownCard */
/** @typedef {import("./sheets").Column} Column */

/** More columns than this would be too narrow to read. */
const BESIDE = 4;

/** @param {{ wall: Wall }} props */
export function Boards({ wall }) {
  const boards = Object.entries(wall.view.value.boards).filter(([name, board]) => Object.keys(board.cards).length && (!wall.only.board || wall.only.board === name));
  const maps = boards.filter(([, board]) => board.map && Object.values(board.cards).some((card) => card.place));
  if (maps.length) return html`${maps.slice(0, 1).map(([name, board]) => html`<section class="wall-board" key=${name}>${wall.read(board.prompt) && html`<h2>${wall.read(board.prompt)}</h2>`}<${MapView} live=${wall.live} board=${board} /></section>`)}`;
  return html`${together(boards).map((beside) => html`<${Beside} key=${beside.map(([name]) => name).join(" ")} wall=${wall} boards=${beside} />`)}`;
}

/** Boards in rows: as many beside each other as there is room for. @param {[string, ShownBoard][]} boards */
function together(boards) {
  /** @type {[string, ShownBoard][][]} */
  const rows = [];
  let used = BESIDE;
  for (const board of boards.slice(0, 3)) {
    const wide = board[1].columns?.length || titlesOf(board[1]).length || 1;
    if (used + wide > BESIDE || !rows.length) {
      rows.push([]);
      used = 0;
    }
    rows[rows.length - 1].push(board);
    used += wide;
  }
  return rows;
}

/** @param {{ wall: Wall, boards: [string, ShownBoard][] }} props */
function Beside({ wall, boards }) {
  const single = boards.length === 1;
  const columns = boards.flatMap(([, board]) => columnsOf(wall, board, single));
  return html`<${Sheets} wall=${wall} columns=${columns} title=${single ? wall.read(boards[0][1].prompt) : undefined} />`;
}

/** Titles stand beside each other where there is room for all of them. @param {ShownBoard} board */
function titlesOf(board) {
  const parts = titled(board, Object.entries(board.cards).filter(([, card]) => !card.about));
  return !board.columns?.length && parts.length > 1 && parts.length <= BESIDE ? parts : [];
}

/** @param {Wall} wall @param {ShownBoard} board @param {boolean} alone @returns {Column[]} */
function columnsOf(wall, board, alone) {
  const every = Object.entries(board.cards);
  const cards = every.filter(([, card]) => !card.about);
  const parts = (/** @type {[string, ShownCard]} */ [id, card], /** @type {string | undefined} */ head) => partsOf(wall, board, id, card, every.filter(([, one]) => one.about === id).map(([, one]) => one), head);
  const items = (/** @type {[string, ShownCard][]} */ some) => titled(board, some).flatMap(([head, under]) => under.flatMap((card, at) => parts(card, at ? undefined : head)));
  const beside = titlesOf(board);
  if (beside.length) return beside.map(([head, some]) => ({ title: head ?? wall.say("cluster.none"), items: some.flatMap((card) => parts(card, undefined)) }));
  if (!board.columns?.length) return [{ title: alone ? undefined : wall.read(board.prompt), items: items(cards) }];
  return board.columns.map((column) => ({ title: wall.read(column.label), items: items(cards.filter(([, card]) => card.column === column.id)) }));
}

/** A card, in as many parts as its text needs; what belongs to it comes with the last. @param {Wall} wall @param {ShownBoard} board @param {string} id @param {ShownCard} card @param {ShownCard[]} remarks @param {string} [head] the title of the cards that begin with this one */
function partsOf(wall, board, id, card, remarks, head) {
  const parts = portions([card.text, ...(card.with ?? [])].join("\n— "));
  return parts.map((text, at) => {
    const last = at === parts.length - 1;
    const node = () => html`${!at && head && html`<p class="wall-head">${head}</p>`}<div class="wall-card">
      <p class="words" dir="auto">${!at && numberOf(wall, id)}${parts.length > 1 && html`<span class="wall-part">${wall.say("part", { part: at + 1, parts: parts.length })}</span> `}${text}</p>${last && signs(wall, board, card)}
      ${last && remarks.map((one, key) => html`<p class="wall-remark words" dir="auto" key=${key}>${one.stance && html`<strong>${wall.say(`stance.${one.stance}`)} · </strong>`}${one.text}</p>`)}</div>`;
    const sign = last ? JSON.stringify([wall.screen.value.numbered, card.marks, card.score, card.by, card.group, card.times, remarks.map((one) => one.text)]) : "";
    return { id: at ? `${id}.${at}` : id, of: id, text, sign: `${parts.length > 1}${at ? "" : (head ?? "")}${sign}`, node };
  });
}

/** How slips of paper call a card. @param {Wall} wall @param {string} id */
const numberOf = ({ screen }, id) => screen.value.numbered && /^c\d+$/.test(id) && html`<strong class="wall-number number">${id.slice(1)}</strong> `;

/** @param {Wall} wall @param {ShownBoard} board @param {ShownCard} card */
function signs({ read, say }, board, card) {
  const marks = (card.marks ?? []).map((mark) => read(board.marks?.find((one) => one.id === mark)?.label) || say("card.marked"));
  const score = card.score === undefined ? null : html`<span class="wall-mark number">${inPoints(say, card.score)}</span>`;
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
    .map(([name, question]) => html`<${EntryView} key=${name} wall=${wall} question=${withItems(wall.view.value, question)} picture=${wall.screen.value.answers?.[name]} />`)}`;
}

/** @param {{ wall: Wall, question: import("../view").ShownAnswers, picture?: import("../protocol").Picture }} props */
function EntryView({ wall, question, picture }) {
  const { read, live } = wall;
  if (picture) return html`<${Pictures} wall=${wall} pictures=${[picture]} />`;
  const title = read(question.label);
  if (question.totals) return html`<section class="wall-board"><h2>${title}</h2><div class="wall-results"><${TotalsView} live=${live} question=${question} words=${optionWords(question, live)} /></div></section>`;
  if (spread(question)) return html`<section class="wall-board"><h2>${title}</h2><div class="wall-results"><${AnswerList} live=${live} question=${question} list="wall-list" item=${() => null} /></div></section>`;
  const items = Object.entries(question.entries).flatMap(([id, entry]) => {
    const parts = portions(inWords(question, entry.value, live));
    return parts.map((text, at) => ({
      id: `${id}.${at}`,
      of: id,
      text,
      sign: entry.by,
      node: () => html`<div class="wall-card"><p class="words" dir="auto">${text}</p>${entry.by && html`<p class="wall-signs">${entry.by}</p>`}</div>`,
    }));
  });
  return html`<${Sheets} wall=${wall} columns=${[{ items }]} title=${title} />`;
}
