// How reminders reach this very device, said honestly: notifications, a calendar, the open app.

import { isAppleTab } from "../shared/install_first.js";
import { clockTime } from "../shared/numbers.js";
import { part, write } from "../shared/parts.js";
import { changeReach, opaque, reach } from "../shared/reach.js";
import { prepare } from "../shared/reminder_rules.js";
import { pageWorld, sendTest, sync } from "../shared/reminder_sync.js";
import { fill } from "../shared/words.js";
import { momentOf } from "./phrases.js";

// After so long a test has not been shown.
const TEST_MS = 30_000;
const LOOK_MS = 500;
// A server that does not say its key in so long is as good as none.
const KEY_MS = 10_000;

/**
 * @typedef {import("../shared/reach.js").Reach} Reach
 * @typedef {"unsupported" | "install" | "server" | "unreachable" | "denied" | "off" | "waiting" | "on" | "refused" | "lost" | "unsubscribed" | "leaving"} State
 * @typedef {import("./phrases.js").Guide & { language: string, notifications: Record<string, string> }} Guide
 * @typedef {{ key: string | null, ready: boolean }} Server
 * @typedef {import("../shared/reminder_sync.js").Told} Told
 */

/** What the browser and this device are capable of. */
export function capabilities(world = globalThis) {
  const { navigator } = world;
  return {
    push: "PushManager" in world && "Notification" in world && "serviceWorker" in navigator,
    install: isAppleTab(world),
    permission: "Notification" in world ? world.Notification.permission : "denied",
  };
}

/**
 * @param {ReturnType<typeof capabilities>} device
 * @param {Server | null} server null where it could not be asked
 * @param {Pick<Reach, "push" | "calendar" | "waiting" | "synced">} ways
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
  if (ways.push) {
    return device.permission === "granted" ? stateOfPush(ways, told) : "lost";
  }
  if (ways.waiting && ways.synced > 0 && !ways.calendar) {
    return "leaving";
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
    const on = /** @type {HTMLButtonElement} */ (part("push-on"));
    on.addEventListener("click", async () => {
      on.disabled = true; // a browser may take its time
      await this.#switchOn();
      on.disabled = false;
    });
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
    await this.look();
  }

  /** As things are now on this device and on the server; neither waits for the other. */
  async look() {
    await this.show();
    const told = this.tell();
    this.#server = await askServer();
    await told;
    await this.show();
  }

  /** The server as things are now; nothing is told where it is for nothing. */
  async tell() {
    await prepare();
    this.#told = await sync(pageWorld());
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
    if (state === "denied" && (ways.push || ways.synced > 0)) {
      part("push-off").hidden = false; // what the server has can be deleted all the same
    }
    this.#plain.checked = ways.plain;
    this.#showFeed(ways);
    this.#showMoved(ways);
  }

  /** Whose times, and in which language, as of now; a device that has none yet gets them. */
  async #know() {
    const { push, calendar, zone } = await reach();
    const isKept = zone !== "" && (push || calendar); // by those that are told to others
    await changeReach({
      language: this.#guide.language,
      words: this.#guide.notifications,
      zone: isKept ? zone : zoneNow(),
    });
  }

  async #switchOn() {
    const permission = await Notification.requestPermission();
    this.#server ??= await askServer();
    const key = this.#server?.key;
    if (permission === "granted" && key) {
      await this.#subscribe(key);
    }
    await this.show();
    this.#changed();
  }

  /** @param {string} key */
  async #subscribe(key) {
    if (!(await pageWorld().subscribe(key))) {
      this.#told = "lost";
      return;
    }
    if (await this.#keep({ push: true, waiting: true, key })) {
      await this.tell();
    } else {
      await this.#unsubscribe();
    }
  }

  /** @param {Partial<Reach>} change @returns {Promise<boolean>} whether it is kept; if not, it is said */
  async #keep(change) {
    const isKept = await changeReach(change);
    part("unkept-way").hidden = isKept;
    return isKept;
  }

  async #unsubscribe() {
    const subscription = await pageWorld().subscription();
    await subscription?.unsubscribe().catch(() => false);
  }

  async #switchOff() {
    if (await this.#keep({ push: false, waiting: true })) {
      await this.#unsubscribe();
      await this.tell();
    }
  }

  async #sayPlainly() {
    if (!(await this.#keep({ plain: this.#plain.checked }))) {
      this.#plain.checked = !this.#plain.checked;
    }
  }

  async #test() {
    const { words, locale } = this.#guide;
    await changeReach({ shown: 0 });
    const answer = await sendTest(pageWorld());
    if (typeof answer !== "number") {
      write("tested", answer === "offline" ? words.unsent : words.untaken);
      await this.tell(); // what the push service has ended is found out by telling the server
      return;
    }
    const sent = clockTime(answer, locale);
    write("tested", fill(words.testing, { sent }));
    const shown = await shownWithin(TEST_MS);
    const said = shown
      ? fill(words.tested, { sent, shown: clockTime(shown, locale) })
      : words.untested;
    write("tested", fill(said, { sent }));
  }

  /** @param {Reach} ways */
  #showMoved({ zone, push, calendar }) {
    const now = zoneNow();
    part("moved").hidden = zone === "" || zone === now || !(push || calendar);
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
    write("feed-said", calendar && waiting ? this.#guide.words.waits : "");
  }

  /** @param {boolean} calendar */
  async #feed(calendar) {
    if (await this.#keep({ calendar, waiting: true, ...(calendar ? { feed: opaque(32) } : {}) })) {
      await this.tell();
    }
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

function zoneNow() {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** @returns {Promise<Server | null>} */
async function askServer() {
  try {
    const answer = await fetch("/api/reminders/key", { signal: AbortSignal.timeout(KEY_MS) });
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
