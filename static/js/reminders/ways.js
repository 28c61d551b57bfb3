// How reminders reach this very device, said honestly: notifications, a calendar, the open app.

import { clockTime } from "../shared/numbers.js";
import { part, write } from "../shared/parts.js";
import { changeReach, opaque, reach } from "../shared/reach.js";
import { prepare } from "../shared/reminder_rules.js";
import { sendTest, sync, worldOf } from "../shared/reminder_sync.js";
import { fill } from "../shared/words.js";
import { momentOf } from "./phrases.js";

// After so long a test has not been shown.
const TEST_MS = 30_000;
const LOOK_MS = 500;

/**
 * @typedef {import("../shared/reach.js").Reach} Reach
 * @typedef {"unsupported" | "install" | "server" | "unreachable" | "denied" | "off" | "waiting" | "on" | "refused" | "lost" | "unsubscribed"} State
 * @typedef {import("./phrases.js").Guide & { language: string, notifications: Record<string, string> }} Guide
 * @typedef {{ key: string | null, ready: boolean }} Server
 * @typedef {import("../shared/reminder_sync.js").Told} Told
 */

/** What the browser and this device are capable of. */
export function capabilities(world = globalThis) {
  const { navigator } = world;
  // An iPad calls itself a Macintosh, but is touched.
  const isApple =
    /iPhone|iPad/.test(navigator.userAgent) ||
    (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
  const isStandalone = world.matchMedia("(display-mode: standalone)").matches;
  return {
    push: "PushManager" in world && "Notification" in world && "serviceWorker" in navigator,
    install: isApple && !isStandalone,
    permission: "Notification" in world ? world.Notification.permission : "denied",
  };
}

/**
 * @param {ReturnType<typeof capabilities>} device
 * @param {Server | null} server null where it could not be asked
 * @param {Pick<Reach, "push" | "waiting">} ways
 * @param {Told} told
 * @returns {State}
 */
export function stateOf(device, server, ways, told) {
  if (!device.push) {
    return device.install ? "install" : "unsupported";
  }
  if (device.permission === "denied") {
    return "denied";
  }
  if (ways.push && device.permission === "granted") {
    return stateOfPush(ways, told);
  }
  return server === null ? "unreachable" : stateOfNone(server, told);
}

/** @param {Pick<Reach, "waiting">} ways @param {Told} told @returns {State} */
function stateOfPush({ waiting }, told) {
  if (told === "refused" || told === "lost") {
    return told;
  }
  return waiting ? "waiting" : "on";
}

/** @param {Server} server @param {Told} told @returns {State} */
function stateOfNone({ ready }, told) {
  if (!ready) {
    return "server";
  }
  return told === "lost" ? "unsubscribed" : "off";
}

export class Ways {
  #guide;
  #changed;
  /** @type {Server | null} */
  #server = null;
  /** @type {Told} */
  #told = "none";

  /** @param {Guide} guide @param {() => unknown} changed */
  constructor(guide, changed) {
    this.#guide = guide;
    this.#changed = changed;
    part("push-on").addEventListener("click", () => this.#switchOn());
    part("push-off").addEventListener("click", () => this.#switchOff());
    part("push-retry").addEventListener("click", () => this.tell());
    part("test").addEventListener("click", () => this.#test());
    part("move").addEventListener("click", () => this.#move());
    this.#plain.addEventListener("change", () => this.#sayPlainly());
    part("feed-on").addEventListener("click", () => this.#feed(true));
    part("feed-off").addEventListener("click", () => this.#feed(false));
    part("feed-copy").addEventListener("click", () => this.#copy());
  }

  async start() {
    await this.#know();
    this.#server = await askServer();
    await this.show();
    await this.tell();
  }

  /** The server as things are now; nothing is told where it is for nothing. */
  async tell() {
    await prepare();
    this.#told = await sync(world());
    await this.show();
    return this.#told;
  }

  async show() {
    const ways = await reach();
    const state = stateOf(capabilities(), this.#server, ways, this.#told);
    for (const each of document.querySelectorAll("[data-push]")) {
      const element = /** @type {HTMLElement} */ (each);
      element.hidden = !(element.dataset.push ?? "").split(" ").includes(state);
    }
    const when = momentOf(ways.synced, this.#guide, Date.now());
    write("synced", fill(this.#guide.words.synced, { when }));
    this.#plain.checked = ways.plain;
    this.#showFeed(ways);
    this.#showMoved(ways);
  }

  /** Whose times, and in which language, as of now; a device that has none yet gets them. */
  async #know() {
    const ways = await reach();
    await changeReach({
      language: this.#guide.language,
      words: this.#guide.notifications,
      zone: ways.zone || zoneNow(),
    });
  }

  async #switchOn() {
    const permission = await Notification.requestPermission();
    const key = this.#server?.key;
    if (permission === "granted" && key) {
      await this.#subscribe(key);
    }
    await this.show();
    this.#changed();
  }

  /** @param {string} key */
  async #subscribe(key) {
    await navigator.serviceWorker.ready;
    if (await world().subscribe(key)) {
      await changeReach({ push: true, waiting: true, key });
      await this.tell();
    } else {
      this.#told = "lost";
    }
  }

  async #switchOff() {
    await changeReach({ push: false });
    const subscription = await world().subscription();
    await subscription?.unsubscribe().catch(() => false);
    await this.tell();
  }

  async #sayPlainly() {
    await changeReach({ plain: this.#plain.checked });
  }

  async #test() {
    const { words, locale } = this.#guide;
    await changeReach({ shown: 0 });
    const answer = await sendTest(world());
    if (!("sent" in answer)) {
      write("tested", words.unsent);
      return;
    }
    const sent = clockTime(answer.sent, locale);
    write("tested", fill(words.testing, { sent }));
    const shown = await shownWithin(TEST_MS);
    const said = shown
      ? fill(words.tested, { sent, shown: clockTime(shown, locale) })
      : words.untested;
    write("tested", fill(said, { sent }));
  }

  /** @param {Reach} ways */
  #showMoved({ zone }) {
    const now = zoneNow();
    part("moved").hidden = zone === "" || zone === now;
    write("moved-words", fill(this.#guide.words.moved, { then: zone, now }));
  }

  async #move() {
    await changeReach({ zone: zoneNow(), waiting: true });
    await this.tell();
    this.#changed();
  }

  /** @param {Reach} ways */
  #showFeed({ calendar, feed, waiting }) {
    const isReady = calendar && feed !== "" && !waiting;
    part("feed-on").hidden = calendar;
    part("feed-off").hidden = !calendar;
    part("feed-copy").hidden = !isReady;
    part("feed").hidden = !isReady;
    write("feed", isReady ? `${location.origin}/api/reminders/${feed}.ics` : "");
    if (calendar && waiting) {
      write("feed-said", this.#guide.words.waits);
    }
  }

  /** @param {boolean} calendar */
  async #feed(calendar) {
    await changeReach({ calendar, waiting: true, ...(calendar ? { feed: opaque(32) } : {}) });
    write("feed-said", "");
    await this.tell();
  }

  async #copy() {
    const { words } = this.#guide;
    const isCopied = await navigator.clipboard.writeText(part("feed").textContent ?? "").then(
      () => true,
      () => false,
    );
    write("feed-said", isCopied ? words.copied : words.uncopied);
  }

  get #plain() {
    return /** @type {HTMLInputElement} */ (document.querySelector("[name=plain]"));
  }
}

/** Of the page, for the server. */
export function world() {
  return worldOf(
    fetch.bind(globalThis),
    async () => (await navigator.serviceWorker?.getRegistration())?.pushManager,
  );
}

function zoneNow() {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** @returns {Promise<Server | null>} */
async function askServer() {
  try {
    const answer = await fetch("/api/reminders/key");
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** When the test was shown, 0 if it was not in so long. @param {number} patience */
async function shownWithin(patience) {
  for (const end = Date.now() + patience; Date.now() < end;) {
    const { shown } = await reach();
    if (shown) {
      return shown;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return 0;
}
