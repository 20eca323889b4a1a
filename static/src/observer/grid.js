/** The grid of the format: one press counts a line once. */

import { Icon, html } from "../parts/html.js";

/** @param {{ book: import("./state").Book }} props */
export function Grid({ book }) {
  const { shared, counts, group, say, read, actions } = book;
  const lines = shared.value.grid ?? [];
  if (!lines.length) return null;
  const where = group.value === undefined ? say("where.room") : say("group.name", { number: group.value + 1 });
  return html`<section class="stack tight" aria-labelledby="grid-title">
    <h2 id="grid-title">${say("grid")}</h2>
    <p class="small soft">${say("grid.help", { where })} <span class="wide-only">${say("grid.keys")}</span></p>
    <ul class="book-grid" role="list">${lines.map(({ id, label, kept }, place) => {
      const count = counts.value[id] ?? 0;
      return html`<li key=${id}><button type="button" class="button count" aria-label=${say(kept ? "grid.countedKept" : "grid.counted", { line: read(label), count })} aria-keyshortcuts=${place < 9 ? String(place + 1) : undefined} onClick=${() => actions.count(id, true)}>
          <kbd class="wide-only" aria-hidden="true">${place < 9 ? place + 1 : ""}</kbd><span class="words">${read(label)}${kept && html` <span class="badge good">${say("grid.kept")}</span>`}</span><strong class="number">${count}</strong></button>
        <button type="button" class="button quiet" disabled=${count === 0} aria-label=${say("grid.less", { line: read(label) })} onClick=${() => actions.count(id, false)}><${Icon} name="minus" /></button></li>`;
    })}</ul>
  </section>`;
}
