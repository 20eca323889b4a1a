/** The stage that is on: what it asks of people, what to say and to watch, and what is done more rarely. */

import { useEffect, useRef } from "preact/hooks";
import { shown } from "../numbers.js";
import { Clock } from "../parts/clock.js";
import { Icon, html } from "../parts/html.js";
import { ChartView } from "../parts/chart.js";

/** @typedef {import("./state").Desk} Desk */

/** @param {{ desk: Desk }} props */
export function Now({ desk }) {
  const { staff, stage, say, read, main, everyone } = desk;
  const status = staff.value.session?.status;
  if (status === "closed") return html`<${Over} desk=${desk} />`;
  const running = status === "running" && stage.value;
  return html`<section class="panel now" aria-labelledby="now-title">
    <div>
      ${running && html`<p class="kicker">${where(desk)}</p>`}
      <h2 id="now-title">${running ? read(stage.value?.title) : say("stage.none")}</h2>
    </div>
    ${running && read(stage.value?.instruction) && html`<p class="words">${read(stage.value?.instruction)}</p>`}
    ${running && read(stage.value?.show) && html`<p class="words soft">${read(stage.value?.show)}</p>`}
    ${running && stage.value?.showsAt !== undefined && html`<p class="soft" role="timer">${say("reveal.byItself")} <${Clock} live=${desk.live} stage=${{ key: "", id: "", endsAt: stage.value.showsAt }} /></p>`}
    ${running && !staff.value.progress?.expected && html`<p class="soft">${say("progress.nobody")}</p>`}
    ${!running && html`<${Before} desk=${desk} />`}
    ${staff.value.guide && html`<dl class="script">${Object.entries(staff.value.guide).map(([part, words]) => html`<dt class="kicker" key=${part}>${say(`guide.${part}`)}</dt><dd class="words">${read(words)}</dd>`)}</dl>`}
    ${read(staff.value.script) && html`<div class="script"><p class="kicker">${say("script")}</p><p class="words">${read(staff.value.script)}</p></div>`}
    ${running && main.value !== "start" && html`<p class="soft">${staff.value.next?.title ? say("next.named", { title: read(staff.value.next.title) }) : say("next.last")}</p>`}
    <${Controls} desk=${desk} />
  </section>`;
}

/** @param {Desk} desk */
function where({ stage, say }) {
  const { number, of, round = 1, rounds = 1 } = stage.value ?? {};
  return [number && say("stage.number", { number, of: of ?? "" }), rounds > 1 && say("stage.round", { round, rounds })].filter(Boolean).join(" · ");
}

/** @param {{ desk: Desk }} props */
function Before({ desk }) {
  const { staff, say, read } = desk;
  const here = Object.values(staff.value.people ?? {}).filter((person) => person.here !== false).length;
  const fewest = staff.value.session?.fewest ?? 0;
  return html`<p class="headcount"><${Icon} name="people" />${here === 0 ? say("people.zero") : here === 1 ? say("people.one") : say("people.many", { count: here })}</p>
    ${here < fewest && html`<p class="soft">${say(fewest - here === 1 ? "start.fewOne" : "start.few", { count: fewest - here })}</p>`}
    ${staff.value.next?.title && html`<p class="soft">${say("start.first", { title: read(staff.value.next.title) })}</p>`}`;
}

/** What is done more rarely: more time, skipping, going back, ending. @param {{ desk: Desk }} props */
function Controls({ desk }) {
  const { main, say, staff, actions, hasTimer, closed, read } = desk;
  if (staff.value.session?.status !== "running") return null;
  return html`${staff.value.loop && html`<${Loop} desk=${desk} loop=${staff.value.loop} />`}
    <div class="toolbar">
      ${hasTimer() && html`<button type="button" class="button small" aria-label=${say("plus5.long")} onClick=${() => actions.extend(300)}>${say("plus5")}</button>
        <button type="button" class="button small" aria-keyshortcuts="t" onClick=${() => actions.ask("time", staff.value.current)}>${say("time.other")} <kbd aria-hidden="true">t</kbd></button>`}
      ${!closed.value && html`<button type="button" class="button small quiet" onClick=${() => actions.ask("skip", staff.value.current)}><${Icon} name="skip" />${say("skip")} <kbd aria-hidden="true">s</kbd></button>`}
      ${staff.value.reopen && html`<button type="button" class="button small quiet" onClick=${() => actions.ask("reopen")}>${say("reopen.title", { title: read(staff.value.reopen.title) })}</button>`}
      ${main.value !== "end" && !(closed.value && !staff.value.next?.key) && html`<button type="button" class="button small quiet danger" onClick=${() => actions.ask("close")}>${say("close.session")}</button>`}
    </div>`;
}

/** @param {{ desk: Desk, loop: NonNullable<import("../protocol").StaffDocument["loop"]> }} props */
function Loop({ desk, loop }) {
  const { say, actions } = desk;
  const optional = loop.wanted !== undefined;
  return html`<div class="toolbar"><p class="small soft">${say(optional ? "loop.optional" : "loop.open", { turn: loop.turn, most: loop.most })}</p>
    ${loop.wanted ? html`<p class="small strong" role="status">${say("loop.asked")}</p>` : optional && html`<button type="button" class="button small" onClick=${actions.oneMoreTurn}>${say("loop.ask")}</button>`}
    ${(!optional || loop.wanted) && html`<button type="button" class="button small" onClick=${actions.lastTurn}>${say("loop.end")}</button>`}</div>`;
}

/** @param {{ desk: Desk }} props */
function Over({ desk }) {
  const { say, live } = desk;
  const link = useRef(/** @type {HTMLAnchorElement | null} */ (null));
  useEffect(() => {
    if (document.activeElement === document.body) link.current?.focus();
  }, []);
  return html`<section class="panel now"><h2>${say("session.over")}</h2><p>${say("session.overText")}</p>
    ${live.boot.urls.session && html`<p><a ref=${link} class="button primary big" href=${live.boot.urls.session}>${say("session.document")}</a></p>`}</section>`;
}

/** Values worked out and charts of the stage. @param {{ desk: Desk }} props */
export function Values({ desk }) {
  const { staff, say, live } = desk;
  const { session = {}, group = [], labels = {} } = staff.value.values ?? {};
  const names = [...new Set(group.flatMap((row) => Object.keys(row)))];
  const locale = live.locale.value;
  /** @param {string} name */
  const called = (name) => labels[name]?.[locale] ?? name;
  return html`
    ${Object.entries(staff.value.charts ?? {}).map(([name, chart]) => html`<section class="panel" key=${name}><${ChartView} live=${live} chart=${chart} /></section>`)}
    ${(names.length > 0 || Object.keys(session).length > 0) && html`<section class="panel"><h2>${say("values")}</h2>
      ${Object.keys(session).length > 0 && html`<dl class="facts">${Object.entries(session).map(([name, value]) => html`<dt>${called(name)}</dt><dd class="number">${shown(value, locale)}</dd>`)}</dl>`}
      ${names.length > 0 && html`<div class="table-wrap" tabindex="0" role="region" aria-label=${say("values")}><table class="table"><thead><tr><th scope="col">${say("person.group")}</th>${names.map((name) => html`<th scope="col" class="number">${called(name)}</th>`)}</tr></thead>
        <tbody>${group.map((row, at) => html`<tr><th scope="row">${at + 1}</th>${names.map((name) => html`<td class="number">${shown(row[name], locale)}</td>`)}</tr>`)}</tbody></table></div>`}
    </section>`}`;
}
