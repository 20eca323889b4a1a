/** Changing the words of a card. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../../parts/html.js";

/** @typedef {import("../state").Phone} Phone */
/** @typedef {import("../../view").ShownCard} ShownCard */

/** @param {{ phone: Phone, id: string, card: ShownCard }} props */
export function EditItem({ phone, id, card }) {
  const { view, live, say, drafts, editing } = phone;
  const step = view.value.stage?.key ?? "";
  const key = `edit:${step}:${id}`;
  const text = drafts.at(key).text ?? card.text;
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  // The button that was pressed is gone: whoever works by keys goes on where it leads, and comes back to it.
  useLayoutEffect(() => field.current?.focus(), []);
  const stop = () => {
    drafts.drop(key);
    editing.value = { ...editing.value, [id]: false };
    setTimeout(() => document.getElementById(`change-${id}`)?.focus());
  };
  const save = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!text.trim()) return;
    if (text !== card.text) live.do({ kind: "EditCard", step, card: id, text });
    stop();
  };
  return html`<li class="card-item"><form class="field" onSubmit=${save}>
    <label for="edit-${id}">${say("card.edit")}</label>
    <textarea class="input" id="edit-${id}" ref=${field} rows="4" value=${text} onInput=${(/** @type {any} */ event) => drafts.set(key, { text: event.target.value })}></textarea>
    <div class="row tight"><button class="button primary" type="submit">${say("card.save")}</button><button class="button quiet" type="button" onClick=${stop}>${say("cancel")}</button></div>
  </form></li>`;
}
