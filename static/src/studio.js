/** Entry of the format editor. The page works without it: a text, a button to check, a button to save. */

import { list } from "./studio/remarks.js";
import { openText } from "./studio/text.js";

/** @typedef {{ ok: boolean, remarks: import("./studio/reach.js").Remark[], met: string, kept: string }} Checked */

const QUIET = 600;
const AGAIN = 5000;

/** @param {string} id */
const the = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const boot = JSON.parse(the("boot").textContent ?? "{}");
const words = boot.words;
const form = /** @type {HTMLFormElement} */ (the("editor"));
const area = /** @type {HTMLTextAreaElement} */ (the("source"));

/** @type {Promise<import("./studio/place.js").Vocabulary | undefined>} */
const vocabulary = fetch(boot.urls.words, { credentials: "same-origin" })
  .then((answer) => answer.json())
  .catch(() => undefined);
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let onServer = area.value;
let asking = false;
let leaving = false;

const text = openText(area, {
  nonce: boot.nonce,
  label: "source-label",
  help: "source-keys",
  phrases: boot.phrases,
  vocabulary,
  changed: () => later(QUIET),
});
the("source-keys").hidden = false;
show({ ok: boot.ok, remarks: boot.remarks, met: "", kept: "" });

/** @param {number} delay */
function later(delay) {
  clearTimeout(timer);
  timer = setTimeout(check, delay);
}

/** Have the text checked and kept. One request at a time, always with the newest text. */
async function check() {
  if (asking) return later(QUIET);
  asking = true;
  const sent = text.text();
  const body = new FormData(form);
  body.set("source", sent);
  body.set("name", boot.name);
  try {
    const answer = await fetch(boot.urls.check, { method: "POST", body, headers: { "X-CSRFToken": boot.csrf, Accept: "application/json" }, credentials: "same-origin" });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    const found = /** @type {Checked} */ (await answer.json());
    onServer = sent;
    if (sent === text.text()) show(found);
  } catch {
    the("kept").textContent = words.notKept;
    later(AGAIN);
  }
  asking = false;
}

/** @param {Checked} found */
function show(found) {
  text.show(found.remarks);
  list(the("remarks-list"), found, words, text.go);
  if (found.kept) the("kept").textContent = found.kept;
  the("met").hidden = !found.met;
  the("met-words").textContent = found.met;
  dispatchEvent(new CustomEvent("checked", { detail: found }));
}

form.addEventListener("submit", (event) => {
  area.value = text.text();
  if (/** @type {HTMLButtonElement | null} */ (event.submitter)?.value === "check") {
    event.preventDefault();
    clearTimeout(timer);
    check();
  } else leaving = true;
});

addEventListener("beforeunload", (event) => {
  if (!leaving && text.text() !== onServer) event.preventDefault();
});
addEventListener("pageshow", () => (leaving = false));
