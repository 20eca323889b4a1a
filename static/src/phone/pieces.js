/** Small things the phone says in many places: who will see it, where it stands. */

import { Icon, html } from "../parts/html.js";

/** @typedef {import("./state").Phone} Phone */

/** @param {{ phone: Phone, by?: string, first?: string, roles?: Record<string, import("../protocol").Text>, anonymous?: boolean }} props */
export function SeenBy({ phone, by = "author", first, roles, anonymous = false }) {
  const words = first && first !== by ? phone.say("seen.firstThen", { first: audience(phone, "reads", first, roles), then: audience(phone, "reads", by, roles) }) : audience(phone, "seen", by, roles);
  return html`<p class="seen-by"><${Icon} name="eye" /><span>${words}${anonymous ? `. ${phone.say("seen.alias")}` : ""}</span></p>`;
}

/** @param {Phone} phone @param {"seen" | "reads"} how @param {string} who @param {Record<string, import("../protocol").Text>} [roles] */
function audience(phone, how, who, roles) {
  if (!who.startsWith("role:")) return phone.say(`${how}.${who}`);
  const name = who.slice(5);
  return phone.say(`${how}.role`, { role: phone.read(roles?.[name]) || name });
}

/** The rule of every free text, unless the format has already said it just above. @param {{ phone: Phone, said: string }} props */
export const Privacy = ({ phone, said }) => (/\bni nom\b|\b(no|any) name/i.test(said) ? null : html`<p class="help">${phone.say("privacy")}</p>`);

const ICONS = /** @type {const} */ ({ waiting: "wait", saved: "check", refused: "cross", withdrawing: "wait" });

/** An icon and a word. @param {{ phone: Phone, state: "waiting" | "saved" | "refused" | "withdrawing" }} props */
export const State = ({ phone, state }) =>
  html`<span class="state ${state}"><${Icon} name=${ICONS[state]} />${phone.say(`state.${state}`)}</span>`;
