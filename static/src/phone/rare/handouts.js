/** What a stage hands out: words and tables to read, folded until they are opened. */

import { html } from "../../parts/html.js";

/** @param {{ phone: import("../state").Phone }} props */
export function Handouts({ phone }) {
  return html`${Object.entries(phone.view.value.handouts).map(
    ([name, one]) => html`<details class="card more" key=${name}>
      <summary>${phone.read(one.title)}</summary>
      ${phone.read(one.text) && html`<p class="words">${phone.read(one.text)}</p>`}
      ${one.rows &&
      html`<div class="table-wrap" tabindex="0" role="region" aria-label=${phone.read(one.title)}><table class="table">
        <thead><tr>${(one.columns ?? []).map((cell) => html`<th scope="col">${phone.read(cell)}</th>`)}</tr></thead>
        <tbody>${one.rows.map((row) => html`<tr>${row.map((cell, at) => (at ? html`<td>${phone.read(cell)}</td>` : html`<th scope="row">${phone.read(cell)}</th>`))}</tr>`)}</tbody>
      </table></div>`}
    </details>`,
  )}`;
}
