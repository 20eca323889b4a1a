/** Entry of the console. */

import { render } from "preact";
import { App } from "./console/app.js";
import { openDesk } from "./console/state.js";
import { openLive, readBoot } from "./live.js";
import { html } from "./parts/html.js";
import { common } from "./words/common.js";
import { consoleWords } from "./words/console.js";

const root = /** @type {HTMLElement} */ (document.getElementById("app"));
const desk = openDesk(openLive(readBoot(), { ...common, ...consoleWords }));
root.textContent = "";
render(html`<${App} desk=${desk} />`, root);
