/** What this person may do now: one section per task. */

import { useState } from "preact/hooks";
import { withItems } from "../view.js";
import { html } from "../parts/html.js";
import { shown } from "../numbers.js";
import { inWords } from "../in-words.js";
import { Input, Room, isGroup, toRaw, toValue } from "./inputs.js";
import { Late } from "./lazy.js";
import { Privacy, SeenBy, State } from "./pieces.js";

/** @typedef {import("./state").Phone} Phone */
/** @typedef {import("../protocol").QuestionTask} QuestionTask */
/** @typedef {import("../protocol").PostTask} PostTask */

/** @param {Phone} phone */
const stepOf = (phone) => phone.view.value.stage?.key ?? "";
export const postKey = (/** @type {string} */ step, /** @type {string} */ board) => `post:${step}:${board}`;
export const answerKey = (/** @type {string} */ step, /** @type {string} */ question) => `answer:${step}:${question}`;

/** @param {{ phone: Phone }} props */
export function Tasks({ phone }) {
  const { tasks } = phone.view.value;
  return html`
    <${Asked} phone=${phone} />
    ${Object.entries(tasks.post ?? {}).map(([board, task]) => html`<${Post} key=${`${stepOf(phone)}:${board}`} phone=${phone} board=${board} task=${task} />`)}
    ${tasks.volunteer && html`<${Late} part="Offers" phone=${phone} />`}
    ${tasks.join && html`<${Late} part="JoinGroup" key=${stepOf(phone)} phone=${phone} task=${tasks.join} />`}
    ${tasks.choose && html`<${Late} part="Choose" phone=${phone} task=${tasks.choose} />`}
    ${Object.entries(tasks.place ?? {}).map(([board, cards]) => html`<${Late} part="Places" key=${`${stepOf(phone)}:${board}`} phone=${phone} board=${board} cards=${cards} />`)}
    ${(tasks.sift ?? []).map((board) => html`<${Late} part="Sift" key=${board} phone=${phone} board=${board} />`)}
    ${tasks.vote && html`<${Ballot} phone=${phone} task=${tasks.vote} />`}`;
}

/** @param {{ phone: Phone, task: import("../protocol").VoteTask }} props */
function Ballot({ phone, task }) {
  if (!task.with) return html`<${Late} part="Dots" phone=${phone} task=${task} />`;
  if (task.with === "scores") return html`<${Late} part="Scores" phone=${phone} of=${task.of} rate=${task.rate} own=${task.own} />`;
  return html`<${Late} part=${task.with === "ranking" ? "Order" : "Levels"} phone=${phone} task=${task} />`;
}

/** Several questions come one at a time. What leads from one to the other is in the second file; without it one still goes on by answering. @param {{ phone: Phone }} props */
function Asked({ phone }) {
  const { view, drafts } = phone;
  const tasks = Object.entries(view.value.tasks.answer ?? {});
  const names = tasks.map(([name]) => name);
  const stands = names.find((name) => isOpen(phone, name)) ?? "";
  const said = drafts.at(`at:${stepOf(phone)}`).raw;
  const now = names.length < 2 ? names[0] : said === "" || names.includes(said) ? said : stands;
  const go = (/** @type {string} */ name) => drafts.set(`at:${stepOf(phone)}`, { raw: name });
  const sent = names.length > 1 && (() => go(names.find((name, at) => at > names.indexOf(now) && isOpen(phone, name)) ?? ""));
  const lead = (/** @type {"AskedHead" | "AskedFoot"} */ part) => names.length > 1 && html`<${Late} part=${part} phone=${phone} names=${names} now=${now} go=${go} meanwhile=${now && " "} />`;
  return html`${lead("AskedHead")}
    ${tasks.map(([name, task]) => name === now && html`<${Question} key=${`${stepOf(phone)}:${name}`} phone=${phone} name=${name} task=${withItems(view.value, task)} sent=${sent} />`)}
    ${lead("AskedFoot")}`;
}

/** Whether a question waits for an answer, or its answer is being changed. @param {Phone} phone @param {string} name */
function isOpen({ view, drafts }, name) {
  const draft = drafts.at(answerKey(view.value.stage?.key ?? "", name));
  return view.value.mine.answers[name] === undefined || "raw" in draft || "text" in draft;
}

/** Change an answer. @param {Phone} phone @param {string} name @param {QuestionTask} task */
export const openQuestion = (phone, name, task) => phone.drafts.set(answerKey(stepOf(phone), name), { raw: toRaw(task, phone.view.value.mine.answers[name], phone.live.locale.value) });

/** @param {{ phone: Phone, name: string, task: QuestionTask, sent: false | (() => void) }} props */
function Question({ phone, name, task, sent }) {
  const { view, drafts, live, say } = phone;
  const key = answerKey(stepOf(phone), name);
  const given = view.value.mine.answers[name];
  const draft = drafts.at(key);
  const [wrong, setWrong] = useState(/** @type {{ wrong: string, values?: Record<string, string> } | null} */ (null));
  if (!isOpen(phone, name)) return html`<${Given} phone=${phone} name=${name} task=${task} change=${() => openQuestion(phone, name, task)} />`;

  const raw = draft.text ?? draft.raw ?? toRaw(task, given, live.locale.value);
  const change = (/** @type {any} */ next) => {
    setWrong(null);
    drafts.set(key, typeof next === "string" && task.kind.endsWith("text") ? { text: next } : { raw: next });
  };
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    const result = toValue(task, raw);
    if ("wrong" in result) return setWrong(result);
    live.do({ kind: "GiveAnswer", step: stepOf(phone), question: name, value: result.value });
    drafts.drop(key);
    if (sent) sent();
  };
  const id = `q-${name}`;
  const group = isGroup(task);
  const label = html`${phone.read(task.label)}${task.required === false && html` <span class="optional">(${say("answer.optional")})</span>`}`;
  return html`<form class="task" onSubmit=${send} novalidate>
    <${group ? "fieldset" : "div"} class="field ${wrong ? "has-error" : ""}">
      ${group ? html`<legend id="${id}-label" class="task-title">${label}</legend>` : html`<label for=${id} class="task-title">${label}</label>`}
      <p class="help" id="${id}-help">${[phone.read(task.help), limits(phone, task)].filter(Boolean).join(" ")}</p>
      <${Input} phone=${phone} id=${id} task=${task} raw=${raw} change=${change} wrong=${wrong !== null} help="${id}-help ${id}-wrong" />
      <p class="wrong" id="${id}-wrong" role="alert">${wrong && wrongWords(phone, wrong)}</p>
    <//>
    <${SeenBy} phone=${phone} by=${task.seenBy} first=${task.seenFirst} roles=${task.seenRoles} anonymous=${task.anonymous} />
    ${task.shared && html`<p class="help">${say("answer.group")}</p>`}
    ${task.kind.endsWith("text") && !task.day && html`<${Privacy} phone=${phone} said=${`${phone.read(task.label)} ${phone.read(task.help)}`} />`}
    <button class="button primary big wide" type="submit">${say(sent ? "answer.next" : "answer.send")}</button>
  </form>`;
}

/** @param {Phone} phone @param {{ wrong: string, values?: Record<string, string> }} wrong */
const wrongWords = (phone, wrong) =>
  phone.say(wrong.wrong, Object.fromEntries(Object.entries(wrong.values ?? {}).map(([name, value]) => [name, shown(value, phone.live.locale.value)])));

/** @param {Phone} phone @param {QuestionTask} task */
function limits(phone, task) {
  const locale = phone.live.locale.value;
  const [min, max] = [task.min && shown(task.min, locale), task.max && shown(task.max, locale)];
  if (task.kind === "choices" && task.total) return phone.say("answer.inAll", { max: shown(task.total, locale) });
  if (task.kind === "choices") return max ? phone.say("answer.pickMost", { max }) : min ? phone.say("answer.pickLeast", { min }) : "";
  if (task.kind === "amounts" || (task.kind === "items" && task.total)) return task.total ? phone.say("answer.inAll", { max: shown(task.total, locale) }) : "";
  if (![task.kind, task.each].some((kind) => kind === "whole number" || kind === "number")) return "";
  if (min && max) return phone.say("answer.between", { min, max });
  return min ? phone.say("answer.atLeast", { min }) : max ? phone.say("answer.atMost", { max }) : "";
}

/** @param {{ phone: Phone, name: string, task: QuestionTask, change: () => void }} props */
export function Given({ phone, name, task, change }) {
  const { live, say, view } = phone;
  const withdraw = () => confirm(say("card.withdrawSure")) && live.do({ kind: "WithdrawAnswer", step: stepOf(phone), question: name });
  return html`<section class="task done" aria-label=${phone.read(task.label)}>
    <h2 class="task-title">${phone.read(task.label)}</h2>
    <p class="given words">${inWords(task, view.value.mine.answers[name], live)}</p>
    <div class="row"><${State} phone=${phone} state=${view.value.pending[`answer:${name}`] ?? "saved"} />${view.value.mine.waiting.includes(name) && html`<span class="badge info">${say("card.waits")}</span>`}
      <button type="button" class="button small" onClick=${change}>${say("answer.change")}</button>
      <button type="button" class="button small quiet" onClick=${withdraw}>${say("card.withdraw")}</button></div>
    <${SeenBy} phone=${phone} by=${task.seenBy} first=${task.seenFirst} roles=${task.seenRoles} anonymous=${task.anonymous} />
  </section>`;
}

/** @param {{ phone: Phone, board: string, task: PostTask }} props */
function Post({ phone, board, task }) {
  const { view, drafts, live, say } = phone;
  const key = postKey(stepOf(phone), board);
  const draft = drafts.at(key);
  const [wrong, setWrong] = useState("");
  const prompt = phone.read(task.prompt ?? view.value.boards[board]?.prompt);
  const columns = task.columns ?? [];
  const column = columns.length === 1 ? columns[0].id : draft.column; // where there is one place, nobody need be asked
  const id = `post-${board}`;
  if (task.left === 0 && !draft.text) return html`<section class="task done"><h2 class="task-title">${prompt || say("post.label")}</h2><p class="soft">${say("post.full")}</p></section>`;

  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    const text = draft.text ?? "";
    if (!text.trim()) return setWrong(say("answer.empty"));
    if ([...text].length > (task.longest ?? 2000)) return setWrong(say("text.over", { over: [...text].length - (task.longest ?? 2000) }));
    if (columns.length && !columns.some((one) => one.id === column)) return setWrong(say("post.column"));
    live.do({ kind: "PostCard", step: stepOf(phone), board, text, ...(columns.length ? { column } : {}) });
    drafts.drop(key);
    if (columns.length > 1) drafts.set(key, { column });
    document.getElementById(id)?.focus();
  };
  return html`<form class="task" onSubmit=${send} novalidate>
    <div class="field ${wrong ? "has-error" : ""}">
      <label for=${id} class="task-title">${prompt || say("post.label")}</label>
      <textarea class="input" id=${id} rows="4" value=${draft.text ?? ""} aria-invalid=${Boolean(wrong)} aria-describedby="${id}-seen ${id}-wrong"
        onInput=${(/** @type {any} */ event) => (setWrong(""), drafts.set(key, { text: event.target.value }))}></textarea>
      <${Room} phone=${phone} text=${draft.text ?? ""} longest=${task.longest ?? 2000} />
    </div>
    ${columns.length > 1 && html`<fieldset class="field"><legend>${say("post.column")}</legend><div class="choices">
      ${columns.map((one) => html`<label class="choice" key=${one.id}><input type="radio" name="${id}-column" checked=${column === one.id} onChange=${() => (setWrong(""), drafts.set(key, { column: one.id }))} /><span>${phone.read(one.label)}</span></label>`)}
    </div></fieldset>`}
    <p class="wrong" id="${id}-wrong" role="alert">${wrong}</p>
    <div id="${id}-seen"><${SeenBy} phone=${phone} by=${task.seenBy} first=${task.seenFirst} roles=${task.seenRoles} /></div>
    <${Privacy} phone=${phone} said=${prompt} />
    <button class="button primary big wide" type="submit">${say("post.send")}</button>
    ${task.left !== undefined && html`<p class="help">${task.left === 1 ? say("post.leftOne") : say("post.left", { left: task.left })}</p>`}
  </form>`;
}
