/** What the projector knows: what everyone sees, and its own small document. */

import { computed } from "@preact/signals";
import { merge } from "../view.js";
import { read } from "../words.js";

/**
 * What the address of a second projector asks for: `#board=ideas` shows that board alone, `#join` how to come in, all the time.
 * @param {string} hash @returns {{ board?: string, join?: boolean }}
 */
export const asked = (hash) => ({ board: /^#board=([a-z0-9_]+)$/.exec(hash)?.[1], join: hash === "#join" });

/** @param {import("../live").Live} live */
export function openWall(live) {
  // The screen of a group has a document of its own, `screen:N`, which it lays over what everyone sees.
  const own = computed(() => Object.keys(live.documents.value).find((channel) => channel.startsWith("screen:")));
  const group = computed(() => (own.value ? live.documents.value[own.value] : undefined));
  const screen = computed(() => /** @type {import("../protocol").ScreenDocument} */ (live.documents.value.screen ?? {}));
  const view = computed(() => merge({ everyone: screen.value.frozen ?? live.documents.value.everyone ?? {}, ...(group.value && { [String(own.value).replace("screen", "group")]: group.value }) }));
  const only = asked(location.hash);
  return { live, view, screen, only, say: live.say, read: (/** @type {import("../protocol").Text | undefined} */ text) => read(text, live.locale.value) };
}
/** @typedef {ReturnType<typeof openWall>} Wall */
