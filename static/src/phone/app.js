/** The phone: one thing to do at a time. */

import { useLayoutEffect } from "preact/hooks";
import { waiting } from "../outbox.js";
import { leftInWords } from "../time.js";
import { ballot } from "../view.js";
import { left, wrapUp } from "../parts/clock.js";
import { Icon, html } from "../parts/html.js";
import { Tally } from "../parts/results.js";
import { Answers, Boards, Mine } from "./cards.js";
import { Late } from "./lazy.js";
import { Tasks } from "./tasks.js";
import { MyGroup } from "./groups.js";

/** @typedef {import("./state").Phone} Phone */
/** @typedef {{ phone: Phone }} Props */

/** Larger groups are the room: nobody needs the list of its names. */
const NAMED = 8;

/** A group of four or fewer is one to sit with, even when nobody else is in the room. */
const FEW = 4;

/** The others of a small group. @param {import("../view").View} view @returns {string[]} */
function companions({ group, me, session }) {
  const members = group?.members ?? [];
  const room = members.length >= (session.people ?? Infinity) && members.length > FEW;
  return room || members.length > NAMED ? [] : members.filter((name) => name !== me?.alias);
}

/** @param {Props} props */
export function App({ phone }) {
  const { view, live, news } = phone;
  const { session, me } = view.value;
  document.documentElement.lang = live.locale.value;
  const screen = session.status === "closed" ? Closed : me?.here === false ? Gone : session.status === "running" && view.value.stage ? Stage : Waiting;
  return html`<div class="phone">
    <${Head} phone=${phone} />
    <${Banner} phone=${phone} />
    <main class="phone-main" id="main"><${screen} phone=${phone} /></main>
    <${Foot} phone=${phone} />
    <p class="visually-hidden" role="status" aria-live="polite">${news}</p>
  </div>`;
}

/** A badge has room for the name of a role, not for its explanation. @param {string} label */
const short = (label) => label.replace(/\s*\([^)]*\)\s*$/, "");

/** @param {Props} props */
function Head({ phone }) {
  const { view, live, say } = phone;
  const other = live.locale.value === "fr" ? "en" : "fr";
  const { alias, roles = [] } = view.value.me ?? { alias: "" };
  return html`<header class="phone-head">
    <p class="who">${alias && html`<span class="visually-hidden">${say("you", { alias })}</span><strong aria-hidden="true">${alias}</strong>`}
      ${roles.map((role) => html`<span class="badge info">${short(phone.read(role.label)) || role.name}</span>`)}</p>
    <button type="button" class="button quiet small" lang=${other} onClick=${live.speakOther}>${say("language.other")}</button>
  </header>`;
}

/** @param {Props} props */
function Banner({ phone }) {
  const { live, say } = phone;
  const held = waiting(live.box.value).length;
  const link = live.link.value;
  return html`<div class="banners" role="status">
    ${link === "off" && html`<div class="banner warn"><${Icon} name="off" /><p>${say(held ? "link.offKept" : "link.offNothing")}</p></div>`}
    ${link === "http" && html`<div class="banner"><${Icon} name="wait" /><p>${say("link.slow")}</p></div>`}
    ${link === "gone" && html`<div class="banner warn"><${Icon} name="off" /><p>${say("link.gone")} <button type="button" class="button small" onClick=${() => location.reload()}>${say("link.reload")}</button></p></div>`}
    ${!live.storageWorks.value && html`<div class="banner warn"><${Icon} name="note" /><p>${say("storage.failed")}</p></div>`}
  </div>`;
}

/** @param {Props} props */
function Waiting({ phone }) {
  const { view, say } = phone;
  const { session } = view.value;
  const people = session.people ?? 0;
  return html`<section class="calm">
    <p class="kicker">${session.title}</p>
    <h1>${say("waiting.title")}</h1>
    <p class="instruction">${say("waiting.text")}</p>
    ${view.value.me && html`<p class="alias-card">${say("you", { alias: view.value.me.alias })}</p>`}
    ${people > 0 && html`<p class="soft">${people === 1 ? say("waiting.person") : say("waiting.people", { count: people })}</p>`}
    ${phone.live.boot.withdrawal && html`<${Code} phone=${phone} help="code.keep" />`}
  </section>`;
}

/** @param {Props & { help: string, children?: any }} props */
function Code({ phone, help, children }) {
  const { live, say } = phone;
  useLayoutEffect(() => phone.codeShown(), []);
  return html`<section class="panel" aria-labelledby="code-title"><h2 id="code-title">${say("code.title")}</h2>
    <p class="join-code">${live.boot.withdrawal}</p><p>${say(help)}</p>${children}</section>`;
}

/** For who came in after the waiting room: until they say that they have it. @param {Props} props */
function LateCode({ phone }) {
  if (!phone.live.boot.withdrawal || phone.codeKnown.value) return null;
  return html`<section class="panel" aria-labelledby="code-title"><h2 id="code-title">${phone.say("code.title")}</h2>
    <p class="join-code">${phone.live.boot.withdrawal}</p><p>${phone.say("code.keep")}</p>
    <button type="button" class="button" onClick=${phone.codeShown}>${phone.say("code.noted")}</button></section>`;
}

/** @param {Props} props */
function Closed({ phone }) {
  const { live, say, view } = phone;
  return html`<section class="calm">
    <p class="kicker">${view.value.session.title}</p>
    <h1>${say("closed.title")}</h1>
    <p class="instruction">${say("closed.text")}</p>
    ${live.boot.withdrawal && html`<${Code} phone=${phone} help="closed.codeHelp" />`}
    <p><a class="button primary big wide" href=${live.boot.urls.withdraw ?? "/ticket"}>${say("closed.withdraw")}</a></p>
    <${Kept} phone=${phone} />
    <${Results} phone=${phone} />
  </section>`;
}

/** @param {Props} props */
function Gone({ phone }) {
  return html`<section class="calm"><h1>${phone.say("gone.title")}</h1><p class="instruction">${phone.say("gone.text")}</p><${Kept} phone=${phone} /></section>`;
}

/** What did not leave. Until the second file has come there is nothing to see of a draft that has its place. @param {Props} props */
function Kept({ phone }) {
  const refused = phone.live.box.value.items.some((item) => item.state === "refused");
  return (refused || Object.keys(phone.drafts.all.value).length > 0) && html`<${Late} part="Kept" phone=${phone} meanwhile=${!refused && " "} />`;
}

/** @param {Props} props */
function Stage({ phone }) {
  const { view, say, live } = phone;
  const { stage, tell, show, silent, waits, aside, tasks, next, me } = view.value;
  const others = companions(view.value);
  if (!stage) return null;
  const busy = Object.keys(tasks).length > 0;
  return html`
    <section class="stage" aria-labelledby="stage-title">
      <p class="kicker">${[stage.number && say("stage.number", { number: stage.number, of: stage.of ?? "" }), stage.open ? say("stage.roundOpen", { round: stage.round ?? 1 }) : stage.rounds && stage.rounds > 1 && say("stage.round", { round: stage.round ?? 1, rounds: stage.rounds })].filter(Boolean).join(" · ")}</p>
      <h1 id="stage-title">${phone.read(stage.title)}</h1>
      <${TimeLeft} phone=${phone} />
      ${!aside && phone.read(stage.instruction) && html`<p class="instruction words">${phone.read((phone.plain.value && stage.plain) || stage.instruction)}</p>`}
      ${!aside && stage.plain && html`<button type="button" class="button small" aria-pressed=${phone.plain.value} onClick=${phone.speakPlainly}>${say("plain")}</button>`}
      ${Object.entries(tell).map(([role, words]) => html`<div class="tell" key=${role}>${!role.startsWith("_") && html`<p class="kicker">${say("role.yours", { role: phone.read(me?.roles?.find((one) => one.name === role)?.label) || role })}</p>`}<p class="words">${phone.read(words)}</p></div>`)}
      ${!aside && phone.read(show) && html`<p class="shown words">${phone.read(show)}</p>`}
      <${MyGroup} phone=${phone} />
      ${others.length > 0 && html`<p class="group"><${Icon} name="people" /><span>${say("group.with", { names: others.join(", ") })}</span></p>`}
      ${Object.keys(view.value.handouts).length > 0 && html`<${Late} part="Handouts" phone=${phone} />`}
      ${view.value.turns && html`<${Late} part="Turns" phone=${phone} />`}
      ${silent && html`<p class="silent"><${Icon} name=${aside ? "wait" : "ear"} /><span>${say(aside ? "aside" : waits ? "waits" : "silent")}</span></p>`}
    </section>
    <${Kept} phone=${phone} />
    <${Tasks} phone=${phone} />
    ${!busy && !silent && !me?.apart && html`<p class="soft quiet-note">${say(stage.closed ? "stage.closed" : "nothing")}</p>`}
    <${Results} phone=${phone} />
    <${Boards} phone=${phone} />
    <${Answers} phone=${phone} />
    ${!stage.closed && html`<${Signals} phone=${phone} />`}
    <${Mine} phone=${phone} />
    <${LateCode} phone=${phone} />
    ${next?.title && html`<p class="soft next">${say("stage.next", { title: phone.read(next.title) })}</p>`}
    ${live.link.value === "connecting" && html`<span class="visually-hidden">${say("link.off")}</span>`}`;
}

/** @param {Props} props */
function TimeLeft({ phone }) {
  const { view, live, say } = phone;
  const rest = left(live, view.value.stage);
  if (rest === undefined) return null;
  const words = view.value.stage?.pausedLeft === undefined ? leftInWords(rest, say) : say("time.paused");
  return html`<p class="time-left"><${Icon} name="clock" /><span>${words}${wrapUp(live, view.value.stage) && html` · <strong>${say("time.wrapUp")}</strong>`}</span></p>`;
}

/** @param {Props} props */
function Results({ phone }) {
  const { view, say, live } = phone;
  const { vote, charts } = view.value;
  return html`
    ${vote?.revealed && vote.tally && html`<section class="board"><h2>${say("votes.title")}</h2>${vote.levels ? html`<${Late} part="LevelsView" phone=${phone} live=${live} items=${ballot(view.value, vote.of)} levels=${vote.levels} manner=${vote.with} cards=${view.value.boards[vote.of]?.cards} />` : html`<${Tally} live=${live} items=${ballot(view.value, vote.of)} tally=${vote.tally} as=${vote.with ? "points" : "dots"} />`}</section>`}
    ${Object.entries(charts).map(([name, chart]) => html`<${Late} part="ChartView" key=${name} phone=${phone} live=${live} chart=${chart} />`)}`;
}

/** Where people only talk in turn, the way to be done is to pass the floor on. @param {import("../view").View} view */
function signalsOf({ tasks, turns, me, aside }) {
  const asked = Object.keys(tasks).filter((task) => task !== "turn");
  return [...((turns || me?.apart || aside) && !asked.length ? [] : ["done"]), ...(turns || asked.length ? ["pass"] : []), "lost"];
}

/** @param {Props} props */
function Signals({ phone }) {
  const { view, live, say } = phone;
  const now = view.value.me?.signal;
  const send = (/** @type {string} */ signal) => live.do({ kind: "Signal", step: view.value.stage?.key, signal: now === signal ? "none" : signal });
  return html`<section class="signals" aria-label=${say("signal.title")}>
    ${signalsOf(view.value).map((signal) => html`<button type="button" class="button" aria-pressed=${now === signal} onClick=${() => send(signal)}>${now === signal && html`<${Icon} name="check" />`}${say(signal === "pass" && view.value.turns ? "turn.skip" : `signal.${signal}`)}</button>`)}
    <p class="help" role="status">${now ? say("signal.told") : ""}</p>
  </section>`;
}

/** @param {Props} props */
function Foot({ phone }) {
  const { live, say, view } = phone;
  const leave = async () => {
    if (!confirm(say(waiting(live.box.value).length ? "leave.waiting" : "leave.sure"))) return;
    live.stop();
    live.wipe();
    phone.drafts.wipe();
    phone.forget();
    const answer = await fetch(live.boot.urls.leave, { method: "POST", headers: { "X-CSRFToken": live.boot.csrf, Accept: "application/json" }, credentials: "same-origin" });
    location.assign(answer.ok ? (await answer.json()).url ?? live.boot.urls.home : live.boot.urls.home);
  };
  const install = () => {
    phone.offer.value.prompt();
    phone.offer.value = undefined;
  };
  return html`<footer class="phone-foot">
    <p class="help" role="status">${view.value.session.observed && view.value.session.status !== "closed" && say("observed")}</p>
    ${live.boot.withdrawal && phone.codeKnown.value && view.value.session.status === "running" && html`<details class="more code-fold"><summary>${say("code.mine")}</summary><p class="join-code">${live.boot.withdrawal}</p></details>`}
    ${view.value.session.status !== "closed" && html`<a href=${live.boot.urls.withdraw ?? "/ticket"}>${say("closed.withdraw")}</a>`}
    ${phone.offer.value && html`<button type="button" class="button quiet small" onClick=${install}>${say("install")}</button>`}
    <button type="button" class="button quiet small" onClick=${leave}>${say("leave")}</button>
  </footer>`;
}
