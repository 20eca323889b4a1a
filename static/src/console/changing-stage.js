/** Another length or other words for a stage that nobody has reached. */

import { useEffect, useState } from "preact/hooks";
import { html } from "../parts/html.js";
import { useSending, Outcome, Reason } from "./sending.js";

/** @typedef {import("./state").Desk} Desk */
/** @typedef {Record<string, { fr: string, en: string }>} Texts */

/** @param {{ desk: Desk, step: string, done: () => void, back: () => void }} props */
export function EditStage({ desk, step, done, back }) {
  const { say, read, staff, live } = desk;
  const planned = staff.value.plan?.[step];
  const seconds = planned?.seconds ?? 0;
  const [minutes, setMinutes] = useState(seconds ? String(seconds / 60) : "");
  const [texts, setTexts] = useState(/** @type {Texts | null} */ (null));
  const [typed, setTyped] = useState(/** @type {Record<string, string>} */ ({}));
  const [everyTurn, setEveryTurn] = useState(false);
  const [reason, setReason] = useState("");
  const { send, busy, refused, fail } = useSending(desk, done);
  useEffect(() => {
    fetch(`${live.boot.urls.texts}?step=${encodeURIComponent(step)}`, { credentials: "same-origin" })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then((found) => setTexts(found.texts))
      .catch(() => fail(say("change.noTexts")));
  }, [step]);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const length = minutes.trim() === "" ? 0 : Math.round(Number(minutes.replace(",", ".")) * 60);
    if (!Number.isFinite(length) || length < 0) return fail(say("change.badMinutes"));
    if (!reason.trim()) return fail(say("change.noReason"));
    send("ChangeStage", { step, reason, base: staff.value.session?.planVersion ?? 0, seconds: length === seconds ? null : length, texts: wordings(typed), every_turn: everyTurn });
  };
  const first = live.locale.value;
  const other = first === "fr" ? "en" : "fr";
  const more = (planned?.rounds ?? 1) > (planned?.round ?? 1);
  return html`<form class="stack" onSubmit=${submit} noValidate>
    <h3>${read(planned?.title) || step}</h3>
    <div class="field"><label for="minutes">${say("change.minutes")}</label><p class="help" id="minutes-help">${say("change.minutesHelp")}</p>
      <input id="minutes" inputmode="decimal" size="6" aria-describedby="minutes-help" value=${minutes} onInput=${(/** @type {any} */ event) => setMinutes(event.target.value)} /></div>
    ${texts && Object.entries(texts).map(([place, text]) => html`<${Words} key=${place} desk=${desk} place=${place} text=${text} locale=${first} typed=${typed} type=${setTyped} />`)}
    ${texts && html`<details class="more"><summary>${say(`change.other.${other}`)}</summary><p class="small soft">${say("change.otherHelp")}</p>
      <div class="stack">${Object.entries(texts).map(([place, text]) => html`<${Words} key=${place} desk=${desk} place=${place} text=${text} locale=${other} typed=${typed} type=${setTyped} />`)}</div></details>`}
    ${more && html`<label class="choice"><input type="checkbox" checked=${everyTurn} onChange=${() => setEveryTurn(!everyTurn)} /><span>${say("change.everyTurn")}</span></label>`}
    <${Reason} desk=${desk} value=${reason} change=${setReason} />
    <${Outcome} desk=${desk} busy=${busy} refused=${refused} />
    <div class="form-actions"><button class="button primary" type="submit" disabled=${busy}>${say("change.keep")}</button><button class="button quiet" type="button" onClick=${back}>${say("back")}</button></div>
  </form>`;
}

/** Only what was typed is sent: the other language then keeps what it had. @param {Record<string, string>} typed */
export function wordings(typed) {
  /** @type {Record<string, { kind: "Wording", fr?: string, en?: string }>} */
  const found = {};
  for (const [key, words] of Object.entries(typed)) {
    const [locale, place] = [key.slice(0, 2), key.slice(3)];
    found[place] = { ...(found[place] ?? { kind: "Wording" }), [locale]: words };
  }
  return found;
}

/**
 * @param {{ desk: Desk, place: string, text: { fr: string, en: string }, locale: "fr" | "en", typed: Record<string, string>, type: (typed: Record<string, string>) => void }} props
 */
function Words({ desk, place, text, locale, typed, type }) {
  const key = `${locale}:${place}`;
  const value = typed[key] ?? text[locale];
  const [kind, name] = place.split(/:(.*)/);
  const change = (/** @type {any} */ event) => type({ ...typed, [key]: event.target.value });
  const label = desk.say(`text.${kind}`, { name: name ?? "" });
  return html`<div class="field" lang=${locale}><label for=${key}>${label}</label>
    ${kind === "title" ? html`<input id=${key} type="text" maxlength="200" value=${value} onInput=${change} />` : html`<textarea id=${key} rows="3" maxlength="4000" value=${value} onInput=${change}></textarea>`}</div>`;
}
