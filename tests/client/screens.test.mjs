/** Numbers, time, words, the merged picture and the run sheet. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { approximate, compare, exact, shown, typed } from "../../static/src/numbers.js";
import { countsOf, momentIn, notesOf } from "../../static/src/observer/notes.js";
import { byOthers, withThoseOnTheirWay } from "../../static/src/console/news.js";
import { counts, everybody } from "../../static/src/console/states.js";
import { mainAction, runSheet } from "../../static/src/run.js";
import { clock, leftInWords, follow, timeLeft } from "../../static/src/time.js";
import { inWords } from "../../static/src/in-words.js";
import { ballot, merge, overlay, spread } from "../../static/src/view.js";
import { read, speaker, why } from "../../static/src/words.js";
import { common } from "../../static/src/words/common.js";
import { consoleWords } from "../../static/src/words/console.js";
import { phone } from "../../static/src/words/phone.js";
import { screenWords } from "../../static/src/words/screen.js";

test("exact numbers are shown the way each language writes them", () => {
  assert.equal(shown("100/3", "fr"), "33,3");
  assert.equal(shown("100/3", "en"), "33.3");
  assert.equal(shown("-7/2", "fr"), "\u22123,5");
  assert.equal(shown("1/20", "fr"), "0,1");
  assert.equal(shown("-1/100", "fr"), "0");
  assert.equal(shown("1234567", "fr"), "1\u00a0234\u00a0567");
  assert.equal(shown("1234567", "en"), "1,234,567");
  assert.equal(shown("47.50", "fr", 2), "47,5");
  assert.equal(shown("2/3", "fr", 0), "1");
  assert.equal(shown("no number", "fr"), "no number");
});

test("what is typed becomes exact text, or nothing", () => {
  assert.deepEqual([exact("3,5"), exact("3.50"), exact(" 1 000 "), exact("\u22122"), exact("7/2"), exact("6/3")], ["7/2", "7/2", "1000", "-2", "7/2", "2"]);
  for (const text of ["", "x", "1/0", "1e5", "3,5,1", "NaN", "9".repeat(60)]) assert.equal(exact(text), undefined);
  assert.equal(exact("3,5", true), undefined);
  for (const text of ["7/2", "-3/8", "12", "1/3"]) assert.equal(exact(typed(text, "fr")), text);
  assert.deepEqual([typed("7/2", "fr"), typed("7/2", "en"), typed("-1/20", "fr")], ["3,5", "3.5", "-0,05"]);
});

test("numbers are compared exactly", () => {
  assert.deepEqual([compare("1/3", "0.333"), compare("2", "10"), compare("1/2", "0.5")], [1, -1, 0]);
  assert.equal(approximate("100/4"), 25);
});

test("time follows the server's clock, whatever the phone's says", () => {
  const wrong = 3_600_000;
  const now = 1_000_000 + wrong;
  assert.equal(timeLeft({ key: "a", id: "a", endsAt: 1_060_000 }, follow(1_000_000, now)(now)), 60_000);
  assert.equal(follow(1_000_000, now, 20)(now + 1000), 1_020_000);
  assert.equal(follow(1_000_000, now, 0)(now + 1000), 1_000_000);
  assert.equal(timeLeft({ key: "a", id: "a", endsAt: 5 }, 10), 0);
  assert.equal(timeLeft({ key: "a", id: "a", endsAt: 5, pausedLeft: 90 }, 10), 90);
  assert.equal(timeLeft({ key: "a", id: "a" }, 10), undefined);
  assert.equal(timeLeft({ key: "a", id: "a", endsAt: 50, closed: true }, 10), undefined);
  assert.deepEqual([clock(0), clock(59_001), clock(247_000), clock(3_600_000)], ["0:00", "1:00", "4:07", "1:00:00"]);
  const say = speaker(common, () => "en");
  assert.equal(leftInWords(250_000, say), "About 4 minutes left");
  assert.equal(leftInWords(30_000, say), "Less than a minute");
});

test("every word exists in both languages, with the same gaps", () => {
  for (const table of [common, phone, consoleWords, screenWords]) {
    for (const [key, [fr, en]] of Object.entries(table)) {
      const gaps = (words) => [...words.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      assert.ok(fr && en, key);
      assert.deepEqual(gaps(fr), gaps(en), key);
    }
  }
});

test("French sets no-break spaces, English does not; unknown words show their key", () => {
  assert.equal(speaker({ a: ["Qui : « {x} » ?", "Who: {x}?"] }, () => "fr")("a", { x: "un ; deux" }), "Qui\u00a0: «\u00a0un ; deux\u00a0»\u00a0?");
  assert.equal(speaker({ a: ["Qui : {x} ?", "Who: {x}?"] }, () => "en")("a", { x: 1 }), "Who: 1?");
  assert.equal(speaker({}, () => "fr")("missing"), "missing");
  assert.equal(read({ fr: "oui" }, "en"), "oui");
});

test("a refusal says what the server says; an unknown reason still says something", () => {
  const say = speaker(common, () => "fr");
  assert.equal(why({ reason: "empty", say: { fr: "Écrivez.", en: "Write." } }, say, "fr"), "Écrivez.");
  assert.equal(why({ reason: "of-the-future" }, say, "fr"), say("refused.other"));
});

const DOCUMENTS = {
  everyone: { session: { title: "T", status: "running" }, stage: { key: "pairs", id: "pairs" }, boards: { ideas: { prompt: { fr: "?" }, cards: { c1: { text: "public" } } } } },
  "group:1": { group: { number: 1 }, boards: { ideas: { cards: { c2: { text: "group", by: "Galet" } } } }, chosen: ["c2"] },
  "person:p7": {
    me: { id: "p7", alias: "Cèdre" }, tasks: { post: { ideas: { left: 2 } } },
    mine: { cards: { c2: { board: "ideas", step: "alone", text: "group" }, c3: { board: "ideas", step: "pairs", text: "new" }, c4: { board: "ideas", step: "alone", text: "old" } }, answers: { q: "a" }, dots: { c1: 1 } },
  },
};
const item = (command, state = "waiting") => ({ n: 1, id: "i", do: command, tried: false, state });

test("documents lie over each other: the personal one last, and the prompt of the common one stays", () => {
  const { boards, chosen, me } = merge(DOCUMENTS);
  const some = merge({ everyone: { stage: { key: "s", id: "s" } }, "group:1": { stage: { instruction: { fr: "Dînez.", en: "Dine." }, show: { fr: "Un plat", en: "A dish" } } } });
  assert.deepEqual([some.stage?.key, some.stage?.instruction?.en, some.show?.en], ["s", "Dine.", "A dish"], "what a group alone is told");
  assert.deepEqual(Object.keys(boards.ideas.cards), ["c1", "c2", "c3"]);
  assert.deepEqual([boards.ideas.cards.c2.mine, boards.ideas.cards.c2.by, boards.ideas.prompt, chosen, me?.alias], [true, "Galet", { fr: "?" }, ["c2"], "Cèdre"]);
});

test("an old card of mine is not drawn on a board that does not carry it", () => {
  assert.equal("c4" in merge(DOCUMENTS).boards.ideas.cards, false);
  assert.equal("c4" in merge(DOCUMENTS).mine.cards, true);
});

test("every screen has the cards in the order they were written, also one that saw a card leave and come back", () => {
  const board = (/** @type {string[]} */ ...ids) => ({ boards: { ideas: { cards: Object.fromEntries(ids.map((id) => [id, { text: id }])) } } });
  const order = (/** @type {any} */ documents) => Object.keys(merge(documents).boards.ideas.cards);
  assert.deepEqual(order({ everyone: board("c2", "c10", "c1") }), ["c1", "c2", "c10"]);
  assert.deepEqual(order({ everyone: board("c3"), "group:0": board("c2"), "person:p1": { mine: { cards: { c1: { text: "mine", board: "ideas", step: undefined } } } } }), ["c1", "c2", "c3"]);
});

test("what waits shows at once, and a refusal leaves no trace on the picture", () => {
  const view = merge(DOCUMENTS);
  const posted = overlay(view, [item({ kind: "PostCard", step: "pairs", board: "ideas", text: "soon" })]);
  assert.equal(posted.boards.ideas.cards["sent:i"].state, "waiting");
  assert.equal(posted.tasks.post?.ideas.left, 1);
  assert.deepEqual(overlay(view, [item({ kind: "PostCard", step: "pairs", board: "ideas", text: "soon" }, "refused")]), view);
  assert.equal(overlay(view, [item({ kind: "EditCard", step: "pairs", card: "c2", text: "better" })]).boards.ideas.cards.c2.text, "better");
  assert.equal(overlay(view, [item({ kind: "WithdrawCard", card: "c3" })]).mine.cards.c3.state, "withdrawing");
  assert.deepEqual(overlay(view, [item({ kind: "CastVote", step: "pairs", dots: { c2: 3 } })]).mine.dots, { c2: 3 });
  assert.deepEqual(overlay(view, [item({ kind: "ChooseCards", step: "pairs", cards: ["c1"] })]).chosen, ["c1"]);
  assert.equal(overlay(view, [item({ kind: "GiveAnswer", step: "pairs", question: "q", value: "b" })]).mine.answers.q, "b");
  assert.equal(overlay(view, [item({ kind: "Signal", step: "pairs", signal: "done" })]).me?.signal, "done");
  assert.deepEqual(overlay(view, [item({ kind: "MarkCard", step: "pairs", card: "c1", mark: "kept", on: true })]).boards.ideas.cards.c1.marks, ["kept"]);
});

test("a post that waits for another stage is kept among mine, not on the board", () => {
  const view = overlay(merge(DOCUMENTS), [item({ kind: "PostCard", step: "alone", board: "ideas", text: "late" })]);
  assert.equal("sent:i" in view.boards.ideas.cards, false);
  assert.equal(view.mine.cards["sent:i"].text, "late");
});

test("a ballot holds what can be voted on: no unsent card, no hidden one", () => {
  const view = overlay(merge(DOCUMENTS), [item({ kind: "PostCard", step: "pairs", board: "ideas", text: "soon" })]);
  view.boards.ideas.cards.c1.hidden = true;
  assert.deepEqual(ballot(view, "ideas").map((one) => one.id), ["c2", "c3"]);
});

test("answers that can be counted are, in the order of their options; words are not", () => {
  const entries = (...values) => Object.fromEntries(values.map((value, at) => [`a${at}`, { value }]));
  assert.deepEqual(spread({ kind: "scale", entries: entries({ number: "4" }, { number: "10" }, { number: "4" }) }), [{ id: "4", count: 2 }, { id: "10", count: 1 }]);
  assert.deepEqual(spread({ kind: "scale", options: ["1", "2", "3"].map((id) => ({ id, label: { fr: id, en: id } })), entries: entries({ number: "3" }) }), [{ id: "1", count: 0 }, { id: "2", count: 0 }, { id: "3", count: 1 }]);
  assert.deepEqual(spread({ kind: "choices", options: [{ id: "b", label: {} }, { id: "a", label: {} }], entries: entries(["a"], ["a", "b"]) }), [{ id: "b", count: 1 }, { id: "a", count: 2 }]);
  assert.deepEqual(spread({ kind: "yes-no", entries: entries(true, false, true) }), [{ id: "true", count: 2 }, { id: "false", count: 1 }]);
  assert.equal(spread({ kind: "long text", entries: entries("words") }), undefined);
});

const MINUTE = 60_000;
const PLAN = {
  b: { order: 1, stage: "b", seconds: 120, startedAt: 10 * MINUTE, endsAt: 12 * MINUTE },
  a: { order: 0, stage: "a", seconds: 300, startedAt: 3 * MINUTE, closedAt: 10 * MINUTE },
  c: { order: 2, stage: "c", seconds: 240, skipped: true },
  d: { order: 3, stage: "d", seconds: 60 },
};

test("the run sheet tells the drift and the end", () => {
  const { lines, drift, endsAbout } = runSheet(PLAN, "b", 11 * MINUTE);
  assert.deepEqual(lines.map((line) => [line.key, line.state]), [["a", "done"], ["b", "now"], ["c", "skipped"], ["d", "coming"]]);
  assert.equal(drift, 2 - 4);
  assert.equal(endsAbout, 13 * MINUTE);
  assert.equal(runSheet(PLAN, "b", 15 * MINUTE).drift, 1);
  assert.equal(runSheet({ d: PLAN.d }, undefined, 0).drift, undefined);
});

test("the end that was planned stays where the first plan put it, whatever was changed or waited for since", () => {
  const changed = { ...PLAN, d: { ...PLAN.d, seconds: 600, first: 60 }, e: { order: 4, stage: "e", seconds: 300, changes: ["#1"] } };
  const { lines, plannedEnd, endsAbout, drift } = runSheet(changed, "b", 11 * MINUTE, { "#1": { sort: "inserted" } });
  assert.equal(plannedEnd, 15 * MINUTE);
  assert.equal(endsAbout, (12 + 10 + 5) * MINUTE);
  assert.equal(drift, 12);
  assert.deepEqual(lines.map((line) => line.plannedAt && line.plannedAt / MINUTE), [3, 8, 10, 14, undefined]);
  const waited = { ...PLAN, b: { ...PLAN.b, startedAt: 13 * MINUTE, endsAt: 15 * MINUTE } };
  assert.equal(runSheet(waited, "b", 13 * MINUTE).drift, 1, "the minutes between two stages count too");
});

test("the big button does what comes next", () => {
  const running = { session: { status: "running" }, next: { key: "d" } };
  assert.equal(mainAction({ session: { status: "waiting" } }, false), "open");
  assert.equal(mainAction({ session: { status: "waiting", door: true } }, false), "start");
  assert.equal(mainAction({ ...running, canClose: true }, false), "show");
  assert.equal(mainAction({ ...running, canClose: true, canReveal: true }, false), "reveal");
  assert.equal(mainAction(running, false), "next");
  assert.equal(mainAction(running, true), "next");
  assert.equal(mainAction({ session: { status: "running" } }, false), "end-stage");
  assert.equal(mainAction({ session: { status: "running" } }, true), "end");
  assert.equal(mainAction({ session: { status: "closed" } }, true), "over");
});

test("everybody is counted once, in the state that calls for somebody first", () => {
  const people = {
    b: { alias: "B", order: 1, channel: "phone", awaited: true, done: true },
    a: { alias: "A", order: 0, channel: "phone", awaited: true, signal: "lost", done: true },
    c: { alias: "C", order: 2, channel: "phone", awaited: true },
    d: { alias: "D", order: 3, channel: "paper", awaited: true },
    e: { alias: "E", order: 4, here: false, signal: "lost" },
    f: { alias: "F", order: 5, channel: "phone" },
  };
  const all = everybody(people, { connected: ["a", "b", "f"], away: ["f"] });
  assert.deepEqual(all.map((one) => one.id + one.state), ["alost", "bdone", "coff", "dawaited", "eabsent", "faway"]);
  assert.deepEqual(counts(all), [["lost", 1], ["off", 1], ["awaited", 1], ["away", 1], ["done", 1], ["absent", 1]]);
  assert.deepEqual(counts(everybody({ c: people.c }, undefined)), [["awaited", 1]]);
});

test("only what another console did is news", () => {
  const at = (current, step, session = {}) => ({ current, plan: { [current]: {}, a: {}, ...step }, session: { wallHidden: false, ...session } });
  assert.equal(byOthers(at("a"), at("b", { a: { closedBy: "facilitator" } }), {}, 20_000), "news.stage");
  assert.equal(byOthers(at("a"), at("b", { a: { closedBy: "timer" } }), {}, 20_000), undefined);
  assert.equal(byOthers(at("a"), at("b", { a: { closedBy: "facilitator" } }), { Advance: 19_000 }, 20_000), undefined);
  assert.equal(byOthers(at("a"), at("a", { a: { pausedLeft: 5 } }), {}, 20_000), "news.paused");
  assert.equal(byOthers(at("a"), at("a", { a: { extended: 60 } }), { ExtendStep: 1 }, 20_000), "news.time");
  assert.equal(byOthers(at("a"), at("a", {}, { wallHidden: true }), {}, 20_000), "news.wallHidden");
  assert.equal(byOthers({}, at("a"), {}, 20_000), undefined);
});

test("a day is said as people say it, and what was picked from a list in the reader's language", () => {
  const to = (locale) => ({ locale: { value: locale }, say: (key) => key });
  assert.equal(inWords({ kind: "short text", day: true }, "2026-12-31", to("fr")), "31 décembre 2026");
  assert.equal(inWords({ kind: "short text", day: true }, "2027-01-01", to("fr")), "1er janvier 2027");
  assert.equal(inWords({ kind: "short text", day: true }, "2027-01-01", to("en")), "1 January 2027");
  const links = { kind: "list", options: [{ id: "more", label: { fr: "augmente", en: "grows" } }] };
  assert.equal(inWords(links, [["La confiance", "Le bruit", "grows"], ["Le bruit", "", "augmente"]], to("fr")), "La confiance · Le bruit · augmente\nLe bruit · augmente");
  assert.equal(inWords(links, [["La confiance", "Le bruit", "augmente"]], to("en")), "La confiance · Le bruit · grows");
});

test("what is written in a stage is never older than it, however late the clock is read", () => {
  /** @type {any} */
  const stage = { startedAt: 1000 };
  assert.deepEqual([momentIn(stage, 400.4), momentIn(stage, 1200.6), momentIn(undefined, 400.4)], [1000, 1201, 400]);
});

test("a note on its way stands under its stage, and what was changed or erased meanwhile shows at once", () => {
  const own = { notes: { w1: { text: "une", at: 5 }, w2: { text: "deux", at: 9, step: "b" } }, counts: [{ step: "b", lines: { 1: 2 } }] };
  const items = [
    { id: "x", state: "waiting", do: { kind: "NoteObservation", text: "trois", at: 12, group: null, flagged: true } },
    { id: "y", state: "saved", do: { kind: "EditObservation", note: "w1", text: "une autre" } },
    { id: "z", state: "waiting", do: { kind: "WithdrawObservation", note: "w2" } },
    { id: "r", state: "refused", do: { kind: "NoteObservation", text: "non", at: 13 } },
    { id: "c", state: "waiting", do: { kind: "CountLine", line: "1", more: true, at: 12, group: null } },
  ];
  /** @type {any} */
  const sent = items;
  const stepAt = (/** @type {number} */ at) => (at > 8 ? "b" : undefined);
  assert.deepEqual(notesOf(own, sent, stepAt).map(({ text, step, pending }) => [text, step, pending]), [["trois", "b", true], ["une autre", undefined, false]]);
  assert.deepEqual(countsOf(own, sent, stepAt, "b", undefined), { 1: 3 });
  assert.deepEqual(countsOf(own, sent, stepAt, "b", 2), {});
});

test("a command of our own that takes long is not taken for somebody else's", () => {
  /** @type {any} */
  const item = { n: 1, id: "a", do: { kind: "Advance" }, tried: true };
  assert.deepEqual(withThoseOnTheirWay({ Advance: 1, HideWall: 2 }, [{ ...item, state: "waiting" }], 90_000), { Advance: 90_000, HideWall: 2 });
  assert.deepEqual(withThoseOnTheirWay({}, [{ ...item, state: "saved" }], 90_000), { Advance: 90_000 });
  assert.deepEqual(withThoseOnTheirWay({}, [{ ...item, state: "refused" }], 90_000), {});
});
