/** Naming a theme as people type, and what a key changes. */
import assert from "node:assert/strict";
import test from "node:test";

import { folded, meant } from "../../static/src/analysis/folding.js";
import { turned } from "../../static/src/analysis/unit.js";

test("accents, capitals and ligatures are no obstacle", () => {
  assert.equal(folded("Œuvre À L’ÉCOLE"), "oeuvre a l'ecole");
});

test("the theme that begins like what was typed comes before one that holds it", () => {
  assert.equal(meant(["Bel accueil", "Accueil", "Écoute"], "acc"), 1);
  assert.equal(meant(["Bel accueil", "Écoute"], "acc"), 0);
  assert.equal(meant(["Accueil", "Écoute"], "eco"), 1);
  assert.equal(meant(["Accueil"], "x"), -1);
  assert.equal(meant(["Accueil"], " "), -1);
});

test("a key puts a theme, or takes it away; what has none left is read all the same", () => {
  assert.deepEqual(turned({ themes: [], coded: false }, "3"), { themes: ["3"], coded: true });
  assert.deepEqual(turned({ themes: ["3", "4"], coded: true }, "3"), { themes: ["4"], coded: true });
  assert.deepEqual(turned({ themes: ["3"], coded: true }, "3"), { themes: [], coded: true });
});
