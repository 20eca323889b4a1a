/** The text of a format in CodeMirror: colours, keys, completion, and the checker's remarks underlined where they belong. */

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { complete } from "./completing.js";
import { reach } from "./reach.js";

/** @typedef {import("./reach.js").Remark} Remark */

const colours = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: "var(--accent)", fontWeight: "700" },
  { tag: [tags.string, tags.content], color: "var(--ink)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--ink-soft)", fontStyle: "italic" },
  { tag: [tags.keyword, tags.atom, tags.number, tags.bool], color: "var(--info)" },
  { tag: [tags.punctuation, tags.separator, tags.brace, tags.squareBracket], color: "var(--ink-soft)" },
]);

const looks = EditorView.theme({
  "&": { backgroundColor: "var(--surface)", color: "var(--ink)", fontSize: "0.95em", border: "1px solid var(--line-strong)", borderRadius: "var(--round-s)", height: "min(38rem, 75vh)" },
  "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--ink-soft)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine": { backgroundColor: "transparent", boxShadow: "inset 3px 0 0 var(--accent-line)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--sunk)", color: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--accent-wash)" },
  ".cm-selectionMatch, .cm-searchMatch": { backgroundColor: "var(--sun-wash)", color: "var(--ink)" },
  ".cm-tooltip": { backgroundColor: "var(--surface)", color: "var(--ink)", border: "1px solid var(--line-strong)", maxWidth: "32rem" },
  ".cm-tooltip-autocomplete ul li": { padding: "0.35rem 0.6rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--accent-ink)" },
  ".cm-completionInfo": { padding: "0.5rem 0.75rem", maxWidth: "20rem", fontFamily: "var(--font)" },
  ".cm-diagnostic": { fontFamily: "var(--font)", padding: "0.5rem 0.75rem", whiteSpace: "pre-wrap" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--bad) 2px", textUnderlineOffset: "3px" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--warn) 2px", textUnderlineOffset: "3px" },
  ".cm-lintPoint": { "&:after": { borderBottomColor: "var(--bad)" } },
  ".cm-panels": { backgroundColor: "var(--paper)", color: "var(--ink)" },
  ".cm-panels input, .cm-panels button, .cm-textfield, .cm-button": { fontSize: "1rem", backgroundColor: "var(--surface)", backgroundImage: "none", color: "var(--ink)", border: "1px solid var(--line-strong)" },
});

/**
 * @param {HTMLTextAreaElement} area whose place the editor takes
 * @param {{ nonce: string, label: string, help: string, phrases: Record<string, string>, vocabulary: Promise<import("./place.js").Vocabulary | undefined>, changed: () => void }} given
 */
export function openText(area, { nonce, label, help, phrases, vocabulary, changed }) {
  /** @param {import("@codemirror/autocomplete").CompletionContext} context */
  const source = async (context) => {
    const known = await vocabulary;
    const text = context.state.doc.toString();
    const found = known && complete(known, text.slice(0, context.pos).split("\n"), text);
    if (!found || (!context.explicit && !found.typed)) return null;
    return { from: context.pos - found.typed.length, options: found.options.map(offer), validFor: /^[\p{L}_ -]*$/u };
  };
  const view = new EditorView({
    parent: /** @type {HTMLElement} */ (area.parentElement),
    state: EditorState.create({
      doc: area.value,
      extensions: [
        EditorView.cspNonce.of(nonce),
        EditorState.phrases.of(phrases),
        EditorView.contentAttributes.of({ "aria-labelledby": label, "aria-describedby": help, tabindex: "0", spellcheck: "false", autocapitalize: "off" }),
        lineNumbers(), lintGutter(), history(), drawSelection(), highlightActiveLine(), highlightActiveLineGutter(), bracketMatching(), closeBrackets(),
        indentOnInput(), indentUnit.of("  "), EditorState.tabSize.of(2), highlightSelectionMatches(), search({ top: true }),
        yaml(), syntaxHighlighting(colours), looks, EditorView.lineWrapping,
        autocompletion({ override: [source], icons: false }),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
        EditorView.updateListener.of((update) => update.docChanged && changed()),
      ],
    }),
  });
  if (document.activeElement === area) {
    view.dispatch({ selection: { anchor: area.selectionStart } });
    view.focus();
  }
  area.hidden = true;
  return {
    text: () => view.state.doc.toString(),
    /** Underline what the checker found. @param {Remark[]} remarks */
    show(remarks) {
      const lines = view.state.doc.toString().split("\n");
      const found = remarks.map((remark) => ({ ...reach(lines, remark), severity: remark.level, message: `${remark.message}\n${remark.remedy}` }));
      view.dispatch(setDiagnostics(view.state, found));
    },
    /** Put the cursor where a remark belongs. @param {Remark} remark */
    go(remark) {
      const { from } = reach(view.state.doc.toString().split("\n"), remark);
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      view.focus();
    },
  };
}

/** @param {import("./place.js").Option} option @returns {import("@codemirror/autocomplete").Completion} */
const offer = (option) => ({ label: option.label, detail: option.detail, info: option.info || undefined, apply: option.kind === "key" ? `${option.label}: ` : option.label });
