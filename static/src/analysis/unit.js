/** One contribution of the analysis room: what is seen in it, as the page keeps it, and its marks. */

/** @typedef {{ themes: string[], coded: boolean }} Seen */

/** @param {HTMLElement} unit @returns {Seen} */
export const seenIn = (unit) => ({ themes: (unit.dataset.themes ?? "").split(" ").filter(Boolean), coded: unit.dataset.coded === "yes" });

/** The same with one theme more or less; with none left it is read, and without a theme. @param {Seen} seen @param {string} theme @returns {Seen} */
export const turned = (seen, theme) => ({
  themes: seen.themes.includes(theme) ? seen.themes.filter((one) => one !== theme) : [...seen.themes, theme],
  coded: true,
});

/** Write what is seen on the page: marks, boxes, the data that filters read. @param {HTMLElement} unit @param {Seen} seen @param {Map<string, string>} names @param {DOMStringMap} words */
export function write(unit, seen, names, words) {
  unit.dataset.themes = seen.themes.join(" ");
  unit.dataset.coded = seen.coded ? "yes" : "no";
  const chips = /** @type {HTMLElement} */ (unit.querySelector("[data-chips]"));
  const marks = seen.themes.map((theme) => mark("badge good", names.get(theme) ?? ""));
  if (!seen.coded) marks.push(mark("soft small", words.unread ?? ""));
  else if (!marks.length) marks.push(mark("badge", words.none ?? ""));
  chips.replaceChildren(...marks);
  boxes(unit, seen);
}

/** Tick what is seen, in the form that is open here. @param {HTMLElement} unit @param {Seen} seen */
export function boxes(unit, seen) {
  unit.querySelectorAll("input[name=themes]").forEach((box) => {
    const input = /** @type {HTMLInputElement} */ (box);
    input.checked = seen.themes.includes(input.value);
  });
  const none = /** @type {HTMLInputElement | null} */ (unit.querySelector("input[name=none]"));
  if (none) none.checked = seen.coded && !seen.themes.length;
}

/** @param {string} kind @param {string} words */
function mark(kind, words) {
  const span = document.createElement("span");
  span.className = kind;
  span.textContent = words;
  return span;
}
