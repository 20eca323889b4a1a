/** One tick for the whole screen, and the time left in the stage. */

import { signal } from "@preact/signals";
import { clock, timeLeft } from "../time.js";
import { html } from "./html.js";

/** @typedef {import("../live").Live} Live */

export const tick = signal(0);
setInterval(() => (tick.value += 1), 1000);

/** Milliseconds left, read again at every tick. @param {Live} live @param {import("../protocol").Stage | undefined} stage */
export function left(live, stage) {
  tick.value;
  return timeLeft(stage, live.now());
}

/** Whether the low end of a range of time is past. @param {Live} live @param {import("../protocol").Stage | undefined} stage */
export function wrapUp(live, stage) {
  const rest = left(live, stage);
  return stage?.signalsAt !== undefined && rest !== undefined && rest > 0 && live.now() >= stage.signalsAt;
}

/** Digits only; the words beside it are for those who listen. @param {{ live: Live, stage?: import("../protocol").Stage }} props */
export function Clock({ live, stage }) {
  const rest = left(live, stage);
  return rest === undefined ? null : html`<span class="clock number" role="timer">${clock(rest)}</span>`;
}
