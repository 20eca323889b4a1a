/** What leads through several questions: where one stands, back, later, and all answers read again at the end. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../../parts/html.js";
import { withItems } from "../../view.js";
import { Given, answerKey, openQuestion } from "../tasks.js";
import { sayIn } from "./say.js";

/** @typedef {{ phone: import("../state").Phone, names: string[], now: string, go: (name: string) => void }} Props */

/** Where one stands. It takes the focus when the question changes: the button that was pressed is gone. @param {Props} props */
export function AskedHead({ phone, names, now }) {
  const say = sayIn(phone);
  const head = useRef(/** @type {HTMLElement | null} */ (null));
  const was = useRef(now);
  useLayoutEffect(() => {
    if (was.current === now) return;
    was.current = now;
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView();
  }, [now]);
  const at = names.indexOf(now);
  return html`<div class="asked-head">
    <h2 tabindex="-1" ref=${head}>${now ? say("asked.at", { at: at + 1, of: names.length }) : say("asked.all")}</h2>
    ${now && html`<p class="asked-bar" aria-hidden="true">${names.map((name, one) => html`<span class="${one === at ? "now" : name in phone.view.value.mine.answers ? "full" : ""}"></span>`)}</p>`}
  </div>`;
}

/** @param {Props} props */
export function AskedFoot(props) {
  const { phone, names, now, go } = props;
  const say = sayIn(phone);
  if (!now) return html`<${Summary} ...${props} />`;
  const at = names.indexOf(now);
  const key = answerKey(phone.view.value.stage?.key ?? "", now);
  const given = now in phone.view.value.mine.answers;
  const shut = given && !(key in phone.drafts.all.value);
  const next = names[at + 1] ?? "";
  return html`<div class="asked-foot">
    ${at > 0 && html`<button type="button" class="button" onClick=${() => go(names[at - 1])}>${say("asked.back")}</button>`}
    <button type="button" class="button ${shut ? "primary" : ""}" onClick=${() => go(next)}>${say(!next ? "asked.read" : given ? "asked.on" : "asked.later")}</button>
  </div>`;
}

/** Each answer as it was given, and what is still without one. @param {Props} props */
function Summary({ phone, names, go }) {
  const say = sayIn(phone);
  const { tasks, mine } = phone.view.value;
  const left = names.filter((name) => !(name in mine.answers)).length;
  return html`<p class="help" role="status">${left === 0 ? say("asked.sent") : say(left === names.length ? "asked.none" : left === 1 ? "asked.missingOne" : "asked.missing", { left })}</p>
    ${names.map((name) => {
      const task = withItems(phone.view.value, /** @type {import("../../protocol").QuestionTask} */ (tasks.answer?.[name]));
      const change = () => (openQuestion(phone, name, task), go(name));
      if (name in mine.answers) return html`<${Given} key=${name} phone=${phone} name=${name} task=${task} change=${change} />`;
      return html`<section class="task done" key=${name} aria-label=${phone.read(task.label)}><h3 class="task-title">${phone.read(task.label)}</h3>
        <p class="soft">${say("asked.not")}</p><div class="row"><button type="button" class="button small primary" onClick=${() => go(name)}>${say("asked.answer")}</button></div></section>`;
    })}`;
}
