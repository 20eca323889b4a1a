/** The run sheet as numbers: what was planned, what took how long, when it will end. Pure. */

/** @typedef {import("./protocol").PlanStep} PlanStep */
/** @typedef {{ key: string, step: PlanStep, state: "done" | "now" | "skipped" | "coming", realMinutes?: number, startsAbout?: number, plannedAt?: number }} Line */

const MINUTE = 60_000;

/**
 * @param {Record<string, PlanStep>} plan @param {string | undefined} current @param {number} now
 * @param {Record<string, import("./protocol").PlanChange>} [changes]
 * @returns {{ lines: Line[], drift: number | undefined, endsAbout: number | undefined, plannedEnd: number | undefined }} drift in
 *   minutes, positive when late: how far the end has moved from where the plan as it was first put it
 */
export function runSheet(plan, current, now, changes = {}) {
  const ordered = Object.entries(plan).sort(([, a], [, b]) => a.order - b.order);
  const starts = ordered.flatMap(([, step]) => (step.startedAt === undefined ? [] : [step.startedAt]));
  const began = starts.length ? Math.min(...starts) : undefined;
  let at = now;
  let due = began;
  const lines = ordered.map(([key, step]) => {
    /** @type {Line} */
    const line = { key, step, state: stateOf(key, step, current) };
    if (due !== undefined) {
      if (!isAdded(step, changes)) line.plannedAt = due;
      due += firstLength(step, changes);
    }
    if (line.state === "done") line.realMinutes = Math.round(((step.closedAt ?? now) - (step.startedAt ?? now)) / MINUTE);
    else if (line.state === "now") at = Math.max(now, endOf(step, (step.startedAt ?? now) + (step.seconds ?? 0) * 1000, now));
    else if (line.state === "coming") {
      line.startsAbout = at;
      at += (step.seconds ?? 0) * 1000;
    }
    return line;
  });
  if (due === undefined) return { lines, drift: undefined, endsAbout: undefined, plannedEnd: undefined };
  return { lines, drift: Math.round((at - due) / MINUTE), endsAbout: at, plannedEnd: due };
}

/** @param {PlanStep} step @param {Record<string, import("./protocol").PlanChange>} changes */
const isAdded = (step, changes) => (step.changes ?? []).some((id) => changes[id]?.sort === "inserted");

/** Milliseconds the step was to take before anything was changed by hand. @param {PlanStep} step @param {Record<string, import("./protocol").PlanChange>} changes */
const firstLength = (step, changes) => (isAdded(step, changes) ? 0 : (step.first ?? step.seconds ?? 0) * 1000);

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
  const now = steps.reduce((sum, step) => sum + (step.skipped ? 0 : (step.seconds ?? 0)), 0);
  const first = steps.reduce((sum, step) => sum + firstLength(step, staff.changes ?? {}) / 1000, 0);
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
