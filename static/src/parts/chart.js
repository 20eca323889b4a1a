/** Values as a line or bars, with their table. */

import { approximate, shown } from "../numbers.js";
import { read } from "../words.js";
import { html } from "./html.js";

/** @typedef {import("../live").Live} Live */
/** @typedef {import("../protocol").Chart} Chart */

const EDGE = 16;
const BOTTOM = 40;

/**
 * `wide` is the width of the drawing in its own units: the narrower, the larger its letters on a given screen.
 * @param {{ live: Live, chart: Chart, table?: boolean, wide?: number }} props
 */
export function ChartView({ live, chart, table = true, wide = 400 }) {
  const locale = live.locale.value;
  const points = (chart.points ?? []).map((point) => ({ ...point, value: approximate(point.y), words: shown(point.y, locale) }));
  const title = read(chart.title, locale);
  if (chart.kind === "total" && chart.now !== undefined) return html`<${Total} live=${live} chart=${chart} title=${title} wide=${wide} />`;
  if (!points.length) return html`<figure class="chart"><figcaption class="strong">${title}</figcaption><p class="soft">${read(chart.reading, locale) || live.say("chart.empty")}</p></figure>`;
  if (points.length === 1) return html`<figure class="chart"><figcaption class="strong">${title}</figcaption><p class="chart-one number">${points[0].words}</p></figure>`; // one point is no curve
  const summary = live.say("chart.from", { title, first: points[0].words, last: points[points.length - 1].words, count: points.length });
  return html`<figure class="chart">
    <figcaption class="strong">${title}</figcaption>
    <svg viewBox="0 0 ${wide} ${Math.round(wide * 0.55)}" role="img" aria-label=${summary}>${drawing(chart.kind, points, wide, Math.round(wide * 0.55))}</svg>
    ${table &&
    html`<details class="more"><summary>${live.say("chart.table")}</summary>
      <table class="table"><caption class="visually-hidden">${title}</caption>
        <thead><tr><th scope="col">${live.say("chart.label")}</th><th scope="col" class="number">${live.say("chart.value")}</th></tr></thead>
        <tbody>${points.map((point) => html`<tr><th scope="row">${point.x}</th><td class="number">${point.words}</td></tr>`)}</tbody>
      </table></details>`}
  </figure>`;
}

/**
 * A number that moves, and how far it is from its target.
 * @param {{ live: Live, chart: Chart, title: string, wide: number }} props
 */
function Total({ live, chart, title, wide }) {
  const locale = live.locale.value;
  const [now, target] = [approximate(chart.now), approximate(chart.target)];
  const words = [chart.now, chart.target].filter((number) => number !== undefined).map((number) => shown(number, locale)).join(" / ");
  return html`<figure class="chart">
    <figcaption class="strong">${title}</figcaption>
    <p class="strong">${words}</p>
    ${target > 0 && html`<svg viewBox="0 0 ${wide} 24" aria-hidden="true"><rect class="block" x="2" y="2" height="20" width=${(wide - 4) * Math.max(0, Math.min(1, now / target))} /><rect class="axis" fill="none" x="2" y="2" height="20" width=${wide - 4} /></svg>`}
  </figure>`;
}

/** @typedef {{ x: string, value: number, words: string }} Point */

/** @param {Chart["kind"]} kind @param {Point[]} points @param {number} wide @param {number} high */
function drawing(kind, points, wide, high) {
  const low = Math.min(0, ...points.map((point) => point.value));
  const top = Math.max(low + 1e-9, ...points.map((point) => point.value));
  const step = (wide - 2 * EDGE) / points.length;
  const x = (/** @type {number} */ at) => EDGE + step * (at + 0.5);
  const y = (/** @type {number} */ value) => 34 + (high - BOTTOM - 34) * (1 - (value - low) / (top - low));
  const every = Math.ceil(points.length / 12);
  return html`
    <line class="axis" x1=${EDGE} x2=${wide - EDGE} y1=${y(low)} y2=${y(low)} />
    ${kind === "line"
      ? html`<polyline class="line" points=${points.map((point, at) => `${x(at)},${y(point.value)}`).join(" ")} />
          ${points.map((point, at) => html`<circle class="dot" cx=${x(at)} cy=${y(point.value)} r="6" />`)}`
      : points.map((point, at) => html`<rect class="block" x=${x(at) - step * 0.32} width=${step * 0.64} y=${Math.min(y(point.value), y(0))} height=${Math.max(2, Math.abs(y(point.value) - y(0)))} />`)}
    ${points.map(
      (point, at) => at % every === 0 && html`<text x=${x(at)} y=${high - 12} text-anchor="middle">${point.x}</text>
        <text x=${x(at)} y=${Math.max(16, y(point.value) - 14)} text-anchor="middle" class="value">${point.words}</text>`,
    )}`;
}
