/** Another join code, for a session whose code went further than the room. */

import { useState } from "preact/hooks";
import { html } from "../parts/html.js";

/** @param {{ desk: import("./state").Desk, shut: () => void }} props */
export function NewCode({ desk, shut }) {
  const { say, live } = desk;
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState("");
  const renew = () => {
    setBusy(true);
    fetch(live.boot.urls.newCode, { method: "POST", credentials: "same-origin", headers: { "X-CSRFToken": live.boot.csrf } })
      .then((answer) => answer.json().then((told) => (answer.ok ? shut() : Promise.reject(told.say))))
      .catch((why) => setFailed(typeof why === "string" ? why : say("code.failed")))
      .finally(() => setBusy(false));
  };
  return html`<div class="stack"><h2 id="dialog-title">${say("code.title")}</h2><p>${say("code.text")}</p>
    <div role="alert">${failed && html`<div class="alert bad"><p>${failed}</p></div>`}</div>
    <div class="form-actions"><button class="button primary" type="button" disabled=${busy} onClick=${renew}>${say("code.do")}</button><button class="button" type="button" onClick=${shut}>${say("cancel")}</button></div></div>`;
}
