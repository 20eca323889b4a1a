/** Putting cards together: those picked (by box or by key), those dragged onto a title, and the titles themselves. */

import { useState } from "preact/hooks";
import { html } from "../parts/html.js";
import { CARD } from "./card.js";

/** @typedef {import("./state").Desk} Desk */
/** @typedef {import("../protocol").Board} Board */

/** Cards dropped here go into this cluster, or out of theirs. @param {Desk} desk @param {string | null} cluster */
export const dropped = ({ actions }, cluster) => ({
  onDragOver: (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes(CARD) && event.preventDefault(),
  onDrop: (/** @type {DragEvent} */ event) => {
    const cards = event.dataTransfer?.getData(CARD);
    if (!cards) return;
    event.preventDefault();
    actions.cluster(JSON.parse(cards), cluster);
  },
});

/** What can be done with the cards that are picked on this board. @param {{ desk: Desk, name: string, board: Board }} props */
export function Together({ desk, name, board }) {
  const { say, actions, picked } = desk;
  const cards = [...picked.value].filter((id) => board.cards?.[id]);
  if (!cards.length) return html`<p class="small soft" role="status">${say("pick.none")}</p>`;
  const clusters = Object.entries(board.clusters ?? {});
  return html`<div class="together" role="group" aria-label=${say("pick.group")}>
    <p class="strong" role="status">${say(cards.length === 1 ? "pick.one" : "pick.many", { count: cards.length })}</p>
    <${Titled} desk=${desk} id="title-${name}" label=${say("cluster.title")} word=${say("cluster.make")} keep=${(/** @type {string} */ title) => actions.makeCluster(name, title, cards)} />
    <div class="toolbar">
      ${cards.length > 1 && html`<button type="button" class="button small" aria-keyshortcuts="j" onClick=${() => actions.merge(cards)}>${say("cards.merge")} <kbd aria-hidden="true">j</kbd></button>`}
      ${clusters.map(([id, one]) => html`<button type="button" class="button small" key=${id} onClick=${() => actions.cluster(cards, id)}>→ ${one.title}</button>`)}
      ${clusters.some(([, one]) => one.cards.some((id) => cards.includes(id))) && html`<button type="button" class="button small quiet" onClick=${() => actions.cluster(cards, null)}>${say("cluster.out")}</button>`}
      <button type="button" class="button small quiet" onClick=${() => (picked.value = new Set())}>${say("pick.clear")}</button>
    </div></div>`;
}

/** A title to give. @param {{ desk: Desk, id: string, label: string, word: string, first?: string, keep: (title: string) => void, shut?: () => void, leave?: string }} props */
export function Titled({ desk, id, label, word, first = "", keep, shut, leave = "cancel" }) {
  const [title, setTitle] = useState(first);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!title.trim()) return;
    keep(title);
    shut?.();
  };
  return html`<form class="titled" onSubmit=${submit}><label for=${id}>${label}${id.startsWith("title-") && html` <kbd aria-hidden="true">g</kbd>`}</label>
    <input class="input" id=${id} maxlength="80" value=${title} onInput=${(/** @type {any} */ event) => setTitle(event.target.value)} />
    <button class="button small primary" type="submit">${word}</button>
    ${shut && html`<button class="button small quiet" type="button" onClick=${shut}>${desk.say(leave)}</button>`}</form>`;
}

/** @param {{ desk: Desk, id: string, cluster: { title: string, cards: string[] }, children: any }} props */
export function Cluster({ desk, id, cluster, children }) {
  const { say, actions } = desk;
  const [naming, setNaming] = useState(false);
  return html`<section class="cluster" aria-label=${cluster.title} ...${dropped(desk, id)}>
    <div class="row spread"><h3>${cluster.title} <span class="soft number">${cluster.cards.length}</span></h3>
      <div class="row tight"><button type="button" class="button small quiet" aria-label=${say("cluster.renameOf", { title: cluster.title })} onClick=${() => setNaming(!naming)}>${say("cluster.rename")}</button>
        <button type="button" class="button small quiet" aria-label=${say("cluster.dissolveOf", { title: cluster.title })} onClick=${() => actions.dissolve(id)}>${say("cluster.dissolve")}</button></div></div>
    ${naming && html`<${Titled} desk=${desk} id="rename-${id}" label=${say("cluster.title")} word=${say("cluster.keep")} first=${cluster.title} keep=${(/** @type {string} */ title) => actions.rename(id, title)} shut=${() => setNaming(false)} />`}
    ${children}
  </section>`;
}
