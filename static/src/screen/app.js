/** The projector: readable from ten metres, no names unless the document has one. */

import { Clock, left, wrapUp } from "../parts/clock.js";
import { clock } from "../time.js";
import { Icon, html } from "../parts/html.js";
import { ChartView } from "../parts/chart.js";
import { Boards, Entries } from "./boards.js";
import { Pictures } from "./picture.js";
import { Results } from "./results.js";

/** @typedef {import("./state").Wall} Wall */
/** @typedef {{ wall: Wall }} Props */

/** @param {Props} props */
export function App({ wall }) {
  const { view, screen, live, say } = wall;
  document.documentElement.lang = live.locale.value;
  if (screen.value.hidden) return html`<main class="wall hidden-wall"><h1 class="visually-hidden">${say("hidden")}</h1></main>`;
  const { session, stage } = view.value;
  const Inside = session.status === "closed" ? Closed : wall.only.join ? Join : session.status === "running" && stage ? Stage : Join;
  return html`<div class="wall"><${Inside} wall=${wall} />
    ${screen.value.frozen && html`<p class="wall-frozen"><${Icon} name="pause" />${say("frozen")}</p>`}
    ${(live.link.value === "off" || live.link.value === "gone") && html`<p class="wall-link" role="status"><${Icon} name="off" />${say(`link.${live.link.value}`)}</p>`}
  </div>`;
}

/** @param {Wall} wall */
function joinOf({ screen, live }) {
  const join = screen.value.join;
  return join && { ...join, address: join.url.replace(/^https?:\/\//, "").replace(/\/j\/.*$/, ""), qr: live.boot.urls.qr ?? `/s/${live.boot.session}/qr.svg` };
}

/** @param {Props} props */
function Join({ wall }) {
  const { view, say } = wall;
  const join = joinOf(wall);
  const people = view.value.session.people ?? 0;
  const connected = /** @type {{ people?: number } | undefined} */ (wall.live.presence.value)?.people;
  return html`<main class="join-screen">
    <div class="join-words">
      <p class="wall-kicker">${view.value.session.title}</p>
      <h1>${say(join ? "join.title" : "join.closed")}</h1>
      ${join && html`<p class="join-line">${say("join.scan")}</p>
        <p class="join-line">${say("join.orType")} <strong class="join-address">${join.address}</strong></p>
        <p class="join-line">${say("join.code")}</p>
        <p class="join-big">${join.code}</p>
        <p class="join-soft">${say("join.noAccount")}</p>`}
      <p class="wall-people" role="status"><${Icon} name="people" />${people === 0 ? say("people.none") : people === 1 ? say("people.hereOne") : say("people.here", { count: people })}${connected !== undefined && html`<span class="wall-connected">${say(connected === 1 ? "people.connectedOne" : "people.connected", { count: connected })}</span>`}</p>
    </div>
    ${join && html`<img class="join-picture" src=${join.qr} alt=${say("qr")} />`}
  </main>`;
}

/** @param {Props} props */
function Closed({ wall }) {
  return html`<main class="closed-screen"><p class="wall-kicker">${wall.view.value.session.title}</p><h1>${wall.say("closed.title")}</h1><p>${wall.say("closed.text")}</p></main>`;
}

/** @param {Props} props */
function Stage({ wall }) {
  const { view, say, read } = wall;
  const { stage, next } = view.value;
  if (!stage) return null;
  const rounds = stage.rounds ?? 1;
  const instruction = read(stage.instruction);
  const body = bodyOf(wall);
  const compact = crowded(wall) ? "compact" : "";
  return html`<header class="wall-head ${compact}">
      <div class="wall-titles">
        <p class="wall-kicker">${[groupName(wall), stage.number && say("stage.number", { number: stage.number, of: stage.of ?? "" }), stage.open ? say("stage.roundOpen", { round: stage.round ?? 1 }) : rounds > 1 && say("stage.round", { round: stage.round ?? 1, rounds })].filter(Boolean).join(" · ")}</p>
        <h1>${read(stage.title)}</h1>
      </div>
      <${Timer} wall=${wall} />
    </header>
    <main class="wall-main ${body ? "" : "alone"} ${compact}">
      ${instruction && html`<p class="wall-instruction words ${body ? "" : "large"}">${instruction}</p>`}
      ${read(view.value.show) && html`<p class="wall-show words">${read(view.value.show)}</p>`}
      <${Speaker} wall=${wall} />
      ${!instruction && !body && !read(view.value.show) && Boolean(wall.screen.value.progress?.expected) && html`<p class="wall-show">${say("look")}</p>`}
      ${body}
    </main>
    <${Foot} wall=${wall} next=${next} compact=${compact} />`;
}

/** Who has the floor, where the room talks in turn. @param {Props} props */
function Speaker({ wall }) {
  const { view, live, say } = wall;
  const { turns, stage } = view.value;
  if (!turns || stage?.closed) return null;
  const { speaker, coming = [] } = turns;
  const rest = left(live, { key: "", id: "", endsAt: turns.endsAt, pausedLeft: turns.pausedLeft });
  if (!speaker && coming.length) return null;
  return html`<p class="wall-speaker"><strong>${speaker ? say("turn.speaks", { who: speaker }) : say("turn.over")}</strong>
    ${rest !== undefined && html`<span class="number" role="timer">${rest > 0 ? clock(rest) : say("time.over")}</span>`}
    ${speaker && coming[0] && !turns.called && html`<span class="wall-then">${say("turn.then", { who: coming[0] })}</span>`}</p>`;
}

/** Much to read: the words around it step back. @param {Wall} wall */
function crowded({ view, screen }) {
  if (screen.value.pictures) return true;
  const texts = Object.values(view.value.boards).flatMap((board) => Object.values(board.cards).map((card) => card.text.length + 30));
  return !view.value.vote?.revealed && texts.reduce((sum, one) => sum + one, 0) > 900;
}

/** Whose screen it is, where it is that of one group. @param {Wall} wall */
function groupName({ view, say, read }) {
  const { group } = view.value;
  return group && [say("group.name", { number: group.number + 1 }), read(group.label)].filter(Boolean).join(", ");
}

/** The one thing the wall shows under the instruction: results first, then what is written, then groups. @param {Wall} wall */
function bodyOf(wall) {
  const { view, live, say } = wall;
  const { vote, charts, boards, answers } = view.value;
  if (vote?.revealed && vote.tally && !wall.only.board) return html`<${Results} wall=${wall} vote=${vote} tally=${vote.tally} />${said(wall, vote.of)}`;
  if (view.value.group && Object.values(boards).some((board) => Object.keys(board.cards).length)) return html`<${Boards} wall=${wall} />`;
  if (wall.only.board) return boards[wall.only.board] && Object.keys(boards[wall.only.board].cards).length ? html`<${Boards} wall=${wall} />` : null;
  const systems = Object.entries(wall.screen.value.pictures ?? {});
  if (systems.length) return html`<${Pictures} wall=${wall} pictures=${systems.map(([, picture]) => picture)} />`;
  const pictures = Object.entries(charts);
  if (pictures.length) return html`<section class="wall-charts">${pictures.map(([name, chart]) => html`<${ChartView} key=${name} live=${live} chart=${chart} table=${false} wide=${800} />`)}</section>`;
  if (Object.values(boards).some((board) => Object.keys(board.cards).length)) return html`<${Boards} wall=${wall} />`;
  if (Object.values(answers).some((question) => question.totals || Object.keys(question.entries).length)) return html`<${Entries} wall=${wall} />`;
  return groupsOf(wall);
}

/** The reasons that came with a vote, and other comments: read where they are few. @param {Wall} wall @param {string} name */
function said({ view, say }, name) {
  const comments = Object.entries(view.value.boards[name]?.cards ?? {}).filter(([, card]) => card.about);
  if (!comments.length) return null;
  return html`<ul class="wall-said" role="list">${comments.slice(0, 8).map(([id, card]) => html`<li class="wall-card" key=${id}><p class="words">${card.text}</p>${card.stance && html`<p class="wall-signs"><span class="wall-mark">${say(`stance.${card.stance}`)}</span></p>`}</li>`)}</ul>`;
}

/** How many groups of each size, the commonest first. @param {{ size?: number }[]} groups @returns {[number, number][]} */
function bySize(groups) {
  /** @type {Map<number, number>} */
  const sizes = new Map();
  for (const { size = 0 } of groups) sizes.set(size, (sizes.get(size) ?? 0) + 1);
  return [...sizes].sort((a, b) => b[1] - a[1]);
}

/** @param {Wall} wall */
function groupsOf({ screen, view, say, read }) {
  const groups = screen.value.groups ?? [];
  if (!groups.length) return null;
  if (groups.length > 6 && !groups.some((group) => group.members || group.label)) return html`<section class="wall-groups"><h2>${say("groups.title")}</h2>
    <p class="wall-show">${say("groups.look")}</p>${bySize(groups).map(([size, count]) => html`<p class="wall-count" key=${size}>${say(count === 1 ? "groups.one" : "groups.many", { count, size })}</p>`)}</section>`;
  const chosen = view.value.groups.length > 0;
  return html`<section class="wall-groups"><h2>${say(chosen ? "groups.chosen" : "groups.title")}</h2>${!chosen && html`<p class="wall-show">${say("groups.look")}</p>`}
    <ul role="list">${groups.slice(0, 24).map((group) => {
      const count = group.size ?? group.members?.length ?? 0;
      return html`<li><strong>${say("group.name", { number: group.number + 1 })}${read(group.label) && ` · ${read(group.label)}`}</strong><span>${group.members?.join(", ") ?? (count === 1 ? say("group.sizeOne") : say("group.size", { count }))}</span></li>`;
    })}</ul></section>`;
}

/** @param {Props} props */
function Timer({ wall }) {
  const { live, view, say } = wall;
  const { stage } = view.value;
  if (stage?.closed) return html`<p class="wall-timer words-only">${say("stage.closed")}</p>`;
  const rest = left(live, stage);
  if (rest === undefined) return null;
  if (rest === 0) return html`<p class="wall-timer words-only">${say("time.over")}</p>`;
  return html`<p class="wall-timer"><${Clock} live=${live} stage=${stage} />${wrapUp(live, stage) && html`<span class="wall-paused">${say("time.wrapUp")}</span>`}${stage?.pausedLeft !== undefined && html`<span class="wall-paused">${say("time.paused")}</span>`}</p>`;
}

/** @param {Props & { next?: { title?: import("../protocol").Text }, compact: string }} props */
function Foot({ wall, next, compact }) {
  const { screen, say, read, view } = wall;
  const join = joinOf(wall);
  const progress = screen.value.progress;
  const voted = view.value.vote?.voted;
  const closed = view.value.stage?.closed;
  return html`<footer class="wall-foot ${compact}">
    <div class="wall-progress" role="status">
      ${!closed && progress && progress.expected > 0 && html`<progress class="progress" max=${progress.expected} value=${progress.done} aria-label=${say("progress", progress)}></progress><span>${say("progress", progress)}</span>`}
      ${!closed && !progress && view.value.vote && !view.value.vote.revealed && voted !== undefined && html`<span>${voted === 0 ? say("votes.votedNone") : voted === 1 ? say("votes.votedOne") : say("votes.voted", { count: voted })}</span>`}
      ${closed && next?.title && html`<span>${say("stage.next", { title: read(next.title) })}</span>`}
    </div>
    ${join && html`<div class="wall-join"><p>${say("join.later")} <strong>${join.address}</strong> · <strong class="number">${join.code}</strong></p><img src=${join.qr} alt=${say("qr")} /></div>`}
  </footer>`;
}
