/** Who is in the room: their state, their groups, their roles. */

import { html } from "../parts/html.js";

/** @typedef {import("./state").Desk} Desk */
/** @typedef {import("../protocol").StaffPerson} StaffPerson */

/** @param {Desk} desk @returns {[string, StaffPerson][]} */
const inOrder = ({ staff }) => Object.entries(staff.value.people ?? {}).sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0));

/** @param {Desk} desk @param {string} id @param {StaffPerson} person @returns {[string, string]} a word and the kind of badge */
function stateOf({ live }, id, person) {
  const presence = live.presence.value;
  if (person.here === false) return ["person.absent", ""];
  if (person.signal === "lost") return ["person.lost", "bad"];
  if (presence && person.channel === "phone" && !presence.connected.includes(id)) return ["person.off", "warn"];
  if (person.signal === "pass") return ["person.pass", "info"];
  if (person.done || person.signal === "done") return ["person.done", "good"];
  if (presence?.away?.includes(id)) return ["person.away", ""];
  return [person.awaited ? "person.awaited" : "person.here", ""];
}

/** @param {{ desk: Desk }} props */
export function People({ desk }) {
  const { say, staff, actions, read } = desk;
  const people = inOrder(desk);
  const groups = staff.value.groups ?? [];
  const { labels = [], more, canPlace } = staff.value.gathering ?? {};
  const movable = staff.value.gathering !== undefined || (groups.length > 1 && groups.some((group) => group.length > 1));
  const name = (/** @type {number} */ at) => (read(labels[at]) ? `${at + 1} · ${read(labels[at]).slice(0, 24)}` : `${at + 1}`);
  const lost = people.filter(([, person]) => person.signal === "lost" && person.here !== false).map(([, person]) => person.alias);
  return html`<section class="panel" aria-labelledby="people-title">
    <h2 id="people-title">${say("people")} <span class="soft number">${people.filter(([, person]) => person.here !== false).length}</span></h2>
    <div role="status">${lost.length > 0 && html`<p class="alert bad"><span>${say(lost.length === 1 ? "people.lostOne" : "people.lost", { count: lost.length, names: lost.join(", ") })}</span></p>`}</div>
    ${!people.length && html`<p class="soft">${say("people.none")}</p>`}
    ${canPlace && html`<p class="row"><button type="button" class="button" onClick=${actions.placeRest}>${say("group.placeRest")}</button></p>`}
    ${people.length > 0 && html`<div class="people-wrap" tabindex="0" role="group" aria-labelledby="people-title"><table class="table people">
      <thead><tr><th scope="col">${say("person.alias")}</th><th scope="col">${say("person.state")}</th>${movable && html`<th scope="col">${say("person.group")}</th>`}<th scope="col"><span class="visually-hidden">${say("person.action")}</span></th></tr></thead>
      <tbody>${people.map(([id, person]) => {
        const [word, kind] = stateOf(desk, id, person);
        const gone = person.here === false;
        return html`<tr key=${id} class=${gone ? "gone" : ""}>
          <th scope="row">${person.alias}${person.channel === "paper" && html` <span class="badge">${say("person.paper")}</span>`}</th>
          <td><span class="badge ${kind}">${say(word)}</span></td>
          ${movable && html`<td><select class="input" aria-label=${say("person.groupOf", { alias: person.alias })} onChange=${(/** @type {any} */ event) => actions.move(id, Number(event.target.value))}>
            ${person.group === undefined && html`<option value="" selected>${say("person.noGroup")}</option>`}
            ${groups.map((_, at) => html`<option value=${at} selected=${person.group === at}>${name(at)}</option>`)}
            ${more && html`<option value=${groups.length}>${say("group.new")}</option>`}</select></td>`}
          <td class="end"><button type="button" class="button small quiet" aria-label="${say(gone ? "person.markBack" : "person.markAbsent")} : ${person.alias}" onClick=${() => actions.absent(id, !gone)}>${say(gone ? "person.markBack" : "person.absent")}</button></td>
        </tr>`;
      })}</tbody></table></div>`}
  </section>`;
}

/** A raised hand before the name of who offers to play a role. @param {import("../protocol").StaffRole} role @param {string} id */
const hand = (role, id) => (role.hands?.includes(id) ? "✋ " : "");

/** Variants drawn by lot. @param {{ desk: Desk }} props */
export function Variants({ desk }) {
  const { staff, say, read } = desk;
  const drawn = Object.entries(staff.value.treatments ?? {});
  if (!drawn.length) return null;
  return html`<section class="panel" aria-labelledby="variants-title"><h2 id="variants-title">${say("variants")}</h2>
    <dl class="facts">${drawn.map(([name, one]) => html`<dt>${read(one.label) || name}</dt><dd>${one.options.map((option) => `${read(option.label)} (${option.people})`).join(", ")}</dd>`)}</dl></section>`;
}

/** @param {{ desk: Desk }} props */
export function Roles({ desk }) {
  const { staff, say, read, actions } = desk;
  const roles = Object.entries(staff.value.roles ?? {});
  if (!roles.length) return null;
  const people = inOrder(desk).filter(([, person]) => person.here !== false);
  return html`<section class="panel" aria-labelledby="roles-title">
    <h2 id="roles-title">${say("roles")}</h2>
    ${roles.map(([name, role]) => {
      const held = role.people ?? [];
      const label = html`${read(role.label) || name}${role.optional && html` <span class="optional">(${say("role.optional")})</span>`}`;
      if (role.chosenBy === "everyone else") return html`<p key=${name}><strong>${label}</strong> <span class="soft">${say("role.others")}</span></p>`;
      if ((role.count ?? 1) === 1) return html`<div class="field" key=${name}><label for="role-${name}">${label}</label>
        ${role.chosenBy === "vote" && html`<p class="help">${say("role.byVote")}</p>`}
        ${role.hands?.length && html`<p class="help">${say("role.hands", { names: role.hands.map((id) => staff.value.people?.[id]?.alias ?? "").join(", ") })}</p>`}
        <select id="role-${name}" onChange=${(/** @type {any} */ event) => actions.assign(name, event.target.value ? [event.target.value] : [])}>
          <option value="" selected=${!held.length}>${say("role.nobody")}</option>
          ${people.map(([id, person]) => html`<option value=${id} selected=${held.includes(id)}>${hand(role, id)}${person.alias}</option>`)}</select></div>`;
      return html`<fieldset class="field" key=${name}><legend>${label} <span class="soft">${say("role.count", { have: held.length, count: role.count ?? 1 })}</span></legend>
        <div class="choices">${people.map(([id, person]) => html`<label class="choice"><input type="checkbox" checked=${held.includes(id)} onChange=${() => actions.assign(name, held.includes(id) ? held.filter((one) => one !== id) : [...held, id])} /><span>${hand(role, id)}${person.alias}</span></label>`)}</div></fieldset>`;
    })}
  </section>`;
}

/** @param {{ desk: Desk }} props */
export function Groups({ desk }) {
  const { staff, say, read } = desk;
  const groups = staff.value.groups ?? [];
  const { labels = [] } = staff.value.gathering ?? {};
  if (!staff.value.gathering && (groups.length < 2 || groups.every((group) => group.length < 2))) return null;
  const alias = (/** @type {string} */ id) => staff.value.people?.[id]?.alias ?? id;
  return html`<section class="panel" aria-labelledby="groups-title"><h2 id="groups-title">${say("groups")}</h2>
    <ol class="groups" role="list">${groups.map((group, at) => html`<li><strong>${say("group.name", { number: at + 1 })}${read(labels[at]) && ` · ${read(labels[at])}`}</strong> ${!group.length && html`<span class="soft">${say("group.empty")}</span>`}${group.map(alias).join(", ")}</li>`)}</ol></section>`;
}
