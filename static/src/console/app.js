/** The console: the run sheet, the stage that is on, the room. */

import { useLayoutEffect } from "preact/hooks";
import { waiting } from "../outbox.js";
import { why } from "../words.js";
import { Icon, html } from "../parts/html.js";
import { Dialogs } from "./dialogs.js";
import { Now } from "./now.js";
import { Plan } from "./plan.js";
import { Groups, People, Roles, Variants } from "./room.js";
import { onKey } from "./state.js";
import { Written } from "./written.js";
import { Notes } from "./notes.js";
import { Turns } from "./turns.js";

/** @typedef {import("./state").Desk} Desk */

/** @param {{ desk: Desk }} props */
export function App({ desk }) {
  useLayoutEffect(() => {
    const listen = (/** @type {KeyboardEvent} */ event) => onKey(desk, event);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
  document.documentElement.lang = desk.live.locale.value;
  return html`<div class="desk">
    <${Head} desk=${desk} />
    <${Messages} desk=${desk} />
    <main class="desk-main" id="main">
      <div class="desk-now"><${Now} desk=${desk} /><${Turns} desk=${desk} /><${Written} desk=${desk} /></div>
      <div class="desk-plan"><${Plan} desk=${desk} /><${Notes} desk=${desk} /></div>
      <div class="desk-room"><${Join} desk=${desk} /><${People} desk=${desk} /><${Roles} desk=${desk} /><${Groups} desk=${desk} /><${Variants} desk=${desk} /></div>
    </main>
    <${Dialogs} desk=${desk} />
  </div>`;
}

/** @param {{ desk: Desk }} props */
function Head({ desk }) {
  const { live, staff, say, actions } = desk;
  const session = staff.value.session ?? {};
  const other = live.locale.value === "fr" ? "en" : "fr";
  const hidden = Boolean(session.wallHidden);
  return html`<header class="desk-head">
    <div class="desk-title">
      <h1>${session.title}</h1>
      <p class="row tight"><span class="badge info">${say(`status.${session.status ?? "waiting"}`)}</span>
        <span class="badge ${session.door ? "good" : ""}">${say(session.door ? "door.isOpen" : "door.isClosed")}</span>
        ${live.link.value === "on" ? html`<span class="badge good">${say("link.on")}</span>` : html`<span class="badge warn">${say("link.off")}</span>`}</p>
    </div>
    <nav class="toolbar" aria-label=${say("console")}>
      <button type="button" class="button ${hidden ? "primary" : ""}" aria-pressed=${hidden} onClick=${actions.wall}><${Icon} name=${hidden ? "eye" : "hide"} />${say(hidden ? "wall.show" : "wall.hide")} <kbd aria-hidden="true">h</kbd></button>
      ${live.boot.urls.screen && html`<a class="button" href=${live.boot.urls.screen} target="_blank" rel="noopener">${say("screen.open")}</a>`}
      ${live.boot.urls.session && html`<a class="button quiet" href=${live.boot.urls.session}>${say("session.page")}</a>`}
      <button type="button" class="button quiet wide-only" onClick=${() => actions.ask("keys")}><${Icon} name="keys" />${say("keys")} <kbd aria-hidden="true">?</kbd></button>
      <button type="button" class="button quiet" lang=${other} onClick=${live.speakOther}>${say("language.other")}</button>
    </nav>
  </header>`;
}

/** @param {{ desk: Desk }} props */
function Messages({ desk }) {
  const { live, say, staff } = desk;
  const refused = live.box.value.items.filter((item) => item.state === "refused");
  const held = waiting(live.box.value).length;
  const link = live.link.value;
  return html`<div class="desk-messages" role="status">
    ${link === "off" && html`<div class="alert warn"><p>${say("link.lost")}</p></div>`}
    ${link === "http" && html`<div class="alert"><p>${say("link.http")}</p></div>`}
    ${link === "gone" && html`<div class="alert bad"><p>${say("link.gone")}</p></div>`}
    ${link !== "on" && held > 0 && html`<div class="alert warn"><p>${say("sent.waiting", { count: held })}</p></div>`}
    ${staff.value.session?.wallHidden && html`<div class="alert warn"><p>${say("wall.hidden")}</p></div>`}
    ${refused.map((item) => html`<div class="alert bad" key=${item.id}><p><strong>${say("refused")}</strong> · ${why(item.refusal, say, live.locale.value)}
      <button type="button" class="button small quiet" onClick=${() => live.dismiss(item.id)}>${say("close")}</button></p></div>`)}
  </div>`;
}

/** @param {{ desk: Desk }} props */
function Join({ desk }) {
  const { live, staff, say, actions } = desk;
  const session = staff.value.session ?? {};
  if (session.status === "closed") return null;
  const { urls } = live.boot;
  const join = staff.value.join ?? live.boot.join;
  const code = join?.code ?? urls.join?.split("/").pop();
  return html`<section class="panel" aria-labelledby="join-title">
    <h2 id="join-title">${say("join.code")}</h2>
    <div class="join-row">
      ${code && html`<p class="join-code">${code}</p>`}
      ${session.door && html`<img class="join-qr" src=${`${urls.qr ?? `/s/${live.boot.session}/qr.svg`}?${code ?? ""}`} alt=${say("join.qr")} width="112" height="112" />`}
    </div>
    ${join?.url && html`<p class="soft small words">${join.url}</p>`}
    <button type="button" class="button small" onClick=${session.door ? actions.closeDoor : actions.openDoor}><${Icon} name="door" />${say(session.door ? "door.close" : "door.open")}</button>
    ${urls.newCode && html`<button type="button" class="button small quiet" onClick=${() => actions.ask("code")}>${say("code.new")}</button>`}
    ${live.presence.value?.screens !== undefined && html`<p class="soft small">${say(["screen.none", "screen.countOne"][live.presence.value.screens] ?? "screen.count", { count: live.presence.value.screens })}</p>`}
  </section>`;
}
