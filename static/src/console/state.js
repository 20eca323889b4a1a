/** What the console knows and can do. Every action is one command; the keys and the buttons call the same ones. */

import { computed, effect, signal } from "@preact/signals";
import { mainAction, runSheet } from "../run.js";
import { tick } from "../parts/clock.js";
import { read } from "../words.js";
import { openChime } from "./chime.js";
import { deeds } from "./deeds.js";
import { byOthers, withThoseOnTheirWay } from "./news.js";

/** @typedef {import("../protocol").StaffDocument} StaffDocument */
/** @typedef {import("../protocol").EveryoneDocument} EveryoneDocument */
/** @typedef {"skip" | "close" | "keys" | "plan" | "reopen" | "reason" | "note" | "code" | "walls" | "time"} DialogName */

/** @param {import("../live").Live} live */
export function openDesk(live) {
  const staff = computed(() => /** @type {StaffDocument} */ (/** @type {unknown} */ (live.documents.value.staff ?? {})));
  const everyone = computed(() => /** @type {EveryoneDocument} */ (live.documents.value.everyone ?? {}));
  // While some groups wait, what the stage says to the others is not in everyone's document.
  const stage = computed(() => everyone.value.stage && { ...everyone.value.stage, ...staff.value.stage });
  const closed = computed(() => Boolean(stage.value?.closed));
  const dialog = signal(/** @type {{ name: DialogName, step?: string } | null} */ (null));
  const keysOn = signal(true);
  const tab = signal(/** @type {(typeof TABS)[number]} */ ("now"));
  const filter = signal("all");
  const chime = openChime(() => stage.value, () => live.now());
  const run = computed(() => {
    tick.value;
    return runSheet(staff.value.plan ?? {}, staff.value.current, live.now(), staff.value.changes);
  });
  const main = computed(() => mainAction(staff.value, closed.value));
  const current = () => staff.value.current;

  /** @type {Record<string, number>} */
  let sent = {};
  const news = signal(/** @type {{ word: string, at: number } | undefined} */ (undefined));
  let before = staff.value;
  effect(() => {
    sent = withThoseOnTheirWay(sent, live.box.peek().items, live.now());
    const word = byOthers(before, staff.value, sent, live.now());
    before = staff.value;
    if (word) news.value = { word, at: live.now() };
  });
  /** @param {string} kind @param {object} [fields] */
  const send = (kind, fields = {}) => ((sent[kind] = live.now()), live.do({ kind, ...fields }));
  /** @param {string} kind */
  const waits = (kind) => live.box.value.items.some((item) => item.state === "waiting" && item.do.kind === kind);

  const picked = signal(/** @type {Set<string>} */ (new Set()));
  /** What was picked has been put where it belongs. */
  const done = (/** @type {string} */ id) => ((picked.value = new Set()), id);
  /** @param {string} id */
  function pick(id) {
    const now = new Set(picked.value);
    if (!now.delete(id)) now.add(id);
    picked.value = now;
  }

  const actions = {
    openDoor: () => send("OpenDoor"),
    closeDoor: () => send("CloseDoor"),
    start: () => waits("Advance") || send("Advance", { after: null }),
    next: () => waits("Advance") || send("Advance", { after: current() ?? null }),
    show: () => waits("CloseStep") || send("CloseStep", { step: current() }),
    reveal: () => staff.value.canReveal && send("RevealStep", { step: current() }),
    extend: (/** @type {number} */ seconds) => current() && send("ExtendStep", { step: current(), seconds }),
    pauseOrResume: () => hasTimer() && send(stage.value?.pausedLeft === undefined ? "PauseTimer" : "ResumeTimer", { step: current() }),
    wall: () => send("HideWall", { on: !staff.value.session?.wallHidden }),
    freeze: () => send("FreezeWall", { on: !staff.value.session?.wallFrozen }),
    turnWall: (/** @type {number} */ by) => send("TurnWall", { by }),
    skip: (/** @type {string} */ step, /** @type {string} */ reason) => send("SkipStep", { step, reason }),
    lastTurn: () => staff.value.loop && !waits("EndLoop") && send("EndLoop", { loop: staff.value.loop.key }),
    oneMoreTurn: () => staff.value.loop && !waits("WantTurn") && send("WantTurn", { loop: staff.value.loop.key }),
    end: () => send("CloseSession"),
    note: (/** @type {string} */ text, /** @type {boolean} */ kept) => send("TakeNote", { text, kept }),
    keepNote: (/** @type {string} */ note, /** @type {boolean} */ kept) => send("KeepNote", { note, kept }),
    keepExcerpt: (/** @type {string} */ note, /** @type {string} */ text) => send("KeepExcerpt", { note, text }),
    dropExcerpt: (/** @type {string} */ note) => send("DropExcerpt", { note }),
    merge: (/** @type {string[]} */ cards) => done(send("MergeCards", { cards })),
    part: (/** @type {string} */ card) => send("PartCards", { card }),
    makeCluster: (/** @type {string} */ board, /** @type {string} */ title, /** @type {string[]} */ cards) => done(send("MakeCluster", { board, title, cards })),
    cluster: (/** @type {string[]} */ cards, /** @type {string | null} */ cluster) => done(send("ClusterCards", { cards, cluster })),
    rename: (/** @type {string} */ cluster, /** @type {string} */ title) => send("RenameCluster", { cluster, title }),
    dissolve: (/** @type {string} */ cluster) => send("DissolveCluster", { cluster }),
    undo: (/** @type {string} */ action) => waits("UndoAction") || send("UndoAction", { action }),
    undoLast() {
      const last = deeds(desk)[0];
      if (last?.[1].undoable) actions.undo(last[0]);
    },
    mergePicked: () => picked.value.size > 1 && actions.merge([...picked.value]),
    review: (/** @type {boolean} */ on) => send("ReviewCards", { on }),
    letIn: (/** @type {string[]} */ cards, /** @type {string[]} */ answers = []) => send("LetIn", { cards, ...(answers.length ? { answers } : {}) }),
    swap: (/** @type {string} */ person, /** @type {string} */ other) => send("SwapRoles", { person, other }),
    hideCard: (/** @type {string} */ card, /** @type {boolean} */ hidden) => send(hidden ? "RestoreCard" : "HideCard", { card }),
    sift: (/** @type {string} */ card, /** @type {number | null} */ to) => send("SiftCard", { card, to }),
    assign: (/** @type {string} */ role, /** @type {string[]} */ people) => send("AssignRole", { role, people }),
    pass: (/** @type {number} */ circle, /** @type {number} */ turn) => send("PassTurn", { step: current(), circle, turn }),
    floor: (/** @type {string} */ person) => send("GiveTurn", { step: current(), person }),
    placeRest: () => send("PlaceRest", { step: current() }),
    move: (/** @type {string} */ person, /** @type {number} */ group) => send("MovePerson", { person, group }),
    absent: (/** @type {string} */ person, /** @type {boolean} */ absent) => send("MarkAbsent", { person, absent }),
    /** Lead to the names of those in a state. */
    who(/** @type {string} */ state) {
      [tab.value, filter.value] = ["people", state];
      reach("people-title");
    },
    jot() {
      tab.value = "notes";
      reach("note");
    },
    ask: (/** @type {DialogName} */ name, /** @type {string | undefined} */ step = undefined) => (dialog.value = { name, step }),
  };
  const hasTimer = () => !closed.value && (stage.value?.endsAt !== undefined || stage.value?.pausedLeft !== undefined);

  /** What the big button does. */
  function go() {
    switch (main.value) {
      case "open":
        return actions.openDoor();
      case "start":
        return actions.start();
      case "reveal":
        return actions.reveal();
      case "show":
        return actions.show();
      case "next":
        return actions.next();
      case "end-stage":
        return actions.show();
      case "end":
        return actions.ask("close");
    }
  }

  /** What the key `n` does: go on, past a reveal or a showing that is still to come. */
  function goOn() {
    if (main.value !== "reveal" && main.value !== "show") return go();
    if (staff.value.next?.key) return actions.next();
    return closed.value ? actions.ask("close") : actions.show();
  }

  const desk = { send, goOn, news, picked, pick, live, staff, everyone, stage, closed, dialog, keysOn, tab, filter, chime, run, main, actions, go, hasTimer, say: live.say, read: (/** @type {import("../protocol").Text | undefined} */ text) => read(text, live.locale.value) };
  return desk;
}
/** @typedef {ReturnType<typeof openDesk>} Desk */

export const KEYS = ["n", "c", "r", "e", "-", "p", "s", "h", "f", "w", ",", ".", "i", "g", "j", "u", "m", "o", "t", "?"];

/** The parts of the console that a phone shows one at a time. */
export const TABS = /** @type {const} */ (["now", "written", "people", "plan", "notes"]);

/** Focus something, also where its tab comes up only now. @param {string} id */
function reach(id) {
  const focus = () => document.getElementById(id)?.focus();
  focus();
  if (document.activeElement?.id !== id) setTimeout(focus);
}

/** @param {Desk} desk @param {KeyboardEvent} event */
export function onKey(desk, event) {
  // The focus stays in a dialog that has just closed until the next picture is drawn: a key pressed meanwhile is for the page.
  const inField = event.target instanceof Element && !event.target.closest("dialog:not([open])") && event.target.closest("input, textarea, select, dialog, [contenteditable]");
  if (!desk.keysOn.value || inField || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const { actions, staff } = desk;
  const running = staff.value.session?.status === "running";
  /** @type {Record<string, () => unknown>} */
  const keys = {
    n: () => desk.goOn(),
    c: () => staff.value.canClose && actions.show(),
    e: () => running && actions.extend(120),
    "-": () => desk.hasTimer() && actions.extend(-60),
    i: () => actions.who("lost"),
    p: () => actions.pauseOrResume(),
    r: () => actions.reveal(),
    h: () => actions.wall(),
    f: () => actions.freeze(),
    ",": () => actions.turnWall(-1),
    ".": () => actions.turnWall(1),
    s: () => running && staff.value.current && actions.ask("skip", staff.value.current),
    g: () => document.querySelector(/** @type {"input"} */ (".together input"))?.focus(),
    j: () => actions.mergePicked(),
    u: () => actions.undoLast(),
    m: () => staff.value.session?.status !== "closed" && actions.ask("plan"),
    o: () => actions.jot(),
    t: () => desk.hasTimer() && actions.ask("time", staff.value.current),
    w: () => actions.ask("walls"),
    "?": () => actions.ask("keys"),
  };
  const key = event.key.length === 1 ? event.key.toLowerCase() : "";
  if (!keys[key]) return;
  event.preventDefault();
  keys[key]();
}
