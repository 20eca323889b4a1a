/** Entry of the projector. */

import { effect } from "@preact/signals";
import { render } from "preact";
import { openLive, readBoot } from "./live.js";
import { html } from "./parts/html.js";
import { App } from "./screen/app.js";
import { openWall } from "./screen/state.js";
import { common } from "./words/common.js";
import { screenWords } from "./words/screen.js";

const root = /** @type {HTMLElement} */ (document.getElementById("app"));
const wall = openWall(openLive(readBoot(), { ...common, ...screenWords }));
// A screen that was lent and is closed shows nothing any more: the server says so.
effect(() => void (wall.live.link.value === "gone" && wall.live.boot.you?.kind === "group-screen" && location.reload()));
root.textContent = "";
render(html`<${App} wall=${wall} />`, root);
