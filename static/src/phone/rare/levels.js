/** A level for each card: thumbs, consent with the reasons it asks for, keep or drop. */

import { useState } from "preact/hooks";
import { html } from "../../parts/html.js";
import { Sign, levelSay } from "../../parts/levels.js";
import { ballot } from "../../view.js";
import { LEVELS } from "../../words/levels.js";
import { Privacy, State } from "../pieces.js";
import { Among } from "./finding.js";
import { sayIn } from "./say.js";

/** @typedef {import("../state").Phone} Phone */

const REASONED = ["concern", "objection"];

/** @param {{ phone: Phone, task: import("../../protocol").VoteTask }} props */
export function Levels({ phone, task }) {
  const { view, live } = phone;
  const say = sayIn(phone);
  const given = view.value.mine.dots;
  const items = ballot(view.value, task.of).filter((item) => !(item.mine && task.own === false));
  const left = items.filter((item) => !given[item.id]).length;
  const vote = (/** @type {string} */ id, /** @type {number} */ level, /** @type {string | undefined} */ why = undefined) =>
    live.do({ kind: "CastVote", step: view.value.stage?.key, dots: { ...given, [id]: level }, ...(why === undefined ? {} : { reasons: { [id]: why } }) });
  return html`<section class="task" aria-labelledby="levels-title">
    <h2 class="task-title" id="levels-title">${say(`levels.${task.with}`)}</h2>
    ${!items.length && html`<p class="soft">${say("levels.nothing")}</p>`}
    <${Among} phone=${phone} of=${task.of} items=${items} list=${(/** @type {typeof items} */ some) => some.map((item) => html`<${Level} key=${`${view.value.stage?.key}:${item.id}`} phone=${phone} item=${item} manner=${task.with} given=${given[item.id]} vote=${vote} />`)} />
    ${items.length > 1 && html`<p class="help" role="status">${left === 0 ? say("levels.all") : say(left === 1 ? "levels.leftOne" : "levels.left", { left })}</p>`}
    ${Object.keys(given).length > 0 && html`<${State} phone=${phone} state=${view.value.pending.vote ?? "saved"} />`}
  </section>`;
}

/** @param {{ phone: Phone, item: { id: string, text: string }, manner: string, given?: number, vote: (id: string, level: number, why?: string) => void }} props */
function Level({ phone, item, manner, given, vote }) {
  const name = levelSay(phone.live);
  const [asking, setAsking] = useState(/** @type {number | undefined} */ (undefined));
  const words = Object.fromEntries(LEVELS[manner] ?? []);
  const chosen = asking ?? given;
  const pick = (/** @type {number} */ level) => {
    if (REASONED.includes(words[level])) return setAsking(level);
    setAsking(undefined);
    vote(item.id, level);
  };
  const before = Object.values(phone.view.value.mine.cards).find((card) => card.about === item.id && card.stance && card.step === phone.view.value.stage?.key);
  return html`<fieldset class="field level"><legend class="words">${item.text}</legend>
    <div class="choices ${{ thumbs: "thumbs", consent: "" }[manner] ?? "side"}">
      ${(LEVELS[manner] ?? []).map(([level, word]) => html`<label class="choice" key=${word}><input type="radio" name="level-${item.id}" checked=${chosen === level} onChange=${() => pick(level)} /><${Sign} level=${word} /><span>${name(`level.${word}`)}</span></label>`)}
    </div>
    ${asking !== undefined && html`<${Reason} phone=${phone} id=${item.id} level=${words[asking]} before=${before?.text ?? ""} send=${(/** @type {string} */ why) => (setAsking(undefined), vote(item.id, asking, why))} />`}
    ${asking === undefined && before && given && REASONED.includes(words[given]) && html`<p class="given words">${before.text}</p>
      <div class="row"><button type="button" class="button small" onClick=${() => setAsking(given)}>${sayIn(phone)("reason.change")}</button></div>`}
  </fieldset>`;
}

/** @param {{ phone: Phone, id: string, level: string, before: string, send: (why: string) => void }} props */
function Reason({ phone, id, level, before, send }) {
  const say = sayIn(phone);
  const key = `reason:${phone.view.value.stage?.key}:${id}`;
  const text = phone.drafts.at(key).text ?? before;
  const [wrong, setWrong] = useState(false);
  const go = () => {
    if (!text.trim()) return setWrong(true);
    phone.drafts.drop(key);
    send(text);
  };
  return html`<div class="field ${wrong ? "has-error" : ""}">
    <label for="why-${id}">${say(`reason.${level}`)}</label>
    <textarea class="input" id="why-${id}" rows="3" maxlength="1000" value=${text} aria-invalid=${wrong} onInput=${(/** @type {any} */ event) => (setWrong(false), phone.drafts.set(key, { text: event.target.value }))}></textarea>
    <p class="wrong" role="alert">${wrong && say("reason.missing")}</p>
    <p class="help">${say("reason.seen")}</p>
    <${Privacy} phone=${phone} said="" />
    <button type="button" class="button primary big wide" onClick=${go}>${say("reason.send")}</button>
  </div>`;
}
