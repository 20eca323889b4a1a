/** What did not leave: refused posts with the reason, and words typed for a stage that is over. */

import { useState } from "preact/hooks";
import { inWords } from "../../in-words.js";
import { Icon, html } from "../../parts/html.js";
import { why } from "../../words.js";
import { answerKey, postKey } from "../tasks.js";
import { sayIn } from "./say.js";

/** @typedef {import("../state").Phone} Phone */

/** @param {{ phone: Phone }} props */
export const Kept = ({ phone }) => html`<${Refused} phone=${phone} /><${Leftovers} phone=${phone} />`;

/** @param {{ phone: Phone }} props */
function Refused({ phone }) {
  const { live, drafts, view } = phone;
  const say = sayIn(phone);
  const items = live.box.value.items.filter((item) => item.state === "refused");
  return html`${items.map((item) => {
    const command = /** @type {any} */ (item.do);
    const words = command.text ?? (command.value !== undefined ? inWords({}, command.value, live) : "");
    const target = command.kind === "PostCard" ? currentPost(phone, command.board) : undefined;
    const again = () => {
      if (target) drafts.set(target, { text: command.text, column: command.column });
      live.dismiss(item.id);
    };
    return html`<section class="kept refused" key=${item.id} aria-label=${say("refusal.title")}>
      <p class="kept-title"><${Icon} name="cross" />${say("refusal.title")}</p>
      <p>${why(item.refusal, phone.say, live.locale.value)}</p>
      ${words && html`<p class="words quoted">${words}</p>`}
      <div class="row tight">
        ${target && view.value.tasks.post && html`<button type="button" class="button small" onClick=${again}>${say("refusal.again")}</button>`}
        ${words && html`<${CopyButton} phone=${phone} words=${words} />`}
        <button type="button" class="button small quiet" onClick=${() => live.dismiss(item.id)}>${say("refusal.dismiss")}</button>
      </div>
    </section>`;
  })}`;
}

/** @param {{ phone: Phone }} props */
function Leftovers({ phone }) {
  const { drafts } = phone;
  const say = sayIn(phone);
  const left = leftovers(phone);
  return html`${left.map(([key, words]) => {
    const target = currentPost(phone, key.split(":").slice(2).join(":"));
    const use = () => {
      if (target) drafts.set(target, { text: words });
      drafts.drop(key);
    };
    return html`<section class="kept" key=${key} aria-label=${say("leftover.title")}>
      <p class="kept-title"><${Icon} name="note" />${say("leftover.title")}</p>
      <p>${say("leftover.text")}</p>
      <p class="words quoted">${words}</p>
      <div class="row tight">
        ${target && !drafts.at(target).text && html`<button type="button" class="button small" onClick=${use}>${say("leftover.use")}</button>`}
        <${CopyButton} phone=${phone} words=${words} />
        <button type="button" class="button small quiet" onClick=${() => drafts.drop(key)}>${say("refusal.dismiss")}</button>
      </div>
    </section>`;
  })}`;
}

/** Drafts with words whose task is no longer there. @param {Phone} phone @returns {[string, string][]} */
function leftovers({ drafts, view }) {
  const step = view.value.stage?.key ?? "";
  const { tasks } = view.value;
  const open = new Set([
    ...Object.keys(tasks.post ?? {}).map((board) => postKey(step, board)),
    ...Object.keys(tasks.answer ?? {}).map((question) => answerKey(step, question)),
    ...Object.keys(tasks.post ?? {}).flatMap((board) => Object.keys(view.value.boards[board]?.cards ?? {}).map((card) => `edit:${step}:${card}`)),
  ]);
  const beside = new RegExp(`^(reason|remark):${step}:`); // written beside a card: there as long as its stage
  return Object.entries(drafts.all.value)
    .filter(([key]) => !open.has(key) && !beside.test(key))
    .map(([key, draft]) => /** @type {[string, string]} */ ([key, wordsOf(draft)]))
    .filter(([, words]) => words);
}

/** Where words meant for a board can go now: the same board, else the only one open. @param {Phone} phone @param {string} board */
function currentPost({ view }, board) {
  const open = Object.keys(view.value.tasks.post ?? {});
  const place = open.includes(board) ? board : open.length === 1 ? open[0] : undefined;
  return place && postKey(view.value.stage?.key ?? "", place);
}

/** @param {{ phone: Phone, words: string }} props */
function CopyButton({ phone, words }) {
  const [done, setDone] = useState(false);
  const click = () => {
    copy(words);
    setDone(true);
  };
  return html`<button type="button" class="button small" onClick=${click}>${sayIn(phone)(done ? "refusal.copied" : "refusal.copy")}</button>`;
}

/** Words in a draft worth keeping after its stage is gone. @param {import("../drafts").Draft} draft */
function wordsOf(draft) {
  const rows = Array.isArray(draft.raw) && Array.isArray(draft.raw[0]) ? draft.raw.map((row) => row.join(" · ")).join("\n") : "";
  return (draft.text ?? rows).replace(/^[\s·]+$/, "");
}

/** Copy without the clipboard interface, which plain http does not have. @param {string} words */
function copy(words) {
  const field = document.createElement("textarea");
  field.value = words;
  field.className = "visually-hidden";
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  focused?.focus();
}
