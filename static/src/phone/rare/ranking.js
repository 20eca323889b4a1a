/** Putting things in order: touch one after the other, then mend the list by buttons. Nothing has to be dragged. */

import { useEffect, useRef } from "preact/hooks";
import { Icon, html } from "../../parts/html.js";
import { Among } from "./finding.js";
import { sayIn } from "./say.js";

/** @typedef {import("../state").Phone} Phone */
/** @typedef {{ phone: Phone, ids: string[], text: (id: string) => string, change: (ids: string[]) => void }} Props */

/** What was touched so far, with one more; the last one needs no touch. Touched again, it is taken out. @param {string[]} ids @param {string[]} placed @param {string} id */
export function touched(ids, placed, id) {
  if (placed.includes(id)) return placed.filter((one) => one !== id);
  const next = [...placed, id];
  return next.length === ids.length - 1 ? [...next, ...ids.filter((one) => !next.includes(one))] : next;
}

/** Nothing jumps while one touches; once all have a place they stand in their order. @param {Props & { placed: string[] }} props */
export function Ranked({ phone, ids, placed: said, text, change }) {
  const say = sayIn(phone);
  const placed = said.filter((id) => ids.includes(id));
  const whole = placed.length === ids.length;
  const head = useRef(/** @type {HTMLElement | null} */ (null));
  const was = useRef(whole);
  useEffect(() => {
    if (was.current !== whole) head.current?.focus(); // the button that had it is gone
    was.current = whole;
  }, [whole]);
  return html`<p class="help" tabindex="-1" ref=${head}>${say(whole ? "rank.mend" : "rank.touch")}</p>
    ${whole ? html`<${Moves} phone=${phone} ids=${placed} text=${text} change=${change} />` : html`<${Among} phone=${phone} of="ranking" items=${ids.map((id) => ({ id, text: text(id), mine: false }))} list=${(/** @type {{ id: string }[]} */ some) => html`<ul class="ranking touches" role="list">
      ${some.map(({ id }) => html`<li key=${id}><button type="button" aria-pressed=${placed.includes(id)} onClick=${() => change(touched(ids, placed, id))}>
        <span class="rank number">${placed.indexOf(id) + 1 || ""}</span><span class="rank-label">${text(id)}</span></button></li>`)}
    </ul>`} />`}
    <p class="row"><span role="status">${whole ? "" : say("rank.count", { placed: placed.length, of: ids.length })}</span>
      ${placed.length > 0 && !whole && html`<button type="button" class="button small" onClick=${() => change(placed.slice(0, -1))}>${say("rank.undo")}</button>`}
      ${whole && html`<button type="button" class="button small" onClick=${() => change([])}>${say("rank.again")}</button>`}</p>`;
}

/** A list in its order, moved by buttons. @param {Props} props */
function Moves({ phone, ids, text, change }) {
  const say = sayIn(phone);
  const swap = (/** @type {number} */ at, /** @type {number} */ to) => change(ids.map((one, index) => (index === at ? ids[to] : index === to ? ids[at] : one)));
  return html`<ol class="ranking" role="list">
    ${ids.map((id, at) => html`<li key=${id}>
      <span class="rank number">${at + 1}</span><span class="rank-label">${text(id)}</span>
      <button type="button" class="button quiet" aria-label=${say("answer.up", { what: text(id) })} aria-disabled=${at === 0} onClick=${() => at > 0 && swap(at, at - 1)}><${Icon} name="up" /></button>
      <button type="button" class="button quiet" aria-label=${say("answer.down", { what: text(id) })} aria-disabled=${at === ids.length - 1} onClick=${() => at < ids.length - 1 && swap(at, at + 1)}><${Icon} name="down" /></button>
    </li>`)}
  </ol>`;
}
