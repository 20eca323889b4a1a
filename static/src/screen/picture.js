/** The picture of a system: the shapes that the server drew, in the colours of the wall; beneath it what is read from it, and its tables for those who listen. */

import { html } from "../parts/html.js";
import { Pager } from "./pager.js";
import { useTurning } from "./turning.js";

/** @typedef {import("./state").Wall} Wall */
/** @typedef {import("../protocol").Picture} Picture */
/** @typedef {import("../protocol").Shape} Shape */

const WIDE = 1600;
/** Seconds that one of several pictures stays. */
const STAYS = 25;
const points = (/** @type {number[][]} */ spots) => spots.map((spot) => spot.join(",")).join(" ");
const fill = (/** @type {string} */ tone) => `fill-${tone}`;
const edge = (/** @type {string} */ tone) => `edge-${tone}`;

/** One at a time, as large as the wall; several turn like pages. @param {{ wall: Wall, pictures: Picture[] }} props */
export function Pictures({ wall, pictures }) {
  const { page, turn } = useTurning(wall, pictures.length, undefined, () => STAYS);
  const picture = pictures[page];
  const pager = pictures.length > 1 && html`<${Pager} wall=${wall} turn=${turn} words=${wall.say("page.of", { page: page + 1, pages: pictures.length })} />`;
  return picture ? html`<section class="wall-pictures"><${PictureView} key=${page} wall=${wall} picture=${picture} pager=${pager} /></section>` : null;
}

/** @param {{ wall: Wall, picture: Picture, pager: unknown }} props */
function PictureView({ wall, picture, pager }) {
  const { read } = wall;
  return html`<figure class="wall-picture">
    <figcaption class="wall-board-head"><p><strong>${read(picture.title)}</strong> <span>${read(picture.reading)}</span></p>${pager}</figcaption>
    <svg viewBox="0 0 ${WIDE} ${picture.height}" role="img" aria-label="${read(picture.title)}. ${read(picture.reading)}"><desc>${read(picture.about)}</desc>${picture.shapes.map((shape) => drawn(read, shape))}</svg>
    <div class="visually-hidden"><p>${read(picture.about)}</p>${picture.tables.map((table, at) => html`<table key=${at}><caption>${read(table.caption)}</caption>
      <thead><tr>${table.head.map((cell) => html`<th scope="col">${read(cell)}</th>`)}</tr></thead>
      <tbody>${table.rows.map((row) => html`<tr>${row.map((cell, place) => (place === 0 ? html`<th scope="row">${read(cell)}</th>` : html`<td>${read(cell)}</td>`))}</tr>`)}</tbody></table>`)}</div>
  </figure>`;
}

/** @param {Wall["read"]} read @param {Shape} shape */
function drawn(read, shape) {
  if ("words" in shape) return html`<text x=${shape.at[0]} y=${shape.at[1]} text-anchor=${shape.anchor} class=${fill(shape.tone)} font-size=${shape.size} font-weight=${shape.bold ? 700 : 400}>${read(shape.words)}</text>`;
  if ("disc" in shape) return html`<circle cx=${shape.disc[0]} cy=${shape.disc[1]} r=${shape.disc[2]} class="${fill(shape.tone)} ${edge(shape.edge)}" />`;
  if ("box" in shape) return html`<rect x=${shape.box[0]} y=${shape.box[1]} width=${shape.box[2]} height=${shape.box[3]} rx="6" class="${fill(shape.tone)} ${edge(shape.edge)}" />`;
  if ("area" in shape) return html`<polygon points=${points(shape.area)} class=${fill(shape.tone)} />`;
  const look = { class: `fill-none ${edge(shape.tone)}`, "stroke-width": shape.width, "stroke-dasharray": shape.dashed ? `${shape.width * 3} ${shape.width * 2}` : undefined };
  const [first, via, last] = shape.stroke;
  return shape.bend ? html`<path d="M${first} Q${via} ${last}" ...${look} />` : html`<polyline points=${points(shape.stroke)} ...${look} />`;
}
