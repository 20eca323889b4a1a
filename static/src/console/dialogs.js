/** What the console asks in a dialog: why skip, really close, which keys, what to change. */

import { useEffect, useRef, useState } from "preact/hooks";
import { html } from "../parts/html.js";
import { Changing } from "./changing.js";
import { NewCode } from "./new-code.js";
import { Correct, Reopen } from "./reopening.js";
import { KEYS } from "./state.js";
import { OtherTime } from "./other-time.js";
import { Walls } from "./walls.js";

/** @typedef {import("./state").Desk} Desk */

/** @param {{ desk: Desk }} props */
export function Dialogs({ desk }) {
  const open = desk.dialog.value;
  if (!open) return null;
  const Inside = { skip: Skip, close: Close, keys: Keys, plan: Changing, reopen: Reopen, reason: Correct, note: Correct, code: NewCode, walls: Walls, time: OtherTime }[/** @type {"skip"} */ (open.name)];
  return html`<${Modal} key=${open.name} desk=${desk}><${Inside} desk=${desk} step=${open.step} what=${open.name} shut=${() => shut(desk)} Skip=${SkipInside} /><//>`;
}

/** A native dialog: keeps the keyboard inside, gives the focus back. @param {{ desk: Desk, children: any }} props */
function Modal({ desk, children }) {
  const element = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useEffect(() => {
    element.current?.showModal();
  }, []);
  return html`<dialog ref=${element} aria-labelledby="dialog-title" onClose=${() => (desk.dialog.value = null)}>${children}</dialog>`;
}

/** @param {Desk} desk */
const shut = (desk) => document.querySelector("dialog")?.close() ?? (desk.dialog.value = null);

/** @param {{ desk: Desk, step: string }} props */
const Skip = ({ desk, step }) => html`<${SkipInside} desk=${desk} step=${step} title="dialog-title" done=${() => shut(desk)} back=${() => shut(desk)} />`;

/** @param {{ desk: Desk, step: string, title?: string, done: () => void, back: () => void }} props */
function SkipInside({ desk, step, title, done, back }) {
  const { say, read, staff, actions } = desk;
  const [reason, setReason] = useState("");
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!reason.trim()) return;
    actions.skip(step, reason);
    done();
  };
  return html`<form class="stack" onSubmit=${submit}>
    <h2 id=${title}>${say("skip.title", { title: read(staff.value.plan?.[step]?.title) || step })}</h2>
    <div class="field"><label for="reason">${say("skip.label")}</label><textarea id="reason" rows="3" required value=${reason} onInput=${(/** @type {any} */ event) => setReason(event.target.value)}></textarea></div>
    <div class="form-actions"><button class="button primary" type="submit">${say("skip.do")}</button><button class="button quiet" type="button" onClick=${back}>${say("cancel")}</button></div>
  </form>`;
}

/** @param {{ desk: Desk }} props */
function Close({ desk }) {
  const { say, actions } = desk;
  const end = () => {
    actions.end();
    shut(desk);
  };
  return html`<div class="stack"><h2 id="dialog-title">${say("close.sure")}</h2><p>${say("close.text")}</p>
    <div class="form-actions"><button class="button danger" type="button" onClick=${end}>${say("close.session")}</button><button class="button" type="button" onClick=${() => shut(desk)}>${say("cancel")}</button></div></div>`;
}

/** @param {{ desk: Desk }} props */
function Keys({ desk }) {
  const { say, keysOn } = desk;
  return html`<div class="stack"><h2 id="dialog-title">${say("keys")}</h2>
    <dl class="keys">${KEYS.map((key) => html`<dt><kbd>${key}</kbd></dt><dd>${say(`key.${key}`)}</dd>`)}</dl>
    <label class="choice"><input type="checkbox" checked=${keysOn.value} onChange=${() => (keysOn.value = !keysOn.value)} /><span>${say("keys.on")}</span></label>
    <div><button class="button" type="button" onClick=${() => shut(desk)}>${say("close")}</button></div></div>`;
}
