/** Entry of the phone. */

import { render } from "preact";
import { openLive, readBoot } from "./live.js";
import { html } from "./parts/html.js";
import { App } from "./phone/app.js";
import { loadQuietly } from "./phone/lazy.js";
import { openPhone } from "./phone/state.js";
import { common } from "./words/common.js";
import { phone } from "./words/phone.js";

export * from "./shared.js";

const root = /** @type {HTMLElement} */ (document.getElementById("app"));
const state = openPhone(openLive(readBoot(), { ...common, ...phone }));
root.textContent = "";
loadQuietly();
const { still } = state.live.boot;
const app = html`<${App} phone=${state} />`;
render(still ? html`<fieldset disabled class="still" aria-label=${still}>${app}</fieldset>` : app, root);
