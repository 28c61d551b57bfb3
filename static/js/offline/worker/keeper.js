// Keeps the packs of the languages that are wanted: learns of the newest, takes them over whole, lets
// them take the place of the old ones when nobody is in the middle of a session.

import { takeOpened, turnedOpened } from "./opened.js";
import { isWhole, keepOnly, provePack, takePack } from "./packs.js";
import { adopt, emptied, missing, names, target, tidied, turned, without } from "./pairs.js";
import { summary } from "./summary.js";
import { newest, readVersion } from "./version.js";

/**
 * @typedef {import("./pairs.js").Fault} Fault
 * @typedef {import("./pairs.js").State} State
 * @typedef {import("./shelf.js").Shelf} Shelf
 * @typedef {import("./summary.js").Summary} Summary
 * @typedef {{ language: string, may: boolean, asked: boolean }} Wish of a page: its language; whether
 *   it may be transferred; whether a person asked, who may have refused it before
 */

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const WEEK_MS = 7 * DAY_MS;
// Pages are told of progress no more often.
const TELL_MS = 100;
// A network that did not answer is not asked again with every page.
const SILENCE_MS = MINUTE_MS / 2;

/** By the name of an error; whatever else happens counts as the network's. @type {Record<string, Fault>} */
const FAULTS = { QuotaExceededError: "full", SecurityError: "full", Damaged: "damaged" };
/** After a fault, the same packs are not transferred again any sooner, unless somebody asks. */
const AGAIN_MS = { "": 0, network: MINUTE_MS, full: DAY_MS, damaged: DAY_MS };

export class Keeper {
  #shelf;
  #edge;
  /** What goes on; one at a time. @type {Promise<void>} */
  #work = Promise.resolve();
  /** Whatever fills or empties caches beside that; one at a time too. @type {Promise<unknown>} */
  #filing = Promise.resolve();
  /** Wishes that have not begun, each once. @type {Map<string, Promise<void>>} */
  #waiting = new Map();
  /** @type {Pick<Summary, "taken" | "fault">} */
  #now = { taken: null, fault: "" };
  #toldAt = 0;
  #silentSince = 0;
  /** Since this worker was started. */
  #hasLearnt = false;
  #hasCounted = false;

  /**
   * @param {Shelf} shelf
   * @param {{
   *   tell: (summary: Summary) => void, isInSession: () => Promise<boolean>,
   *   pages: () => Promise<string[]>,
   * }} edge tells every page how things are; whether a session runs; the pages that are open, by id
   */
  constructor(shelf, edge) {
    this.#shelf = shelf;
    this.#edge = edge;
  }

  /** @returns {Promise<Summary>} */
  async summary() {
    return summary(await this.#shelf.read(), this.#now);
  }

  /** A page was opened: what its language needs is taken over. @param {Wish} wish */
  want(wish) {
    const name = JSON.stringify(wish);
    const waiting = this.#waiting.get(name);
    const work = waiting ?? this.#alone(() => this.#fulfil(wish, name));
    this.#waiting.set(name, work);
    return work;
  }

  /** Proves every byte, and takes over anew what fails. @param {Pick<Wish, "may">} wish whether new packs may come with it */
  repair({ may }) {
    return this.#alone(async () => {
      await this.#learn(true);
      await this.#prove();
      await this.#transfer(may);
    });
  }

  /** Takes away a language, the shared routine of a page, or everything, until it is asked for again. @param {string} name a prefix, a path, or none */
  drop(name) {
    return this.#alone(() =>
      this.#shelf.change((state) => (name ? without(state, name) : emptied(state))),
    );
  }

  /** A shared routine was opened: it is kept, or what is newer of it, whatever else is transferred. @param {{ path: string }} wish */
  open({ path }) {
    return this.#file(async () => {
      const { refused } = await this.#shelf.read();
      await (refused || this.#shelf.change(await takeOpened(path)));
    });
  }

  /** One after the other, and never while what nobody needs is taken away; then every page is told. @param {() => Promise<unknown>} act */
  async #file(act) {
    this.#filing = this.#filing.then(act).catch(() => undefined);
    await this.#filing;
    this.#edge.tell(await this.summary());
  }

  /**
   * At a navigation: new packs take the place of the old ones, unless a session runs, or the ones
   * before them are in use. Whatever fails, the page is answered from what is there.
   * @param {string} path
   * @returns {Promise<State>}
   */
  async turn(path) {
    const state = await this.#shelf.read();
    const waits = state.waiting || state.opened[path]?.next;
    try {
      return waits && !(await this.#edge.isInSession()) ? await this.#turn(path) : state;
    } catch {
      return state;
    }
  }

  /** @param {string} path */
  async #turn(path) {
    const open = await this.#edge.pages();
    return this.#shelf.change((state) => ({
      ...turned(state, open),
      ...turnedOpened(state, path),
    }));
  }

  /** @param {Wish} wish @param {string} name */
  async #fulfil({ language, may, asked }, name) {
    this.#waiting.delete(name);
    await this.#note(language, asked);
    await this.#learn(asked);
    await this.#count();
    const state = await this.#shelf.read();
    if (may && !state.refused && (asked || isWorthTrying(state))) {
      await this.#transfer(true);
    }
  }

  /** @param {string} language @param {boolean} asked */
  async #note(language, asked) {
    const { language: last, wanted, refused } = await this.#shelf.read();
    const reading = asked && last ? last : language;
    if (last !== reading || !wanted.includes(language) || (asked && refused)) {
      await this.#shelf.change((state) => ({
        language: reading,
        wanted: [...new Set([...state.wanted, language])],
        refused: state.refused && !asked,
      }));
    }
  }

  /** Reads the version file: at each start, daily, and when somebody asks. @param {boolean} asked */
  async #learn(asked) {
    const { versionAt, reached } = await this.#shelf.read();
    const isFresh = this.#hasLearnt && isWithin(DAY_MS, versionAt);
    if (!asked && (isFresh || isWithin(SILENCE_MS, this.#silentSince))) {
      return;
    }
    const version = await readVersion();
    this.#silentSince = version ? 0 : Date.now();
    if (version) {
      this.#hasLearnt = true;
      await this.#shelf.change(({ version: known }) => ({
        version: newest(known, version),
        versionAt: Date.now(),
        reached: true,
      }));
    } else if (reached) {
      await this.#shelf.change(() => ({ reached: false }));
    }
    this.#edge.tell(await this.summary());
  }

  /** At each start what is here is counted, weekly every byte of it is proved. */
  async #count() {
    const { active, proved } = await this.#shelf.read();
    if (active && !isWithin(WEEK_MS, proved)) {
      await this.#prove();
    } else if (!this.#hasCounted) {
      await this.#look(isWhole);
    }
    this.#hasCounted = true;
  }

  async #prove() {
    await this.#look(provePack);
    await this.#shelf.change(() => ({ proved: Date.now() }));
  }

  /** Which packs in use are not whole. @param {(name: string, count: number) => Promise<boolean>} isFine */
  async #look(isFine) {
    const { active, kept } = await this.#shelf.read();
    const all = names(active);
    // Beside each other: one after the other a start would take half as long again.
    const fine = await Promise.all(all.map((name) => isFine(name, kept[name]?.count ?? 0)));
    const broken = all.filter((_name, i) => !fine[i]);
    await this.#shelf.change((state) => ({
      broken: broken.filter((each) => names(state.active).includes(each)),
    }));
  }

  /** What is broken first: new packs may need its drawings. @param {boolean} renew */
  async #transfer(renew) {
    await this.#mend();
    if (renew) {
      await this.#renew();
    }
    await this.#shelf.change(() => ({ fault: "" }));
    this.#now.fault = "";
  }

  /** What is broken, and still the newest, is taken over anew; the rest is replaced with the renewal. */
  async #mend() {
    const state = await this.#shelf.read();
    const newest = names(target(state));
    for (const name of state.broken.filter((each) => newest.includes(each))) {
      const shared = state.active?.shared ?? name;
      await takePack({ name, shared, anew: true }, () => undefined);
      await this.#shelf.change(({ broken }) => ({
        broken: broken.filter((each) => each !== name),
      }));
    }
  }

  /** The newest packs of every language that is wanted, each kept as soon as it is whole. */
  async #renew() {
    const state = await this.#shelf.read();
    const packs = missing(state);
    const total = packs.reduce((sum, { count }) => sum + count, 0);
    let come = 0;
    for (const { name, count, stored } of packs) {
      const shared = target(state)?.shared ?? name;
      const manifest = await takePack({ name, shared }, () => this.#progress((come += 1) / total));
      const { assets = "", corrected = 0 } = manifest;
      await this.#shelf.change(({ kept }) => ({
        kept: { ...kept, [name]: { count, stored, assets, corrected } },
      }));
    }
    await this.#shelf.change((now) => ({
      ...adopt(now),
      proved: now.active ? now.proved : Date.now(),
    }));
  }

  /** @param {number} taken */
  #progress(taken) {
    this.#now.taken = taken;
    if (!isWithin(TELL_MS, this.#toldAt)) {
      this.#toldAt = Date.now();
      this.summary().then(this.#edge.tell);
    }
  }

  /** One after the other, whoever asks; then every page is told. @param {() => Promise<unknown>} act */
  #alone(act) {
    this.#work = this.#work.then(() => this.#whole(act)).catch(() => undefined);
    return this.#work;
  }

  /** @param {() => Promise<unknown>} act */
  async #whole(act) {
    const isStart = !this.#hasCounted;
    try {
      await act();
    } catch (error) {
      await this.#fail(/** @type {Error} */ (error));
    }
    this.#now.taken = null;
    await this.#file(() => this.#tidy(isStart));
  }

  /** @param {Error} error */
  async #fail({ name }) {
    const fault = FAULTS[name] ?? "network";
    this.#now.fault = fault;
    const failed = (/** @type {State} */ state) => ({
      fault,
      failedAt: Date.now(),
      failedOf: names(target(state)).join(),
    });
    // Where not even this can be kept, nothing is, and pages come over the network.
    await this.#shelf.change(failed).catch(() => undefined);
  }

  /**
   * What nobody needs any longer leaves the device; old packs only at a start, because a page may come back that the browser had put aside.
   * @param {boolean} isStart
   */
  async #tidy(isStart) {
    const open = isStart ? await this.#edge.pages() : null;
    const state = await this.#shelf.change((now) => tidied(now, open).state);
    await keepOnly(tidied(state, null).packs);
  }
}

/** @param {State} state */
function isWorthTrying(state) {
  const isSame = state.failedOf === names(target(state)).join();
  return !isSame || !isWithin(AGAIN_MS[state.fault], state.failedAt);
}

/** Whether a moment is no further away, also where the clock was set back. @param {number} milliseconds @param {number} moment */
function isWithin(milliseconds, moment) {
  return Math.abs(Date.now() - moment) < milliseconds;
}
