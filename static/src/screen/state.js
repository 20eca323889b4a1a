/** What the projector knows: what everyone sees, and its own small document. */

import { computed } from "@preact/signals";
import { merge } from "../view.js";
import { read } from "../words.js";

/** @param {import("../live").Live} live */
export function openWall(live) {
  const screen = computed(() => /** @type {import("../protocol").ScreenDocument} */ (live.documents.value.screen ?? {}));
  const view = computed(() => merge({ everyone: screen.value.frozen ?? live.documents.value.everyone ?? {} }));
  return { live, view, screen, say: live.say, read: (/** @type {import("../protocol").Text | undefined} */ text) => read(text, live.locale.value) };
}
/** @typedef {ReturnType<typeof openWall>} Wall */
