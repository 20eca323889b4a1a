/** Which page of how many, and two buttons for a hand. */

import { html } from "../parts/html.js";

/** @param {{ wall: import("./state").Wall, turn: (by: number) => void, words: unknown }} props */
export const Pager = ({ wall, turn, words }) => html`<p class="wall-pager"><button class="wall-turn" aria-label=${wall.say("page.before")} onClick=${() => turn(-1)}>◀</button>
  <span>${words}</span>
  <button class="wall-turn" aria-label=${wall.say("page.after")} onClick=${() => turn(1)}>▶</button></p>`;
