/** Patches fit or are asked for again; nothing is ever undone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY, applyPatch, behind, inEpoch, keepOnly, receive, versions } from "../../static/src/documents.js";

const full = (channel, version, doc) => ({ channel, version, full: doc });
const patch = (channel, base, version, change) => ({ channel, base, version, patch: change });
const shelf = () => receive(inEpoch(EMPTY, "e1"), [full("everyone", 4, { a: 1, deep: { x: 1, y: 2 } }), full("person:p7", 3, { me: { alias: "Cèdre" } })]).shelf;

test("the examples of RFC 7396, appendix A", () => {
  const cases = [
    [{ a: "b" }, { a: "c" }, { a: "c" }], [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }], [{ a: "b" }, { a: null }, {}],
    [{ a: "b", b: "c" }, { a: null }, { b: "c" }], [{ a: ["b"] }, { a: "c" }, { a: "c" }], [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
    [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }], [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }], [["a", "b"], ["c", "d"], ["c", "d"]],
    [{ a: "b" }, ["c"], ["c"]], [{ a: "foo" }, null, null], [{ a: "foo" }, "bar", "bar"], [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: "b", c: null }, { a: "b" }], [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ];
  for (const [doc, change, expected] of cases) assert.deepEqual(applyPatch(doc, change), expected);
});

test("a key named __proto__ stays a key", () => {
  const merged = applyPatch({}, JSON.parse('{"__proto__": {"polluted": true}}'));
  assert.equal(Object.prototype.polluted, undefined);
  assert.equal(Object.getPrototypeOf(merged), Object.prototype);
  assert.deepEqual(Object.keys(merged), ["__proto__"]);
});

test("a patch on the version held is applied, and leaves what it had untouched", () => {
  const before = shelf();
  const { shelf: after, again } = receive(before, [patch("everyone", 4, 5, { a: null, deep: { x: 9 } })]);
  assert.deepEqual(after.held.everyone, { version: 5, doc: { deep: { x: 9, y: 2 } } });
  assert.deepEqual(before.held.everyone.doc, { a: 1, deep: { x: 1, y: 2 } });
  assert.deepEqual(again, []);
});

test("a patch on another version is not applied but asked for", () => {
  const { shelf: after, again } = receive(shelf(), [patch("everyone", 5, 6, { a: 2 }), patch("group:1", 2, 6, {})]);
  assert.equal(after.held.everyone.version, 4);
  assert.deepEqual(again, ["everyone", "group:1"]);
});

test("an older or a repeated message changes nothing", () => {
  const { shelf: after, again } = receive(shelf(), [patch("everyone", 2, 3, { a: 7 }), patch("everyone", 3, 4, { a: 8 }), full("person:p7", 2, {})]);
  assert.deepEqual(after.held, shelf().held);
  assert.deepEqual(again, []);
});

test("patches of one message follow each other; a full document mends a gap in the same message", () => {
  const { shelf: after, again } = receive(shelf(), [patch("everyone", 4, 5, { a: 2 }), patch("everyone", 5, 7, { a: 3 })]);
  assert.deepEqual([after.held.everyone.version, after.held.everyone.doc.a, again], [7, 3, []]);
  const mended = receive(shelf(), [patch("everyone", 8, 9, { a: 2 }), full("everyone", 9, { a: 9 })]);
  assert.deepEqual([mended.shelf.held.everyone.doc.a, mended.again], [9, []]);
});

test("documents of channels lost are dropped", () => {
  assert.deepEqual(Object.keys(keepOnly(shelf(), ["everyone", "group:2"]).held), ["everyone"]);
});

test("another epoch drops everything; the same one, or none told, nothing", () => {
  assert.deepEqual(inEpoch(shelf(), "e2"), { epoch: "e2", held: {} });
  assert.equal(Object.keys(inEpoch(shelf(), "e1").held).length, 2);
  assert.equal(Object.keys(inEpoch(shelf(), undefined).held).length, 2);
});

test("a heartbeat tells what is behind, also a channel never seen", () => {
  assert.deepEqual(versions(shelf()), { everyone: 4, "person:p7": 3 });
  assert.deepEqual(behind(shelf(), { everyone: 5, "person:p7": 3, "group:0": 1 }), ["everyone", "group:0"]);
});
