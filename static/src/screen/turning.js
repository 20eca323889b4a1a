/** Which page the wall shows: they turn by themselves, slowly; a hand that turns them has a minute's peace. */

import { useEffect, useRef, useState } from "preact/hooks";

/** @typedef {import("./state").Wall} Wall */

const PEACE = 60_000;

/**
 * @param {Wall} wall @param {number} count of pages @param {number | undefined} newest the page on which something new stands
 * @param {() => number} seconds how long the page that is on stays
 */
export function useTurning(wall, count, newest, seconds) {
  const [page, setPage] = useState(0);
  const [held, setHeld] = useState(0);
  const turned = wall.screen.value.turned ?? 0;
  const before = useRef(turned);
  const on = count ? Math.min(page, count - 1) : 0;
  const turn = (/** @type {number} */ by) => {
    // From the page that is on by then: two quick presses are two pages.
    setPage((now) => (((Math.min(now, count - 1) + by) % count) + count) % count);
    setHeld(Date.now());
  };
  const free = () => Date.now() - held > PEACE;
  useEffect(() => {
    if (turned !== before.current && count > 1) turn(turned - before.current);
    before.current = turned;
  }, [turned]);
  useEffect(() => {
    if (newest !== undefined && free()) setPage(newest);
  }, [newest]);
  useEffect(() => {
    if (count < 2) return undefined;
    const wait = Math.max(seconds() * 1000, held + PEACE - Date.now());
    const next = setTimeout(() => setPage((on + 1) % count), wait);
    return () => clearTimeout(next);
  }, [on, count > 1, held]);
  useEffect(() => {
    const pressed = (/** @type {KeyboardEvent} */ event) => {
      const by = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 }[event.key];
      if (!by || count < 2 || event.ctrlKey || event.metaKey || event.altKey || (event.target instanceof Element && event.target.closest("button") && event.key === " ")) return;
      event.preventDefault();
      turn(by);
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [count]);
  return { page: on, turn };
}
