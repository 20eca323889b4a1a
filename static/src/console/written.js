/** What people write, as far as the facilitator may read it: cards with hide and restore, answers, votes. */

import { AnswerList, optionWords } from "../phone/inputs.js";
import { Icon, html } from "../parts/html.js";
import { LevelsView } from "../parts/levels.js";
import { TotalsView } from "../parts/totals.js";
import { Tally } from "../parts/results.js";
import { ballot, withItems } from "../view.js";
import { Values } from "./now.js";

/** @typedef {import("./state").Desk} Desk */

/** @param {{ desk: Desk }} props */
export function Written({ desk }) {
  return html`<${Vote} desk=${desk} /><${Boards} desk=${desk} /><${Answers} desk=${desk} /><${Values} desk=${desk} />`;
}

/** @param {{ desk: Desk }} props */
function Vote({ desk }) {
  const { staff, say, live } = desk;
  const { vote } = staff.value;
  if (!vote) return null;
  const picture = { boards: staff.value.boards ?? {}, answers: staff.value.answers ?? {} };
  const voted = vote.voted ?? 0;
  return html`<section class="panel"><h2>${say("vote")}</h2>
    <p class="soft">${voted === 0 ? say("votes.votedNone") : voted === 1 ? say("votes.votedOne") : say("votes.voted", { count: voted })}${!vote.revealed && html` · ${say("vote.secret")}`}</p>
    ${vote.levels
      ? html`<${LevelsView} live=${live} items=${ballot(picture, vote.of)} levels=${vote.levels} manner=${vote.with ?? ""} />`
      : vote.tally && html`<${Tally} live=${live} items=${ballot(picture, vote.of).filter((item) => vote.tally?.[item.id])} tally=${vote.tally} as=${vote.with ? "points" : "dots"} />`}
  </section>`;
}

/** Each card, then what was written about it. @param {[string, import("../protocol").Card][]} cards */
const underTheirs = (cards) => cards.filter(([, card]) => !card.about).flatMap(([id, card]) => [/** @type {[string, import("../protocol").Card]} */ ([id, card]), ...cards.filter(([, one]) => one.about === id).map(([key, one]) => /** @type {[string, import("../protocol").Card]} */ ([key, { ...one, column: card.column }]))]);

/** @param {{ desk: Desk }} props */
function Boards({ desk }) {
  const { staff, say, read, actions, everyone } = desk;
  const alias = (/** @type {string | undefined} */ id) => (id ? (staff.value.people?.[id]?.alias ?? id) : "");
  return html`${Object.entries(staff.value.boards ?? {}).map(([name, board]) => {
    const every = Object.entries(board.cards ?? {});
    const cards = underTheirs(every);
    const columns = board.columns?.length ? board.columns : [undefined];
    return html`<section class="panel" key=${name}>
      <h2>${read(everyone.value.boards?.[name]?.prompt) || say("board")} <span class="soft number">${board.count ?? cards.length}</span></h2>
      ${!board.cards && (board.count ?? 0) > 0 && html`<p class="soft">${say("board.private", { count: board.count ?? 0 })}</p>`}
      ${!board.count && !cards.length && html`<p class="soft">${say("board.none")}</p>`}
      <div class="desk-columns">${columns.map((column) => html`<div class="desk-column">
        ${column && html`<h3>${read(column.label)}</h3>`}
        <ul class="desk-cards" role="list">${cards.filter(([, card]) => !column || card.column === column.id).map(([id, card]) => html`<li class="desk-card ${card.hidden ? "hidden-card" : ""} ${card.about ? "about" : ""}" key=${id}>
          <div><p class="words">${card.text}</p>
          <p class="row tight small soft">${card.about && html`<span class="badge ${card.stance === "objection" ? "warn" : ""}">${say(card.stance ? `stance.${card.stance}` : "comment")}</span>`}<span>${alias(card.by)}${card.group !== undefined ? ` · ${say("group.name", { number: card.group + 1 })}` : ""}</span>
            ${(card.marks ?? []).map((mark) => html`<span class="badge good">✓ ${read(board.marks?.find((one) => one.id === mark)?.label) || say("card.marked")}</span>`)}
            ${(card.times ?? 1) > 1 && html`<span class="badge number">${say("card.times", { times: card.times ?? 1 })}</span>`}
            ${card.notYet && html`<span class="badge">${say("card.notYet")}</span>`}
            ${card.waits && html`<span class="badge warn">${say("card.waits")}</span>`}
            ${card.order !== undefined && html`<span class="badge number">${say("card.order", { order: card.order })}</span>`}
            ${card.hidden && html`<span class="badge warn">${say("card.hidden")}</span>`}</p></div>
            ${board.sifted && !card.about && html`<button type="button" class="button small" onClick=${() => actions.sift(id, card.waits ? cards.filter(([, one]) => one.order).length + 1 : (card.order ?? 1) > 1 ? (card.order ?? 1) - 1 : null)}>${say(card.waits ? "sift.in" : (card.order ?? 1) > 1 ? "sift.up" : "sift.out")}</button>`}
            <button type="button" class="button small quiet" onClick=${() => actions.hideCard(id, Boolean(card.hidden))}><${Icon} name=${card.hidden ? "eye" : "hide"} />${say(card.hidden ? "card.restore" : "card.hide")}</button>
        </li>`)}</ul></div>`)}</div>
    </section>`;
  })}`;
}

/** @param {{ desk: Desk }} props */
function Answers({ desk }) {
  const { staff, say, read, live } = desk;
  const holder = (/** @type {string} */ id) => staff.value.people?.[id]?.alias ?? (id.startsWith("group:") ? say("group.name", { number: Number(id.slice(6)) + 1 }) : "");
  const item = (/** @type {string} */ id, /** @type {import("../protocol").AnswerEntry} */ _, /** @type {string} */ words) =>
    html`<li class="desk-card" key=${id}><p class="words">${words}</p><p class="small soft">${holder(id)}</p></li>`;
  return html`${Object.entries(staff.value.answers ?? {}).map(([name, asked]) => {
    const question = withItems({ boards: staff.value.boards ?? {}, answers: {} }, asked);
    const entries = Object.entries(question.entries ?? {});
    return html`<section class="panel" key=${name}><h2>${read(question.label) || name} <span class="soft number">${question.count ?? entries.length}</span></h2>
      ${question.totals && html`<${TotalsView} live=${live} question=${question} words=${optionWords(question, live)} />`}
      ${!question.entries && !question.totals && (question.count ?? 0) > 0 && html`<p class="soft">${say("answers.private", { count: question.count ?? 0 })}</p>`}
      <${AnswerList} live=${live} question=${question} list="desk-cards" item=${item} />
    </section>`;
  })}`;
}
