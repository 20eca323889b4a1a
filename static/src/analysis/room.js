/** The analysis room by keys: read, code, undo, search, turn the page. Without it, each contribution has a plain form. */

import { filters } from "./filters.js";
import { meant } from "./folding.js";
import { picking } from "./picking.js";
import { saver } from "./saving.js";
import { boxes, seenIn, turned, write } from "./unit.js";

/** @typedef {import("./unit.js").Seen} Seen */

/** @param {HTMLElement} room */
export function analysis(room) {
  const results = /** @type {HTMLElement | null} */ (room.querySelector("[data-results]"));
  if (!results) return;
  const template = /** @type {HTMLTemplateElement | null} */ (room.querySelector("template[data-coding]"));
  const status = /** @type {HTMLElement} */ (room.querySelector("[data-said]"));
  const count = /** @type {HTMLElement} */ (room.querySelector("[data-count]"));
  /** @type {HTMLElement[]} */
  let units = [];
  const say = (/** @type {string | undefined} */ words) => (status.textContent = words ?? "");
  const ticks = picking(room);

  /** One more is read, or one less: the last number of the line. @param {number} more */
  function tell(more) {
    if (more) count.textContent = (count.textContent ?? "").replace(/\d+(?=\D*$)/, (read) => String(Number(read) + more));
  }

  const search = filters(room, (focus) => template && arrived(focus), () => say(room.dataset.failed));
  if (matchMedia("(min-width: 60rem)").matches) room.querySelectorAll("[data-wide]").forEach((fold) => (/** @type {HTMLDetailsElement} */ (fold).open = true));
  if (!template) return;
  room.querySelectorAll("[data-keys]").forEach((keys) => (/** @type {HTMLElement} */ (keys).hidden = false));
  const form = /** @type {HTMLFormElement} */ (template.content.querySelector("form"));
  const labels = [...form.querySelectorAll("input[name=themes]")].map((box) => /** @type {HTMLInputElement} */ (box));
  const names = new Map(labels.map((box) => [box.value, box.parentElement?.querySelector("[data-name]")?.textContent ?? ""]));
  const themes = [...names.keys()];
  const save = saver();
  const back = /** @type {HTMLFormElement} */ (room.querySelector("form[data-undo]"));

  /** Make a contribution the one that keys are about: its form opens, the one of another closes. @param {HTMLElement} unit */
  function open(unit) {
    if (unit.querySelector("form.coding")) return;
    results?.querySelectorAll("form.coding").forEach((other) => other.remove());
    unit.append(form.cloneNode(true));
    /** @type {HTMLInputElement} */ (unit.querySelector("form.coding input[name=ref]")).value = unit.dataset.ref ?? "";
    boxes(unit, seenIn(unit));
  }

  /** @param {HTMLElement | undefined} unit */
  function go(unit) {
    if (!unit) return;
    units.forEach((one) => (one.tabIndex = one === unit ? 0 : -1));
    open(unit);
    unit.focus();
    unit.scrollIntoView({ block: "nearest" });
  }

  /** To the contribution beside this one; past the end, to the page beside this one. @param {HTMLElement} unit @param {1 | -1} by */
  function step(unit, by) {
    const beside = units[units.indexOf(unit) + by];
    if (beside) return go(beside);
    /** @type {HTMLElement | null | undefined} */ (results?.querySelector(by > 0 ? "a[rel=next]" : "a[rel=prev]"))?.click();
  }

  /** Keep what is seen: on the page at once, then on the server; back as it was where that failed. @param {HTMLElement} unit @param {Seen} seen */
  async function keep(unit, seen) {
    const before = seenIn(unit);
    open(unit);
    write(unit, seen, names, room.dataset);
    tell(Number(seen.coded) - Number(before.coded));
    const sent = /** @type {HTMLFormElement} */ (unit.querySelector("form.coding"));
    const saved = await save(sent);
    if (saved) return say(`${room.dataset.saved} ${seen.themes.map((theme) => names.get(theme)).join(", ")}`);
    write(unit, before, names, room.dataset);
    tell(Number(before.coded) - Number(seen.coded));
    say(room.dataset.failed);
    alertIn(unit, room.dataset.failed ?? "");
  }

  /** Take back what was done last, wherever that was: the server knows. */
  async function undo() {
    const last = await save(back);
    if (!last) return say(room.dataset.failed);
    if (!last.ref) return say(room.dataset.nothing);
    const unit = units.find((one) => one.dataset.ref === last.ref);
    if (!unit) return location.assign(last.where);
    const before = seenIn(unit);
    go(unit);
    write(unit, { themes: last.themes.map(String), coded: last.coded }, names, room.dataset);
    tell(Number(last.coded) - Number(before.coded));
    say(room.dataset.undone);
  }

  /** The field for a theme that no number is left for. @param {HTMLElement} unit */
  function ask(unit) {
    const sent = unit.querySelector("form.coding");
    if (!sent || unit.querySelector("[data-typed]")) return;
    const field = document.createElement("input");
    field.className = "input";
    field.dataset.typed = "";
    field.setAttribute("aria-label", room.dataset.typing ?? "");
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== "Escape") return;
      event.preventDefault();
      const place = event.key === "Enter" ? meant([...names.values()], field.value) : -2;
      field.remove();
      unit.focus();
      if (place >= 0) void keep(unit, turned(seenIn(unit), themes[place]));
      else if (place === -1) say(room.dataset.unknown);
    });
    sent.before(field);
    field.focus();
  }

  /** @type {Record<string, (unit: HTMLElement) => unknown>} */
  const keys = {
    j: (unit) => step(unit, 1),
    ArrowDown: (unit) => step(unit, 1),
    k: (unit) => step(unit, -1),
    ArrowUp: (unit) => step(unit, -1),
    0: (unit) => keep(unit, { themes: [], coded: true }),
    u: () => undo(),
    t: (unit) => ask(unit),
    v: (unit) => /** @type {HTMLElement | null} */ (unit.querySelector("[data-quote] button"))?.click(),
    l: (unit) => /** @type {HTMLElement | null} */ (unit.querySelector("[data-learn]"))?.click(),
    "/": () => search(),
  };
  themes.slice(0, 9).forEach((theme, place) => (keys[place + 1] = (unit) => keep(unit, turned(seenIn(unit), theme))));

  results.addEventListener("keydown", (event) => {
    const unit = /** @type {HTMLElement} */ (event.target);
    // Single keys act only where nothing else takes them: on a contribution, not in a field.
    if (event.ctrlKey || event.metaKey || event.altKey || !units.includes(unit) || !keys[event.key]) return;
    event.preventDefault();
    void keys[event.key](unit);
  });
  results.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const unit = /** @type {HTMLElement | null} */ (target.closest(".unit"));
    if (!unit || !target.closest("[data-open]")) return;
    event.preventDefault();
    go(unit);
  });
  back.addEventListener("submit", (event) => {
    event.preventDefault();
    void undo();
  });
  results.addEventListener("change", (event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    const unit = /** @type {HTMLElement | null} */ (box.closest(".unit"));
    if (!unit || !box.closest("form.coding")) return;
    if (box.name === "none") void keep(unit, { themes: [], coded: box.checked });
    else void keep(unit, turned(seenIn(unit), box.value));
  });
  results.addEventListener("submit", (event) => {
    const sent = /** @type {HTMLFormElement} */ (event.target);
    const unit = /** @type {HTMLElement} */ (sent.closest(".unit"));
    event.preventDefault();
    if (sent.matches("[data-quote]")) return void quote(sent);
    if (/** @type {SubmitEvent} */ (event).submitter?.hasAttribute("data-forget")) void keep(unit, { themes: [], coded: false });
    else step(unit, 1);
  });

  /** @param {HTMLFormElement} sent */
  async function quote(sent) {
    const on = /** @type {HTMLInputElement} */ (sent.elements.namedItem("on"));
    if (!(await save(sent))) return say(room.dataset.failed);
    sent.querySelector("button")?.setAttribute("aria-pressed", String(on.value === "1"));
    on.value = on.value === "1" ? "0" : "1";
    say(room.dataset.saved);
  }

  /** Other contributions are there. @param {"first" | "last" | ""} focus */
  function arrived(focus) {
    ticks();
    units = /** @type {HTMLElement[]} */ ([...(results?.querySelectorAll(".unit") ?? [])]);
    units.forEach((unit) => (unit.tabIndex = -1));
    const first = units.find((unit) => unit.querySelector("form.coding")) ?? units[0];
    if (first) first.tabIndex = 0;
    if (focus) go(focus === "first" ? units[0] : units.at(-1));
  }
  arrived("");
}

/** @param {HTMLElement} unit @param {string} words */
function alertIn(unit, words) {
  const said = document.createElement("p");
  said.className = "error-line";
  said.setAttribute("role", "alert");
  said.textContent = words;
  unit.querySelector(".error-line")?.remove();
  unit.append(said);
}
