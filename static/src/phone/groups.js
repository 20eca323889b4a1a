/** Learning which group is mine. */

import { Icon, html } from "../parts/html.js";

/** @typedef {import("./state").Phone} Phone */

/** What a group is called. @param {Phone} phone @param {{ number: number, label?: import("../protocol").Text }} group */
export const nameOf = (phone, group) => phone.read(group.label) || phone.say("group.name", { number: group.number + 1 });

/** @param {{ phone: Phone }} props */
export function MyGroup({ phone }) {
  const { group, groups, me } = phone.view.value;
  const why = me?.apart && me.apart !== "choose" ? phone.say(`apart.${me.apart}`) : "";
  return html`${group && groups.length > 0 && html`<p class="group"><${Icon} name="people" /><strong>${phone.say("group.called", { name: nameOf(phone, group) })}</strong></p>`}
    ${me?.left && html`<p class="group"><${Icon} name="people" /><span>${phone.say("group.left", { name: me.left })}</span></p>`}
    ${me?.right && html`<p class="group"><${Icon} name="people" /><span>${phone.say("group.right", { name: me.right })}</span></p>`}
    ${why && html`<p class="silent"><${Icon} name="wait" /><span>${why}</span></p>`}`;
}
