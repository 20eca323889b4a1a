/** Entry of the projector. */

import { render } from "preact";
import { openLive, readBoot } from "./live.js";
import { html } from "./parts/html.js";
import { App } from "./screen/app.js";
import { openWall } from "./screen/state.js";
import { common } from "./words/common.js";
import { screenWords } from "./words/screen.js";

const root = /** @type {HTMLElement} */ (document.getElementById("app"));
const wall = openWall(openLive(readBoot(), { ...common, ...screenWords }));
root.textContent = "";
render(html`<${App} wall=${wall} />`, root);
