/** Clusters proposed from the words of the cards: asked for, looked at, accepted one by one or not at all. */

import { useState } from "preact/hooks";
import { html } from "../parts/html.js";
import { Titled } from "./together.js";

/** @typedef {import("./state").Desk} Desk */
/** @typedef {{ title: string, cards: string[] }} Proposal */

/** @param {{ desk: Desk, name: string, board: import("../protocol").Board }} props */
export function Proposals({ desk, name, board }) {
  const { say, live, actions } = desk;
  const [found, setFound] = useState(/** @type {Proposal[] | null} */ (null));
  const [failed, setFailed] = useState(false);
  const url = live.boot.urls.likenesses;
  if (!url) return null;
  const ask = () =>
    fetch(`${url}?board=${encodeURIComponent(name)}`, { credentials: "same-origin" })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then(({ clusters }) => (setFailed(false), setFound(clusters)))
      .catch(() => setFailed(true));
  const without = (/** @type {Proposal} */ one) => setFound((all) => (all ?? []).filter((other) => other !== one));
  return html`<div class="proposals">
    <button type="button" class="button small" onClick=${ask}>${say("propose")}</button>
    <div role="status">${failed && html`<p class="alert warn"><span>${say("propose.failed")}</span></p>`}${found && html`<p class="small soft">${say(found.length ? "propose.found" : "propose.nothing", { count: found.length })}</p>`}</div>
    ${(found ?? []).map((one) => html`<section class="proposal" key=${one.cards.join()} aria-label=${say("propose.one", { title: one.title })}>
      <ul>${one.cards.map((id) => html`<li class="words" key=${id}>${board.cards?.[id]?.text}</li>`)}</ul>
      <${Titled} desk=${desk} id="propose-${one.cards[0]}" label=${say("cluster.title")} word=${say("propose.accept")} first=${one.title} keep=${(/** @type {string} */ title) => actions.makeCluster(name, title, one.cards)} shut=${() => without(one)} leave="propose.leave" />
    </section>`)}
  </div>`;
}
