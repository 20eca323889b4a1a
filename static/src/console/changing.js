/** « Modifier le déroulé »: what is still to come, what can be done with it, and what was changed so far. */

import { useEffect, useRef, useState } from "preact/hooks";
import { timeOfDay } from "../time.js";
import { html } from "../parts/html.js";
import { totals } from "../run.js";
import { EditStage } from "./changing-stage.js";
import { Insert, Move } from "./changing-place.js";
import { useSending, Outcome } from "./sending.js";
import { inWords } from "./changes.js";

/** @typedef {import("./state").Desk} Desk */
/** @typedef {{ name: "list" | "edit" | "move" | "insert" | "skip", step?: string }} Where */

/** @param {{ desk: Desk, step?: string, shut: () => void, Skip: any }} props */
export function Changing({ desk, step, shut, Skip }) {
  const { say } = desk;
  const [where, setWhere] = useState(/** @type {Where} */ (step ? { name: "edit", step } : { name: "list" }));
  const [told, setTold] = useState("");
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else heading.current?.focus();
  }, [where.name]);
  const back = () => setWhere({ name: "list" });
  const done = () => {
    setTold(say("change.done"));
    back();
  };
  const Inside = { edit: EditStage, move: Move, insert: Insert, skip: Skip }[/** @type {"edit"} */ (where.name)];
  return html`<div class="stack changing">
    <h2 id="dialog-title" tabindex="-1" ref=${heading}>${say("change.plan")}</h2>
    ${where.name === "list"
      ? html`<${List} desk=${desk} go=${(/** @type {Where} */ to) => (setTold(""), setWhere(to))} told=${told} tell=${setTold} shut=${shut} />`
      : html`<${Inside} key=${where.step} desk=${desk} step=${where.step} done=${done} back=${back} />`}
  </div>`;
}

/** @param {{ desk: Desk, go: (to: Where) => void, told: string, tell: (words: string) => void, shut: () => void }} props */
function List({ desk, go, told, tell, shut }) {
  const { say, read, run, staff } = desk;
  const coming = run.value.lines.filter((line) => line.state === "coming" || (line.state === "skipped" && line.step.restorable));
  const { now, first } = totals(staff.value);
  const { send, busy, refused } = useSending(desk, () => tell(say("change.done")));
  const base = staff.value.session?.planVersion ?? 0;
  return html`
    <p class="soft">${say("change.help")}</p>
    <p class="strong number">${say(now === first ? "change.total" : "change.totals", { now, first })}</p>
    <p role="status" class="small good-words">${told}</p>
    <${Outcome} desk=${desk} busy=${busy} refused=${refused} />
    <div><button type="button" class="button" onClick=${() => go({ name: "insert" })}>${say("change.insert")}</button></div>
    ${coming.length === 0 && html`<p>${say("change.nothing")}</p>`}
    <ol class="plan" role="list">${coming.map(({ key, step, state }) => {
      const title = read(step.title);
      const name = (step.rounds ?? 1) > 1 ? `${title} · ${say("plan.round", { round: step.round ?? 1 })}` : title;
      return html`<li class="change-line" key=${key}>
        <p class="plan-name">${name} <span class="soft small number">${step.seconds ? say("plan.length", { minutes: Math.round(step.seconds / 6) / 10 }) : say("stage.noLimit")}</span></p>
        <div class="toolbar">${state === "skipped"
          ? html`<span class="badge warn">${say("plan.skipped")}</span><button type="button" class="button small" aria-label=${say("change.restoreOf", { title: name })} onClick=${() => send("RestoreStage", { step: key, base })}>${say("change.restore")}</button>`
          : html`<button type="button" class="button small" aria-label=${say("change.editOf", { title: name })} onClick=${() => go({ name: "edit", step: key })}>${say("change.edit")}</button>
              <button type="button" class="button small" aria-label=${say("change.moveOf", { title: name })} onClick=${() => go({ name: "move", step: key })}>${say("change.move")}</button>
              <button type="button" class="button small quiet" aria-label=${say("skip.title", { title: name })} onClick=${() => go({ name: "skip", step: key })}>${say("skip.short")}</button>`}</div>
      </li>`;
    })}</ol>
    <${History} desk=${desk} undo=${(/** @type {string} */ change) => send("UndoChange", { change, base })} />
    <div class="form-actions"><button type="button" class="button" onClick=${shut}>${say("close")}</button></div>`;
}

/** @param {{ desk: Desk, undo: (change: string) => void }} props */
function History({ desk, undo }) {
  const { staff, say, live, actions } = desk;
  const changes = Object.entries(staff.value.changes ?? {}).sort(([, a], [, b]) => b.at - a.at);
  if (!changes.length) return null;
  return html`<h3>${say("change.history")}</h3>
    <ul class="desk-cards" role="list">${changes.map(([id, change]) => html`<li class="desk-card ${change.undone ? "undone" : ""}" key=${id}>
      <p><span class="soft small number">${timeOfDay(change.at, live.locale.value)}</span> ${inWords(desk, change)}${change.undone && html` <span class="badge">${say("change.undone")}</span>`}</p>
      <p class="small words">${change.reason ? `« ${change.reason} »` : say("reason.erased")}</p>
      <div class="toolbar">${change.undoable && html`<button type="button" class="button small" aria-label=${say("change.undoOf", { what: inWords(desk, change) })} onClick=${() => undo(id)}>${say("change.undo")}</button>`}
        <button type="button" class="button small quiet" aria-label=${say("reason.editOf", { what: inWords(desk, change) })} onClick=${() => actions.ask("reason", id)}>${say("reason.edit")}</button></div>
    </li>`)}</ul>`;
}
