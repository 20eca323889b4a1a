/** One screen's picture: the documents it may read laid over each other, then what waits in the outbox laid over that. */

/** @typedef {import("./protocol").ChannelDocument} ChannelDocument */
/** @typedef {import("./protocol").Card & { mine?: boolean, editable?: boolean, joined?: boolean, board?: string, state?: "waiting" | "saved" | "withdrawing", item?: string }} ShownCard */
/** @typedef {Omit<import("./protocol").Board, "cards"> & { cards: Record<string, ShownCard> }} ShownBoard */
/** @typedef {import("./protocol").Answers & { entries: Record<string, import("./protocol").AnswerEntry> }} ShownAnswers */
/** @typedef {import("./outbox").Item} Item */
/**
 * @typedef {object} View
 * @property {import("./protocol").SessionHead} session
 * @property {import("./protocol").Stage} [stage]
 * @property {{ title?: import("./protocol").Text }} [next]
 * @property {import("./protocol").Me} [me]
 * @property {GroupHead} [group]
 * @property {Record<string, import("./protocol").Text>} tell
 * @property {import("./protocol").Text} [show]
 * @property {boolean} silent
 * @property {boolean} aside whether the stage is for others
 * @property {boolean} waits whether this person's group has had all its turns
 * @property {import("./protocol").Tasks} tasks
 * @property {Record<string, ShownBoard>} boards
 * @property {Record<string, ShownAnswers>} answers
 * @property {{ cards: Record<string, ShownCard>, answers: Record<string, import("./protocol").Value>, waiting: string[], dots: Record<string, number>, places: Record<string, number[]>, chosen: string[] }} mine
 * @property {string[]} chosen
 * @property {Record<string, "waiting" | "saved">} pending what of mine is on its way: `answer:NAME`, `vote`, `choose`, `signal`
 * @property {import("./protocol").Vote} [vote]
 * @property {Record<string, import("./protocol").Chart>} charts
 * @property {Record<string, import("./protocol").Handout>} handouts
 * @property {import("./protocol").Turns} [turns]
 * @property {import("./protocol").GroupToChoose[]} groups
 */
/** @typedef {{ number: number, step?: string, members?: string[], label?: import("./protocol").Text }} GroupHead */

/** The order in which documents cover each other: the more personal, the later. @param {string} channel */
const rank = (channel) => ["everyone", "group:", "role:", "person:"].findIndex((start) => channel.startsWith(start));

/**
 * @param {Record<string, ChannelDocument>} documents by channel
 * @returns {View}
 */
export function merge(documents) {
  const layers = Object.keys(documents).filter((channel) => rank(channel) >= 0).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const everyone = documents.everyone ?? {};
  const person = layers.filter((channel) => channel.startsWith("person:")).map((channel) => documents[channel])[0] ?? {};
  const group = layers.filter((channel) => channel.startsWith("group:")).map((channel) => documents[channel])[0] ?? {};
  const mine = person.mine ?? {};
  // What a stage says to the groups that are at it while others wait.
  const stage = everyone.stage && { ...everyone.stage, ...group.stage };
  const cards = /** @type {Record<string, ShownCard>} */ (mapValues(mine.cards ?? {}, (card) => ({ ...card, mine: true })));
  return {
    session: everyone.session ?? {},
    stage,
    next: everyone.next,
    me: person.me,
    group: group.group,
    tell: person.tell ?? {},
    show: person.show ?? stage?.show,
    silent: person.silent ?? false,
    waits: person.waits ?? false,
    aside: person.aside ?? false,
    tasks: person.tasks ?? {},
    boards: mergeBoards(layers.map((channel) => documents[channel].boards ?? {}), cards, everyone.stage?.key),
    answers: mergeAnswers(layers.map((channel) => documents[channel].answers ?? {})),
    mine: { cards, answers: mine.answers ?? {}, waiting: mine.waiting ?? [], dots: mine.dots ?? {}, places: mine.places ?? {}, chosen: mine.chosen ?? [] },
    chosen: group.chosen ?? mine.chosen ?? [],
    pending: {},
    vote: everyone.vote,
    charts: { ...everyone.charts, ...group.charts },
    handouts: { ...everyone.handouts, ...group.handouts, ...person.handouts },
    turns: group.turns ?? everyone.turns,
    groups: /** @type {import("./protocol").GroupToChoose[]} */ (everyone.groups ?? []),
  };
}

/** @template T, U @param {Record<string, T>} record @param {(value: T) => U} change @returns {Record<string, U>} */
const mapValues = (record, change) => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/**
 * The server names cards c1, c2 … as they are written. A card that comes back to the wall arrives last, but stands where it stood.
 * @param {Record<string, ShownCard>} cards
 */
const asWritten = (cards) => Object.fromEntries(Object.entries(cards).sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1))));

/**
 * A card of mine is drawn on its board where somebody else's document shows it too, or where I wrote it in this very step.
 * @param {Record<string, import("./protocol").Board>[]} layers @param {Record<string, ShownCard>} mine @param {string | undefined} step
 * @returns {Record<string, ShownBoard>}
 */
function mergeBoards(layers, mine, step) {
  /** @type {Record<string, ShownBoard>} */
  const boards = {};
  for (const layer of layers) {
    for (const [name, board] of Object.entries(layer)) {
      boards[name] = { ...boards[name], ...board, cards: { ...boards[name]?.cards, ...board.cards } };
    }
  }
  for (const [id, card] of Object.entries(mine)) {
    const board = card.board ? boards[card.board] : undefined;
    if (board && (board.cards[id] || (card.step === step && !card.joined))) board.cards[id] = { ...board.cards[id], ...card };
  }
  return mapValues(boards, (board) => ({ ...board, cards: best(asWritten(board.cards)) }));
}

/** Where cards show the score they were given, the highest first. @param {Record<string, ShownCard>} cards */
const best = (cards) =>
  Object.values(cards).some((card) => card.order !== undefined)
    ? Object.fromEntries(Object.entries(cards).sort(([, a], [, b]) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0))
    : byScore(cards);

/** @param {Record<string, ShownCard>} cards */
const byScore = (cards) =>
  Object.values(cards).some((card) => card.score !== undefined)
    ? Object.fromEntries(Object.entries(cards).sort(([, a], [, b]) => (b.score ?? 0) - (a.score ?? 0)))
    : cards;

/** @param {Record<string, import("./protocol").Answers>[]} layers @returns {Record<string, ShownAnswers>} */
function mergeAnswers(layers) {
  /** @type {Record<string, ShownAnswers>} */
  const answers = {};
  for (const layer of layers) {
    for (const [name, question] of Object.entries(layer)) {
      answers[name] = { ...answers[name], ...question, entries: { ...answers[name]?.entries, ...question.entries } };
    }
  }
  return answers;
}

/**
 * What I did shows at once, marked as on its way; nothing needs to be undone, since the picture is made anew each time.
 * @param {View} view @param {Item[]} items @returns {View}
 */
export function overlay(view, items) {
  return items.filter((item) => item.state !== "refused").reduce(lay, view);
}

/** @param {View} view @param {Item} item @returns {View} */
function lay(view, item) {
  const command = /** @type {any} */ (item.do);
  const state = item.state === "saved" ? "saved" : "waiting";
  switch (command.kind) {
    case "PostCard": {
      const card = { text: command.text, column: command.column, about: command.about, board: command.board, step: command.step, mine: true, state, item: item.id };
      const shown = withCard(view, command.board, `sent:${item.id}`, /** @type {ShownCard} */ (card));
      return command.about ? shown : withLess(shown, command.board);
    }
    case "EditCard":
      return changeCard(view, command.card, (card) => ({ ...card, text: command.text, edited: true, state, item: item.id }));
    case "WithdrawCard":
      return changeCard(view, command.card, (card) => ({ ...card, state: "withdrawing", item: item.id }));
    case "MarkCard":
      return changeCard(view, command.card, (card) => ({ ...card, marks: marked(card.marks ?? [], command.mark, command.on) }));
    case "GiveAnswer":
      return pend({ ...view, mine: { ...view.mine, answers: { ...view.mine.answers, [command.question]: command.value } } }, `answer:${command.question}`, state);
    case "CastVote":
      return pend({ ...view, mine: { ...view.mine, dots: command.dots } }, "vote", state);
    case "PlaceCard":
      return pend({ ...view, mine: { ...view.mine, places: { ...view.mine.places, [command.card]: [command.across, command.up] } } }, "place", state);
    case "ChooseCards":
      return pend({ ...view, chosen: command.cards }, "choose", state);
    case "Signal":
      return view.me ? pend({ ...view, me: { ...view.me, signal: command.signal === "none" ? undefined : command.signal } }, "signal", state) : view;
    default:
      return view;
  }
}

/** @param {View} view @param {string} what @param {"waiting" | "saved"} state @returns {View} */
const pend = (view, what, state) => ({ ...view, pending: { ...view.pending, [what]: state } });

/** @param {string[]} marks @param {string} mark @param {boolean} on */
const marked = (marks, mark, on) => [...marks.filter((one) => one !== mark), ...(on ? [mark] : [])];

/** @param {View} view @param {string} name @param {string} id @param {ShownCard} card @returns {View} */
function withCard(view, name, id, card) {
  const mine = { ...view.mine, cards: { ...view.mine.cards, [id]: card } };
  const board = view.boards[name];
  if (!board || card.step !== view.stage?.key) return { ...view, mine };
  return { ...view, mine, boards: { ...view.boards, [name]: { ...board, cards: { ...board.cards, [id]: card } } } };
}

/** @param {View} view @param {string} board @returns {View} */
function withLess(view, board) {
  const task = view.tasks.post?.[board];
  if (task?.left === undefined) return view;
  return { ...view, tasks: { ...view.tasks, post: { ...view.tasks.post, [board]: { ...task, left: Math.max(0, task.left - 1) } } } };
}

/** @param {View} view @param {string} id @param {(card: ShownCard) => ShownCard} change @returns {View} */
function changeCard(view, id, change) {
  const boards = mapValues(view.boards, (board) => (board.cards[id] ? { ...board, cards: { ...board.cards, [id]: change(board.cards[id]) } } : board));
  const cards = view.mine.cards[id] ? { ...view.mine.cards, [id]: change(view.mine.cards[id]) } : view.mine.cards;
  return { ...view, boards, mine: { ...view.mine, cards } };
}

/** More cards than this can be searched. */
export const MANY = 15;

/**
 * How often each answer was given, in the order of the options or of the numbers; undefined for answers made of words.
 * @param {import("./protocol").Answers} question @returns {{ id: string, count: number }[] | undefined}
 */
export function spread(question) {
  if (!["choice", "choices", "scale", "yes-no"].includes(question.kind ?? "")) return undefined;
  const given = Object.values(question.entries ?? {}).flatMap(({ value }) => {
    if (Array.isArray(value)) return value.map(String);
    return [typeof value === "object" ? value.number : String(value)];
  });
  const known = question.kind === "yes-no" ? ["true", "false"] : (question.options ?? []).map((option) => option.id);
  const others = [...new Set(given)].filter((id) => !known.includes(id)).sort((a, b) => Number(a) - Number(b));
  return [...known, ...others].map((id) => ({ id, count: given.filter((one) => one === id).length }));
}

/**
 * A question about each card of a board names the board: its items are the cards that this screen shows. (The rows of a list link them, and are looked up where they are written.)
 * @template {{ of?: string, kind?: string, options?: import("./protocol").Option[] }} Asked
 * @param {{ boards: Record<string, { cards?: Record<string, import("./protocol").Card> }>, answers: Record<string, import("./protocol").Answers> }} view @param {Asked} asked @returns {Asked}
 */
export const withItems = (view, asked) => (!asked.of || asked.kind === "list" ? asked : { ...asked, options: ballot(view, asked.of).map(({ id, text }) => ({ id, label: { fr: text, en: text } })) });

/**
 * Cards under the titles that the facilitator gave them, those without one last.
 * @template T @param {import("./protocol").Board} board @param {[string, T][]} cards @returns {[string | undefined, [string, T][]][]}
 */
export function titled(board, cards) {
  const titles = [...Object.values(board.clusters ?? {}), undefined];
  const over = (/** @type {string} */ id) => titles.find((one) => one?.cards.includes(id));
  return titles.map((one) => /** @type {[string | undefined, [string, T][]]} */ ([one?.title, cards.filter(([id]) => over(id) === one)])).filter(([, some]) => some[0]);
}

/**
 * The things a vote may be given to: cards of a board, or answers to a question.
 * @param {{ boards: Record<string, { cards?: Record<string, import("./protocol").Card> }>, answers: Record<string, import("./protocol").Answers> }} view
 * @param {string} of @returns {{ id: string, text: string, by?: string, mine: boolean }[]}
 */
export function ballot(view, of) {
  const cards = Object.entries(view.boards[of]?.cards ?? {}).filter(([id, card]) => !id.startsWith("sent:") && !card.hidden && !card.about);
  // Parts of a merged card are words on phones and walls; the console knows each by its id.
  const words = (/** @type {string | { text: string }} */ part) => (typeof part === "string" ? part : part.text);
  const found = cards.map(([id, card]) => ({ id, text: [card.text, ...(card.with ?? []).map(words)].join("\n"), by: card.by, mine: Boolean(/** @type {ShownCard} */ (card).mine) }));
  if (found.length) return found;
  return Object.entries(view.answers[of]?.entries ?? {}).map(([id, entry]) => ({ id, text: String(entry.value), by: entry.by, mine: false }));
}
