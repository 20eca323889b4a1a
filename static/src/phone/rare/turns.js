/** Who has the floor, and whether it is my turn. */

import { clock } from "../../time.js";
import { left } from "../../parts/clock.js";
import { Icon, html } from "../../parts/html.js";

/** @param {{ phone: import("../state").Phone }} props */
export function Turns({ phone }) {
  const { view, live, say } = phone;
  const { turns, tasks, me, stage } = view.value;
  if (!turns || !stage || stage.closed) return null;
  const { speaker, coming = [] } = turns;
  const mine = speaker !== undefined && speaker === me?.alias;
  const rest = left(live, { key: "", id: "", endsAt: turns.endsAt, pausedLeft: turns.pausedLeft });
  const pass = () => live.do({ kind: "PassTurn", step: stage.key, turn: tasks.turn?.turn });
  return html`<section class="turn ${mine ? "mine" : ""}" aria-labelledby="turn-title">
    <p class="turn-head" role="status"><strong id="turn-title">${speaker ? say(mine ? "turn.mine" : "turn.speaks", { who: speaker }) : say(turns.called && coming.length ? "turn.called" : "turn.over")}</strong>
      ${rest !== undefined && html`<span class="number" role="timer">${rest > 0 ? clock(rest) : say("time.over")}</span>`}</p>
    ${!mine && html`<p>${place(phone, coming.indexOf(me?.alias ?? ""), turns)}</p>`}
    ${mine && coming[0] && html`<p>${say("turn.then", { who: coming[0] })}</p>`}
    ${tasks.turn && html`<button type="button" class="button ${mine ? "primary big wide" : ""}" onClick=${pass}><${Icon} name="skip" />${say(mine ? "turn.done" : "turn.pass")}</button>`}
  </section>`;
}

/** Where I stand. @param {import("../state").Phone} phone @param {number} ahead @param {import("../../protocol").Turns} turns */
function place({ say }, ahead, { speaker, called, coming = [] }) {
  if (ahead < 0 || called) return speaker && coming[0] && !called ? say("turn.then", { who: coming[0] }) : "";
  return ahead === 0 ? say("turn.next") : say(ahead === 1 ? "turn.aheadOne" : "turn.ahead", { count: ahead });
}
