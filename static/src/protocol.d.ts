/** The shapes of docs/protocol.md, as the screens see them. */

export type Text = { fr?: string; en?: string };
export type Locale = "fr" | "en";
/** Words, yes or no, an exact number, ids, or rows. */
export type Value = string | boolean | { number: string } | string[] | string[][];
export type QuestionKind =
  | "short text" | "long text" | "whole number" | "number" | "choice" | "choices" | "scale" | "ranking" | "list" | "yes-no" | "amounts" | "items" | "link";
export type Option = { id: string; label: Text; worth?: string };

export type Card = {
  text: string; with?: string[]; column?: string; about?: string; stance?: string; times?: number; waits?: boolean; order?: number; notYet?: boolean; held?: boolean; place?: Place; by?: string; group?: number; score?: number; marks?: string[]; edited?: boolean; hidden?: boolean; step?: string;
};
/** On the console, each part of a merged card says whose it is. */
export type StaffCard = Omit<Card, "with"> & { held?: boolean; with?: { id: string; text: string; by?: string }[] };
export type StaffAction = { sort: string; by: string; at: number; about?: string; undone?: boolean; undoable?: boolean };
/** Exact numbers as text: the median of `n` placings from 1 to 5, and the middle half of each direction. */
export type Place = { n: number; x: string; y: string; xHalf?: string[]; yHalf?: string[] };
export type Axis = { low?: Text; high?: Text };
export type Board = { map?: { across: Axis; up: Axis }; sifted?: boolean; prompt?: Text; columns?: Option[]; marks?: Option[]; seenBy?: string; count?: number; cards?: Record<string, Card>; clusters?: Record<string, { title: string; cards: string[] }> };
export type AnswerEntry = { value: Value; by?: string };
export type Answers = {
  label?: Text; kind?: QuestionKind; day?: boolean; options?: Option[]; columns?: Text[]; of?: string; count?: number; entries?: Record<string, AnswerEntry>;
  totals?: Totals;
};
/** Exact numbers as text; `counts` by option, number, or `true` and `false`. Only `n` where too few answered. */
export type Totals = { n: number; median?: string; lower?: string; upper?: string; average?: string; counts?: Record<string, number>; items?: Record<string, { n: number; median: string; lower: string; upper: string }> };
export type Vote = { of: string; dots?: number; perItem?: number; voted?: number; revealed?: boolean; tally?: Record<string, number>;
  with?: string; levels?: Record<string, Record<string, number>>;
};
/** Points of a curve or of bars; of the picture of a system, a phone has the reading alone. */
export type Handout = { title?: Text; text?: Text; columns?: Text[]; rows?: Text[][] };
export type Chart = { kind?: "line" | "bars" | "total"; title?: Text; reading?: Text; now?: string; target?: string; points?: { x: string; y: string }[] };
/** Shapes on a field of 1600 units across; tones are named, each renderer has its own colours. */
export type Shape =
  | { stroke: number[][]; tone: string; width: number; dashed?: boolean; bend?: boolean }
  | { area: number[][]; tone: string }
  | { disc: number[]; tone: string; edge: string }
  | { box: number[]; tone: string; edge: string }
  | { words: Text; at: number[]; anchor: string; tone: string; size: number; bold?: boolean };
export type Picture = {
  kind: string; title?: Text; reading?: Text; about?: Text; height: number; shapes: Shape[]; tables: { caption: Text; head: Text[]; rows: Text[][] }[];
};

export type Stage = {
  key: string; id: string; title?: Text; instruction?: Text; plain?: Text; show?: Text; round?: number; rounds?: number; open?: boolean; number?: number; of?: number;
  startedAt?: number; signalsAt?: number; endsAt?: number; showsAt?: number; pausedLeft?: number; closed?: boolean; revealed?: boolean;
};
export type SessionHead = {
  title?: string; locale?: Locale; status?: "waiting" | "running" | "closed"; door?: boolean; people?: number; format?: { title?: Text }; observed?: boolean;
};

export type QuestionTask = {
  kind: QuestionKind; day?: boolean; each?: QuestionKind; of?: string; label?: Text; help?: Text; min?: string; max?: string; total?: string; options?: Option[]; columns?: Text[]; longest?: number;
  required?: boolean; shared?: boolean; anonymous?: boolean; seenBy?: string; seenFirst?: string; seenRoles?: Record<string, Text>;
};
export type PostTask = { prompt?: Text; columns?: Option[]; longest?: number; left?: number; seenBy?: string; seenFirst?: string; seenRoles?: Record<string, Text>; editedBy?: "author" | "group" };
export type ChooseTask = { from: string; howMany?: number; shared?: boolean };
export type VoteTask = { of: string; with?: string; dots: number; perItem?: number; own?: boolean; rate?: { from: number; to: number } };
/** A group that one may choose. */
export type GroupToChoose = { number: number; label?: Text; size: number; full?: boolean };
/** Who has the floor, by alias. */
export type Turns = { speaker?: string; coming?: string[]; spoken?: number; of?: number; called?: boolean; endsAt?: number; pausedLeft?: number };
export type StaffTurns = { order: string[]; speaker?: string; spoken: string[]; coming: string[]; turn: number; endsAt?: number; pausedLeft?: number };
export type Tasks = {
  answer?: Record<string, QuestionTask>; post?: Record<string, PostTask>; comment?: Record<string, PostTask>; place?: Record<string, string[]>; sift?: string[]; mark?: Record<string, Option[]>; choose?: ChooseTask; vote?: VoteTask;
  turn?: { turn: number; mine: boolean };
  turn?: { turn: number; mine: boolean }; join?: { again: boolean };
  volunteer?: Record<string, { label?: Text; on: boolean }>;
};
export type MyCard = { board: string; step?: string; text: string; about?: string; stance?: string; waits?: boolean; column?: string; hidden?: boolean; editable?: boolean; joined?: boolean; marks?: string[] };
export type Mine = {
  cards?: Record<string, MyCard>; answers?: Record<string, Value>; waiting?: string[]; dots?: Record<string, number>; places?: Record<string, number[]>; chosen?: string[];
};
export type Me = {
  id: string; alias: string; group?: number; roles?: { name: string; label?: Text }[]; here?: boolean; signal?: string; apart?: string; left?: string; right?: string;
};

export type EveryoneDocument = {
  session?: SessionHead; stage?: Stage; next?: { title?: Text }; boards?: Record<string, Board>; answers?: Record<string, Answers>;
  vote?: Vote; charts?: Record<string, Chart>; handouts?: Record<string, Handout>; turns?: Turns; groups?: GroupToChoose[];
};
export type StageWords = { instruction?: Text; plain?: Text; show?: Text };
export type GroupDocument = {
  stage?: StageWords; handouts?: Record<string, Handout>;
  group?: { number: number; step?: string; members?: string[]; label?: Text }; boards?: Record<string, Board>; answers?: Record<string, Answers>; chosen?: string[];
  turns?: Turns; charts?: Record<string, Chart>;
};
export type RoleDocument = { role?: { name: string; label?: Text }; boards?: Record<string, Board>; answers?: Record<string, Answers> };
export type PersonDocument = {
  me?: Me; tell?: Record<string, Text>; show?: Text; silent?: boolean; waits?: boolean; aside?: boolean; handouts?: Record<string, Handout>; boards?: Record<string, Board>; tasks?: Tasks; mine?: Mine;
};

export type PlanStep = {
  order: number; stage: string; title?: Text; round?: number; rounds?: number; seconds?: number; startedAt?: number; closedAt?: number;
  extended?: number; extensions?: { id: string; seconds: number; reason?: string }[]; skipped?: boolean; reason?: string; closedBy?: string; endsAt?: number; pausedLeft?: number;
  changes?: string[]; first?: number; restorable?: boolean; reopened?: number;
};
export type PlanChange = {
  sort: "changed" | "moved" | "inserted" | "reopened"; step: string; title?: Text; steps?: number; at: number; reason?: string; seconds?: number;
  places?: string[]; kept?: Record<string, Locale>; before?: Text; undone?: boolean; undoable?: boolean;
};
export type StaffPerson = {
  alias: string; channel?: string; here?: boolean; roles?: string[]; group?: number; done?: boolean; awaited?: boolean; signal?: string; order?: number;
};
export type StaffRole = { label?: Text; count?: number; people?: string[]; chosenBy?: string; optional?: boolean; hands?: string[] };
export type StaffDocument = {
  stage?: StageWords;
  session?: {
    id?: string; title?: string; status?: "waiting" | "running" | "closed"; door?: boolean; wallHidden?: boolean; wallFrozen?: boolean; locale?: Locale;
    fewest?: number; most?: number; startedAt?: number; planVersion?: number; reviewing?: boolean;
  };
  plan?: Record<string, PlanStep>; current?: string; next?: { key?: string; title?: Text }; notes?: Record<string, { text: string; at?: number; step?: string; edited?: boolean; kept?: boolean }>;
  actions?: Record<string, StaffAction>; changes?: Record<string, PlanChange>; reopen?: { step: string; title?: Text; left?: string; opens?: string[]; stays?: string[] }; script?: Text; guide?: Record<string, Text>;
  people?: Record<string, StaffPerson>; progress?: { expected: number; done: number }; canClose?: boolean; canReveal?: boolean; loop?: { key: string; turn: number; most: number; wanted?: boolean }; roles?: Record<string, StaffRole>; groups?: string[][]; waiting?: number[];
  treatments?: Record<string, { label?: Text; options: { label?: Text; people: number }[] }>;
  gathering?: { labels?: Text[]; canPlace?: boolean; more?: boolean };
  boards?: Record<string, Board>; answers?: Record<string, Answers>; vote?: Vote;
  values?: { labels?: Record<string, Text>; session?: Record<string, string>; group?: Record<string, string>[] };
  charts?: Record<string, Chart>; turns?: StaffTurns[]; join?: { code: string; url: string; phones?: "no" };
  toRead?: Record<string, { question?: Text; kind: QuestionKind; value: Value }>; observers?: Record<string, { number: number; here: boolean }>; observations?: Record<string, ObserverNote & { by: string; excerpt?: string }>;
};
export type ObserverNote = { text: string; at: number; step?: string; group?: number; flagged?: boolean; edited?: boolean; kept?: boolean };
export type ObserversDocument = {
  session?: SessionHead; stage?: Stage; watch?: Text; grid?: (Option & { kept?: boolean })[]; groups?: { number: number; size: number }[];
  plan?: Record<string, { order: number; title?: Text; round?: number }>;
};
export type ObserverDocument = {
  observer?: { id: string; number: number }; notes?: Record<string, ObserverNote>; counts?: { step?: string; group?: number; lines?: Record<string, number> }[];
};
export type ScreenDocument = {
  stage?: StageWords;
  hidden?: boolean; turned?: number; numbered?: boolean; pictures?: Record<string, Picture>; answers?: Record<string, Picture>; frozen?: EveryoneDocument; join?: { code: string; url: string }; groups?: { number: number; size?: number; members?: string[]; label?: Text }[]; progress?: { expected: number; done: number };
};

export type ChannelDocument = Omit<EveryoneDocument, "groups"> & GroupDocument & RoleDocument & PersonDocument & Omit<StaffDocument, "groups" | "turns"> & Omit<ScreenDocument, "groups" | "answers"> & { groups?: unknown };
export type Versioned = { channel: string; version: number; full?: object; base?: number; patch?: object };

export type Command = { kind: string; [field: string]: unknown };
export type Sent = { n: number; id: string; do: Command };
export type Receipt =
  | { n: number; saved: number }
  | { n: number; refused: string; detail?: Record<string, string> }
  | { n: number; expect: number }
  | { ok?: false; refused: string; detail?: Record<string, string>; n?: undefined };

export type Hello = {
  ok: boolean; refused?: string; you?: { kind: string; id?: string }; next: number; now: number; rate?: number; epoch?: string; documents: Versioned[]; channels?: string[];
};
export type Boot = {
  session: string; kind: "participant" | "console" | "observer" | "screen"; locale: Locale; csrf: string; urls: Record<string, string>; next?: number;
  epoch?: string; now?: number; rate?: number; tab?: string; you?: { kind: string; id?: string }; channels?: string[]; documents?: Versioned[]; withdrawal?: string; still?: string; join?: { code: string; url: string; phones?: "no" }; photos?: { fr: string; en: string } | null;
};
