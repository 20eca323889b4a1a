/** The one module that talks to the server: a socket while there is one, plain HTTP while there is none. */

import { io } from "socket.io-client";

/** @typedef {import("./protocol").Boot} Boot */
/** @typedef {import("./protocol").Hello} Hello */
/** @typedef {import("./protocol").Versioned} Versioned */
/** @typedef {"connecting" | "on" | "http" | "off" | "gone"} Link */
/** @typedef {{ n: number, id: string, do: import("./protocol").Command }} Sending */
/**
 * @typedef {object} Ears
 * @property {() => Record<string, number>} have versions held now
 * @property {() => string | undefined} epoch
 * @property {(answer: Hello) => void} greeted
 * @property {(entries: Versioned[]) => void} documents
 * @property {(channels: string[]) => void} channels
 * @property {(beat: { now: number, rate?: number, versions: Record<string, number> }) => void} beat
 * @property {(presence: { connected: string[], away?: string[], screens?: number }) => void} presence
 * @property {(link: Link) => void} link
 * @property {() => Sending | undefined} take the command to send now
 * @property {(id: string, receipt: any) => void} settled
 */

const ANSWER_WITHIN = 8000;
const SILENCE = 14_000;
const POLL = 3000;
const HERE = 20_000;

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** On a network that swallows packets a request never ends by itself, and everything behind it would wait. */
function inTime() {
  const patience = new AbortController();
  setTimeout(() => patience.abort(), ANSWER_WITHIN);
  return patience.signal;
}

/** In place of a connection, for a screen that is only looked at. @type {typeof connect} */
export const still = () => ({ pump: async () => {}, again: () => false, stop() {} });

/**
 * @param {Boot} boot @param {Ears} ears @param {string} [tab] names this console tab
 */
export function connect(boot, ears, tab) {
  /** @type {Link} */
  let link = "connecting";
  let sending = false;
  let lastHeard = Date.now();
  let greeting = 0;
  const socket = io({ transports: ["websocket"], path: "/socket.io", reconnectionDelay: 400, reconnectionDelayMax: 4000, timeout: 8000 });

  /** @param {Link} next */
  function setLink(next) {
    if (next === link || link === "gone") return;
    link = next;
    ears.link(next);
  }

  function heard() {
    lastHeard = Date.now();
  }

  /** @param {string} url @param {object} body */
  async function post(url, body) {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": boot.csrf },
      body: JSON.stringify(body),
      credentials: "same-origin",
      cache: "no-store",
      signal: inTime(),
    });
    if ([401, 403, 404, 410].includes(answer.status)) setLink("gone");
    if (!answer.ok) throw new Error(`answer ${answer.status}`);
    return answer.json();
  }

  /** Each time the socket opens: a fresh ticket, then hello with what we hold. */
  async function greet() {
    greeting += 1;
    const mine = greeting;
    try {
      const { ticket } = await post(boot.urls.ticket, {});
      const answer = await socket.timeout(ANSWER_WITHIN).emitWithAck("hello", { ticket, have: ears.have(), epoch: ears.epoch(), ...(tab ? { tab } : {}) });
      if (mine !== greeting) return;
      if (!answer.ok) return refusedHello(answer.refused);
      heard();
      ears.greeted(answer);
      setLink("on");
      tellHere();
      pump();
    } catch {
      if (mine === greeting && socket.connected) restart();
    }
  }

  /** @param {string} reason */
  function refusedHello(reason) {
    if (reason === "session-unknown") setLink("gone");
    else restart();
  }

  function restart() {
    socket.disconnect();
    if (link !== "gone") setTimeout(() => socket.connect(), 1000 + Math.random() * 1000);
  }

  const tellHere = () => socket.connected && socket.emit("here", { visible: document.visibilityState === "visible" });

  /** One command at a time, in order: the next leaves when the answer to the last has come. */
  async function pump() {
    if (sending || (link !== "on" && link !== "http")) return;
    const item = ears.take();
    if (!item) return;
    sending = true;
    let wait = 0;
    try {
      const { n, id } = item;
      const body = { n, id, do: item.do, ...(tab && link === "http" ? { tab } : {}) };
      const receipt = link === "on" ? await socket.timeout(ANSWER_WITHIN).emitWithAck("do", body) : await post(boot.urls.do, body);
      heard();
      if (typeof receipt?.later === "number") wait = receipt.later;
      else if (receipt) ears.settled(item.id, receipt);
      if (!receipt || (receipt.refused && receipt.n === undefined)) wait = 1000;
    } catch {
      wait = 1000;
      if (link === "http") setLink("off");
    }
    if (wait) await pause(wait);
    sending = false;
    pump();
  }

  function documentsUrl() {
    const url = new URL(boot.urls.documents, location.href);
    url.searchParams.set("have", Object.entries(ears.have()).map((entry) => entry.join(":")).join(","));
    url.searchParams.set("epoch", ears.epoch() ?? "");
    if (tab) url.searchParams.set("tab", tab);
    return url;
  }

  /** While there is no socket, ask over HTTP now and then. */
  async function poll() {
    if (link === "on" || link === "gone") return;
    try {
      const answer = await fetch(documentsUrl(), { credentials: "same-origin", cache: "no-store", signal: inTime() });
      if ([401, 403, 404, 410].includes(answer.status)) return setLink("gone");
      const body = await answer.json();
      if (/** @type {Link} */ (link) === "on" || !answer.ok || body.ok === false) return;
      ears.greeted(body);
      setLink("http");
      pump();
    } catch {
      setLink("off");
    }
  }

  socket.on("connect", greet);
  socket.on("disconnect", () => {
    greeting += 1;
    if (link === "on") setLink("connecting");
  });
  socket.on("documents", (/** @type {Versioned[]} */ entries) => {
    heard();
    ears.documents(entries);
  });
  socket.on("channels", (/** @type {{ channels: string[] }} */ message) => ears.channels(message.channels));
  socket.on("beat", (/** @type {any} */ beat) => {
    heard();
    ears.beat(beat);
  });
  socket.on("presence", (/** @type {any} */ presence) => ears.presence(presence));

  setInterval(poll, POLL);
  setInterval(tellHere, HERE);
  setInterval(() => {
    if (link === "on" && Date.now() - lastHeard > SILENCE) restartNow();
  }, 2000);

  function restartNow() {
    setLink("connecting");
    socket.disconnect();
    socket.connect();
  }

  addEventListener("offline", () => setLink("off"));
  addEventListener("online", () => link !== "gone" && restartNow());
  addEventListener("pageshow", (event) => event.persisted && restartNow());
  document.addEventListener("visibilitychange", () => {
    tellHere();
    if (document.visibilityState === "visible" && link !== "on" && link !== "gone") restartNow();
  });

  return {
    pump,
    /** @param {string[]} channels */
    again: (channels) => socket.connected && link === "on" && socket.emit("again", { channels }),
    stop() {
      setLink("gone");
      socket.disconnect();
    },
  };
}
