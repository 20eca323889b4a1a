/** Every screen of the session by a button, so that nobody has to know an address; and the pages of the wall. */

import { html } from "../parts/html.js";

/** @typedef {import("./state").Desk} Desk */

/** @param {{ desk: Desk, shut: () => void }} props */
export function Walls({ desk, shut }) {
  const { say, read, live, everyone, actions, staff } = desk;
  const { screen, screens } = live.boot.urls;
  const boards = Object.entries(everyone.value.boards ?? {});
  const session = staff.value.session ?? {};
  const opens = (/** @type {string} */ part, /** @type {string} */ words) => html`<li key=${part}><a class="button small" href=${screen + part} target="_blank" rel="noopener">${words}</a></li>`;
  return html`<div class="stack"><h2 id="dialog-title">${say("walls")}</h2>
    ${screen && html`<p>${say("walls.help")}</p><ul class="toolbar" role="list">
      ${opens("", say("walls.wall"))}${opens("#join", say("walls.join"))}
      ${boards.map(([name, board]) => opens(`#board=${name}`, say("walls.board", { board: read(board.prompt) || name })))}</ul>`}
    <div class="toolbar" role="group" aria-label=${say("walls.pages")}>
      <button type="button" class="button small" onClick=${() => actions.turnWall(-1)}>${say("walls.before")} <kbd aria-hidden="true">,</kbd></button>
      <button type="button" class="button small" onClick=${() => actions.turnWall(1)}>${say("walls.after")} <kbd aria-hidden="true">.</kbd></button>
      <button type="button" class="button small" aria-pressed=${Boolean(session.wallHidden)} onClick=${actions.wall}>${say(session.wallHidden ? "wall.show" : "wall.hide")} <kbd aria-hidden="true">h</kbd></button>
    </div>
    ${screens && html`<p><a class="button small" href=${screens} target="_blank" rel="noopener">${say("walls.more")}</a></p>`}
    <div><button class="button" type="button" onClick=${shut}>${say("close")}</button></div></div>`;
}
