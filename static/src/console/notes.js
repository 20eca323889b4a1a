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
    const aside = event instanceof SubmitEvent && event.submitter?.getAttribute("value") === "aside";
    actions.note(text, !aside);
    setText("");
  };
  const notes = Object.entries(staff.value.notes ?? {}).sort(([, a], [, b]) => (b.at ?? 0) - (a.at ?? 0));
  return html`<section class="panel" aria-labelledby="notes-title">
    <h2 id="notes-title">${say("note")}</h2>
    <form class="stack tight" onSubmit=${keep}>
      <div class="field"><label for="note">${say("note.label")} <kbd>o</kbd></label><p class="help" id="note-help">${say("note.help")}</p>
        <textarea id="note" rows="2" aria-describedby="note-help" value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)}></textarea></div>
      <div class="toolbar"><button class="button small" type="submit">${say("note.keep")}</button><button class="button small quiet" type="submit" value="aside">${say("note.aside")}</button></div>
    </form>
    <ul class="desk-cards" role="list">${notes.map(([id, note]) => html`<${NoteItem} key=${id} desk=${desk} id=${id} note=${note} />`)}</ul>
    ${live.boot.urls.journal && html`<p><a href=${live.boot.urls.journal}>${say("journal")}</a></p>`}
  </section><${Observations} desk=${desk} />`;
}

/** What observers noted: those they propose come first. An excerpt is cut in the journal; here a whole note is kept, or none of it. @param {{ desk: import("./state").Desk }} props */
function Observations({ desk }) {
  const { staff, say, live } = desk;
  const { observers = {}, observations = {} } = staff.value;
  if (!Object.keys(observers).length) return null;
  const notes = Object.entries(observations).sort(([, a], [, b]) => Number(Boolean(b.flagged && !b.excerpt)) - Number(Boolean(a.flagged && !a.excerpt)) || b.at - a.at);
  return html`<section class="panel" aria-labelledby="observed-title"><h2 id="observed-title">${say("observed")} <span class="soft number">${notes.length}</span></h2>
    <ul class="desk-cards" role="list">${notes.map(([id, note]) => html`<${Observation} key=${id} desk=${desk} id=${id} note=${note} />`)}</ul>
    ${live.boot.urls.observers && html`<p><a href=${live.boot.urls.observers}>${say("observers.links")}</a></p>`}</section>`;
}

/** @param {{ desk: import("./state").Desk, id: string, note: NonNullable<import("../protocol").StaffDocument["observations"]>[string] }} props */
function Observation({ desk, id, note }) {
  const { staff, say, read, actions, live } = desk;
  const words = note.text.slice(0, 60);
  const facts = [timeOfDay(note.at, live.locale.value), note.step && read(staff.value.plan?.[note.step]?.title), note.group !== undefined && say("group.name", { number: note.group + 1 }), say("observer", { number: staff.value.observers?.[note.by]?.number ?? "" })];
  return html`<li class="desk-card"><p class="words">${note.text}</p>
    <p class="row tight small soft"><span>${facts.filter(Boolean).join(" · ")}</span>${note.flagged && html` <span class="badge info">${say("observed.flagged")}</span>`}${note.excerpt && html` <span class="badge good">${say("note.kept")}</span>`}</p>
    ${note.excerpt && note.excerpt !== note.text && html`<p class="small words">${note.excerpt}</p>`}
    <button type="button" class="button small quiet" aria-label=${say(note.excerpt ? "note.hideOf" : "note.keepOf", { text: words })} onClick=${() => (note.excerpt ? actions.dropExcerpt(id) : actions.keepExcerpt(id, note.text))}>${say(note.excerpt ? "note.hide" : "note.show")}</button>
    ${live.boot.urls.journal && html`<a class="button small quiet" href=${`${live.boot.urls.journal}#${id}`}>${say("observed.cut")}</a>`}</li>`;
}

/** @param {{ desk: import("./state").Desk, id: string, note: NonNullable<import("../protocol").StaffDocument["notes"]>[string] }} props */
function NoteItem({ desk, id, note }) {
  const { staff, say, read, actions, live } = desk;
  const kept = note.kept !== false;
  const words = note.text.slice(0, 60);
  const facts = [note.at !== undefined && timeOfDay(note.at, live.locale.value), note.step && read(staff.value.plan?.[note.step]?.title), note.edited && say("note.edited")];
  return html`<li class="desk-card ${kept ? "" : "aside"}"><p class="words">${note.text}</p>
    <p class="row tight small soft"><span>${facts.filter(Boolean).join(" · ")}</span> <span class="badge ${kept ? "good" : ""}">${say(kept ? "note.kept" : "note.private")}</span></p>
    <button type="button" class="button small quiet" aria-label=${say(kept ? "note.hideOf" : "note.keepOf", { text: words })} onClick=${() => actions.keepNote(id, !kept)}>${say(kept ? "note.hide" : "note.show")}</button>
    <button type="button" class="button small quiet" aria-label=${say("note.changeOf", { text: words })} onClick=${() => actions.ask("note", id)}>${say("note.change")}</button></li>`;
}
