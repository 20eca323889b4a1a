/** An observer's notebook: where the room is, one field, a grid to count in, and one's own notes by stage. */

import { useLayoutEffect } from "preact/hooks";
import { left } from "../parts/clock.js";
import { Icon, html } from "../parts/html.js";
import { waiting } from "../outbox.js";
import { clock, timeOfDay } from "../time.js";
import { Grid } from "./grid.js";
import { Notes, Refusals } from "./written.js";
import { onKey } from "./state.js";

/** @typedef {import("./state").Book} Book */
/** @typedef {{ book: Book }} Props */

/** Whether the instruction may stay open without pushing the field out of sight. */
const roomy = () => matchMedia("(min-width: 60rem)").matches;

/** @param {Props} props */
export function App({ book }) {
  useLayoutEffect(() => {
    const listen = (/** @type {KeyboardEvent} */ event) => onKey(book, event);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
  document.documentElement.lang = book.live.locale.value;
  return html`<div class="book">
    <${Head} book=${book} />
    <${Banners} book=${book} />
    <main class="book-main" id="main">
      ${book.revoked.value ? html`<${Revoked} book=${book} />` : html`<div class="book-write"><${Stage} book=${book} /><${Where} book=${book} /><${Entry} book=${book} /><${Grid} book=${book} /></div>`}
      <div class="book-notes"><${Refusals} book=${book} />${!book.revoked.value && html`<${Notes} book=${book} />`}</div>
    </main>
    <${Foot} book=${book} />
    <p class="visually-hidden" role="status" aria-live="polite">${book.news}</p>
  </div>`;
}

/** @param {Props} props */
function Head({ book }) {
  const { live, say, own, shared } = book;
  const other = live.locale.value === "fr" ? "en" : "fr";
  return html`<header class="book-head">
    <p class="row tight"><strong>${say("book")}</strong>${own.value.observer && html`<span class="badge info">${say("book.number", { number: own.value.observer.number })}</span>`}
      ${live.link.value === "on" && html`<span class="badge good">${say("link.on")}</span>`}<span class="soft small wide-only">${shared.value.session?.title}</span></p>
    <button type="button" class="button small quiet" lang=${other} onClick=${live.speakOther}>${say("language.other")}</button>
  </header>`;
}

/** @param {Props} props */
function Banners({ book }) {
  const { live, say } = book;
  const link = live.link.value;
  return html`<div class="book-banners" role="status">
    ${link === "off" && html`<div class="alert warn"><p>${say("link.kept")}</p></div>`}
    ${link === "http" && html`<div class="alert"><p>${say("link.http")}</p></div>`}
    ${link === "gone" && html`<div class="alert warn"><p>${say("link.gone")} <button type="button" class="button small" onClick=${() => location.reload()}>${say("link.reload")}</button></p></div>`}
    ${!live.storageWorks.value && html`<div class="alert warn"><p>${say("storage.failed")}</p></div>`}
  </div>`;
}

/** @param {Props} props */
const Revoked = ({ book: { say } }) => html`<section class="panel"><h1>${say("revoked.title")}</h1><p>${say("revoked.text")}</p></section>`;

/** @param {Props} props */
function Stage({ book }) {
  const { stage, shared, say, read, live } = book;
  const on = stage.value;
  if (!on) {
    const closed = shared.value.session?.status === "closed" ? "closed" : "waiting";
    return html`<section><h1>${say(`${closed}.title`)}</h1><p>${say(`${closed}.text`)}</p></section>`;
  }
  const rest = left(live, on);
  return html`<section class="stack tight" aria-labelledby="stage-title">
    <p class="kicker">${[on.number && say("stage.number", { number: on.number, of: on.of ?? "" }), on.round !== undefined && (on.rounds ?? 0) > 1 && say("stage.round", { round: on.round, rounds: on.rounds ?? "" })].filter(Boolean).join(" · ")}</p>
    <div class="row spread"><h1 id="stage-title">${read(on.title)}</h1>
      ${rest !== undefined && html`<p class="row tight"><${Icon} name="clock" /><span class="number strong" role="timer">${clock(rest)}</span>${on.pausedLeft !== undefined && html`<span class="badge warn">${say("time.paused")}</span>`}</p>`}
      ${on.closed && html`<span class="badge">${say("stage.closed")}</span>`}</div>
    ${read(on.instruction) && html`<details class="more" open=${roomy()}><summary>${say("instruction")}</summary><p class="words">${read(on.instruction)}</p></details>`}
    ${read(shared.value.watch) && html`<p class="words watch"><strong>${say("watch")}</strong> ${read(shared.value.watch)}</p>`}
  </section>`;
}

/** Whom the next note and count are about. @param {Props} props */
function Where({ book }) {
  const { shared, group, say, actions } = book;
  const groups = shared.value.groups ?? [];
  if (!groups.length) return null;
  const choice = (/** @type {number | undefined} */ number, /** @type {string} */ words) =>
    html`<label class="choice" key=${number ?? "room"}><input type="radio" name="where" checked=${group.value === number} onChange=${() => actions.watch(number)} /><span>${words}</span></label>`;
  return html`<fieldset class="field"><legend>${say("where")}</legend><div class="choices side tight">
    ${choice(undefined, say("where.room"))}${groups.map(({ number }) => choice(number, say("group.name", { number: number + 1 })))}</div></fieldset>`;
}

/** @param {Props} props */
function Entry({ book }) {
  const { text, begun, say, read, actions, shared, live } = book;
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    actions.keep(event instanceof SubmitEvent && event.submitter?.getAttribute("value") === "flagged");
    document.getElementById("note")?.focus();
  };
  const enter = (/** @type {KeyboardEvent} */ event) => {
    // Letters of other scripts are put together with Enter too.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    actions.keep(event.ctrlKey || event.metaKey);
  };
  const { at, step, group } = begun.value ?? { at: undefined, step: undefined, group: undefined };
  const bound = at !== undefined && [say("note.bound", { time: timeOfDay(at, live.locale.value) }), step && read(shared.value.plan?.[step]?.title), group !== undefined && say("group.name", { number: group + 1 })].filter(Boolean).join(" · ");
  return html`<form class="stack tight" onSubmit=${submit}>
    <div class="field"><label for="note">${say("note.label")}</label><p class="help" id="note-help">${say("note.help")}</p>
      <textarea id="note" rows="4" maxlength="2000" autofocus aria-describedby="note-help note-keys note-bound" value=${text} onInput=${(/** @type {any} */ event) => actions.write(event.target.value)} onKeyDown=${enter}></textarea></div>
    <p class="small soft" id="note-bound">${bound || " "}</p>
    <div class="row tight"><button class="button primary big" type="submit">${say("note.keep")}</button><button class="button big" type="submit" value="flagged"><${Icon} name="flag" />${say("note.keepFlagged")}</button></div>
    <p class="small soft" id="note-keys">${say("note.keys")} <span class="wide-only"><kbd>Ctrl</kbd> <kbd>↵</kbd> ${say("note.keepFlagged")}</span></p>
  </form>`;
}

/** @param {Props} props */
function Foot({ book }) {
  const { say, read, live } = book;
  const leave = async () => {
    if (waiting(live.box.value).length) return alert(say("leave.waiting"));
    live.stop();
    live.wipe();
    const answer = await fetch(live.boot.urls.leave, { method: "POST", headers: { "X-CSRFToken": live.boot.csrf }, credentials: "same-origin" });
    location.assign(answer.redirected ? answer.url : live.boot.urls.home);
  };
  return html`<footer class="book-foot"><p class="small">${say("who")}</p><p class="small words">${live.boot.photos ? read(live.boot.photos) : say("photos")}</p>
    <button type="button" class="button small quiet" onClick=${leave}>${say("leave")}</button></footer>`;
}
