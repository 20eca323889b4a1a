import assert from "node:assert/strict";
import { test } from "node:test";
import { touched } from "../../static/src/phone/rare/ranking.js";

/** @type {any} */ (globalThis).document ??= { getElementById: () => null };
const { toRaw, toValue } = await import("../../static/src/phone/inputs.js");

const fifteen = Array.from({ length: 15 }, (_, at) => `c${at}`);

test("fifteen things are put in order with fourteen touches, whatever the order", () => {
  const wanted = [...fifteen].reverse();
  const touches = wanted.slice(0, 14);
  assert.deepEqual(touches.slice(0, 13).reduce((placed, id) => touched(fifteen, placed, id), /** @type {string[]} */ ([])), wanted.slice(0, 13));
  assert.deepEqual(touches.reduce((placed, id) => touched(fifteen, placed, id), /** @type {string[]} */ ([])), wanted);
});

test("touched again it is taken out, and the others keep their order", () => {
  assert.deepEqual(touched(fifteen, ["c3", "c1", "c2"], "c1"), ["c3", "c2"]);
  assert.deepEqual(touched(["only"], [], "only"), ["only"]);
});

test("an order is sent whole or not at all", () => {
  const task = /** @type {any} */ ({ kind: "ranking", options: ["a", "b", "c"].map((id) => ({ id })) });
  assert.deepEqual(toRaw(task, undefined, "fr"), []);
  assert.deepEqual(toRaw(task, ["b", "a", "c"], "fr"), ["b", "a", "c"]);
  assert.ok("wrong" in toValue(task, []));
  assert.ok("wrong" in toValue(task, ["b"]));
  assert.deepEqual(toValue(task, ["b", "a", "c"]), { value: ["b", "a", "c"] });
});
