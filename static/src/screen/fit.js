/** Making things fit without scrolling: the letters shrink by steps; what still does not fit is counted. */

import { useLayoutEffect, useRef } from "preact/hooks";

export const STEPS = 9;

/**
 * Gives the element the largest step (0 is the biggest) at which nothing overflows; the last one hides the rest and says how many.
 * @param {unknown} changes read again whenever this differs
 * @param {(count: number) => string} more
 */
export function useFit(changes, more) {
  const element = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const fit = () => fitInto(box, more);
    fit();
    addEventListener("resize", fit);
    document.fonts?.ready.then(fit);
    return () => removeEventListener("resize", fit);
  }, [changes]);
  return element;
}

/** @param {HTMLElement} box @param {(count: number) => string} more */
function fitInto(box, more) {
  const overflows = () => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
  delete box.dataset.more;
  for (let step = 0; step < STEPS; step += 1) {
    box.dataset.step = String(step);
    if (!overflows()) return;
  }
  const edge = box.getBoundingClientRect();
  const lost = [...box.querySelectorAll(".wall-card, .bar")].filter((card) => {
    const place = card.getBoundingClientRect();
    return place.bottom > edge.bottom + 1 || place.right > edge.right + 1;
  }).length;
  if (lost) box.dataset.more = more(lost);
}
