/** What is kept, numbered, sent and settled: against a server that follows the protocol, with everything that can go wrong on the way. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cancel, dismiss, fromStore, head, newId, openOutbox, put, settle, shownUpTo, toStore, waiting, welcome } from "../../static/src/outbox.js";

const EMPTY = { next: 1, items: [] };
const card = (text) => ({ kind: "PostCard", step: "alone", board: "ideas", text });
const numbers = (box) => waiting(box).map((item) => item.n);

/** Dense numbers per stream, as docs/protocol.md says. */
function server(first = 0) {
  const kept = new Map();
  let last = first;
  return {
    kept,
    take({ n, id, do: command }) {
      if (kept.has(n)) return kept.get(n).id === id ? kept.get(n).receipt : { n, expect: last + 1 };
      if (n !== last + 1) return { n, expect: last + 1 };
      last = n;
      const receipt = command.text === "bad" ? { n, refused: "empty" } : { n, saved: 100 + n };
      kept.set(n, { id, command, receipt });
      return receipt;
    },
  };
}

function outbox({ next = 1, stored = null, fails = false } = {}) {
  let text = stored;
  let count = 0;
  const warned = [];
  const broken = () => {
    throw new Error("QuotaExceededError");
  };
  const storage = fails ? { load: broken, save: broken, wipe: broken } : { load: () => text, save: (now) => (text = now), wipe: () => (text = null) };
  const box = openOutbox({ storage, makeId: () => `id${next}-${(count += 1)}`, next, changed: () => {}, onStorage: (works) => warned.push(works) });
  return { box, warned, stored: () => text };
}

/** Send until nothing waits; `lose` says which answers never arrive. */
function pump(box, to, lose = () => false) {
  for (let turn = 0; turn < 50; turn += 1) {
    const item = box.takeHead();
    if (!item) return;
    const receipt = to.take(item);
    if (!lose(turn)) box.settle(item.id, receipt);
  }
  assert.fail("the outbox never became empty");
}

test("numbers are dense, in the order of doing", () => {
  const box = put(put(put(EMPTY, card("a"), "1"), card("b"), "2"), card("c"), "3");
  assert.deepEqual(numbers(box), [1, 2, 3]);
  assert.equal(box.next, 4);
});

test("everything arrives once and in order, though half of the answers are lost", () => {
  const to = server();
  const { box } = outbox();
  for (let at = 0; at < 8; at += 1) box.put(card(`t${at}`));
  pump(box, to, (turn) => turn % 2 === 0);
  assert.deepEqual([...to.kept.values()].map((one) => one.command.text), ["t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7"]);
});

test("a refusal uses its number, keeps the words and the reason, and does not block the rest", () => {
  const to = server();
  const { box } = outbox();
  box.put(card("bad"));
  box.put(card("good"));
  pump(box, to);
  const refused = box.box.items.find((item) => item.state === "refused");
  assert.equal(refused.refusal.reason, "empty");
  assert.equal(refused.do.text, "bad");
  assert.equal(to.kept.get(2).command.text, "good");
  box.dismiss(refused.id);
  assert.equal(box.box.items.some((item) => item.state === "refused"), false);
});

test("two tabs of one person: both keep everything, whoever takes the number first", () => {
  const to = server();
  const one = outbox().box;
  const two = openOutbox({ storage: { load: () => null, save: () => {}, wipe: () => {} }, makeId: (() => { let n = 0; return () => `other${(n += 1)}`; })(), next: 1, changed: () => {}, onStorage: () => {} });
  for (const text of ["a1", "a2"]) one.put(card(text));
  for (const text of ["b1", "b2", "b3"]) two.put(card(text));
  one.settle(one.takeHead().id, to.take(head(one.box)));
  pump(two, to);
  pump(one, to);
  assert.deepEqual([...to.kept.values()].map((item) => item.command.text), ["a1", "b1", "b2", "b3", "a2"]);
});

test("a duplicated tab that kept the same waiting posts does not double them", () => {
  const to = server();
  const first = outbox();
  first.box.put(card("once"));
  first.box.takeHead();
  const twin = outbox({ stored: first.stored() });
  pump(first.box, to);
  pump(twin.box, to);
  assert.equal(to.kept.size, 1);
});

test("after a reload the waiting posts are there, with their number and id; saved words are not kept", () => {
  const { box, stored } = outbox();
  box.put(card("first"));
  const lost = box.put(card("second"));
  box.settle(box.takeHead().id, { n: 1, saved: 5 });
  assert.equal(stored().includes("first"), false);
  const again = outbox({ next: 9, stored: stored() }).box;
  assert.deepEqual(waiting(again.box).map((item) => [item.n, item.id]), [[2, lost]]);
});

test("hello: what was never sent is numbered after the server's head; what was sent keeps its number", () => {
  let box = put(put(put(EMPTY, card("a"), "1"), card("b"), "2"), card("c"), "3");
  box = { ...box, items: box.items.map((item, at) => ({ ...item, tried: at === 0 })) };
  assert.deepEqual(numbers(welcome(box, 2)), [1, 2, 3]);
  assert.deepEqual(numbers(welcome(box, 1)), [1, 2, 3]);
  assert.deepEqual(numbers(welcome(box, 6)), [1, 6, 7]);
  assert.equal(welcome(box, 6).next, 8);
});

test("hello: a server that went back in time gets everything anew, without a hole", () => {
  const box = { next: 9, items: [7, 8].map((n) => ({ n, id: `i${n}`, do: card("x"), tried: true, state: "waiting" })) };
  assert.deepEqual(numbers(welcome(box, 3)), [3, 4]);
  assert.deepEqual(numbers(welcome(box, 12, true)), [12, 13]);
});

test("a later vote or answer replaces one that was never sent, and never one that was", () => {
  const vote = (dots) => ({ kind: "CastVote", step: "all", dots });
  const box = put(put(EMPTY, vote({ c1: 1 }), "1"), vote({ c1: 2 }), "2");
  assert.deepEqual(box.items.map((item) => [item.n, item.id, item.do.dots.c1]), [[1, "2", 2]]);
  const sent = { ...box, items: box.items.map((item) => ({ ...item, tried: true })) };
  assert.deepEqual(numbers(put(sent, vote({ c1: 3 }), "3")), [1, 2]);
  const answer = (question) => ({ kind: "GiveAnswer", step: "all", question, value: "x" });
  assert.deepEqual(numbers(put(put(EMPTY, answer("one"), "1"), answer("two"), "2")), [1, 2]);
});

test("what was never sent can be taken back; what may have left cannot", () => {
  const box = put(put(put(EMPTY, card("a"), "1"), card("b"), "2"), card("c"), "3");
  const after = cancel(box, "2");
  assert.deepEqual([waiting(after).map((item) => [item.n, item.do.text]), after.next], [[[1, "a"], [2, "c"]], 3]);
  const sent = { ...box, items: box.items.map((item) => ({ ...item, tried: true })) };
  assert.equal(cancel(sent, "2"), sent);
});

test("storage that fails: everything works from memory, and it is said", () => {
  const to = server();
  const { box, warned } = outbox({ fails: true });
  box.put(card("kept in memory"));
  pump(box, to);
  box.wipe();
  assert.equal(to.kept.get(1).command.text, "kept in memory");
  assert.ok(warned.includes(false));
});

test("rubbish in storage is ignored", () => {
  for (const text of ["", "{", "null", "[]", '{"items": 3}', '{"next": 2, "items": [{"n": "x"}]}']) {
    assert.deepEqual(fromStore(text, 4).items, []);
  }
  assert.equal(fromStore(toStore({ next: 7, items: [] }), 1).next, 7);
});

test("saved things leave the screen once the documents show them, or when asked", () => {
  const box = settle(put(EMPTY, card("a"), "1"), "1", { n: 1, saved: 12 });
  assert.equal(shownUpTo(box, 11).items.length, 1);
  assert.equal(shownUpTo(box, 12).items.length, 0);
  assert.equal(dismiss(box, "1").items.length, 0);
});

test("an answer that is none of the three leaves the post waiting", () => {
  const box = put(EMPTY, card("a"), "1");
  for (const receipt of [{}, { refused: "session-unknown" }, { n: 1, later: 500 }]) assert.equal(settle(box, "1", receipt), box);
});

test("ids are 128 random bits in hexadecimal", () => {
  assert.equal(newId((bytes) => bytes.fill(255)), "ff".repeat(16));
});
