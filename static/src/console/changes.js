/** A change of the plan, said in one line. */

/** @typedef {import("./state").Desk} Desk */
/** @typedef {import("../protocol").PlanChange} PlanChange */

/** @param {Desk} desk @param {PlanChange} change */
export function inWords({ say, read }, change) {
  const title = read(change.title) || change.step;
  const minutes = Math.round((change.seconds ?? 0) / 6) / 10;
  const parts = [
    change.sort === "inserted" && say("changed.inserted", { title }),
    change.sort === "moved" && say("changed.moved", { title }),
    change.sort === "reopened" && say("changed.reopened", { title }),
    change.seconds !== undefined && (change.seconds ? say("changed.length", { title, minutes }) : say("changed.noLength", { title })),
    change.places && say(change.kept ? "changed.textOne" : "changed.text", { title }),
  ];
  const place = change.sort === "inserted" || change.sort === "moved" ? (change.before ? say("changed.before", { title: read(change.before) }) : say("changed.atEnd")) : "";
  return parts.filter(Boolean).join(" · ") + place;
}

/** The same beside the stage it is about. @param {Desk} desk @param {PlanChange} change */
export const inShort = ({ say }, change) =>
  [change.sort !== "changed" && say(`short.${change.sort}`), change.seconds !== undefined && say("short.length"), change.places && say("short.text")].filter(Boolean).join(" · ");

/** Why a step is not as planned: the reasons of its changes that hold. @param {Desk} desk @param {import("../protocol").PlanStep} step */
export const changesOf = ({ staff }, step) =>
  (step.changes ?? []).map((id) => staff.value.changes?.[id]).filter((change) => change !== undefined);
