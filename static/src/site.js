/** Comforts on the pages drawn by Jinja; each page works without them. */

import { analysis } from "./analysis/room.js";
import { kiosk } from "./kiosk.js";
import { typing } from "./typing.js";

const AGAIN = 700;

/** Follow a job: `<progress data-poll="/url.json" data-poll-text="id">`. @param {HTMLProgressElement} bar */
async function follow(bar) {
  const text = document.getElementById(bar.dataset.pollText ?? "");
  try {
    const answer = await fetch(/** @type {string} */ (bar.dataset.poll), { credentials: "same-origin", cache: "no-store" });
    const job = await answer.json();
    bar.max = job.total || 1;
    bar.value = job.done;
    if (text && job.message) text.textContent = job.message;
    if (["done", "failed", "cancelled"].includes(job.state)) return job.url ? location.assign(job.url) : location.reload();
  } catch {
    // the network may come back: ask again
  }
  setTimeout(follow, AGAIN, bar);
}

document.querySelectorAll("progress[data-poll]").forEach((bar) => follow(/** @type {HTMLProgressElement} */ (bar)));

/** Work that is done in parts asks for the next one by itself, and leaves time to press the button that stops it. */
document.querySelectorAll("form[data-goes-on]").forEach((form) => {
  const next = setTimeout(() => /** @type {HTMLFormElement} */ (form).requestSubmit(), AGAIN);
  form.addEventListener("submit", () => clearTimeout(next));
});

addEventListener("click", (event) => {
  const button = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest("[data-confirm]")) : null;
  if (button && !confirm(button.dataset.confirm)) event.preventDefault();
});

/** What a choice asks for stands open as soon as it is made: `<details data-opens="name=value">`. */
document.querySelectorAll("details[data-opens]").forEach((folded) => {
  const [name, value] = /** @type {HTMLElement} */ (folded).dataset.opens?.split("=") ?? [];
  folded.closest("form")?.addEventListener("change", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.name === name && field.value === value) /** @type {HTMLDetailsElement} */ (folded).open = true;
  });
});

document.querySelectorAll("[data-typing]").forEach((page) => typing(/** @type {HTMLElement} */ (page)));
document.querySelectorAll("[data-analysis]").forEach((page) => analysis(/** @type {HTMLElement} */ (page)));
document.querySelectorAll("[data-kiosk-page]").forEach((page) => kiosk(/** @type {HTMLElement} */ (page)));
