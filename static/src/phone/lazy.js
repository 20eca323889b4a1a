/** What few stages need comes in a second file: when a stage first needs it, or quietly once the page is at rest. */

import { signal } from "@preact/signals";
import { html } from "../parts/html.js";

/** @typedef {typeof import("../late.js")} Rare */

/** The address comes with the page: the name of the second file holds that of the first, which cannot hold it in turn. */
const { late: address = "", lateStyle: style } = document.getElementById("app")?.dataset ?? {};

const rare = signal(/** @type {Rare | undefined} */ (undefined));
const failed = signal(false);
/** @type {Promise<void> | undefined} */
let asked;
let tries = 0;

const AGAIN = 3000;

/** Its sheet: one that the network swallowed makes room for the next try. */
function dress() {
  if (!style || document.querySelector(`link[href="${style}"]`)) return;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: style });
  link.onerror = () => {
    link.remove();
    setTimeout(dress, AGAIN);
  };
  document.head.append(link);
}

/** Ask for the second file until it comes. A browser remembers that an address failed: each try has one of its own. */
export function load() {
  dress();
  asked ??= import(tries ? `${address}?again=${tries}` : address).then(
    (/** @type {Rare} */ module) => {
      rare.value = module;
      failed.value = false;
    },
    () => {
      tries += 1;
      asked = undefined;
      failed.value = true;
      setTimeout(load, AGAIN);
    },
  );
}

const QUIET = 4000;
export const loadQuietly = () => setTimeout(load, QUIET);

/**
 * One part of the second file, or what stands there until it has come: a word, or `meanwhile` where something can be read without it.
 * @param {{ part: keyof Rare, phone: import("./state").Phone } & Record<string, any>} props
 */
export function Late({ part, ...props }) {
  if (rare.value) return html`<${rare.value[part]} ...${props} />`;
  if (!failed.value) load();
  if (props.meanwhile) return props.meanwhile;
  return failed.value
    ? html`<p class="banner warn">${props.phone.say("late.failed")} <button type="button" class="button small" onClick=${load}>${props.phone.say("late.again")}</button></p>`
    : html`<p class="soft late" role="status">${props.phone.say("late.coming")}</p>`;
}
