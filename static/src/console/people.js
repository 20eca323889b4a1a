/** Who is in the room: how many are in which state, and the names behind each number. */

import { html } from "../parts/html.js";
import { BADGE, counts, everybody } from "./states.js";

/** @typedef {import("./state").Desk} Desk */
/** @typedef {ReturnType<typeof everybody>[number]} Somebody */

/** @param {{ desk: Desk }} props */
export function People({ desk }) {
  const { say, staff, actions, live, filter } = desk;
  const all = everybody(staff.value.people ?? {}, live.presence.value);
  const numbers = counts(all);
  // A filter whose last person has gone from it would show an empty room.
  const only = numbers.some(([state]) => state === filter.value) ? filter.value : "all";
  const here = all.filter(({ state }) => state !== "absent").length;
  return html`<section class="panel" aria-labelledby="people-title">
    <h2 id="people-title" tabindex="-1">${say("people")} <span class="soft number">${here}</span></h2>
    <${Lost} desk=${desk} all=${all} />
    ${!all.length && html`<p class="soft">${say("people.none")}</p>`}
    ${staff.value.gathering?.canPlace && html`<p class="row"><button type="button" class="button" onClick=${actions.placeRest}>${say("group.placeRest")}</button></p>`}
    ${all.length > 0 && html`<div class="chips" role="group" aria-label=${say("people.filter")}>
      <button type="button" class="chip" aria-pressed=${only === "all"} onClick=${() => (filter.value = "all")}>${say("people.all")} <span class="number">${all.length}</span></button>
      ${numbers.map(([state, count]) => html`<button type="button" class="chip ${BADGE[state] ?? ""}" key=${state} aria-pressed=${only === state} onClick=${() => (filter.value = state)}>${say(`person.${state}`)} <span class="number">${count}</span></button>`)}</div>
    <${Names} desk=${desk} shown=${all.filter(({ state }) => only === "all" || state === only)} />`}
  </section>`;
}

/** Said aloud as it happens. @param {{ desk: Desk, all: Somebody[] }} props */
function Lost({ desk, all }) {
  const names = all.filter(({ state }) => state === "lost").map(({ person }) => person.alias);
  return html`<div role="status">${names.length > 0 && html`<p class="alert bad"><span>${desk.say(names.length === 1 ? "people.lostOne" : "people.lost", { count: names.length, names: names.join(", ") })}</span></p>`}</div>`;
}

/** @param {{ desk: Desk, shown: Somebody[] }} props */
function Names({ desk, shown }) {
  const { say, staff } = desk;
  const groups = staff.value.groups ?? [];
  const movable = staff.value.gathering !== undefined || (groups.length > 1 && groups.some((group) => group.length > 1));
  return html`<div class="people-wrap" tabindex="0" role="group" aria-labelledby="people-title"><table class="table people">
    <thead><tr><th scope="col">${say("person.alias")}</th><th scope="col">${say("person.state")}</th>${movable && html`<th scope="col">${say("person.group")}</th>`}<th scope="col"><span class="visually-hidden">${say("person.action")}</span></th></tr></thead>
    <tbody>${shown.map((one) => html`<${Row} key=${one.id} desk=${desk} one=${one} movable=${movable} />`)}</tbody></table></div>`;
}

/** @param {{ desk: Desk, one: Somebody, movable: boolean }} props */
function Row({ desk, one: { id, person, state }, movable }) {
  const { say, actions, staff } = desk;
  const gone = state === "absent";
  return html`<tr class=${gone ? "gone" : ""}>
    <th scope="row">${person.alias}${["paper", "kiosk"].includes(person.channel ?? "") && html` <span class="badge">${say(`person.${person.channel}`)}</span>`}</th>
    <td><span class="badge ${BADGE[state] ?? ""}">${say(`person.${state}`)}</span></td>
    ${movable && html`<td><${Group} desk=${desk} id=${id} person=${person} /></td>`}
    <td class="end">${staff.value.session?.status !== "closed" && html`<button type="button" class="button small quiet" aria-label="${say(gone ? "person.markBack" : "person.markAbsent")} : ${person.alias}" onClick=${() => actions.absent(id, !gone)}>${say(gone ? "person.markBack" : "person.absent")}</button>`}</td>
  </tr>`;
}

/** @param {{ desk: Desk, id: string, person: Somebody["person"] }} props */
function Group({ desk, id, person }) {
  const { say, staff, actions, read } = desk;
  const { labels = [], more } = staff.value.gathering ?? {};
  const groups = staff.value.groups ?? [];
  const name = (/** @type {number} */ at) => (read(labels[at]) ? `${at + 1} · ${read(labels[at]).slice(0, 24)}` : `${at + 1}`);
  return html`<select class="input" aria-label=${say("person.groupOf", { alias: person.alias })} onChange=${(/** @type {any} */ event) => actions.move(id, Number(event.target.value))}>
    ${person.group === undefined && html`<option value="" selected>${say("person.noGroup")}</option>`}
    ${groups.map((_, at) => html`<option value=${at} selected=${person.group === at}>${name(at)}</option>`)}
    ${more && html`<option value=${groups.length}>${say("group.new")}</option>`}</select>`;
}
