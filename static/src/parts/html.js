/** Preact bound to tagged templates, and the few drawn icons. */

import { h } from "preact";
import htm from "htm";

export const html = htm.bind(h);

const PATHS = /** @type {const} */ ({
  wait: "M7 3h10M7 21h10M8 3c0 5 8 6 8 9s-8 4-8 9M16 3c0 5-8 6-8 9s8 4 8 9",
  check: "M5 12.5l4.5 4.5L19 7",
  cross: "M6 6l12 12M18 6L6 18",
  eye: "M2 12s4-6.5 10-6.5S22 12 22 12s-4 6.5-10 6.5S2 12 2 12zM12 9a3 3 0 100 6 3 3 0 000-6z",
  ear: "M7 9a5 5 0 0110 0c0 4-4 4.500-4 8a2.500 2.500 0 01-5 0M10 9a2 2 0 014 0",
  clock: "M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5.500l3.500 2",
  people: "M9 11a3.500 3.500 0 100-7 3.500 3.500 0 000 7zM2.500 20c0-4 3-6 6.500-6s6.500 2 6.500 6M16 4.500a3.500 3.500 0 010 6.500M18 14.500c2.300.8 3.500 2.700 3.500 5.500",
  up: "M12 19V5M6 11l6-6 6 6",
  down: "M12 5v14M6 13l6 6 6-6",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  off: "M3 3l18 18M8.500 16.500a5 5 0 017 0M5 13a10 10 0 013.500-2.300M19 13a10 10 0 00-6-2.900M12 20h.01",
  pause: "M9 5v14M15 5v14",
  play: "M7 5l12 7-12 7z",
  hide: "M3 3l18 18M10 6c.6-.2 1.300-.3 2-.3 6 0 10 6.300 10 6.300a17 17 0 01-3.200 3.600M6.500 7.500A17 17 0 002 12s4 6.500 10 6.500c1.700 0 3.200-.5 4.500-1.200",
  door: "M5 21V4l9-1.500V21M14 5h5v16M3 21h18M10.500 12h.01",
  note: "M5 4h14v11l-5 5H5zM14 20v-5h5M8.500 8.500h7M8.500 12h4",
  keys: "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8",
  skip: "M6 5l8 7-8 7zM18 5v14",
  flag: "M6 21V4h11l-2 4 2 4H6",
});

/** Always beside a word, so hidden from screen readers. @param {{ name: keyof typeof PATHS }} props */
export const Icon = ({ name }) =>
  html`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><path d=${PATHS[name]} /></svg>`;
