/** Another place for a stage, or a new stage from the library. */

import { useEffect, useState } from "preact/hooks";
import { html } from "../parts/html.js";
import { useSending, Outcome, Reason } from "./sending.js";

/** @typedef {import("./state").Desk} Desk */
/** @typedef {import("../protocol").Text} Text */
/** @typedef {{ name: string, title: Text, seconds?: number, about?: Text }} Block */
/** @typedef {{ ready: Block[], formats: { title: Text, blocks: Block[] }[] }} Blocks */

const END = "#end";

/** @param {{ desk: Desk, step: string, done: () => void, back: () => void }} props */
export function Move({ desk, step, done, back }) {
  const { say, read, staff } = desk;
  const [before, setBefore] = useState("");
  const [reason, setReason] = useState("");
  const { send, busy, refused, fail } = useSending(desk, done);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!before) return fail(say("change.noPlace"));
    if (!reason.trim()) return fail(say("change.noReason"));
    send("MoveStage", { step, before: before === END ? null : before, reason, base: staff.value.session?.planVersion ?? 0 });
  };
  return html`<form class="stack" onSubmit=${submit}>
    <h3>${say("change.moveOf", { title: read(staff.value.plan?.[step]?.title) || step })}</h3>
    <${Place} desk=${desk} value=${before} change=${setBefore} without=${step} />
    <${Reason} desk=${desk} value=${reason} change=${setReason} />
    <${Outcome} desk=${desk} busy=${busy} refused=${refused} />
    <div class="form-actions"><button class="button primary" type="submit" disabled=${busy}>${say("change.moveDo")}</button><button class="button quiet" type="button" onClick=${back}>${say("back")}</button></div>
  </form>`;
}

/** @param {{ desk: Desk, done: () => void, back: () => void }} props */
export function Insert({ desk, done, back }) {
  const { say, staff, live, read } = desk;
  const [blocks, setBlocks] = useState(/** @type {Blocks | null} */ (null));
  const [block, setBlock] = useState("break");
  const [before, setBefore] = useState(staff.value.next?.key ?? END);
  const [reason, setReason] = useState("");
  const { send, busy, refused, fail } = useSending(desk, done);
  useEffect(() => {
    fetch(live.boot.urls.blocks, { credentials: "same-origin" })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then(setBlocks)
      .catch(() => fail(say("change.noBlocks")));
  }, []);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!reason.trim()) return fail(say("change.noReason"));
    send("InsertBlock", { block, before: before === END ? null : before, reason, base: staff.value.session?.planVersion ?? 0 });
  };
  const named = (/** @type {Block} */ one) => [read(one.title), one.seconds && say("plan.length", { minutes: Math.round(one.seconds / 6) / 10 })].filter(Boolean).join(" · ");
  return html`<form class="stack" onSubmit=${submit}>
    <h3>${say("change.insert")}</h3>
    ${blocks && html`<fieldset class="choices"><legend class="strong">${say("change.ready")}</legend>
      ${blocks.ready.map((one) => html`<label class="choice" key=${one.name}><input type="radio" name="block" checked=${block === one.name} onChange=${() => setBlock(one.name)} />
        <span>${named(one)}${one.about && html`<span class="help">${read(one.about)}</span>`}</span></label>`)}</fieldset>
      <div class="field"><label for="library">${say("change.library")}</label>
        <select id="library" value=${blocks.ready.some((one) => one.name === block) ? "" : block} onChange=${(/** @type {any} */ event) => event.target.value && setBlock(event.target.value)}>
          <option value="">${say("change.libraryNone")}</option>
          ${blocks.formats.map((form) => html`<optgroup label=${read(form.title)}>${form.blocks.map((one) => html`<option value=${one.name} key=${one.name}>${named(one)}</option>`)}</optgroup>`)}
        </select></div>`}
    <${Place} desk=${desk} value=${before} change=${setBefore} />
    <${Reason} desk=${desk} value=${reason} change=${setReason} />
    <${Outcome} desk=${desk} busy=${busy} refused=${refused} />
    <div class="form-actions"><button class="button primary" type="submit" disabled=${busy || !blocks}>${say("change.insertDo")}</button><button class="button quiet" type="button" onClick=${back}>${say("back")}</button></div>
  </form>`;
}

/** Before which stage to come. @param {{ desk: Desk, value: string, change: (key: string) => void, without?: string }} props */
function Place({ desk, value, change, without }) {
  const { run, say, read } = desk;
  const coming = run.value.lines.filter((line) => line.state === "coming" && line.key !== without);
  const name = (/** @type {import("../run").Line} */ { step }) => `${read(step.title)}${(step.rounds ?? 1) > 1 ? ` · ${say("plan.round", { round: step.round ?? 1 })}` : ""}`;
  return html`<div class="field"><label for="before">${say("change.place")}</label>
    <select id="before" value=${value} onChange=${(/** @type {any} */ event) => change(event.target.value)}>
      ${without && html`<option value="">${say("change.choosePlace")}</option>`}
      ${coming.map((line) => html`<option value=${line.key} key=${line.key}>${say("change.before", { title: name(line) })}</option>`)}
      <option value=${END}>${say("change.atEnd")}</option>
    </select></div>`;
}
