/** Typing slips without leaving the keys: Enter goes on, and saves at the end; Escape goes back; Ctrl+Z undoes. Without this, Tab and Enter do. */

/** @param {HTMLElement} page */
export function typing(page) {
  const slip = /** @type {HTMLFormElement | null} */ (page.querySelector("form[data-slip]"));
  page.addEventListener("keydown", (event) => {
    const at = event.target;
    if (event.isComposing || !(at instanceof HTMLElement)) return;
    if (event.key === "Escape" && slip) return press(event, page.querySelector("[data-key=leave]"));
    const empty = at instanceof HTMLInputElement && at.id === "number" && !at.value;
    if (event.key === "z" && (event.ctrlKey || event.metaKey) && empty) return press(event, page.querySelector("[data-key=undo]"));
    if (event.key !== "Enter" || event.shiftKey || !slip?.contains(at) || at instanceof HTMLButtonElement || at instanceof HTMLAnchorElement) return;
    event.preventDefault();
    const fields = [...slip.querySelectorAll("input:not([type=hidden], [data-aside]), textarea")];
    const next = fields[fields.indexOf(at) + 1];
    if (next instanceof HTMLElement && !event.ctrlKey && !event.metaKey) next.focus();
    else slip.requestSubmit();
  });
  // A second press while the first is on its way would only be told that there is nothing new.
  slip?.addEventListener("submit", () => setTimeout(() => slip.querySelectorAll("button").forEach((button) => (button.disabled = true))));
}

/** @param {Event} event @param {Element | null} button */
function press(event, button) {
  if (!(button instanceof HTMLElement)) return;
  event.preventDefault();
  button.click();
}
