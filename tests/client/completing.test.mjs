/** The editor offers what the language allows at the cursor, and nothing else. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { complete, namesOf } from "../../static/src/studio/completing.js";
import { placeOf } from "../../static/src/studio/place.js";

const python = new URL("../../.venv/bin/python", import.meta.url).pathname;
const say = "import json; from facilitation.formats.schema.vocabulary import vocabulary; print(json.dumps(vocabulary('en')))";
const vocabulary = JSON.parse(execFileSync(python, ["-c", say], { encoding: "utf8", cwd: new URL("../..", import.meta.url).pathname }));
const FILE = readFileSync(new URL("../../workshop_formats/codeveloppement.yaml", import.meta.url), "utf8");

/** What is offered where the sign | stands. */
function offered(text) {
  const found = complete(vocabulary, text.slice(0, text.indexOf("|")).split("\n"), FILE);
  return found?.options.map((option) => option.label);
}

const has = (text, ...labels) => {
  const found = offered(text) ?? [];
  for (const label of labels) assert.ok(found.includes(label), `${label} among ${found}`);
  return found;
};

test("keys of the file, without those that are there", () => {
  const found = has("format: x\nversion: 1.0.0\n|", "title", "run", "settings");
  assert.ok(!found.includes("format"));
  assert.ok(!found.includes("minutes"));
});

test("keys of a stage, also where the dashes stand at the margin, and after other stages", () => {
  for (const text of [
    "run:\n  - stage: a\n    |",
    "run:\n- stage: a\n  |",
    "run:\n  - stage: a\n    board:\n      name: x\n    |",
    "run:\n  - stage: b\n    minutes: 2\n  - stage: a\n    t|",
    "run:\n  - repeat: 2\n    stages:\n      - stage: a\n        |",
  ]) {
    const found = has(text, "title", "ask", "vote");
    assert.ok(!found.includes("stage"), text);
  }
  assert.ok(!has("run:\n  - stage: a\n    minutes: 2\n    |", "title").includes("minutes"));
});

test("the beginning of a block of the run sheet", () => {
  has("run:\n  - |", "stage", "repeat");
  has("run:\n  - stage: a\n  - |", "stage", "repeat");
});

test("keys inside a key, and inside braces", () => {
  has("run:\n  - stage: a\n    board:\n      |", "name", "seen by", "prompt");
  has("run:\n  - stage: a\n    vote: {of: ideas, |", "dots", "reveal");
  has("credits: {|", "source", "licence");
  has("title:\n  |", "fr", "en");
  assert.deepEqual(offered("title: {fr: Un, |"), ["en"]);
});

test("names of one's own are left to their author; what stands below them is not", () => {
  assert.equal(offered("settings:\n  |"), undefined);
  has("settings:\n  rounds:\n    |", "label", "default");
  has("roles:\n  client:\n    chosen by: |", "random", "vote");
});

test("words to choose from, and names of the file", () => {
  has("kind: |", "peer-exchange", "cooperation-game");
  has("run:\n  - stage: a\n    board: {name: x, seen by: |", "author", "everyone", "client");
  assert.equal(offered("version: |"), undefined);
});

test("nothing inside a text or a comment", () => {
  assert.equal(offered('summary: {fr: "Un |'), undefined);
  assert.equal(offered("# a comment: |"), undefined);
  assert.equal(placeOf(["- [a, "]), undefined);
});

test("the names that a file gives", () => {
  assert.deepEqual(namesOf("role", FILE), ["client", "animateur", "consultants"]);
  assert.ok(namesOf("stage", FILE).length >= 8);
  assert.ok(namesOf("board", FILE).includes("questions") || namesOf("board", FILE).length > 0);
  assert.ok(namesOf("question", FILE).length > 0);
});
