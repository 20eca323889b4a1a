/** Keeps one text while it is written: at every pause, one request at a time, and never over what somebody else wrote. */

import { together, worded } from "./merging.js";

const PAUSE = 1200;
const AGAIN = 5000;

/**
 * @typedef {{ saving: string, saved: string, failed: string, ended: string, conflict: string }} Words
 * @param {HTMLFormElement} form @param {Words} words @param {string} locale @param {() => void} kept called once something new is on the server
 */
export function keep(form, words, locale, kept) {
  const area = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("body"));
  const base = /** @type {HTMLInputElement} */ (form.elements.namedItem("base"));
  const said = /** @type {HTMLElement} */ (form.querySelector("[data-said]"));
  const conflict = /** @type {HTMLElement} */ (form.querySelector("[data-conflict]"));
  const sides = { theirs: /** @type {HTMLElement} */ (form.querySelector("[data-theirs]")), mine: /** @type {HTMLElement} */ (form.querySelector("[data-mine]")) };
  let theirs = "";
  let onServer = area.value;
  let asking = false;
  /** @type {number | undefined} */
  let met;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const later = (/** @type {number} */ delay) => {
    clearTimeout(timer);
    timer = setTimeout(() => save(), delay);
  };

  /** `apart` keeps the version before as it is, whoever wrote it. @param {boolean} [apart] */
  async function save(apart = false) {
    clearTimeout(timer);
    if (asking) return later(PAUSE);
    if (met !== undefined || area.value === onServer) return;
    asking = true;
    const sent = area.value;
    said.textContent = words.saving;
    try {
      const told = new FormData(form);
      if (apart) told.set("apart", "1");
      const answer = await fetch(form.action, { method: "POST", body: told, headers: { Accept: "application/json" }, credentials: "same-origin" });
      if (answer.redirected || answer.status === 403 || answer.status === 401) said.textContent = words.ended;
      else if (answer.status === 409) clash(await answer.json());
      else if (answer.status === 422) said.textContent = (await answer.json()).message;
      else if (answer.ok) done(sent, (await answer.json()).version);
      else throw new Error(String(answer.status));
    } catch {
      said.textContent = words.failed;
      later(AGAIN);
    }
    asking = false;
    if (area.value !== sent) later(PAUSE);
  }

  /** @param {string} sent @param {number} version */
  function done(sent, version) {
    onServer = sent;
    base.value = String(version);
    const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }).format(new Date());
    said.textContent = words.saved.replace("{time}", time);
    kept();
  }

  /** Both texts are in sight; nothing more is sent until somebody chose. @param {{ version: number, theirs: string }} found */
  function clash(found) {
    met = found.version;
    theirs = found.theirs;
    beside();
    conflict.hidden = false;
    said.textContent = words.conflict;
  }

  /** What only one of the two says is marked. */
  function beside() {
    const found = worded(theirs, area.value);
    for (const [whose, side] of /** @type {["theirs" | "mine", HTMLElement][]} */ (Object.entries(sides)))
      side.replaceChildren(
        ...found[whose].map((runs) => {
          const line = document.createElement("p");
          line.append(...runs.map(({ only, said }) => (only && said ? Object.assign(document.createElement("mark"), { textContent: said }) : said)));
          return line;
        }),
      );
  }

  for (const button of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-keep]")))
    button.addEventListener("click", async () => {
      const mine = area.value;
      base.value = String(met);
      if (button.dataset.keep === "both") area.value = together(theirs, mine);
      met = undefined;
      conflict.hidden = true;
      said.textContent = "";
      area.focus();
      await save(true);
      // Mine is a version now, so that nobody who takes theirs loses a word.
      if (button.dataset.keep !== "theirs" || onServer !== mine) return;
      area.value = theirs;
      await save(true);
    });
  area.addEventListener("input", () => (met === undefined ? later(PAUSE) : beside()));
  area.addEventListener("blur", () => save());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });
  return { unsaved: () => area.value !== onServer };
}
