/** Moments worth remembering, kept for the documentation. */

import { useState } from "preact/hooks";
import { timeOfDay } from "../time.js";
import { html } from "../parts/html.js";

/** @param {{ desk: import("./state").Desk }} props */
export function Notes({ desk }) {
  const { staff, say, actions, live } = desk;
  const [text, setText] = useState("");
  const keep = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!text.trim()) return;
    actions.note(text);
    setText("");
  };
  const notes = Object.entries(staff.value.notes ?? {}).sort(([, a], [, b]) => (b.at ?? 0) - (a.at ?? 0));
  return html`<section class="panel" aria-labelledby="notes-title">
    <h2 id="notes-title">${say("note")}</h2>
    <form class="stack tight" onSubmit=${keep}>
      <div class="field"><label for="note">${say("note.label")} <kbd>o</kbd></label><p class="help" id="note-help">${say("note.help")}</p>
        <textarea id="note" rows="2" aria-describedby="note-help" value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea></div>
      <div><button class="button small" type="submit">${say("note.keep")}</button></div>
    </form>
    <ul class="desk-cards" role="list">${notes.map(([id, note]) => html`<li class="desk-card" key=${id}><p class="words">${note.text}</p><p class="small soft">${note.at !== undefined ? timeOfDay(note.at, live.locale.value) : ""}${note.edited && html` · ${say("note.edited")}`}</p>
      <button type="button" class="button small quiet" aria-label=${say("note.changeOf", { text: note.text.slice(0, 60) })} onClick=${() => actions.ask("note", id)}>${say("note.change")}</button></li>`)}</ul>
  </section>`;
}
