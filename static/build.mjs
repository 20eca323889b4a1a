/** Builds static/dist: one script and one sheet per screen, names carrying a hash, a manifest, and what licences ask us to ship. */
import { build } from "esbuild";
import { gzipSync } from "node:zlib";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const modules = join(here, "..", "node_modules");
const screens = ["phone", "console", "screen", "observer", "site", "studio", "trial", "writing"];
const shipped = [
  "preact", "@preact/signals", "@preact/signals-core", "htm", "socket.io-client", "engine.io-client", "socket.io-parser", "engine.io-parser",
  "@socket.io/component-emitter", "@codemirror/autocomplete", "@codemirror/commands", "@codemirror/lang-yaml", "@codemirror/language",
  "@codemirror/lint", "@codemirror/search", "@codemirror/state", "@codemirror/streamparser", "@codemirror/view", "@lezer/common", "@lezer/highlight",
  "@lezer/lr", "@lezer/yaml", "@marijn/find-cluster-break", "crelt", "style-mod", "w3c-keyname", "@fontsource/atkinson-hyperlegible-next", "@fontsource/source-serif-4", "@fontsource/source-sans-3",
];
/** The documents (PDF) are set in these; their faces keep their own names. */
const documentFonts = {
  "source-serif-4": ["latin-400-normal", "latin-400-italic", "latin-600-normal", "latin-ext-400-normal", "latin-ext-400-italic", "latin-ext-600-normal"],
  "source-sans-3": ["latin-400-normal", "latin-600-normal", "latin-ext-400-normal", "latin-ext-600-normal"],
};

/** @param {string} folder */
const licence = (folder) => {
  const name = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  return name ? readFileSync(join(folder, name), "utf8").trim() : JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).license;
};

/** Our sockets are WebSockets only: the other transports stay out of what a phone has to load. */
const websocketOnly = {
  name: "websocket-only",
  /** @param {import("esbuild").PluginBuild} builder */
  setup(builder) {
    builder.onLoad({ filter: /engine\.io-client[\\/]build[\\/]esm[\\/]transports[\\/]index\.js$/ }, () => ({
      contents: 'import { WS } from "./websocket.js"; export const transports = { websocket: WS };',
    }));
  },
};

/** Indentation inside templates is for readers of the source only. */
const dedented = {
  name: "dedented",
  /** @param {import("esbuild").PluginBuild} builder */
  setup(builder) {
    builder.onLoad({ filter: /static[\\/]src[\\/].*\.js$/ }, ({ path }) => ({ contents: readFileSync(path, "utf8").replace(/\n\s+/g, "\n") }));
  },
};

/** What the phone loads late takes from its first file what that file already holds: a second Preact would be a stranger to the first. @param {Record<string, unknown>} held @param {string} first */
const takenFrom = (held, first) => ({
  name: "taken-from",
  /** @param {import("esbuild").PluginBuild} builder */
  setup(builder) {
    builder.onResolve({ filter: /.*/ }, async ({ path, pluginData, ...rest }) => {
      if (pluginData === "asked" || rest.kind !== "import-statement") return undefined;
      const { path: full } = await builder.resolve(path, { ...rest, pluginData: "asked" });
      return relative(here, full).replaceAll("\\", "/") in held ? { path: `./${first}`, external: true } : undefined;
    });
  },
});

const options = {
  absWorkingDir: here,
  outdir: dist,
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  format: /** @type {const} */ ("esm"),
  target: ["es2020", "chrome87", "firefox78", "safari14.1"],
  plugins: [websocketOnly, dedented],
  loader: { ".woff2": /** @type {const} */ ("file") },
  legalComments: /** @type {const} */ ("none"),
  charset: /** @type {const} */ ("utf8"),
  metafile: /** @type {const} */ (true),
  write: /** @type {const} */ (false),
  logLevel: /** @type {const} */ ("warning"),
};
const entries = [...screens.map((name) => `src/${name}.js`), ...screens.map((name) => `styles/${name}.css`)];
const result = await build({ ...options, entryPoints: entries });
const [phoneFile, phoneOutput] = Object.entries(result.metafile.outputs).find(([, output]) => output.entryPoint === "src/phone.js") ?? [];
const held = Object.fromEntries(Object.keys(phoneOutput?.inputs ?? {}).map((path) => [path, true]));
const late = await build({
  ...options,
  entryPoints: ["src/late.js", "styles/late.css"],
  plugins: [takenFrom(held, basename(phoneFile ?? "")), ...options.plugins],
});

// Only a build that succeeded may replace the one before it.
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
for (const { path, contents } of [...result.outputFiles, ...late.outputFiles]) writeFileSync(path, contents);

/** @type {Record<string, { js?: string, css: string[], late?: string, lateStyle?: string }>} */
const manifest = Object.fromEntries(screens.map((name) => [name, { css: [] }]));
for (const [path, output] of Object.entries({ ...result.metafile.outputs, ...late.metafile.outputs })) {
  const file = basename(path);
  if (!output.entryPoint) continue;
  const name = basename(output.entryPoint).replace(/\.\w+$/, "");
  if (name === "late") manifest.phone[file.endsWith(".js") ? "late" : "lateStyle"] = file;
  else if (file.endsWith(".js")) manifest[name].js = file;
  else manifest[name].css.push(file);
  writeFileSync(join(dist, `${file}.gz`), gzipSync(readFileSync(join(dist, file)), { level: 9 }));
}
writeFileSync(join(dist, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
writeFileSync(
  join(dist, "LICENCES.txt"),
  shipped.map((name) => `${name}\n${"=".repeat(name.length)}\n${licence(join(modules, name))}\n`).join("\n\n"),
);

for (const icon of readdirSync(join(here, "src", "icons"))) copyFileSync(join(here, "src", "icons", icon), join(dist, icon));

const documents = join(dist, "fonts", "documents");
mkdirSync(documents, { recursive: true });
for (const [family, faces] of Object.entries(documentFonts)) {
  const source = join(modules, "@fontsource", family);
  // Pages carry the smaller file; the press unpacks the older sort twenty times faster.
  for (const face of faces) for (const sort of ["woff2", "woff"]) copyFileSync(join(source, "files", `${family}-${face}.${sort}`), join(documents, `${family}-${face}.${sort}`));
  writeFileSync(join(documents, `${family}-LICENSE`), `${licence(source)}\n`);
}
