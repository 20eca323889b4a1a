/** Entry of the editor beside the paper. The page works without it: a text, a button to save. */

import { keep } from "./writing/keeping.js";
import { cited, fitting, marked, placed } from "./writing/marks.js";

/** @typedef {import("./writing/marks.js").Picked} Picked */
/** @typedef {{ ref: string, session: string, said: string, words: string, note?: string, stands?: boolean }} Offer */

const MOST = 100;
const KEYS = /** @type {Record<string, string>} */ ({ b: "strong", i: "emphasis" });
const the = (/** @type {string} */ id) => document.getElementById(id);
const boot = JSON.parse(the("boot")?.textContent ?? "{}");
const paper = /** @type {HTMLIFrameElement | null} */ (the("paper"));
const texts = [.../** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-text]"))];
const areaOf = (/** @type {HTMLFormElement} */ form) => /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("body"));

/** Draw the part again from what is saved, where the eye was. */
let wanted = false;
let drawing = false;
function draw() {
  if (!paper) return;
  if (drawing) return void (wanted = true);
  drawing = true;
  const at = paper.contentWindow?.scrollY ?? 0;
  paper.addEventListener("load", () => {
    paper.contentWindow?.scrollTo(0, at);
    look();
    drawing = false;
    if (wanted) draw();
    wanted = false;
  }, { once: true });
  // Not `reload`: a frame whose first page is still on its way would come back empty.
  paper.contentWindow?.location.replace(paper.src);
}

/** Say so where the page holds a reference that leads nowhere: it is red there. */
function look() {
  const lost = the("paper-lost");
  if (lost) lost.hidden = !paper?.contentDocument?.querySelector(".restitution .lost");
}
paper?.addEventListener("load", look);
if (paper?.contentDocument?.readyState === "complete") look();

/** The page for other readers, without leaving what is being written. */
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("[data-readers] a")))
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.querySelectorAll("[data-readers] a").forEach((one) => one.removeAttribute("aria-current"));
    link.setAttribute("aria-current", "true");
    if (paper) paper.src = link.dataset.paper ?? paper.src;
  });

/** The passage that was selected last is the one that a comment is about. */
let passage = "";
document.addEventListener("selectionchange", () => {
  const field = document.activeElement;
  const inText = field instanceof HTMLTextAreaElement && field.name === "body";
  const chosen = (inText ? field.value.slice(field.selectionStart, field.selectionEnd) : String(getSelection())).trim();
  // A press on the fold empties the selection of the page, never that of a text.
  if (chosen || inText) passage = chosen.slice(0, 1000);
});
document.querySelector("[data-comment]")?.addEventListener("toggle", () => {
  const about = /** @type {HTMLTextAreaElement | null} */ (the("passage"));
  if (about && !about.value) about.value = passage;
});

/** How much the part that is open still lacks, in the outline. */
function count() {
  const left = document.querySelectorAll(".writing-outline ul li:not([hidden])").length;
  const badge = document.querySelector(".writing-outline [aria-current] .badge");
  if (!badge) return;
  badge.className = `badge ${left ? "warn" : "good"}`;
  badge.firstChild && (badge.firstChild.textContent = left ? String(left) : "✓");
}

/** Put a text in place of what stands there, so that it can be undone as if it had been typed. @param {HTMLTextAreaElement} area @param {Picked} next */
function put(area, next) {
  area.focus();
  area.setSelectionRange(0, area.value.length);
  if (!document.execCommand("insertText", false, next.text)) {
    area.value = next.text;
    area.dispatchEvent(new Event("input"));
  }
  area.setSelectionRange(next.start, next.end);
}

/** @param {HTMLTextAreaElement} area @returns {Picked} */
const pickedIn = (area) => ({ text: area.value, start: area.selectionStart, end: area.selectionEnd });

const kept = texts.map((form) => {
  const area = areaOf(form);
  const tools = /** @type {HTMLElement} */ (form.querySelector("[data-tools]"));
  tools.hidden = false;
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (tools.querySelectorAll("[data-mark]")))
    button.addEventListener("click", () => put(area, marked(button.dataset.mark ?? "", pickedIn(area))));
  tools.querySelector("[data-pick]")?.addEventListener("click", () => offer(area));
  area.addEventListener("keydown", (event) => {
    const mark = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && KEYS[event.key.toLowerCase()];
    if (!mark) return;
    event.preventDefault();
    put(area, marked(mark, pickedIn(area)));
  });
  const badge = /** @type {HTMLElement | null} */ (form.parentElement?.querySelector("[data-empty]") ?? null);
  const lacked = document.querySelector(`.writing-outline a[href="#${form.dataset.text}"]`)?.parentElement;
  return keep(form, boot.words, boot.locale, () => {
    const there = area.value.trim() !== "";
    if (badge) badge.hidden = there;
    if (lacked) {
      lacked.hidden = there;
      count();
    }
    draw();
  });
});
addEventListener("beforeunload", (event) => kept.some((one) => one.unsaved()) && event.preventDefault());
if (matchMedia("(max-width: 69.99rem)").matches) document.querySelector(".writing-outline details")?.removeAttribute("open");

/** @type {Promise<Offer[]> | undefined} */
let offers;
const asked = () => (offers ??= fetch(boot.offered, { credentials: "same-origin" }).then((answer) => answer.json()).then(({ words, figures }) => [...figures, ...words]));

/** What may be cited, in a dialog: it gives the keyboard back to the text. @param {HTMLTextAreaElement} area */
function offer(area) {
  const dialog = /** @type {HTMLDialogElement} */ (the("picker"));
  const search = /** @type {HTMLInputElement} */ (the("picker-search"));
  const where = pickedIn(area);
  const show = async () => list(fitting(await asked(), search.value), (one, stands) => (dialog.close(), put(area, (stands ? placed : cited)(where, one.ref))));
  search.value = "";
  search.oninput = show;
  /** @type {HTMLElement} */ (the("picker-shut")).onclick = () => dialog.close();
  dialog.showModal();
  search.focus();
  show().catch(() => ((offers = undefined), say(boot.words.failed)));
}

/** @param {string} words */
const say = (words) => void (/** @type {HTMLElement} */ (the("picker-said")).textContent = words);

/** A figure can be put into the text, or only pointed at. @param {Offer[]} found @param {(one: Offer, stands: boolean) => void} pick */
function list(found, pick) {
  say(found.length ? "" : boot.words.none);
  the("picker-list")?.replaceChildren(
    ...found.slice(0, MOST).map((one) => {
      const item = document.createElement("li");
      const told = `${one.said} · ${one.words} (${one.session})${one.note ? ` – ${one.note}` : ""}`;
      item.append(button(told, "button small", () => pick(one, one.stands === true)));
      if (one.stands) item.append(button(boot.words.point, "button quiet small", () => pick(one, false), one.said));
      return item;
    }),
  );
}

/** @param {string} said @param {string} look @param {() => void} press @param {string} [about] */
function button(said, look, press, about) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: look, textContent: said, onclick: press });
  if (about) made.setAttribute("aria-label", `${said}, ${about}`);
  return made;
}
