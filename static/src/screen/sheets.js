/** Whatever has to be read on the wall, in letters as large as its number allows; what does not fit comes on pages that turn by themselves. */

import { render } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { html } from "../parts/html.js";
import { GAP, LETTERS, guess, packColumns, seconds, shareTracks, tracksIn } from "./pages.js";
import { Pager } from "./pager.js";
import { useTurning } from "./turning.js";

/** @typedef {import("./state").Wall} Wall */
/** @typedef {{ id: string, of?: string, text: string, sign?: string, node: () => unknown }} Item `of`: what it is a part of; `sign` tells two looks of one text apart; `node` is drawn only where it is seen or measured */
/** @typedef {{ title?: string, items: Item[] }} Column */
/** @typedef {{ letters: number, tracks: number[], pages: import("./pages").Page[], width: number }} Layout */

/** @type {Map<string, number>} */
const heights = new Map();
document.fonts?.ready.then(() => heights.clear());

/** @param {{ wall: Wall, columns: Column[], title?: string, fewest?: number, widest?: number, kind?: string }} props `widest`: the most tracks beside each other */
export function Sheets({ wall, columns, title, widest = 9, kind = "cards" }) {
  const { say } = wall;
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const [layout, setLayout] = useState(/** @type {Layout | undefined} */ (undefined));
  const again = useResized();
  useLayoutEffect(() => {
    if (box.current) setLayout(layOut(box.current, columns, widest, kind));
  }, [columns, again]);
  const known = useMemo(() => Object.fromEntries(columns.flatMap(({ items }) => items.map((item) => [item.id, item]))), [columns]);
  const fresh = useFresh(Object.keys(known));
  const pages = layout?.pages ?? [];
  const { page, turn } = useTurning(wall, pages.length, pageOf(pages, fresh), () => seconds(wordsOn(pages[page], known)));
  const shown = (pages[page] ?? []).map((track) => track.filter((id) => known[id]));
  const things = (/** @type {string[]} */ ids) => new Set(ids.map((id) => known[id].of ?? id)).size;
  const count = { page: page + 1, pages: pages.length, shown: things(shown.flat()), all: things(Object.keys(known)) };
  let first = 0;
  return html`<section class="wall-board">
    ${(title || pages.length > 1) && html`<div class="wall-board-head">${title && html`<h2>${title}</h2>`}
      ${pages.length > 1 && html`<${Pager} wall=${wall} turn=${turn} words=${html`${say("page.of", count)} · <strong>${say("page.shown", count)}</strong>`} />`}</div>`}
    <div class="wall-sheets ${kind}" ref=${box} style=${{ fontSize: layout ? `${layout.letters}rem` : undefined }}>
      ${layout && columns.map((column, at) => {
        const tracks = shown.slice(first, (first += layout.tracks[at]));
        const Title = title ? "h3" : "h2";
        return html`<div class="wall-column" key=${at} style=${{ inlineSize: `calc(${layout.tracks[at] * layout.width}px + ${layout.tracks[at] - 1} * 0.45em)` }}>
          ${column.title && html`<${Title} class="wall-column-title">${column.title}<//>`}
          <div class="wall-tracks">${tracks.map((ids, track) => html`<ul class="wall-track" role="list" key=${track} style=${{ inlineSize: `${layout.width}px` }}>
            ${ids.map((id) => html`<li class=${`wall-item ${fresh.includes(id) ? "fresh" : ""}`} key=${id}>${known[id].node()}</li>`)}</ul>`)}</div>
        </div>`;
      })}
    </div>
  </section>`;
}

/** @param {import("./pages").Page | undefined} page @param {Record<string, Item>} known */
const wordsOn = (page, known) => (page ?? []).flat().reduce((sum, id) => sum + (known[id]?.text.split(/\s+/).length ?? 0), 0);

/** The page where something new stands, the newest first. @param {import("./pages").Page[]} pages @param {string[]} fresh */
function pageOf(pages, fresh) {
  const newest = fresh[fresh.length - 1];
  const at = newest === undefined ? -1 : pages.findIndex((page) => page.some((track) => track.includes(newest)));
  return at < 0 ? undefined : at;
}

/** The largest letters with which everything stands on one page; with the smallest, as many pages as it takes. @param {HTMLElement} box @param {Column[]} columns @param {number} widest @param {string} kind @returns {Layout} */
function layOut(box, columns, widest, kind) {
  const root = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const wide = box.clientWidth;
  const last = LETTERS.length - 1;
  for (let step = 0; step <= last; step += 1) {
    const letters = LETTERS[step];
    const most = Math.min(widest, tracksIn(wide / root, letters, columns.length));
    const size = letters * root;
    const gap = GAP * size;
    const line = ((wide - gap * (most - 1)) / most / size) * 1.95 - 3;
    const weights = columns.map(({ items }) => items.reduce((sum, { text }) => sum + guess(text, line), 0));
    const tracks = shareTracks(weights, most);
    const all = tracks.reduce((sum, one) => sum + one, 0);
    const width = Math.floor((wide - gap * (all - 1)) / all);
    const high = box.clientHeight - (columns.some(({ title }) => title) ? titleHeight(box, columns, tracks, width, gap) : 0);
    const hopeless = weights.some((weight, at) => (weight * size) / tracks[at] > high * 1.6);
    if (hopeless && step < last) continue;
    measure(box, columns, letters, width, kind);
    const found = columns.map(({ items }) => items.map((item) => ({ id: item.id, height: heights.get(nameOf(item, letters, width, kind)) ?? 0 })));
    const pages = packColumns(found, tracks, high, gap, kind === "results");
    const cut = found.flat().some(({ height }) => height > high); // alone on its page, and still too tall for it
    if ((pages.length <= 1 && !cut) || step === last) return { letters, tracks, pages, width };
  }
  throw new Error("there is a last step");
}

/** @param {Item} item @param {number} letters @param {number} width @param {string} kind */
const nameOf = (item, letters, width, kind) => `${kind} ${letters} ${width} ${item.sign ?? ""} ${item.text}`;

/** Height of each thing that has not been measured at this width yet. @param {HTMLElement} box @param {Column[]} columns @param {number} letters @param {number} width @param {string} kind */
function measure(box, columns, letters, width, kind) {
  const unknown = columns.flatMap(({ items }) => items).filter((item) => !heights.has(nameOf(item, letters, width, kind)));
  if (!unknown.length) return;
  if (heights.size > 20_000) heights.clear();
  const place = document.createElement("div");
  place.className = `wall-sheets wall-measure ${kind}`;
  place.style.fontSize = `${letters}rem`;
  box.after(place);
  render(html`<ul class="wall-track" style=${{ inlineSize: `${width}px` }}>${unknown.map((item) => html`<li class="wall-item">${item.node()}</li>`)}</ul>`, place);
  const found = [...place.querySelectorAll(".wall-item")].map((one) => one.getBoundingClientRect().height);
  unknown.forEach((item, at) => heights.set(nameOf(item, letters, width, kind), found[at]));
  render(null, place);
  place.remove();
}

/** @param {HTMLElement} box @param {Column[]} columns @param {number[]} tracks @param {number} width @param {number} gap */
function titleHeight(box, columns, tracks, width, gap) {
  const place = document.createElement("div");
  place.className = "wall-measure";
  box.after(place);
  render(columns.map(({ title }, at) => html`<p class="wall-column-title" style=${{ inlineSize: `${tracks[at] * (width + gap) - gap}px` }}>${title}</p>`), place);
  const found = [...place.children].map((one) => one.getBoundingClientRect().height + parseFloat(getComputedStyle(one).marginBlockEnd));
  render(null, place);
  place.remove();
  return Math.max(0, ...found);
}

/** Changes when the window does, and once letters have come. */
function useResized() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let gone = false;
    const more = () => gone || (heights.clear(), setCount((before) => before + 1));
    addEventListener("resize", more);
    document.fonts?.ready.then(more);
    return () => {
      gone = true;
      removeEventListener("resize", more);
    };
  }, []);
  return count;
}

const FRESH = 8000;

/** What came in the last seconds; what was there at the start is not new. @param {string[]} ids @returns {string[]} */
function useFresh(ids) {
  const [, redraw] = useState(0);
  const seen = useRef(/** @type {Map<string, number> | undefined} */ (undefined));
  const now = Date.now();
  if (!seen.current) seen.current = new Map(ids.map((id) => [id, 0]));
  for (const id of ids) if (!seen.current.has(id)) seen.current.set(id, now);
  const fresh = ids.filter((id) => now - (seen.current?.get(id) ?? 0) < FRESH);
  useEffect(() => {
    if (!fresh.length) return undefined;
    const soon = setTimeout(() => redraw((before) => before + 1), FRESH);
    return () => clearTimeout(soon);
  }, [fresh.length && ids.length]);
  return fresh;
}
