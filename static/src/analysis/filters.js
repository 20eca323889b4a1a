/** What is shown of the analysis room: chosen by lists, and by words that never leave this page. */

import { holds } from "./folding.js";

const LISTS = ["session", "stage", "kind", "coded"];

/** Watch the form; returns how to look again. @param {HTMLFormElement} form @param {HTMLElement[]} units @param {() => void} changed */
export function filters(form, units, changed) {
  const typed = /** @type {HTMLInputElement} */ (form.querySelector("[type=search]"));
  /** @type {HTMLElement} */ (typed.closest("[data-words]")).hidden = false;
  const asked = (/** @type {string} */ name) => /** @type {HTMLSelectElement} */ (form.elements.namedItem(name)).value;
  const lets = (/** @type {HTMLElement} */ unit) =>
    LISTS.every((name) => !asked(name) || asked(name) === unit.dataset[name]) &&
    (!asked("theme") || (unit.dataset.themes ?? "").split(" ").includes(asked("theme"))) &&
    holds(unit.querySelector("[data-text]")?.textContent ?? "", typed.value);
  const look = () => {
    for (const unit of units) unit.hidden = !lets(unit);
    changed();
  };
  form.addEventListener("input", look);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  form.querySelector("a")?.addEventListener("click", (event) => {
    event.preventDefault();
    form.querySelectorAll("select").forEach((list) => (list.value = ""));
    typed.value = "";
    look();
  });
  return () => {
    const fold = typed.closest("details");
    if (fold) fold.open = true;
    typed.focus();
  };
}
