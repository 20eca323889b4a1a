/** Votes that order cards otherwise than with dots: a score for each, or all of them from first to last. */

import { ballot } from "../../view.js";
import { Icon, html } from "../../parts/html.js";
import { State } from "../pieces.js";
import { sayIn } from "./say.js";

/** @typedef {import("../state").Phone} Phone */

/** A score for each card that this person was dealt or may read. @param {{ phone: Phone, of: string, rate: { from: number, to: number } }} props */
export function Scores({ phone, of, rate }) {
  const { view, live } = phone;
  const say = sayIn(phone);
  const given = view.value.mine.dots;
  const items = ballot(view.value, of);
  const steps = Array.from({ length: rate.to - rate.from + 1 }, (_, at) => rate.from + at);
  const score = (/** @type {string} */ id, /** @type {number} */ number) => live.do({ kind: "CastVote", step: view.value.stage?.key, dots: { ...given, [id]: number } });
  return html`<section class="task" aria-labelledby="score-title">
    <h2 class="task-title" id="score-title">${say("score.title", { from: rate.from, to: rate.to })}</h2>
    ${!items.length && html`<p class="soft">${say("score.nothing")}</p>`}
    ${items.map((item) => html`<fieldset class="field" key=${item.id}><legend class="words">${item.text}</legend><div class="choices">
      ${steps.map((number) => html`<label class="choice" key=${number}><input type="radio" name="score-${item.id}" checked=${given[item.id] === number} onChange=${() => score(item.id, number)} /><span class="number">${number}</span></label>`)}
    </div></fieldset>`)}
    ${Object.keys(given).length > 0 && html`<${State} phone=${phone} state=${view.value.pending.vote ?? "saved"} />`}
  </section>`;
}

/** All cards from first to last, moved by buttons and then sent. @param {{ phone: Phone, task: import("../../protocol").VoteTask }} props */
export function Order({ phone, task }) {
  const { view, live, drafts } = phone;
  const say = sayIn(phone);
  const step = view.value.stage?.key ?? "";
  const key = `order:${step}`;
  const given = view.value.mine.dots;
  const items = ballot(view.value, task.of).filter((item) => !(item.mine && task.own === false));
  const drawn = /** @type {string[] | undefined} */ (drafts.at(key).raw);
  const place = (/** @type {string} */ id) => (drawn ? drawn.indexOf(id) + 1 : given[id]) || Infinity;
  const order = items.map((item) => item.id).sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
  const text = (/** @type {string} */ id) => items.find((item) => item.id === id)?.text ?? "";
  const change = (/** @type {string[]} */ next) => drafts.set(key, { raw: next });
  const send = () => {
    live.do({ kind: "CastVote", step, dots: Object.fromEntries(order.map((id, at) => [id, at + 1])) });
    drafts.drop(key);
  };
  const sent = !drawn && order.length > 0 && order.every((id) => given[id]);
  return html`<section class="task" aria-labelledby="order-title">
    <h2 class="task-title" id="order-title">${say("order.title")}</h2>
    ${items.length ? html`<${Moves} phone=${phone} ids=${order} text=${text} change=${change} />` : html`<p class="soft">${say("order.nothing")}</p>`}
    ${items.length > 0 && (sent ? html`<p class="help">${say("order.sent")}</p>` : html`<button type="button" class="button primary big wide" onClick=${send}>${say("order.send")}</button>`)}
    ${Object.keys(given).length > 0 && !drawn && html`<${State} phone=${phone} state=${view.value.pending.vote ?? "saved"} />`}
  </section>`;
}

/** A list in its order, moved by buttons: no dragging is needed. @param {{ phone: Phone, ids: string[], text: (id: string) => string, change: (ids: string[]) => void }} props */
export function Moves({ phone, ids, text, change }) {
  const say = sayIn(phone);
  const swap = (/** @type {number} */ at, /** @type {number} */ to) => change(ids.map((one, index) => (index === at ? ids[to] : index === to ? ids[at] : one)));
  return html`<ol class="ranking" role="list">
    ${ids.map((id, at) => html`<li key=${id}>
      <span class="rank number">${at + 1}</span><span class="rank-label">${text(id)}</span>
      <button type="button" class="button quiet" aria-label=${say("answer.up", { what: text(id) })} aria-disabled=${at === 0} onClick=${() => at > 0 && swap(at, at - 1)}><${Icon} name="up" /></button>
      <button type="button" class="button quiet" aria-label=${say("answer.down", { what: text(id) })} aria-disabled=${at === ids.length - 1} onClick=${() => at < ids.length - 1 && swap(at, at + 1)}><${Icon} name="down" /></button>
    </li>`)}
  </ol>`;
}
