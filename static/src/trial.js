/** The page of a rehearsal: follows how far it is, steers it without leaving the screens, and shows the phone one picks. */

export const AGAIN = 1000;

/** @typedef {{ id: string, label: string, url: string }} Phone */
/** @typedef {{ over: boolean, url?: string, paused: boolean, byHand: boolean, speed: string, done: number, total: number, said: string, phones: Phone[] }} Facts */

const page = /** @type {HTMLElement} */ (document.getElementById("trial"));
const words = /** @type {HTMLElement} */ (document.getElementById("trial-said"));
const bar = /** @type {HTMLProgressElement} */ (document.getElementById("trial-bar"));
const whose = /** @type {HTMLSelectElement} */ (document.getElementById("whose"));
const phone = /** @type {HTMLIFrameElement} */ (document.getElementById("phone"));
const speed = /** @type {HTMLSelectElement} */ (document.getElementById("speed"));

document.documentElement.classList.add("scripted");

/** Only what differs is touched: a status that is written anew is read out anew. @param {Facts} facts */
function show(facts) {
  if (facts.over) return location.assign(facts.url ?? location.href);
  if (words.textContent !== facts.said) words.textContent = facts.said;
  bar.max = facts.total;
  bar.value = facts.done;
  page.dataset.paused = facts.paused ? "yes" : "no";
  page.dataset.hand = facts.byHand ? "yes" : "no";
  if (document.activeElement !== speed) speed.value = facts.speed;
  offer(facts.phones);
}

/** @param {Phone[]} phones */
function offer(phones) {
  const known = new Map([...whose.options].map((option) => [option.value, option]));
  for (const { id, label, url } of phones) {
    const option = known.get(id);
    if (option && option.text !== label) option.text = label;
    if (!option) {
      const added = new Option(label, id);
      added.dataset.url = url;
      whose.add(added);
    }
  }
  if (phones.length && !phone.hasAttribute("src")) turnTo();
}

function turnTo() {
  const url = whose.selectedOptions[0]?.dataset.url;
  if (!url || phone.getAttribute("src") === url) return;
  phone.src = url;
  /** @type {HTMLElement} */ (document.getElementById("nobody")).hidden = true;
}

async function follow() {
  try {
    const answer = await fetch(/** @type {string} */ (page.dataset.state), { credentials: "same-origin", cache: "no-store" });
    show(await answer.json());
  } catch {
    // the network may come back: ask again
  }
  setTimeout(follow, AGAIN);
}

/** @param {HTMLFormElement} form */
async function steer(form) {
  const was = form.querySelector("button");
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (!answer.ok) return location.reload();
    show(await answer.json());
  } catch {
    return location.reload();
  }
  // A button that has just been hidden by its own effect hands the focus to its counterpart.
  if (was && !was.offsetParent) /** @type {HTMLElement | null} */ (page.querySelector(`[data-deed="${COUNTERPART[form.dataset.deed ?? ""]}"] button`))?.focus();
}

/** @type {Record<string, string>} */
const COUNTERPART = { pause: "go", go: "pause", step: "go", lead: "follow", follow: "lead" };

page.addEventListener("submit", (event) => {
  event.preventDefault();
  steer(/** @type {HTMLFormElement} */ (event.target));
});
speed.addEventListener("change", () => steer(/** @type {HTMLFormElement} */ (speed.form)));
whose.addEventListener("change", turnTo);
follow();
