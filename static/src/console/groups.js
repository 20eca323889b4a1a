/** Who is with whom: people are dragged to another group, or picked with one press and placed with the next. */

import { useState } from "preact/hooks";
import { html } from "../parts/html.js";

/** @typedef {import("./state").Desk} Desk */

/** What a person who is dragged brings along. */
const PERSON = "text/x-person";

/** @param {{ desk: Desk }} props */
export function Groups({ desk }) {
  const { staff, say, read } = desk;
  const [moving, setMoving] = useState("");
  const groups = staff.value.groups ?? [];
  const { labels = [], more } = staff.value.gathering ?? {};
  if (!staff.value.gathering && (groups.length < 2 || groups.every((group) => group.length < 2))) return null;
  const placed = new Set(groups.flat());
  const apart = Object.entries(staff.value.people ?? {}).flatMap(([id, person]) => (person.here === false || placed.has(id) ? [] : [id]));
  const rows = [...groups, ...(more ? [[]] : [])];
  const Chips = (/** @type {string[]} */ people) => people.map((id) => html`<${Chip} key=${id} desk=${desk} id=${id} on=${moving === id} pick=${() => setMoving(moving === id ? "" : id)} />`);
  return html`<section class="panel" aria-labelledby="groups-title"><h2 id="groups-title">${say("groups")}</h2>
    <p class="small soft" role="status">${moving ? say("group.placing", { alias: aliasOf(desk, moving) }) : say("group.help")}</p>
    ${apart.length > 0 && html`<p class="row tight"><strong>${say("person.noGroup")}</strong> ${Chips(apart)}</p>`}
    <ol class="groups" role="list">${rows.map((group, at) => html`<li key=${at} ...${dropped(desk, at, setMoving)}>
      <p class="row tight"><strong>${at === groups.length ? say("group.new") : say("group.name", { number: at + 1 })}${read(labels[at]) && ` · ${read(labels[at])}`}${staff.value.waiting?.includes(at) ? ` · ${say("group.waits")}` : ""}</strong>
        ${moving && !group.includes(moving) && html`<button type="button" class="button small" aria-label=${say("group.hereOf", { alias: aliasOf(desk, moving), number: at + 1 })} onClick=${() => (desk.actions.move(moving, at), setMoving(""))}>${say("group.here")}</button>`}
        ${!group.length && html`<span class="soft">${say("group.empty")}</span>`}</p>
      <div class="chips">${Chips(group)}</div></li>`)}</ol></section>`;
}

/** @param {Desk} desk @param {string} id */
const aliasOf = ({ staff }, id) => staff.value.people?.[id]?.alias ?? id;

/** @param {Desk} desk @param {number} group @param {(none: string) => void} setMoving */
const dropped = ({ actions }, group, setMoving) => ({
  onDragOver: (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes(PERSON) && event.preventDefault(),
  onDrop: (/** @type {DragEvent} */ event) => {
    const person = event.dataTransfer?.getData(PERSON);
    if (!person) return;
    event.preventDefault();
    setMoving("");
    actions.move(person, group);
  },
});

/** @param {{ desk: Desk, id: string, on: boolean, pick: () => void }} props */
const Chip = ({ desk, id, on, pick }) =>
  html`<button type="button" class="chip" draggable=${true} aria-pressed=${on} onClick=${pick} onDragStart=${(/** @type {DragEvent} */ event) => event.dataTransfer?.setData(PERSON, id)}>${aliasOf(desk, id)}</button>`;
