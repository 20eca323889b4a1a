/** A soft sound and a buzz when the time of a stage is up: made here, not loaded; silent until somebody asks for it. */

import { effect, signal } from "@preact/signals";
import { tick } from "../parts/clock.js";

const KEY = "chime";

/** @typedef {{ key: string, endsAt?: number, pausedLeft?: number, closed?: boolean }} Timed */

/**
 * Whether the time of `last` has run out by now, although the room may have gone on to another stage because of it.
 * @param {Timed | undefined} last what was on a moment ago @param {Timed | undefined} stage what is on @param {number} now
 */
export function runOut(last, stage, now) {
  if (last?.endsAt === undefined || last.closed) return false;
  const same = stage?.key === last.key;
  if (same && (stage.pausedLeft !== undefined || stage.endsAt !== last.endsAt)) return false;
  return now >= last.endsAt - (same ? 0 : 1500);
}

const remembered = () => {
  try {
    return localStorage.getItem(KEY) === "on";
  } catch {
    return false;
  }
};

/** @param {() => Timed | undefined} stage @param {() => number} now */
export function openChime(stage, now) {
  const on = signal(remembered());
  /** @type {AudioContext | undefined} */
  let audio;
  // A page may make a sound only after somebody touched it.
  const ready = () => (audio ??= new AudioContext());
  addEventListener("pointerdown", () => on.value && ready().resume());
  addEventListener("keydown", () => on.value && ready().resume());

  function ring() {
    navigator.vibrate?.([250, 120, 250]);
    if (audio) [660, 880].forEach((pitch, at) => note(/** @type {AudioContext} */ (audio), pitch, at * 0.35));
  }

  /** @type {Timed | undefined} */
  let last;
  let rung = "";
  effect(() => {
    tick.value;
    const known = stage();
    const name = last && `${last.key} ${last.endsAt}`;
    if (on.value && name && name !== rung && runOut(last, known, now())) {
      rung = name;
      ring();
    }
    last = known;
  });

  return {
    on,
    toggle() {
      on.value = !on.value;
      try {
        localStorage.setItem(KEY, on.value ? "on" : "off");
      } catch {
        // It still rings until the page goes.
      }
      if (on.value) {
        ready();
        ring();
      }
    },
  };
}

/** @param {AudioContext} audio @param {number} pitch @param {number} after seconds */
function note(audio, pitch, after) {
  const [tone, loud, start] = [audio.createOscillator(), audio.createGain(), audio.currentTime + after];
  tone.frequency.value = pitch;
  loud.gain.setValueAtTime(0, start);
  loud.gain.linearRampToValueAtTime(0.3, start + 0.03);
  loud.gain.exponentialRampToValueAtTime(0.001, start + 0.6);
  tone.connect(loud).connect(audio.destination);
  tone.start(start);
  tone.stop(start + 0.65);
}
