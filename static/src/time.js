/** Time as the server tells it: a phone whose clock is an hour off still shows the right time left. */

/**
 * The server's clock, read from ours; in a trial it runs at another rate.
 * @param {number | undefined} serverNow @param {number} ourNow @param {number} [rate]
 */
export const follow = (serverNow, ourNow, rate = 1) => (/** @type {number} */ now) => (serverNow ?? ourNow) + (now - ourNow) * rate;

/**
 * Milliseconds left in a stage; undefined where it has no limit, never below 0.
 * @param {import("./protocol").Stage | undefined} stage @param {number} now @returns {number | undefined}
 */
export function timeLeft(stage, now) {
  if (!stage || stage.closed) return undefined;
  if (stage.pausedLeft !== undefined) return Math.max(0, stage.pausedLeft);
  return stage.endsAt === undefined ? undefined : Math.max(0, stage.endsAt - now);
}

/** `4:07`, rounded up so that 0:00 means over. @param {number} milliseconds */
export function clock(milliseconds) {
  const seconds = Math.ceil(Math.max(0, milliseconds) / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, "0");
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/** `2026-12-31` as people say it. @param {string} day @param {string} locale */
export function dayInWords(day, locale) {
  const said = new Date(`${day}T12:00`).toLocaleDateString(locale === "en" ? "en-GB" : "fr-FR", { day: "numeric", month: "long", year: "numeric" });
  return locale === "en" ? said : said.replace(/^1 /, "1er ");
}

/** Time of day, `14:05` in both languages. @param {number} moment @param {string} locale */
export const timeOfDay = (moment, locale) =>
  new Date(moment).toLocaleTimeString(locale === "en" ? "en-GB" : "fr-FR", { hour: "2-digit", minute: "2-digit" });

/**
 * What is left, in words that do not hurry anyone: minutes until the last one, then "less than a minute".
 * @param {number} milliseconds @param {(key: string, values?: Record<string, string | number>) => string} say
 */
export function leftInWords(milliseconds, say) {
  if (milliseconds <= 0) return say("time.over");
  if (milliseconds < 60_000) return say("time.lastMinute");
  const minutes = Math.round(milliseconds / 60_000);
  return say(minutes === 1 ? "time.oneMinute" : "time.minutes", { minutes });
}
