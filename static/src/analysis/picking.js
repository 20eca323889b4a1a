/** What is ticked for a learning: kept while other pages of the list are read, and counted. */

/** @param {HTMLElement} room @returns {() => void} to be called once other contributions are there */
export function picking(room) {
  const form = /** @type {HTMLFormElement | null} */ (room.querySelector("#pick"));
  const count = /** @type {HTMLElement | null} */ (room.querySelector("[data-picked]"));
  /** @type {Set<string>} */
  const picked = new Set();
  const boxes = () => /** @type {HTMLInputElement[]} */ ([...room.querySelectorAll("[data-learn]")]);

  /** What is ticked on pages that are not there goes with the form all the same. */
  function tell() {
    const there = new Set(boxes().map((box) => box.value));
    form?.querySelectorAll("[data-elsewhere]").forEach((field) => field.remove());
    for (const ref of picked) {
      if (there.has(ref)) continue;
      const field = Object.assign(document.createElement("input"), { type: "hidden", name: "evidence", value: ref });
      field.dataset.elsewhere = "";
      form?.append(field);
    }
    if (count) {
      count.hidden = !picked.size;
      count.textContent = (count.dataset.picked ?? "").replace("{number}", String(picked.size));
    }
  }

  const look = () => {
    for (const box of boxes()) box.checked = picked.has(box.value);
    tell();
  };
  room.addEventListener("change", (event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    if (!box.matches("[data-learn]")) return;
    if (box.checked) picked.add(box.value);
    else picked.delete(box.value);
    tell();
  });
  for (const box of boxes()) if (box.checked) picked.add(box.value);
  look();
  return look;
}
