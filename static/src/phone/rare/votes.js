/** Votes that order cards: dots to place, a score for each, all of them from first to last; and picking a few. */

import { ballot } from "../../view.js";
import { Icon, html } from "../../parts/html.js";
import { State } from "../pieces.js";
import { Among } from "./finding.js";
import { Ranked } from "./ranking.js";
import { sayIn } from "./say.js";

/** @typedef {import("../state").Phone} Phone */

/** A score for each card that this person was dealt or may read. @param {{ phone: Phone, of: string, rate: { from: number, to: number }, own?: boolean }} props */
export function Scores({ phone, of, rate, own }) {
  const { view, live } = phone;
  const say = sayIn(phone);
  const given = view.value.mine.dots;
  const items = ballot(view.value, of).filter((item) => !(item.mine && own === false));
  const steps = Array.from({ length: rate.to - rate.from + 1 }, (_, at) => rate.from + at);
  const score = (/** @type {string} */ id, /** @type {number} */ number) => live.do({ kind: "CastVote", step: view.value.stage?.key, dots: { ...given, [id]: number } });
  return html`<section class="task" aria-labelledby="score-title">
    <h2 class="task-title" id="score-title">${say("score.title", { from: rate.from, to: rate.to })}</h2>
    ${!items.length && html`<p class="soft">${say("score.nothing")}</p>`}
    <${Among} phone=${phone} of=${of} items=${items} list=${(/** @type {typeof items} */ some) => some.map((item) => html`<fieldset class="field" key=${item.id}><legend class="words">${item.text}</legend><div class="scale">
      ${steps.map((number) => html`<label class="scale-step" key=${number}><input type="radio" name="score-${item.id}" checked=${given[item.id] === number} onChange=${() => score(item.id, number)} /><span>${number}</span></label>`)}
    </div></fieldset>`)} />
    ${Object.keys(given).length > 0 && html`<${State} phone=${phone} state=${view.value.pending.vote ?? "saved"} />`}
  </section>`;
}

/** All cards from first to last, then sent. @param {{ phone: Phone, task: import("../../protocol").VoteTask }} props */
export function Order({ phone, task }) {
  const { view, live, drafts } = phone;
  const say = sayIn(phone);
  const step = view.value.stage?.key ?? "";
  const key = `order:${step}`;
  const given = view.value.mine.dots;
  const items = ballot(view.value, task.of).filter((item) => !(item.mine && task.own === false));
  const drawn = /** @type {string[] | undefined} */ (drafts.at(key).raw);
  const ids = items.map((item) => item.id);
  const order = (drawn ?? Object.keys(given).sort((a, b) => given[a] - given[b])).filter((id) => ids.includes(id));
  const whole = ids.length > 0 && order.length === ids.length;
  const text = (/** @type {string} */ id) => items.find((item) => item.id === id)?.text ?? "";
  const change = (/** @type {string[]} */ next) => drafts.set(key, { raw: next });
  const send = () => {
    live.do({ kind: "CastVote", step, dots: Object.fromEntries(order.map((id, at) => [id, at + 1])) });
    drafts.drop(key);
  };
  const sent = !drawn && whole;
  return html`<section class="task" aria-labelledby="order-title">
    <h2 class="task-title" id="order-title">${say("order.title")}</h2>
    ${items.length ? html`<${Ranked} phone=${phone} ids=${ids} placed=${order} text=${text} change=${change} />` : html`<p class="soft">${say("order.nothing")}</p>`}
    ${whole && (sent ? html`<p class="help">${say("order.sent")}</p>` : html`<button type="button" class="button primary big wide" onClick=${send}>${say("order.send")}</button>`)}
    ${Object.keys(given).length > 0 && !drawn && html`<${State} phone=${phone} state=${view.value.pending.vote ?? "saved"} />`}
  </section>`;
}

/** @param {{ phone: Phone, task: import("../../protocol").ChooseTask }} props */
export function Choose({ phone, task }) {
  const { view, live } = phone;
  const say = sayIn(phone);
  const count = task.howMany ?? 1;
  const items = ballot(view.value, task.from);
  const chosen = view.value.chosen.filter((id) => items.some((item) => item.id === id));
  const full = chosen.length >= count;
  const toggle = (/** @type {string} */ id) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : count === 1 ? [id] : [...chosen, id];
    if (next.length <= count) live.do({ kind: "ChooseCards", step: view.value.stage?.key, cards: next });
  };
  return html`<section class="task" aria-labelledby="choose-title">
    <h2 class="task-title" id="choose-title">${count === 1 ? say("choose.titleOne") : say("choose.title", { count })}</h2>
    ${task.shared && html`<p class="help">${say("choose.group")}</p>`}
    ${!items.length && html`<p class="soft">${say("choose.nothing")}</p>`}
    <${Among} phone=${phone} of=${task.from} items=${items} list=${(/** @type {typeof items} */ some) => html`<div class="choices">
      ${some.map((item) => html`<label class="choice" key=${item.id}>
        <input type=${count === 1 ? "radio" : "checkbox"} name="choose" checked=${chosen.includes(item.id)} disabled=${count > 1 && full && !chosen.includes(item.id)} onChange=${() => toggle(item.id)} />
        <span class="words">${item.text}</span></label>`)}
    </div>`} />
    <p class="row"><span>${say("choose.count", { chosen: chosen.length, count })}</span>
      ${chosen.length > 0 && html`<${State} phone=${phone} state=${view.value.pending.choose ?? "saved"} />`}</p>
    ${full && count > 1 && html`<p class="help">${say("choose.full")}</p>`}
  </section>`;
}

/** @param {{ phone: Phone, task: import("../../protocol").VoteTask }} props */
export function Dots({ phone, task }) {
  const { view, live } = phone;
  const say = sayIn(phone);
  const dots = view.value.mine.dots;
  const items = ballot(view.value, task.of);
  const left = task.dots - Object.values(dots).reduce((sum, one) => sum + one, 0);
  const place = (/** @type {string} */ id, /** @type {number} */ number) => {
    const next = Object.fromEntries(Object.entries({ ...dots, [id]: number }).filter(([, one]) => one > 0));
    live.do({ kind: "CastVote", step: view.value.stage?.key, dots: next });
  };
  return html`<section class="task" aria-labelledby="vote-title">
    <h2 class="task-title" id="vote-title">${say("vote.title")}</h2>
    <p class="dots-left" role="status"><span class="dots-row" aria-hidden="true">${Array.from({ length: Math.min(12, task.dots) }, (_, at) => html`<span class=${at < left ? "dot full" : "dot"}></span>`)}</span>
      ${left === 0 ? say("vote.allPlaced") : say(left > 1 ? "vote.left" : task.dots > 1 ? "vote.leftOne" : "vote.onlyOne", { left, dots: task.dots })}</p>
    ${task.perItem !== undefined && task.perItem < task.dots && html`<p class="help">${say("vote.perItem", { most: task.perItem })}</p>`}
    ${!items.length && html`<p class="soft">${say("vote.nothing")}</p>`}
    <${Among} phone=${phone} of=${task.of} items=${items} list=${(/** @type {typeof items} */ some) => html`<ul class="ballot" role="list">
      ${some.map((item) => {
        const mine = dots[item.id] ?? 0;
        const barred = item.mine && task.own === false;
        const most = left <= 0 || mine >= (task.perItem ?? Infinity);
        return html`<li class="ballot-item" key=${item.id}>
          <p class="words">${item.text}</p>
          ${barred ? html`<span class="badge">${say("vote.own")}</span>` : html`<div class="ballot-buttons">
            <button type="button" class="button" aria-label=${say("vote.remove", { what: item.text })} aria-disabled=${mine === 0} onClick=${() => mine > 0 && place(item.id, mine - 1)}><${Icon} name="minus" /></button>
            <span class="ballot-count number" aria-live="polite">${mine}</span>
            <button type="button" class="button" aria-label=${say("vote.add", { what: item.text })} aria-disabled=${most} onClick=${() => !most && place(item.id, mine + 1)}><${Icon} name="plus" /></button>
          </div>`}
        </li>`;
      })}
    </ul>`} />
    ${Object.keys(dots).length > 0 && html`<${State} phone=${phone} state=${view.value.pending.vote ?? "saved"} />`}
  </section>`;
}
