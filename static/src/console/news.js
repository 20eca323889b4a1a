/** What another console did with the course of the session: said softly, for a while, and nothing is taken away for it. Pure. */

/** @typedef {import("../protocol").StaffDocument} StaffDocument */

/** A command of ours that is this old is no longer what changed things. */
const OURS = 15_000;

/**
 * When this console last had a hand in each kind of command. On a slow network one may be on its way for longer than that: what
 * then changes is still ours, also when the page was loaded anew meanwhile.
 * @param {Record<string, number>} sent @param {import("../outbox").Item[]} items @param {number} time @returns {Record<string, number>}
 */
export const withThoseOnTheirWay = (sent, items, time) => ({
  ...sent,
  ...Object.fromEntries(items.filter((item) => item.state !== "refused").map((item) => [item.do.kind, time])),
});

/**
 * The word for what somebody else just did, if it was somebody else.
 * @param {StaffDocument} before @param {StaffDocument} now @param {Record<string, number>} sent when this console last sent each kind of command @param {number} time
 */
export function byOthers(before, now, sent, time) {
  const ours = (/** @type {string[]} */ ...kinds) => kinds.some((kind) => time - (sent[kind] ?? -Infinity) < OURS);
  const left = before.current ? now.plan?.[before.current] : undefined;
  if (before.current && now.current && before.current !== now.current && left?.closedBy !== "timer" && left?.closedBy !== "everyone answered" && left?.closedBy !== "condition")
    return ours("Advance", "SkipStep", "ReopenStep", "CloseStep") ? undefined : "news.stage";
  if (before.session?.wallHidden !== undefined && before.session.wallHidden !== now.session?.wallHidden) return ours("HideWall") ? undefined : now.session?.wallHidden ? "news.wallHidden" : "news.wallShown";
  const [was, is] = [before, now].map((one) => (one.current ? one.plan?.[one.current] : undefined));
  if (was && is && before.current === now.current) {
    if ((was.pausedLeft === undefined) !== (is.pausedLeft === undefined) && is.closedAt === undefined) return ours("PauseTimer", "ResumeTimer") ? undefined : is.pausedLeft === undefined ? "news.resumed" : "news.paused";
    if (was.extended !== is.extended) return ours("ExtendStep") ? undefined : "news.time";
  }
  return undefined;
}
