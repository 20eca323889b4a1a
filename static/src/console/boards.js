/** Boards as the facilitator reads them: cards under their titles, then those that are under none. */

import { html } from "../parts/html.js";
import { CardItem } from "./card.js";
import { Proposals } from "./proposals.js";
import { Cluster, Together, dropped } from "./together.js";

/** @typedef {import("./state").Desk} Desk */
/** @typedef {import("../protocol").Board} Board */
/** @typedef {[string, import("../protocol").StaffCard]} Entry */

/** Each card, then what was written about it. @param {Entry[]} cards @returns {Entry[]} */
const underTheirs = (cards) => cards.filter(([, card]) => !card.about).flatMap(([id, card]) => [/** @type {Entry} */ ([id, card]), ...cards.filter(([, one]) => one.about === id).map(([key, one]) => /** @type {Entry} */ ([key, { ...one, column: card.column }]))]);

/** In the order in which they were let in, or written. @param {Entry[]} cards @returns {Entry[]} */
const inOrder = (cards) => [...cards].sort(([a, one], [b, other]) => (one.order ?? Infinity) - (other.order ?? Infinity) || Number(a.slice(1)) - Number(b.slice(1)));

/** @param {{ desk: Desk }} props */
export const Boards = ({ desk }) => html`${Object.entries(desk.staff.value.boards ?? {}).map(([name, board]) => html`<${BoardView} key=${name} desk=${desk} name=${name} board=${board} />`)}`;

/** @param {{ desk: Desk, name: string, board: Board }} props */
function BoardView({ desk, name, board }) {
  const { say, read, everyone } = desk;
  const cards = underTheirs(inOrder(/** @type {Entry[]} */ (Object.entries(board.cards ?? {}))));
  const clusters = Object.entries(board.clusters ?? {});
  const titled = new Set(clusters.flatMap(([, one]) => one.cards));
  const within = (/** @type {(id: string) => boolean} */ which) => cards.filter(([id, card]) => which(card.about ?? id));
  const list = (/** @type {Entry[]} */ some) => html`<ul class="desk-cards" role="list">${some.map(([id, card]) => html`<${CardItem} key=${id} desk=${desk} id=${id} card=${card} board=${board} />`)}</ul>`;
  const loose = within((id) => !titled.has(id));
  const columns = board.columns?.length ? board.columns : [undefined];
  return html`<section class="panel" aria-labelledby="board-${name}">
    <h2 id="board-${name}">${read(everyone.value.boards?.[name]?.prompt) || say("board")} <span class="soft number">${board.count ?? cards.length}</span></h2>
    ${!board.cards && (board.count ?? 0) > 0 && html`<p class="soft">${say("board.private", { count: board.count ?? 0 })}</p>`}
    ${!board.count && !cards.length && html`<p class="soft">${say("board.none")}</p>`}
    ${cards.length > 1 && html`<${Together} desk=${desk} name=${name} board=${board} /><${Proposals} desk=${desk} name=${name} board=${board} />`}
    ${clusters.map(([id, one]) => html`<${Cluster} key=${id} desk=${desk} id=${id} cluster=${one}>${list(within((card) => one.cards.includes(card)))}<//>`)}
    <div class="loose" ...${clusters.length ? dropped(desk, null) : {}}>
      ${clusters.length > 0 && html`<h3>${say("cluster.none")} <span class="soft number">${loose.filter(([, card]) => !card.about).length}</span></h3>`}
      <div class="desk-columns">${columns.map((column) => html`<div class="desk-column" key=${column?.id}>${column && html`<h3>${read(column.label)}</h3>`}${list(loose.filter(([, card]) => !column || card.column === column.id))}</div>`)}</div>
    </div>
  </section>`;
}
