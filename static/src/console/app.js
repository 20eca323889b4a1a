/** The console: the run sheet, the stage that is on, the room. */

import { useLayoutEffect } from "preact/hooks";
import { waiting } from "../outbox.js";
import { why } from "../words.js";
import { Icon, html } from "../parts/html.js";
import { Deeds, Latest } from "./deeds.js";
import { Dialogs } from "./dialogs.js";
import { Now } from "./now.js";
import { Plan } from "./plan.js";
import { People } from "./people.js";
import { Rail } from "./rail.js";
import { Groups } from "./groups.js";
import { Roles, Variants } from "./room.js";
import { TABS, onKey } from "./state.js";
import { Written } from "./written.js";
import { Notes } from "./notes.js";
import { Turns } from "./turns.js";

/** So many missing phones are more than a few pockets. */
const FEW = 5;

/** @typedef {import("./state").Desk} Desk */

/** @param {{ desk: Desk }} props */
export function App({ desk }) {
  useLayoutEffect(() => {
    const listen = (/** @type {KeyboardEvent} */ event) => onKey(desk, event);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
  document.documentElement.lang = desk.live.locale.value;
  return html`<div class="desk" data-tab=${desk.tab.value}>
    <${Head} desk=${desk} />
    <${Messages} desk=${desk} />
    <${Rail} desk=${desk}><${Latest} desk=${desk} /><//>
    <${Tabs} desk=${desk} />
    <main class="desk-main" id="main">
      <div class="desk-now"><${Part} tab="now"><${Now} desk=${desk} /><${Turns} desk=${desk} /><//><${Part} tab="written"><${Written} desk=${desk} /><//></div>
      <div class="desk-plan"><${Part} tab="plan"><${Plan} desk=${desk} /><//><${Part} tab="notes"><${Notes} desk=${desk} /><${Deeds} desk=${desk} /><//></div>
      <div class="desk-room"><${Part} tab="people"><${People} desk=${desk} /><${Roles} desk=${desk} /><${Groups} desk=${desk} /><${Variants} desk=${desk} /><//><${Part} tab="now"><${Join} desk=${desk} /><//></div>
    </main>
    ${desk.staff.value.session?.status === "closed" && html`<${Latest} desk=${desk} />`}
    <${Dialogs} desk=${desk} />
  </div>`;
}

/** What a phone shows under one tab; a larger screen shows all of it. @param {{ tab: string, children: any }} props */
const Part = ({ tab, children }) => html`<div class="part" data-part=${tab}>${children}</div>`;

/** @param {{ desk: Desk }} props */
const Tabs = ({ desk: { tab, say } }) =>
  html`<nav class="tabs" aria-label=${say("tabs")}>${TABS.map((name) => html`<button type="button" class="tab" key=${name} aria-current=${tab.value === name ? "page" : undefined} onClick=${() => (tab.value = name)}>${say(`tab.${name}`)}</button>`)}</nav>`;

/** @param {{ desk: Desk }} props */
function Head({ desk }) {
  const { live, staff, say, actions } = desk;
  const session = staff.value.session ?? {};
  const other = live.locale.value === "fr" ? "en" : "fr";
  return html`<header class="desk-head">
    <div class="desk-title">
      <h1>${session.title}</h1>
      <p class="row tight">${session.status !== "running" && html`<span class="badge info">${say(`status.${session.status ?? "waiting"}`)}</span>`}
        <span class="badge ${session.door ? "good" : ""}">${say(session.door ? "door.isOpen" : "door.isClosed")}</span>
        ${live.link.value === "on" ? html`<span class="badge good">${say("link.on")}</span>` : html`<span class="badge warn">${say("link.off")}</span>`}</p>
    </div>
    <nav class="toolbar" aria-label=${say("console")}>
      ${session.status === "running" && html`<button type="button" class="button small ${session.wallFrozen ? "primary" : "quiet"}" aria-pressed=${Boolean(session.wallFrozen)} onClick=${actions.freeze}>${say(session.wallFrozen ? "wall.thaw" : "wall.freeze")} <kbd aria-hidden="true">f</kbd></button>`}
      ${live.boot.urls.screen && html`<a class="button small" href=${live.boot.urls.screen} target="_blank" rel="noopener">${say("screen.open")}</a>`}
      <button type="button" class="button small quiet" onClick=${() => actions.ask("walls")}>${say("walls")} <kbd aria-hidden="true">w</kbd></button>
      ${live.boot.urls.session && html`<a class="button small quiet" href=${live.boot.urls.session}>${say("session.page")}</a>`}
      ${live.boot.urls.journal && html`<a class="button small quiet wide-only" href=${live.boot.urls.journal}>${say("journal")}</a>`}
      <button type="button" class="button small quiet" aria-pressed=${desk.chime.on.value} onClick=${desk.chime.toggle}><${Icon} name="ear" />${say(desk.chime.on.value ? "chime.on" : "chime.off")}</button>
      <button type="button" class="button small quiet wide-only" onClick=${() => actions.ask("keys")}><${Icon} name="keys" />${say("keys")} <kbd aria-hidden="true">?</kbd></button>
      <button type="button" class="button small quiet" lang=${other} onClick=${live.speakOther}>${say("language.other")}</button>
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
    ${staff.value.session?.wallFrozen && html`<div class="alert warn"><p>${say("wall.frozen")}</p></div>`}
    ${staff.value.session?.wallHidden && html`<div class="alert warn"><p>${say("wall.hidden")}</p></div>`}
    ${refused.map((item) => html`<${Refusal} key=${item.id} desk=${desk} item=${item} />`)}
  </div>`;
}

/** A step that two consoles asked for at once was taken once: nothing was refused that anybody wanted. @param {{ desk: Desk, item: import("../outbox").Item }} props */
function Refusal({ desk, item }) {
  const { live, say } = desk;
  const taken = item.do.kind === "Advance" && ["stale-stage", "already-started"].includes(item.refusal?.reason ?? "");
  return html`<div class="alert ${taken ? "" : "bad"}"><p>${taken ? say("news.once") : html`<strong>${say("refused")}</strong> · ${why(item.refusal, say, live.locale.value)}`}
    ${["site-not-ready", "sheet-not-ready"].includes(item.refusal?.reason ?? "") && html`<a class="button small" href=${live.boot.urls.session}>${say("session.page")}</a>`}
    <button type="button" class="button small quiet" onClick=${() => live.dismiss(item.id)}>${say("close")}</button></p></div>`;
}

/** How many phones are connected of those that came in: a Wi-Fi that takes only so many devices shows here first. @param {{ desk: Desk }} props */
function Devices({ desk }) {
  const { live, staff, say } = desk;
  const phones = Object.entries(staff.value.people ?? {}).filter(([, person]) => person.here && person.channel === "phone");
  const here = live.presence.value?.connected;
  if (!phones.length || !here) return null;
  const connected = phones.filter(([id]) => here.includes(id)).length;
  const limit = phones.length - connected >= FEW && say("devices.limit");
  return html`<p class="soft small">${say("devices.count", { connected, phones: phones.length })}${limit && ` ${limit}`}</p>`;
}

/** @param {{ desk: Desk }} props */
function Join({ desk }) {
  const { live, staff, say, actions } = desk;
  const session = staff.value.session ?? {};
  if (session.status === "closed") return null;
  const { urls } = live.boot;
  const join = staff.value.join ?? live.boot.join;
  const code = join?.code ?? urls.join?.split("/").pop();
  const phones = join?.phones !== "no";
  return html`<section class="panel" aria-labelledby="join-title">
    <h2 id="join-title">${say("join.code")}</h2>
    <div class="join-row">
      ${code && html`<p class="join-code">${code}</p>`}
      ${phones && session.door && html`<img class="join-qr" src=${`${urls.qr ?? `/s/${live.boot.session}/qr.svg`}?${code ?? ""}`} alt=${say("join.qr")} width="112" height="112" />`}
    </div>
    ${phones ? join?.url && html`<p class="soft small words">${join.url}</p>` : html`<div class="alert warn"><p>${say("join.noPhones")} <a class="button small" href=${urls.session}>${say("session.page")}</a></p></div>`}
    <button type="button" class="button small" onClick=${session.door ? actions.closeDoor : actions.openDoor}><${Icon} name="door" />${say(session.door ? "door.close" : "door.open")}</button>
    ${urls.newCode && html`<button type="button" class="button small quiet" onClick=${() => actions.ask("code")}>${say("code.new")}</button>`}
    <${Devices} desk=${desk} />
    ${live.presence.value?.screens !== undefined && html`<p class="soft small">${say(["screen.none", "screen.countOne"][live.presence.value.screens] ?? "screen.count", { count: live.presence.value.screens })}</p>`}
  </section>`;
}
