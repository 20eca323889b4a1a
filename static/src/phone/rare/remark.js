/** A comment under a card. */

import { useState } from "preact/hooks";
import { html } from "../../parts/html.js";
import { Privacy, SeenBy } from "../pieces.js";
import { sayIn } from "./say.js";

/** @param {{ phone: import("../state").Phone, board: string, about: string, task: import("../../protocol").PostTask }} props */
export function Remark({ phone, board, about, task }) {
  const say = sayIn(phone);
  const step = phone.view.value.stage?.key ?? "";
  const key = `remark:${step}:${about}`;
  const text = phone.drafts.at(key).text ?? "";
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState(false);
  if (!open && !text) return html`<div class="row tight"><button type="button" class="button small quiet" onClick=${() => setOpen(true)}>${say("remark.open")}</button></div>`;
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!text.trim()) return setWrong(true);
    phone.live.do({ kind: "PostCard", step, board, text, about });
    phone.drafts.drop(key);
    setOpen(false);
  };
  return html`<form class="field ${wrong ? "has-error" : ""}" onSubmit=${send} novalidate>
    <label for="remark-${about}">${say("remark.label")}</label>
    <textarea class="input" id="remark-${about}" rows="3" maxlength=${task.longest ?? 2000} value=${text} aria-invalid=${wrong} onInput=${(/** @type {any} */ event) => (setWrong(false), phone.drafts.set(key, { text: event.target.value }))}></textarea>
    <p class="wrong" role="alert">${wrong && say("remark.empty")}</p>
    <${SeenBy} phone=${phone} by=${task.seenBy} first=${task.seenFirst} roles=${task.seenRoles} />
    <${Privacy} phone=${phone} said="" />
    <div class="row tight"><button class="button primary" type="submit">${say("remark.send")}</button><button class="button quiet" type="button" onClick=${() => (phone.drafts.drop(key), setOpen(false))}>${phone.say("cancel")}</button></div>
  </form>`;
}
