/** How cards share the wall: everything is on some page, nothing is too high, texts of any length are cut and stay whole. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pack, packColumns, portions, seconds, shareTracks, tracksIn } from "../../static/src/screen/pages.js";

const items = (count, height = (n) => 40 + (n % 7) * 30) => Array.from({ length: count }, (_, n) => ({ id: `c${n}`, height: height(n) }));

test("five hundred cards: each on one page, no track higher than the wall", () => {
  const cards = items(500);
  const known = Object.fromEntries(cards.map(({ id, height }) => [id, height]));
  const pages = pack(cards, 4, 600, 10);
  assert.deepEqual(pages.flat(2).sort(), cards.map(({ id }) => id).sort());
  for (const track of pages.flat()) assert.ok(track.reduce((sum, id) => sum + known[id], 0) + 10 * Math.max(0, track.length - 1) <= 600);
  assert.ok(pages.slice(0, -1).every((page) => page.every((track) => track.length > 0)));
});

test("what stands stays where it is when more is written", () => {
  const cards = items(60);
  for (let count = 1; count < 60; count += 1) {
    const before = pack(cards.slice(0, count), 3, 500, 8);
    const after = pack(cards.slice(0, count + 1), 3, 500, 8);
    before.forEach((page, at) => page.forEach((track, across) => assert.deepEqual(after[at][across].slice(0, track.length), track)));
  }
});

test("results stay in their order", () => {
  assert.deepEqual(pack(items(4, (n) => [300, 400, 100, 50][n]), 1, 500, 0, true), [[["c0"]], [["c1", "c2"]], [["c3"]]]);
  assert.deepEqual(pack(items(4, (n) => [300, 400, 100, 50][n]), 1, 500, 0), [[["c0", "c2", "c3"]], [["c1"]]]);
});

test("a card higher than the wall still has a page", () => {
  assert.deepEqual(pack([{ id: "c1", height: 900 }, { id: "c2", height: 20 }], 1, 500, 8), [[["c1"]], [["c2"]]]);
});

test("columns go on where they stopped, and a full one gets more room", () => {
  assert.deepEqual(shareTracks([10, 90], 4), [1, 3]);
  assert.deepEqual(shareTracks([1, 1, 1, 1, 1], 4), [1, 1, 1, 1, 1]);
  const pages = packColumns([items(1), items(9, () => 200)], [1, 1], 500, 10);
  assert.equal(pages.length, 5);
  assert.deepEqual(pages[0], [["c0"], ["c0", "c1"]]);
  assert.deepEqual(pages[4], [[], ["c8"]]);
  assert.ok(tracksIn(112, 1.8) > tracksIn(112, 4.2));
});

test("a text of two thousand signs is read in portions, whole, and never in the middle of a letter", () => {
  const sentences = "Une phrase assez longue pour être lue à voix haute. ".repeat(40).trim();
  const parts = portions(sentences);
  assert.ok(parts.length > 3 && parts.every((part) => part.length <= 525 && /[.]$/.test(part)));
  assert.equal(parts.join(" "), sentences);
  const waves = "👩🏽‍🚀".repeat(400);
  assert.equal(portions(waves).join(""), waves);
  assert.ok(portions(waves).every((part) => !/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(part)));
  const arabic = "نحن نتعاون معا منذ البداية. ".repeat(60).trim();
  assert.equal(portions(arabic).join(" "), arabic);
  assert.deepEqual(portions("Court."), ["Court."]);
  assert.equal(portions("x".repeat(2000)).join(""), "x".repeat(2000));
});

test("a page stays long enough to be read", () => {
  assert.deepEqual([seconds(0), seconds(60), seconds(1000)], [12, 22, 40]);
});
