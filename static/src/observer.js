/** Entry of an observer's notebook. */

import { render } from "preact";
import { openLive, readBoot } from "./live.js";
import { App } from "./observer/app.js";
import { openBook } from "./observer/state.js";
import { html } from "./parts/html.js";
import { common } from "./words/common.js";
import { observerWords } from "./words/observer.js";

const root = /** @type {HTMLElement} */ (document.getElementById("app"));
const book = openBook(openLive(readBoot(), { ...common, ...observerWords }));
root.textContent = "";
render(html`<${App} book=${book} />`, root);
