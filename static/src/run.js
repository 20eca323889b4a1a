/** The run sheet as numbers: what was planned, what took how long, when it will end. Pure. */

/** @typedef {import("./protocol").PlanStep} PlanStep */
/** @typedef {{ key: string, step: PlanStep, state: "done" | "now" | "skipped" | "coming", realMinutes?: number, startsAbout?: number }} Line */

const MINUTE = 60_000;

/**
 * @param {Record<string, PlanStep>} plan @param {string | undefined} current @param {number} now
 * @returns {{ lines: Line[], drift: number | undefined, endsAbout: number | undefined }} drift in minutes, positive when late
 */
export function runSheet(plan, current, now) {
  const ordered = Object.entries(plan).sort(([, a], [, b]) => a.order - b.order);
  let at = now;
  let drift = 0;
  let started = false;
  const lines = ordered.map(([key, step]) => {
    const planned = (step.seconds ?? 0) * 1000;
    const state = stateOf(key, step, current);
    /** @type {Line} */
    const line = { key, step, state };
    if (state === "done") {
      const real = (step.closedAt ?? now) - (step.startedAt ?? now);
      line.realMinutes = Math.round(real / MINUTE);
      drift += real - planned;
      started = true;
    } else if (state === "skipped") {
      if (step.startedAt !== undefined) drift += (step.closedAt ?? now) - step.startedAt;
      drift -= planned;
    } else if (state === "now") {
      started = true;
      const since = step.startedAt ?? now;
      const end = Math.max(now, endOf(step, since + planned, now));
      drift += end - since - planned;
      at = end;
    } else {
      line.startsAbout = at;
      at += planned;
    }
    return line;
  });
  return { lines, drift: started ? Math.round(drift / MINUTE) : undefined, endsAbout: started ? at : undefined };
}

/** @param {string} key @param {PlanStep} step @param {string | undefined} current @returns {Line["state"]} */
function stateOf(key, step, current) {
  if (step.skipped) return "skipped";
  if (key === current) return "now";
  return step.startedAt === undefined ? "coming" : "done";
}

/** @param {PlanStep & { endsAt?: number, pausedLeft?: number }} step @param {number} planned @param {number} now */
function endOf(step, planned, now) {
  if (step.closedAt !== undefined) return step.closedAt;
  if (step.pausedLeft !== undefined) return now + step.pausedLeft;
  return step.endsAt ?? planned;
}

/**
 * Planned minutes in all: as the plan is now, and as it was before it was changed by hand.
 * @param {import("./protocol").StaffDocument} staff
 */
export function totals(staff) {
  const steps = Object.values(staff.plan ?? {});
  const added = (/** @type {PlanStep} */ step) => (step.changes ?? []).some((id) => staff.changes?.[id]?.sort === "inserted");
  const now = steps.reduce((sum, step) => sum + (step.skipped ? 0 : (step.seconds ?? 0)), 0);
  const first = steps.reduce((sum, step) => sum + (added(step) ? 0 : (step.first ?? step.seconds ?? 0)), 0);
  return { now: Math.round(now / 60), first: Math.round(first / 60) };
}

/**
 * What the one big button does now.
 * @param {import("./protocol").StaffDocument} staff @param {boolean} closed whether the current stage takes no more input
 * @returns {"open" | "start" | "reveal" | "show" | "next" | "end-stage" | "end" | "over"}
 */
export function mainAction(staff, closed) {
  const status = staff.session?.status;
  if (status === "closed") return "over";
  if (status !== "running") return staff.session?.door || Object.keys(staff.people ?? {}).length ? "start" : "open";
  if (staff.canReveal) return "reveal";
  if (staff.canClose && !closed) return "show";
  if (staff.next?.key) return "next";
  return closed ? "end" : "end-stage";
}
