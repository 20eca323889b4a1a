/** What people write, as far as the facilitator may read it: votes, cards, answers, values. */

import { optionWords } from "../in-words.js";
import { AnswerList } from "../phone/inputs.js";
import { html } from "../parts/html.js";
import { LevelsView } from "../parts/levels.js";
import { TotalsView } from "../parts/totals.js";
import { Tally } from "../parts/results.js";
import { ballot, withItems } from "../view.js";
import { Boards } from "./boards.js";
import { Review } from "./review.js";
import { Values } from "./now.js";

/** @typedef {import("./state").Desk} Desk */

/** @param {{ desk: Desk }} props */
export function Written({ desk }) {
  return html`<${Vote} desk=${desk} /><${Review} desk=${desk} /><${Boards} desk=${desk} /><${Answers} desk=${desk} /><${Values} desk=${desk} />`;
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
