/** One input for each kind of question. Each edits a raw value; `toValue` turns it into what is sent, or says what is wrong. */

import { inWords, optionWords } from "../in-words.js";
import { approximate, compare, exact, numberOf, shown, typed } from "../numbers.js";
import { Icon, html } from "../parts/html.js";
import { Tally } from "../parts/results.js";
import { spread } from "../view.js";
import { Late } from "./lazy.js";

/** @typedef {import("../protocol").QuestionTask} Task */
/** @typedef {import("../protocol").Value} Value */
/** @typedef {import("./state").Phone} Phone */
/** @typedef {{ phone: Phone, id: string, task: Task, raw: any, change: (raw: any) => void, help: string, wrong: boolean }} Props */

const isText = (/** @type {Task} */ task) => task.kind === "short text" || task.kind === "long text" || task.kind === "link";
const isNumber = (/** @type {Task} */ task) => task.kind === "whole number" || task.kind === "number" || task.kind === "scale";

/** What the fields hold for a value already given. @param {Task} task @param {Value | undefined} value @param {string} locale */
export function toRaw(task, value, locale) {
  if (isNumber(task)) return value === undefined ? "" : typed(numberOf(value), locale);
  if (task.kind === "list") return Array.isArray(value) && value.length ? value : [(task.columns ?? []).map(() => "")];
  if (task.kind === "ranking") return Array.isArray(value) ? value : [];
  if (task.kind === "amounts") return Object.fromEntries(Array.isArray(value) ? /** @type {string[][]} */ (value) : (task.options ?? []).map((option) => [option.id, task.min ?? "0"]));
  if (task.kind === "items") return Object.fromEntries(/** @type {string[][]} */ (Array.isArray(value) ? value : []).map(([id, one]) => [id, task.each === "yes-no" ? one === "yes" : typed(one, locale)]));
  if (task.kind === "choices") return Array.isArray(value) ? value : [];
  return value ?? (task.kind === "yes-no" ? undefined : "");
}

/**
 * @param {Task} task @param {any} raw
 * @returns {{ value: Value } | { wrong: string, values?: Record<string, string> }}
 */
export function toValue(task, raw) {
  if (isNumber(task)) return numberFrom(task, raw);
  if (task.kind === "list") {
    const rows = /** @type {string[][]} */ (raw).filter((row) => row.some((cell) => cell.trim()));
    return rows.length ? { value: rows } : { wrong: "answer.empty" };
  }
  if (task.kind === "amounts") return amountsFrom(task, raw);
  if (task.kind === "items") return itemsFrom(task, raw);
  if (task.kind === "choices") return picksFrom(task, raw);
  if (task.kind === "ranking" && raw.length < (task.options ?? []).length) return { wrong: "answer.each" };
  if (raw === undefined || (typeof raw === "string" && !raw.trim())) return { wrong: "answer.empty" };
  if (isText(task) && [...raw].length > (task.longest ?? 2000)) return { wrong: "text.over", values: { over: String([...raw].length - (task.longest ?? 2000)) } };
  return { value: raw };
}

/** @param {Task} task @param {string} raw @returns {{ value: Value } | { wrong: string, values?: Record<string, string> }} */
function numberFrom(task, raw) {
  if (!String(raw).trim()) return { wrong: "answer.empty" };
  const number = exact(String(raw));
  if (number === undefined) return { wrong: "answer.notNumber" };
  if (task.kind !== "number" && number.includes("/")) return { wrong: "answer.notWhole" };
  if (task.min !== undefined && compare(number, task.min) < 0) return { wrong: "answer.atLeast", values: { min: task.min } };
  if (task.max !== undefined && compare(number, task.max) > 0) return { wrong: "answer.atMost", values: { max: task.max } };
  return { value: { number } };
}

/** One whole number for each other member. @param {Task} task @param {Record<string, string>} raw @returns {{ value: Value } | { wrong: string, values?: Record<string, string> }} */
function amountsFrom(task, raw) {
  const rows = /** @type {string[][]} */ ([]);
  for (const { id } of task.options ?? []) {
    const result = numberFrom(task, raw[id] ?? "");
    if ("wrong" in result) return result;
    rows.push([id, /** @type {{ number: string }} */ (result.value).number]);
  }
  const sum = String(rows.reduce((total, [, number]) => total + BigInt(number), 0n));
  if (task.total !== undefined && compare(sum, task.total) > 0) return { wrong: "answer.inAll", values: { max: task.total } };
  return { value: rows };
}

/** One value for each item. @param {Task} task @param {Record<string, any>} raw @returns {{ value: Value } | { wrong: string, values?: Record<string, string> }} */
function itemsFrom(task, raw) {
  const rows = /** @type {string[][]} */ ([]);
  for (const { id } of task.options ?? []) {
    const one = raw[id];
    if (task.each === "yes-no" && one !== undefined) rows.push([id, one ? "yes" : "no"]);
    else if (one !== undefined && String(one).trim()) {
      const result = numberFrom({ ...task, kind: task.each ?? "number" }, String(one));
      if ("wrong" in result) return result;
      rows.push([id, /** @type {{ number: string }} */ (result.value).number]);
    } else if (task.required !== false) return { wrong: "answer.each" };
  }
  return rows.length ? { value: rows } : { wrong: "answer.empty" };
}

/** @param {Task} task @param {string[]} picks @returns {{ value: Value } | { wrong: string, values?: Record<string, string> }} */
function picksFrom(task, picks) {
  if (task.min !== undefined && compare(String(picks.length), task.min) < 0) return { wrong: "answer.pickLeast", values: { min: task.min } };
  if (task.max !== undefined && compare(String(picks.length), task.max) > 0) return { wrong: "answer.pickMost", values: { max: task.max } };
  if (task.total !== undefined && together(task, picks) > approximate(task.total)) return { wrong: "answer.inAll", values: { max: task.total } };
  return { value: picks };
}

/** What several options count together. @param {Task} task @param {string[]} picks */
const together = (task, picks) => (task.options ?? []).reduce((sum, { id, worth }) => sum + (picks.includes(id) ? approximate(worth) : 0), 0);

/**
 * Answers to read: words one by one, choices as bars.
 * @param {{ live: import("../live").Live, question: import("../protocol").Answers, item: (id: string, entry: import("../protocol").AnswerEntry, words: string) => unknown, list: string }} props
 */
export function AnswerList({ live, question, item, list }) {
  const counts = spread(question);
  if (!counts) return html`<ul class=${list} role="list">${Object.entries(question.entries ?? {}).map(([id, entry]) => item(id, entry, inWords(question, entry.value, live)))}</ul>`;
  const words = optionWords(question, live);
  const tally = Object.fromEntries(counts.map(({ id, count }) => [id, count]));
  return html`<${Tally} live=${live} items=${counts.map(({ id }) => ({ id, text: words(id) }))} tally=${tally} as="people" />`;
}

/** @param {Props} props */
export function Input(props) {
  switch (props.task.kind) {
    case "long text":
    case "short text":
    case "link":
      return html`<${Words} ...${props} />`;
    case "scale":
      return html`<${Scale} ...${props} />`;
    case "whole number":
    case "number":
      return html`<${Amount} ...${props} />`;
    case "yes-no":
      return html`<${YesNo} ...${props} />`;
    case "choice":
    case "choices":
      return html`<${Picks} ...${props} />`;
    case "ranking":
      return html`<${Late} part="Ranking" ...${props} />`;
    case "amounts":
      return html`<${Late} part="Amounts" ...${props} />`;
    case "items":
      return html`<${Late} part="Items" ...${props} />`;
    case "list":
      return html`<${Late} part="Rows" ...${props} />`;
  }
}

/** Whether the input names itself through a legend rather than a label. @param {Task} task */
export const isGroup = (task) => !isText(task) && task.kind !== "whole number" && task.kind !== "number";

/** @param {Props} props */
function Words({ phone, id, task, raw, change, help, wrong }) {
  const attributes = { id, "aria-describedby": help, "aria-invalid": wrong, onInput: (/** @type {any} */ event) => change(event.target.value) };
  return html`${task.kind === "long text"
    ? html`<textarea class="input" rows="5" value=${raw} ...${attributes}></textarea>`
    : html`<input class="input" type=${task.day ? "date" : "text"} autocomplete="off" value=${raw} ...${attributes} />`}
    <${Room} phone=${phone} text=${raw} longest=${task.longest ?? 2000} />`;
}

/** How much more can be written, said only when it matters. @param {{ phone: Phone, text: string, longest: number }} props */
export function Room({ phone, text, longest }) {
  const left = longest - [...text].length;
  if (left > Math.min(200, longest / 2)) return null;
  return html`<p class=${left < 0 ? "error" : "help"}>${left < 0 ? phone.say("text.over", { over: -left }) : phone.say("text.left", { left })}</p>`;
}

/** @param {Props} props */
export function Amount({ phone, id, task, raw, change, help, wrong }) {
  const now = exact(String(raw)) ?? task.min ?? "0";
  const move = (/** @type {bigint} */ by) => {
    const whole = now.includes("/") ? BigInt(Math.round(Number(now.split("/")[0]) / Number(now.split("/")[1]))) : BigInt(now);
    const next = String(whole + by);
    if (task.min !== undefined && compare(next, task.min) < 0) return change(typed(task.min, phone.live.locale.value));
    if (task.max !== undefined && compare(next, task.max) > 0) return change(typed(task.max, phone.live.locale.value));
    change(next);
  };
  return html`<div class="amount">
    <button type="button" class="button" aria-label=${phone.say("answer.less")} onClick=${() => move(-1n)}><${Icon} name="minus" /></button>
    <input class="input number" id=${id} inputmode=${task.kind === "number" ? "decimal" : "numeric"} type="text" autocomplete="off" value=${raw}
      aria-describedby=${help} aria-invalid=${wrong} onInput=${(/** @type {any} */ event) => change(event.target.value)} />
    <button type="button" class="button" aria-label=${phone.say("answer.more")} onClick=${() => move(1n)}><${Icon} name="plus" /></button>
  </div>`;
}

/** @param {Props} props */
function Scale({ phone, id, task, raw, change, help }) {
  const first = Number(task.min ?? 1);
  const steps = Array.from({ length: Math.max(0, Math.min(20, Number(task.max ?? 5) - first)) + 1 }, (_, at) => String(first + at));
  const label = (/** @type {string} */ step) => phone.read(task.options?.find((option) => option.id === step)?.label);
  return html`<div class="scale" role="radiogroup" aria-labelledby="${id}-label" aria-describedby=${help}>
    ${steps.map((step) => html`<label class="scale-step"><input type="radio" name=${id} value=${step} checked=${String(raw) === step} onChange=${() => change(step)} /><span>${step}</span>${label(step) && html`<span class="help">${label(step)}</span>`}</label>`)}
  </div>`;
}

/** @param {Props} props */
function YesNo({ phone, id, raw, change }) {
  return html`<div class="choices side">
    ${[true, false].map((answer) => html`<label class="choice"><input type="radio" name=${id} checked=${raw === answer} onChange=${() => change(answer)} /><span>${phone.say(answer ? "yes" : "no")}</span></label>`)}
  </div>`;
}

/** @param {Props} props */
function Picks({ phone, id, task, raw, change }) {
  const several = task.kind === "choices";
  const picked = (/** @type {string} */ option) => (several ? raw.includes(option) : raw === option);
  const pick = (/** @type {string} */ option) => (several ? change(picked(option) ? raw.filter((/** @type {string} */ one) => one !== option) : [...raw, option]) : change(option));
  return html`<div class="choices">
    ${(task.options ?? []).map((option) => html`<label class="choice" key=${option.id}><input type=${several ? "checkbox" : "radio"} name=${id} checked=${picked(option.id)} onChange=${() => pick(option.id)} /><span>${phone.read(option.label)}</span></label>`)}
  </div>
  ${several && task.total && html`<p class="help" role="status">${shown(String(together(task, raw)), phone.live.locale.value)} / ${shown(task.total, phone.live.locale.value)}</p>`}`;
}
