/** What the phone knows beyond any live screen: the merged picture, drafts, what to announce. */

import { computed, effect, signal } from "@preact/signals";
import { place } from "../live.js";
import { merge, overlay } from "../view.js";
import { read, why } from "../words.js";
import { openDrafts } from "./drafts.js";

/** @param {import("../live").Live} live */
export function openPhone(live) {
  const picture = computed(() => merge(live.documents.value));
  const view = computed(() => overlay(picture.value, live.box.value.items));
  const drafts = openDrafts(place(`drafts:${live.boot.session}:${live.boot.you?.id ?? ""}`));
  const news = signal("");
  const editing = signal(/** @type {Record<string, boolean>} */ ({}));
  const told = place(`told:${live.boot.session}:${live.boot.you?.id ?? ""}`);
  const codeKnown = signal(quietly(() => told.load() !== null));
  /** The withdrawal code was seen: it steps back to the foot of the page. */
  const codeShown = () => {
    codeKnown.value = true;
    quietly(() => told.save("code"));
  };
  // Whoever comes back to this session, in another tab, is spoken to as they wished; a phone that leaves it forgets.
  const plain = signal(quietly(() => localStorage.getItem("plain") === live.boot.session));
  const speakPlainly = () => {
    plain.value = !plain.value;
    quietly(() => (plain.value ? localStorage.setItem("plain", live.boot.session) : localStorage.removeItem("plain")));
  };
  const forget = () => quietly(() => localStorage.removeItem("plain"));
  /** The browser's own offer to put this page among the apps; it comes over https only. */
  const offer = signal(/** @type {any} */ (undefined));
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer.value = event;
  });
  const phone = { live, view, drafts, news, editing, plain, speakPlainly, forget, offer, codeKnown, codeShown, say: live.say, read: (/** @type {import("../protocol").Text | undefined} */ text) => read(text, live.locale.value) };
  announceReceipts(phone);
  announceStages(phone);
  return phone;
}
/** @typedef {ReturnType<typeof openPhone>} Phone */

/** Where storage is forbidden the code is simply shown again. @param {() => unknown} act */
function quietly(act) {
  try {
    return Boolean(act());
  } catch {
    return false;
  }
}

/** Say once what became of each thing sent. @param {Phone} phone */
function announceReceipts(phone) {
  /** @type {Record<string, string>} */
  let before = {};
  effect(() => {
    const now = Object.fromEntries(phone.live.box.value.items.map((item) => [item.id, item]));
    for (const item of Object.values(now)) {
      if (before[item.id] === item.state) continue;
      if (item.state === "saved") phone.news.value = phone.say("live.saved");
      if (item.state === "waiting" && phone.live.link.peek() === "off") phone.news.value = phone.say("live.waiting");
      if (item.state === "refused") phone.news.value = phone.say("live.refused", { why: why(item.refusal, phone.say, phone.live.locale.peek()) });
    }
    before = Object.fromEntries(Object.values(now).map((item) => [item.id, item.state]));
  });
}

/** Say that the room moved on; go back to the top unless someone is typing. @param {Phone} phone */
function announceStages(phone) {
  const key = computed(() => phone.view.value.stage?.key);
  let before = key.peek();
  effect(() => {
    if (key.value === before) return;
    before = key.value;
    const stage = phone.view.peek().stage;
    phone.news.value = stage ? phone.say("stage.news", { title: phone.read(stage.title) }) : phone.say("closed.text");
    if (!document.activeElement?.matches("textarea, input, select")) scrollTo(0, 0);
  });
}
