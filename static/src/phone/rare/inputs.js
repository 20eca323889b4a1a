/** Inputs that few questions use: a number for each other member, an order, the rows of a list. */

import { html } from "../../parts/html.js";
import { Amount, Input } from "../inputs.js";
import { Ranked } from "./ranking.js";
import { ballot } from "../../view.js";
import { sayIn } from "./say.js";

/** @typedef {import("../inputs").Props} Props */

/** One field for each other member of the group. @param {Props} props */
export function Amounts(props) {
  const { phone, id, task, raw, change } = props;
  return html`${(task.options ?? []).map((option) => html`<div class="field" key=${option.id}><label for="${id}-${option.id}">${phone.read(option.label)}</label>
    <${Amount} ...${props} id="${id}-${option.id}" raw=${raw[option.id] ?? ""} change=${(/** @type {string} */ one) => change({ ...raw, [option.id]: one })} /></div>`)}`;
}

/** One value for each item, asked as such a question would be alone. @param {Props} props */
export function Items(props) {
  const { phone, id, task, raw, change } = props;
  const kind = task.each ?? "number";
  const one = { ...task, kind, options: undefined };
  const number = kind === "number" || kind === "whole number";
  return html`${(task.options ?? []).map((option) => {
    const own = `${id}-${option.id}`;
    const name = number ? html`<label for=${own} class="words">${phone.read(option.label)}</label>` : html`<legend id="${own}-label" class="words">${phone.read(option.label)}</legend>`;
    return html`<${number ? "div" : "fieldset"} class="field item" key=${option.id}>${name}
      <${Input} ...${props} id=${own} task=${one} raw=${raw[option.id] ?? (kind === "yes-no" ? undefined : "")} change=${(/** @type {any} */ next) => change({ ...raw, [option.id]: next })} /><//>`;
  })}`;
}

/** @param {Props} props */
export function Ranking({ phone, task, raw, change }) {
  const label = (/** @type {string} */ id) => phone.read(task.options?.find((option) => option.id === id)?.label) || id;
  return html`<${Ranked} phone=${phone} ids=${(task.options ?? []).map((option) => option.id)} placed=${raw} text=${label} change=${change} />`;
}

/** What a cell is picked among: the first two columns link things, the third says how. @param {Props["phone"]} phone @param {Props["task"]} task @param {number} place */
const among = (phone, task, place) =>
  !task.of ? undefined : place < 2 ? ballot(phone.view.value, task.of).map(({ text }) => text) : place === 2 ? task.options?.map(({ label }) => phone.read(label)) : undefined;

/** @param {{ id: string, words: string, among?: string[], write: (cell: string) => void }} props */
function Cell({ id, words, among, write }) {
  const take = (/** @type {any} */ event) => write(event.target.value);
  if (!among?.length) return html`<input class="input" id=${id} type="text" autocomplete="off" value=${words} onInput=${take} />`;
  const known = words && !among.includes(words) ? [words, ...among] : among;
  return html`<select class="input" id=${id} value=${words} onChange=${take}><option value="">…</option>${known.map((one) => html`<option key=${one} value=${one}>${one}</option>`)}</select>`;
}

/** @param {Props} props */
export function Rows({ phone, id, task, raw, change }) {
  const say = sayIn(phone);
  const columns = task.columns ?? [];
  const write = (/** @type {number} */ row, /** @type {number} */ column, /** @type {string} */ cell) =>
    change(raw.map((/** @type {string[]} */ one, /** @type {number} */ at) => (at === row ? one.map((old, place) => (place === column ? cell : old)) : one)));
  return html`${raw.map((/** @type {string[]} */ row, /** @type {number} */ at) => html`<fieldset class="row-fields" key=${at}>
      <legend>${say("answer.row", { number: at + 1 })}</legend>
      ${columns.map((column, place) => html`<div class="field"><label for="${id}-${at}-${place}">${phone.read(column)}</label>
        <${Cell} id="${id}-${at}-${place}" words=${row[place]} among=${among(phone, task, place)} write=${(/** @type {string} */ cell) => write(at, place, cell)} /></div>`)}
      ${raw.length > 1 && html`<button type="button" class="button small quiet" onClick=${() => change(raw.filter((/** @type {unknown} */ _, /** @type {number} */ index) => index !== at))}>${say("answer.removeRow", { number: at + 1 })}</button>`}
    </fieldset>`)}
    ${raw.length < 50 && html`<button type="button" class="button small" onClick=${() => change([...raw, columns.map(() => "")])}>${say("answer.addRow")}</button>`}`;
}
