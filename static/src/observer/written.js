/** One's own notes by stage, to flag, change or erase; and what was not kept, with the reason. */

import { useState } from "preact/hooks";
import { Icon, html } from "../parts/html.js";
import { timeOfDay } from "../time.js";
import { why } from "../words.js";
import { byStage } from "./notes.js";

/** @typedef {import("./state").Book} Book */

/** @param {{ book: Book }} props */
export function Notes({ book }) {
  const { notes, shared, say, read } = book;
  const rows = byStage(notes.value);
  return html`<section class="stack" aria-labelledby="notes-title"><h2 id="notes-title">${say("notes")} <span class="soft number">${notes.value.length}</span></h2>
    ${!rows.length && html`<p class="soft">${say("notes.none")}</p>`}
    ${rows.map(([step, written]) => html`<section class="stack tight" key=${step ?? ""}>
      <h3>${step ? read(shared.value.plan?.[step]?.title) || step : say("notes.aside")}</h3>
      <ul class="stack tight" role="list">${written.map((note) => html`<${One} key=${note.id} book=${book} note=${note} />`)}</ul>
    </section>`)}
  </section>`;
}

/** @param {{ book: Book, note: import("./notes").Note }} props */
function One({ book, note }) {
  const { say, live, actions } = book;
  const [changing, setChanging] = useState(/** @type {string | undefined} */ (undefined));
  const [sure, setSure] = useState(false);
  const words = note.text.slice(0, 60);
  const facts = [timeOfDay(note.at, live.locale.value), note.group !== undefined && say("group.name", { number: note.group + 1 }), note.edited && say("edited")];
  const save = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (changing?.trim() && changing !== note.text) actions.change(note.id, changing);
    setChanging(undefined);
  };
  // What has not reached the server has no name there yet.
  const there = note.id.startsWith("w");
  return html`<li class="panel book-note">
    <p class="row tight small soft"><span class="number">${facts.filter(Boolean).join(" · ")}</span>
      ${note.pending && html`<span class="badge warn">${say("pending")}</span>`}${note.flagged && html`<span class="badge info">${say("flagged")}</span>`}${note.kept && html`<span class="badge good">${say("kept")}</span>`}</p>
    ${changing === undefined
      ? html`<p class="words">${note.text}</p>`
      : html`<form class="field" onSubmit=${save}><label for=${`change-${note.id}`}>${say("change.label")}</label><p class="help" id=${`help-${note.id}`}>${say("note.help")}</p>
          <textarea id=${`change-${note.id}`} rows="3" maxlength="2000" aria-describedby=${`help-${note.id}`} value=${changing} onInput=${(/** @type {any} */ event) => setChanging(event.target.value)}></textarea>
          <div class="row tight"><button type="submit" class="button small primary">${say("change.keep")}</button><button type="button" class="button small quiet" onClick=${() => setChanging(undefined)}>${say("cancel")}</button></div></form>`}
    ${there && changing === undefined && html`<div class="row tight">
      <button type="button" class="button small quiet" aria-pressed=${Boolean(note.flagged)} aria-label=${say("flag.of", { text: words })} onClick=${() => actions.flag(note.id, !note.flagged)}><${Icon} name="flag" />${say("flag")}</button>
      <button type="button" class="button small quiet" aria-label=${say("change.of", { text: words })} onClick=${() => setChanging(note.text)}>${say("change")}</button>
      ${sure
        ? html`<button type="button" class="button small danger" onClick=${() => actions.withdraw(note.id)}>${say("withdraw.sure")}</button><button type="button" class="button small quiet" onClick=${() => setSure(false)}>${say("cancel")}</button>`
        : html`<button type="button" class="button small quiet" aria-label=${say("withdraw.of", { text: words })} onClick=${() => setSure(true)}>${say("withdraw")}</button>`}
    </div>`}
  </li>`;
}

/** @param {{ book: Book }} props */
export function Refusals({ book }) {
  const { live, say, actions } = book;
  const refused = live.box.value.items.filter((item) => item.state === "refused");
  return html`${refused.map((item) => {
    const text = /** @type {string | undefined} */ (/** @type {any} */ (item.do).text);
    return html`<section class="alert bad" key=${item.id}><div class="stack tight"><p><strong>${say("refused")}</strong> · ${why(item.refusal, say, live.locale.value)}</p>
      ${text && html`<p class="words quoted">${text}</p>`}
      <div class="row tight">${text && !book.revoked.value && html`<button type="button" class="button small" onClick=${() => actions.again(item)}>${say("refused.copy")}</button>`}
        <button type="button" class="button small quiet" onClick=${() => live.dismiss(item.id)}>${say("refused.drop")}</button></div></div></section>`;
  })}`;
}
