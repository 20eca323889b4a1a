/** A remark is underlined where it belongs, whatever the letters before it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { reach } from "../../static/src/studio/reach.js";

const lines = ["format: x", '  title: {fr: "Un été", en: 🎈 two}', ""];
const at = (line, column) => {
  const { from, to } = reach(lines, { line, column });
  return lines.join("\n").slice(from, to);
};

test("words, texts in quotes, letters of two units, and places beyond the end", () => {
  assert.equal(at(1, 1), "format");
  assert.equal(at(2, 3), "title");
  assert.equal(at(2, 15), '"Un été"');
  assert.equal(at(2, 31), "two");
  assert.equal(at(3, 1), "");
  assert.equal(at(9, 9), "");
  assert.equal(at(1, 99), "");
});
