/** An answer in words, for those who read it: on a phone, on the console, on the wall. */

import { shown } from "./numbers.js";
import { dayInWords } from "./time.js";
import { read } from "./words.js";

/** @typedef {import("./protocol").Value} Value */

/** A value in words, for reading. @param {{ kind?: string, day?: boolean, options?: import("./protocol").Option[] }} question @param {Value | undefined} value @param {import("./live").Live} live */
export function inWords(question, value, live) {
  const locale = live.locale.value;
  const label = (/** @type {string} */ id) => read(question.options?.find((option) => option.id === id)?.label, locale) || id;
  // What was picked from a list was written in the language of its author.
  const picked = (/** @type {string} */ cell) => read(question.options?.find((option) => option.label.fr === cell || option.label.en === cell)?.label, locale) || cell;
  if (value === true || value === false) return live.say(value ? "yes" : "no");
  if (Array.isArray(value)) {
    const rows = /** @type {(string | string[])[]} */ (value);
    if (question.kind === "items") return /** @type {string[][]} */ (rows).map(([id, one]) => `${label(id)} : ${one === "yes" || one === "no" ? live.say(one) : shown(one, locale)}`).join("\n");
    if (question.kind === "amounts") return /** @type {string[][]} */ (rows).map(([id, number]) => `${label(id)} : ${shown(number, locale)}`).join("\n");
    if (rows.some(Array.isArray)) return rows.map((row) => (Array.isArray(row) ? row.filter(Boolean).map(picked).join(" · ") : row)).join("\n");
    return rows.map((id, at) => (question.kind === "ranking" ? `${at + 1}. ${label(String(id))}` : label(String(id)))).join(question.kind === "ranking" ? "\n" : ", ");
  }
  if (value && typeof value === "object") return shown(value.number, locale);
  if (question.kind && ["number", "whole number", "scale"].includes(question.kind)) return shown(value, locale);
  if (question.day) return dayInWords(String(value), locale);
  return question.kind === "choice" ? label(String(value ?? "")) : (value ?? "");
}

/** The name of an option, or of yes and no, for those who read counts. @param {import("./protocol").Answers} question @param {import("./live").Live} live */
export const optionWords = (question, live) => (/** @type {string} */ id) => inWords(question, question.kind === "yes-no" ? id === "true" : question.kind === "choices" ? [id] : id, live);
