/** The list of remarks beside the text: each says where, what, and what to do; pressing it goes there. */

/** @typedef {import("./reach.js").Remark} Remark */

/**
 * @param {HTMLElement} box @param {{ ok: boolean, remarks: Remark[] }} found @param {Record<string, string>} words @param {(remark: Remark) => void} go
 */
export function list(box, found, words, go) {
  const state = element("p", { className: `badge ${found.ok ? "good" : "bad"}` }, found.ok ? words.playable : words.notPlayable);
  const items = element("ul", { className: "stack", role: "list" }, ...found.remarks.map((remark) => item(remark, words, go)));
  box.replaceChildren(element("p", {}, state), items);
}

/** @param {Remark} remark @param {Record<string, string>} words @param {(remark: Remark) => void} go */
function item(remark, words, go) {
  const level = remark.level === "error" ? ["bad", words.error] : ["warn", words.remark];
  const where = words.where.replace("{line}", String(remark.line)).replace("{column}", String(remark.column));
  const button = element("button", { className: "button small", type: "button" }, where);
  button.addEventListener("click", () => go(remark));
  return element(
    "li", { className: "card" },
    element("p", { className: "row" }, element("span", { className: `badge ${level[0]}` }, level[1]), button),
    element("p", { className: "strong" }, remark.message),
    element("p", {}, remark.remedy),
  );
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name @param {Record<string, string>} attributes @param {...(Node | string)} inside @returns {HTMLElementTagNameMap[T]}
 */
function element(name, { className = "", ...attributes }, ...inside) {
  const made = document.createElement(name);
  made.className = className;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}
