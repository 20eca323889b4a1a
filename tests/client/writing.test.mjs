/** The toolbar of the editor beside the paper: what it does to a text and to what is selected. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { compared, together, worded } from "../../static/src/writing/merging.js";
import { cited, fitting, marked, placed } from "../../static/src/writing/marks.js";

/** `[` and `]` stand for the ends of the selection. @param {string} said */
const at = (said) => {
  const start = said.indexOf("[");
  const end = said.indexOf("]") - 1;
  return { text: said.replace("[", "").replace("]", ""), start, end };
};
/** @param {import("../../static/src/writing/marks.js").Picked} picked */
const said = ({ text, start, end }) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;

test("bold and italics are put around what is selected, and taken off again", () => {
  assert.equal(said(marked("strong", at("un [mot] dit"))), "un **[mot]** dit");
  assert.equal(said(marked("strong", at("un **[mot]** dit"))), "un [mot] dit");
  assert.equal(said(marked("emphasis", at("un **[mot]** dit"))), "un ***[mot]*** dit");
  assert.equal(said(marked("emphasis", at("un *[mot]* dit"))), "un [mot] dit");
  assert.equal(said(marked("strong", at("un [] dit"))), "un **[]** dit");
  assert.equal(said(marked("strong", at("un **mot[]** dit"))), "un **mot**[] dit", "typed on, then over");
});

test("a list and a quotation take whole lines, apart from the words above", () => {
  assert.equal(marked("list", at("[un\ndeux]")).text, "- un\n- deux");
  assert.equal(marked("list", at("[- un\n- deux]")).text, "un\ndeux");
  assert.equal(marked("list", at("[un\n- deux]")).text, "- un\n- deux");
  assert.equal(marked("quote", at("Elle dit\nceci[]")).text, "Elle dit\n\n> ceci");
  assert.equal(marked("list", at("- un\ndeux[]")).text, "- un\n- deux");
  assert.equal(marked("list", at("Avant\n\n[un]\naprès")).text, "Avant\n\n- un\naprès");
});

test("a link selects its address, to be typed over", () => {
  assert.equal(said(marked("link", at("voir [la page]."))), "voir [la page]([https://]).");
});

test("a reference stands apart from the words beside it", () => {
  assert.equal(said(cited(at("On l'a dit[]."), "0a1b2c3d4e5f")), "On l'a dit {0a1b2c3d4e5f}[].");
  assert.equal(said(cited(at("[]Ensuite"), "figure s1 2")), "{figure s1 2} []Ensuite");
  assert.equal(said(cited(at("dit «[mot]»"), "x")), "dit «{x}[]»");
});

test("what may be cited is found by its words, its number or its session", () => {
  const offers = [{ said: "n° 3", words: "Un café à l'entrée", session: "Premier atelier" }, { said: "n° 4", words: "Un thé", session: "Second" }];
  assert.deepEqual(fitting(offers, "CAFE premier").map((one) => one.said), ["n° 3"]);
  assert.equal(fitting(offers, "").length, 2);
  assert.equal(fitting(offers, "lait").length, 0);
});

test("a figure stands on lines of its own, and one writes on below it", () => {
  const at = "Voici. Voilà.";
  const put = placed({ text: at, start: 7, end: 7 }, "figure s1 2");
  assert.equal(put.text, "Voici.\n\n{figure s1 2}\n\nVoilà.");
  assert.equal(put.text.slice(put.start), "Voilà.");
  assert.equal(placed({ text: "", start: 0, end: 0 }, "figure s1 2").text, "{figure s1 2}\n\n");
  assert.equal(placed({ text: "A\n\nB", start: 3, end: 3 }, "figure s1 2").text, "A\n\n{figure s1 2}\n\nB");
});

test("two versions of one text: what both say stays once, and no line of either is lost", () => {
  assert.deepEqual(compared("a\nb", "a\nc").map(({ whose, line }) => whose + line), ["botha", "theirsb", "minec"]);
  assert.equal(together("a\n\nb", "a\n\nc"), "a\n\nb\n\nc");
  assert.equal(together("a", "a"), "a");
  assert.equal(together("", "c"), "c");
  assert.equal(together("x\n\nz", "x\n\ny\n\nz"), "x\n\ny\n\nz");
  const long = "m\n".repeat(3000);
  assert.ok(together(`${long}theirs`, `${long}mine`).includes("theirs"));
  assert.ok(together(`${long}theirs`, `${long}mine`).endsWith("mine"));
});

test("within a changed line the changed words are marked, each side its own", () => {
  const shown = (/** @type {{ only: boolean, said: string }[][]} */ lines) => lines.map((runs) => runs.map((one) => (one.only ? `[${one.said}]` : one.said)).join("")).join("|");
  const found = worded("Titre\nNous avons vu douze personnes, toutes venues.", "Titre\nNous avons vu treize personnes, presque toutes venues.");
  assert.equal(shown(found.theirs), "Titre|Nous avons vu [douze] personnes, toutes venues.");
  assert.equal(shown(found.mine), "Titre|Nous avons vu [treize] personnes, [presque ]toutes venues.");
  const other = worded("Un texte\net sa suite", "Autre chose ici");
  assert.equal(shown(other.theirs), "[Un texte]|[et sa suite]", "two texts with nothing in common are not marked word by word");
  assert.equal(shown(other.mine), "[Autre chose ici]");
  assert.equal(shown(worded("a", "a\nb").mine), "a|[b]");
  assert.equal(shown(worded("a\n\nb", "a\n\nb").mine), "a||b");
  for (const [theirs, mine] of [["Été, l'eau.\n\nPuis", "été l'eau\nPuis puis"], ["  deux   blancs", "deux blancs "], ["é\n", ""]]) {
    const both = worded(theirs, mine);
    const whole = (/** @type {{ said: string }[][]} */ lines) => lines.map((runs) => runs.map((one) => one.said).join("")).join("\n");
    assert.deepEqual([whole(both.theirs), whole(both.mine)], [theirs, mine], "no sign of either is lost");
  }
});
