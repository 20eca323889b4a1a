/** What is shown of the analysis room: asked of the server, while this page, its keys and its ticks stay. */

const PAUSE = 300;

/**
 * Watch the form and the pages of the list. @param {HTMLElement} room @param {(focus: "first" | "last" | "") => void} changed called once other contributions are there
 * @param {() => void} failed
 */
export function filters(room, changed, failed) {
  const form = /** @type {HTMLFormElement} */ (room.querySelector("[data-filters]"));
  const typed = /** @type {HTMLInputElement} */ (form.querySelector("[type=search]"));
  const results = /** @type {HTMLElement} */ (room.querySelector("[data-results]"));
  /** @type {AbortController | undefined} */
  let asking;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** Another page of the list, in the place of this one. @param {string} address @param {"first" | "last" | ""} [focus] */
  async function show(address, focus = "") {
    clearTimeout(timer);
    asking?.abort();
    const mine = (asking = new AbortController());
    try {
      const answer = await fetch(address, { credentials: "same-origin", redirect: "error", signal: mine.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.querySelector("[data-results]");
      if (mine !== asking || !found) return;
      results.replaceChildren(...found.childNodes);
      const count = room.querySelector("[data-count]");
      if (count) count.textContent = page.querySelector("[data-count]")?.textContent ?? "";
      history.replaceState(null, "", address);
      changed(focus);
    } catch {
      if (!mine.signal.aborted) failed();
    }
  }

  const asked = () => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) query.append(name, String(value));
    return `${location.pathname}${query.size ? `?${query}` : ""}`;
  };
  form.addEventListener("change", () => show(asked()));
  typed.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => show(asked()), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(asked());
  });
  form.querySelector("a")?.addEventListener("click", (event) => {
    event.preventDefault();
    form.querySelectorAll("select").forEach((list) => (list.value = ""));
    typed.value = "";
    show(asked());
  });
  results.addEventListener("click", (event) => {
    const link = /** @type {HTMLElement} */ (event.target).closest("a[rel=next], a[rel=prev]");
    if (!link) return;
    event.preventDefault();
    show(/** @type {HTMLAnchorElement} */ (link).href, /** @type {HTMLAnchorElement} */ (link).rel === "prev" ? "last" : "first");
  });

  return () => {
    const fold = typed.closest("details");
    if (fold) fold.open = true;
    typed.focus();
  };
}
