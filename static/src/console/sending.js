/** One command sent from a dialog: the dialog waits for its answer, and keeps what was typed when it is refused. */

import { useEffect, useState } from "preact/hooks";
import { why } from "../words.js";
import { html } from "../parts/html.js";

/** @typedef {import("./state").Desk} Desk */

/**
 * @param {Desk} desk @param {() => void} done called once the command is kept
 * @returns {{ send: (kind: string, fields: object) => void, busy: boolean, refused: string, fail: (words: string) => void }}
 */
export function useSending(desk, done) {
  const { live, say } = desk;
  const [sent, setSent] = useState("");
  const [refused, setRefused] = useState("");
  const item = live.box.value.items.find((one) => one.id === sent);
  const state = sent === "" ? "idle" : (item?.state ?? "saved");
  useEffect(() => {
    if (state === "saved") {
      setSent("");
      done();
    } else if (state === "refused") {
      setRefused(why(item?.refusal, say, live.locale.value));
      live.dismiss(sent);
      setSent("");
    }
  }, [state, sent]);
  return {
    send(kind, fields) {
      setRefused("");
      setSent(desk.send(kind, fields));
    },
    busy: state === "waiting",
    refused,
    fail: setRefused,
  };
}

/** What became of it, read out at once. @param {{ desk: Desk, refused: string, busy: boolean }} props */
export const Outcome = ({ desk, refused, busy }) =>
  html`<div role="alert">${refused && html`<div class="alert bad"><p>${refused}</p></div>`}</div>
    <p class="small soft" role="status">${busy ? desk.say("sending") : ""}</p>`;

/** Why: every change of the plan says it. @param {{ desk: Desk, value: string, change: (words: string) => void, id?: string, label?: string }} props */
export const Reason = ({ desk, value, change, id = "reason", label = "skip.label" }) =>
  html`<div class="field"><label for=${id}>${desk.say(label)}</label>
    <textarea id=${id} rows="2" maxlength="500" value=${value} onInput=${(/** @type {any} */ event) => change(event.target.value)}></textarea></div>`;
