/** Cards to read: those of others as far as this person may see them, and one's own with what became of them. */

import { Icon, html } from "../parts/html.js";
import { MANY, titled, withItems } from "../view.js";
import { points } from "../words.js";
import { inWords, optionWords } from "../in-words.js";
import { AnswerList } from "./inputs.js";
import { Late } from "./lazy.js";
import { State } from "./pieces.js";

/** @typedef {import("./state").Phone} Phone */
/** @typedef {import("../view").ShownCard} ShownCard */

/** @param {{ phone: Phone }} props */
export function Boards({ phone }) {
  const { view } = phone;
  const { tasks, vote } = view.value;
  const busy = new Set([tasks.vote?.of, tasks.choose?.from, vote?.revealed ? vote.of : undefined]);
  return html`${Object.entries(view.value.boards).map(([name, board]) => {
    const marking = view.value.tasks.mark?.[name];
    const cards = Object.entries(board.cards).filter(([, card]) => !card.about);
    const together = view.value.tasks.post?.[name]?.editedBy === "group";
    if (!cards.length || (busy.has(name) && !marking && !together && !vote?.revealed)) return null;
    const columns = board.columns?.length ? board.columns : [undefined];
    const title = view.value.tasks.post?.[name] ? phone.say("board.title") : phone.read(board.prompt) || phone.say("board.title");
    const listOf = (/** @type {typeof cards} */ some) => html`${columns.map((column) => {
        const shown = some.filter(([, card]) => !column || card.column === column.id);
        return html`${column && html`<h3>${phone.read(column.label)} <span class="soft">${shown.length}</span></h3>`}
          ${titled(board, shown).map(([head, some]) => html`${head && html`<p class="strong">${head}</p>`}<ul class="cards" role="list">${some.map(([id, card]) => html`<${CardItem} key=${id} phone=${phone} id=${id} card=${card} board=${name} />`)}</ul>`)}`;
      })}`;
    const list = cards.length > MANY ? html`<${Late} part="Find" phone=${phone} name=${name} cards=${cards} list=${listOf} meanwhile=${listOf(cards)} />` : listOf(cards);
    if (tasks.sift?.includes(name)) return null;
    if (board.map && cards.some(([, card]) => card.place)) return html`<section class="board" key=${name} aria-label=${title}><h2>${title}</h2><${Late} part="MapView" phone=${phone} live=${phone.live} board=${board} /></section>`;
    if (busy.has(name) && !marking) return html`<details class="more board" key=${name}><summary>${phone.say("board.fold", { count: cards.length })}</summary>${list}</details>`;
    return html`<section class="board" key=${name} aria-label=${title}><h2>${title}</h2>${list}</section>`;
  })}`;
}

/** @param {{ phone: Phone, id: string, card: ShownCard, board: string, whole?: boolean }} props */
export function CardItem({ phone, id, card, board, whole = false }) {
  const { view, live, say, editing } = phone;
  const step = view.value.stage?.key;
  const marks = card.about ? [] : (view.value.tasks.mark?.[board] ?? []);
  const labels = view.value.boards[board]?.marks ?? marks;
  const shared = view.value.tasks.post?.[board]?.editedBy === "group" && Boolean(view.value.boards[board]?.cards[id]);
  const sent = id.startsWith("sent:");
  const editable = !sent && (card.about ? card.editable : (card.editable ?? shared) && Boolean(view.value.tasks.post?.[board]));
  const comments = whole ? [] : Object.entries(view.value.boards[board]?.cards ?? {}).filter(([, one]) => one.about === id);
  const commenting = view.value.tasks.comment?.[board];
  if (editing.value[id]) return html`<${Late} part="EditItem" phone=${phone} id=${id} card=${card} />`;
  const withdraw = () => confirm(say("card.withdrawSure")) && live.do({ kind: "WithdrawCard", card: id });
  const takeBack = () => card.item && live.cancel(card.item);
  return html`<li class="card-item ${card.mine ? "mine" : ""}">
    <p class="words">${card.text}</p>${card.with?.map((words) => html`<p class="words">+ ${words}</p>`)}
    <p class="card-facts">
      ${card.stance && html`<span class="badge ${card.stance === "objection" ? "warn" : ""}">${say(`stance.${card.stance}`)}</span>`}
      ${whole && card.about && html`<span class="badge">${say("comment.about")}</span>`}
      ${card.mine && !whole && html`<span class="badge">${say("card.mine")}</span>`}
      ${!card.mine && card.by && html`<span>${card.by}</span>`}
      ${!card.mine && !card.by && card.group !== undefined && html`<span>${say("group.name", { number: card.group + 1 })}</span>`}
      ${(card.marks ?? []).filter((mark) => !marks.some((one) => one.id === mark)).map((mark) => html`<span class="badge good">✓ ${phone.read(labels.find((one) => one.id === mark)?.label) || say("card.marked")}</span>`)}
      ${(card.times ?? 1) > 1 && html`<span class="badge number">${say("card.times", { times: card.times ?? 1 })}</span>`}
      ${card.score !== undefined && html`<span class="badge number">${points(say, card.score)}</span>`}
      ${card.mine && card.waits && html`<span class="badge info">${say("card.waits")}</span>`}
      ${card.hidden && html`<span class="badge warn">${say("state.hidden")}</span>`}
      ${card.edited && html`<span class="soft">${say("state.edited")}</span>`}
      ${card.mine && html`<${State} phone=${phone} state=${card.state ?? "saved"} />`}
      ${!card.mine && card.state && html`<${State} phone=${phone} state=${card.state} />`}
    </p>
    <div class="row tight">
      ${marks.map((mark) => {
        const on = Boolean(card.marks?.includes(mark.id));
        return html`<button type="button" class="button small" aria-pressed=${on} onClick=${() => live.do({ kind: "MarkCard", step, card: id, mark: mark.id, on: !on })}>${on && html`<${Icon} name="check" />`}${phone.read(mark.label)}</button>`;
      })}
      ${editable && html`<button type="button" class="button small" id="change-${id}" onClick=${() => (editing.value = { ...editing.value, [id]: true })}>${say("card.edit")}</button>`}
      ${card.mine && !sent && card.state !== "withdrawing" && html`<button type="button" class="button small quiet" onClick=${withdraw}>${say("card.withdraw")}</button>`}
      ${sent && card.state === "waiting" && live.link.value === "off" && html`<button type="button" class="button small quiet" onClick=${takeBack}>${say("card.cancelSend")}</button>`}
    </div>
    ${comments.length > 0 && html`<ul class="cards comments" role="list">${comments.map(([key, one]) => html`<${CardItem} key=${key} phone=${phone} id=${key} card=${one} board=${board} />`)}</ul>`}
    ${commenting && !card.about && !sent && !whole && html`<${Late} part="Remark" phone=${phone} board=${board} about=${id} task=${commenting} />`}
  </li>`;
}

/** Everything I wrote since the beginning, whatever stage it belongs to. @param {{ phone: Phone }} props */
export function Mine({ phone }) {
  const { view, say } = phone;
  const cards = Object.entries(view.value.mine.cards);
  const busy = [view.value.tasks.vote?.of, view.value.tasks.choose?.from];
  const listed = (/** @type {[string, ShownCard]} */ [id, card]) => Boolean(view.value.boards[card.board ?? ""]?.cards[id]) && !busy.includes(card.board);
  if (!cards.length || cards.every(listed)) return null;
  return html`<details class="more mine-all"><summary>${say("mine.title")} (${cards.length})</summary>
    <ul class="cards" role="list">${cards.map(([id, card]) => html`<${CardItem} key=${id} phone=${phone} id=${id} card=${card} board=${card.board ?? ""} whole=${true} />`)}</ul>
  </details>`;
}

/** Answers that this person may read. @param {{ phone: Phone }} props */
export function Answers({ phone }) {
  const item = (/** @type {string} */ id, /** @type {import("../protocol").AnswerEntry} */ entry, /** @type {string} */ words) =>
    html`<li class="card-item" key=${id}><p class="words">${words}</p>${entry.by && html`<p class="card-facts">${entry.by}</p>`}</li>`;
  return html`${Object.entries(phone.view.value.answers).map(([name, asked]) => {
    const question = withItems(phone.view.value, asked);
    const entries = Object.entries(question.entries);
    const mine = phone.view.value.mine.answers[name];
    if (question.totals) {
      const own = mine === undefined ? undefined : inWords(question, mine, phone.live);
      return html`<section class="board" key=${name}><h2>${phone.read(question.label)}</h2><${Late} part="TotalsView" phone=${phone} live=${phone.live} question=${question} words=${optionWords(question, phone.live)} mine=${own} /></section>`;
    }
    const held = phone.view.value.mine.waiting.includes(name) && !phone.view.value.tasks.answer?.[name];
    if (!held && !entries.length || (mine !== undefined && entries.length === 1 && phone.view.value.tasks.answer?.[name])) return null;
    return html`<section class="board" key=${name}>
      <h2>${phone.read(question.label) || phone.say("answers.title")}</h2>
      ${held && html`<p class="words">${inWords(question, mine, phone.live)} <span class="badge info">${phone.say("card.waits")}</span></p>`}
      <${AnswerList} live=${phone.live} question=${question} list="cards" item=${item} />
    </section>`;
  })}`;
}
