// What was to be published and has no answer yet: tried again for as long as the page is open.

import { MINUTE_MS } from "../shared/time.js";

/**
 * @typedef {import("./sending.js").Sent} Sent
 * @typedef {Pick<typeof globalThis, "addEventListener" | "setTimeout" | "clearTimeout"> & {
 *   document: Pick<Document, "addEventListener" | "hidden"> }} World
 */

const FIRST_MS = 5000;
const LONGEST_MS = 5 * MINUTE_MS;

/**
 * Twice as long each time; half of it by chance, so that not all come at once to a server that is
 * there again.
 * @param {number} tries so far
 * @param {number} chance from 0 to 1
 */
export function waitMs(tries, chance) {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** tries) * (0.5 + chance / 2);
}

export class Waiting {
  /** The last of each. @type {Map<Sent["origin"], Sent>} */
  #all = new Map();
  #tries = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #send;
  #world;

  /** @param {(sent: Sent) => Promise<void>} send calls `add` once more if there is no answer, or `drop` @param {World} world */
  constructor(send, world = globalThis) {
    this.#send = send;
    this.#world = world;
    world.addEventListener("online", () => this.#again());
    world.document.addEventListener(
      "visibilitychange",
      () => world.document.hidden || this.#again(),
    );
  }

  /** @param {Sent["origin"]} origin */
  has(origin) {
    return this.#all.has(origin);
  }

  /** Whether nothing else was to be published in its place. @param {Sent} sent */
  holds(sent) {
    return this.#all.get(sent.origin) === sent;
  }

  /** @param {Sent} sent */
  add(sent) {
    this.#all.set(sent.origin, sent);
    if (this.#timer === undefined) {
      this.#timer = this.#world.setTimeout(() => this.#again(), waitMs(this.#tries, Math.random()));
      this.#tries += 1;
    }
  }

  /** @param {(origin: Sent["origin"]) => boolean} isAnswered */
  drop(isAnswered) {
    for (const origin of [...this.#all.keys()].filter(isAnswered)) {
      this.#all.delete(origin);
    }
    if (this.#all.size === 0) {
      this.#stop();
      this.#tries = 0;
    }
  }

  #stop() {
    this.#world.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #again() {
    this.#stop();
    await Promise.all([...this.#all.values()].map((sent) => this.#send(sent)));
  }
}
