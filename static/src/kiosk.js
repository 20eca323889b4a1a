/** A shared screen: asks whether somebody is still there, wipes itself if not, and never comes back to what was on it. */

const WATCHED = 4000;

/** Asks whether this is a kiosk still, and goes to the page that says so where it is not; shows a new stage to who waits for one. @param {HTMLElement} page */
async function watch(page) {
  try {
    const answer = await fetch(/** @type {string} */ (page.dataset.kioskPage), { credentials: "same-origin", cache: "no-store" });
    if (answer.status === 404 || answer.status === 410) return location.replace(/** @type {string} */ (page.dataset.closed));
    const waits = page.dataset.kiosk && !page.querySelector("form input:not([type=hidden]), textarea, .join-code");
    if (waits && answer.ok && (await answer.json()).step !== page.dataset.step) location.reload();
  } catch {
    // the network may come back: ask again
  }
}

/** @param {HTMLElement} page */
export function kiosk(page) {
  // A page that the browser kept as it was, for its back button, would show what somebody else wrote.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  setInterval(watch, WATCHED, page);
  const home = page.dataset.kiosk;
  if (!home) return;
  const [patience, warning] = [Number(page.dataset.patience), Number(page.dataset.warning)];
  const still = /** @type {HTMLDialogElement} */ (page.querySelector("dialog"));
  const count = /** @type {HTMLElement} */ (still.querySelector("[data-count]"));
  let last = Date.now();
  const touched = () => (last = Date.now());
  for (const sort of ["pointerdown", "keydown", "input", "scroll"]) addEventListener(sort, () => still.open || touched(), { passive: true });
  still.addEventListener("close", touched);
  still.querySelector("[data-still]")?.addEventListener("click", () => still.close());
  setInterval(() => {
    const idle = (Date.now() - last) / 1000;
    if (idle >= patience + warning) {
      page.querySelectorAll("form").forEach((form) => form.reset());
      location.replace(home);
    } else if (idle >= patience) {
      if (!still.open) still.showModal();
      count.textContent = String(Math.ceil(patience + warning - idle));
    }
  }, 1000);
}
