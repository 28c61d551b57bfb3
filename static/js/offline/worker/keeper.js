// Keeps the packs of the languages that are wanted: learns of the newest, takes them over whole, lets
// them take the place of the old ones when nobody is in the middle of a session.

import { isWhole, keepOnly, provePack, takePack } from "./packs.js";
import { adopt, emptied, missing, names, target, tidied, turned, without } from "./pairs.js";
import { readVersion } from "./version.js";

/**
 * @typedef {import("./pairs.js").Fault} Fault
 * @typedef {import("./pairs.js").Pair} Pair
 * @typedef {import("./pairs.js").State} State
 * @typedef {import("./shelf.js").Shelf} Shelf
 * @typedef {import("./version.js").Version} Version
 * @typedef {{
 *   ready: string[], broken: boolean, waits: boolean, taken: number | null, fault: Fault,
 *   refused: boolean, stored: number, proved: number, download: number, reached: boolean,
 * }} Summary what a page shows: the languages that are here and whole; whether something of what was
 *   here is not whole any longer; whether a new version waits; how much has been taken over, from 0 to 1, while that goes on; bytes on the device and, at most,
 *   of what is still to be transferred; when all was last proved; whether the network answered
 */

const DAY_MS = 24 * 3600 * 1000;
const WEEK_MS = 7 * DAY_MS;
// What had no room, or came damaged, is not transferred again and again.
const LASTING = ["full", "damaged"];
// Pages are told of progress no more often.
const TELL_MS = 100;

/** By the name of an error; whatever else it is, the browser did not let it be kept. @type {Record<string, Fault>} */
const FAULTS = {
  Damaged: "damaged",
  CutOff: "network",
  TypeError: "network",
  AbortError: "network",
  NetworkError: "network",
};

export class Keeper {
  #shelf;
  #edge;
  /** What goes on; one at a time. @type {Promise<void>} */
  #work = Promise.resolve();
  /** @type {number | null} */
  #taken = null;
  #toldAt = 0;
  #reached = true;
  /** The last one, also where a browser does not let it be remembered. @type {Fault} */
  #fault = "";
  /** Since this worker was started: whether the version file was read, what is here was counted. */
  #hasLearnt = false;
  #hasCounted = false;

  /**
   * @param {Shelf} shelf
   * @param {{
   *   tell: (summary: Summary) => void, correct: (version: Version) => void,
   *   isInSession: () => Promise<boolean>, pages: () => Promise<string[]>,
   * }} edge tells every page how things are, and what must not be followed any longer; whether a
   *   session runs; the pages that are open, by their id
   */
  constructor(shelf, edge) {
    this.#shelf = shelf;
    this.#edge = edge;
  }

  /** @returns {Promise<Summary>} */
  async summary() {
    const state = await this.#shelf.read();
    const { active, waiting, broken, kept, fault, refused, proved } = state;
    const isFine = active && !broken.includes(active.shared);
    const languages = Object.entries(isFine ? active.languages : {});
    return {
      ready: languages.filter(([, name]) => !broken.includes(name)).map(([prefix]) => prefix),
      broken: broken.length > 0,
      waits: waiting !== null,
      taken: this.#taken,
      fault: this.#fault || fault,
      refused,
      stored: names(active).reduce((sum, name) => sum + (kept[name]?.stored ?? 0), 0),
      proved,
      download: missing(state).reduce((sum, { download }) => sum + download, 0),
      reached: this.#reached,
    };
  }

  /**
   * A page of this language was opened: what it needs is taken over, if that may be.
   * @param {{ language: string, may: boolean, asked: boolean }} wish `asked` by a person, who may
   *   have refused it before
   */
  want({ language, may, asked }) {
    return this.#alone(async () => {
      await this.#note(language, asked);
      await this.#learn(asked);
      const { refused, fault, failedAt } = await this.#shelf.read();
      const isVain = LASTING.includes(fault) && Date.now() - failedAt < DAY_MS;
      const mayNow = may && !refused && (asked || !isVain);
      await this.#keep({ may: mayNow, thoroughly: false });
    });
  }

  /** Proves every byte, and takes over anew what fails. */
  repair() {
    return this.#alone(async () => {
      await this.#learn(true);
      await this.#keep({ may: true, thoroughly: true });
    });
  }

  /** Takes a language away, or everything, until it is asked for again. @param {string} language */
  drop(language) {
    return this.#alone(async () => {
      await this.#shelf.change((state) => (language ? without(state, language) : emptied(state)));
    });
  }

  /** At a navigation: new packs take the place of the old ones, unless a session runs. */
  async turn() {
    const { waiting } = await this.#shelf.read();
    if (waiting && !(await this.#edge.isInSession())) {
      const users = await this.#edge.pages();
      await this.#shelf.change((state) => turned(state, users));
    }
    return this.#shelf.read();
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
    const { versionAt } = await this.#shelf.read();
    if (this.#hasLearnt && !asked && Date.now() - versionAt < DAY_MS) {
      return;
    }
    const version = await readVersion();
    this.#reached = version !== null;
    if (version) {
      this.#hasLearnt = true;
      await this.#shelf.change(() => ({ version, versionAt: Date.now() }));
      this.#edge.correct(version);
    }
  }

  /** One after the other, whoever asks; then every page is told. @param {() => Promise<void>} act */
  #alone(act) {
    const before = this.#work;
    this.#work = this.#after(before, act);
    return this.#work;
  }

  /** @param {Promise<void>} before @param {() => Promise<void>} act */
  async #after(before, act) {
    await before;
    try {
      await act();
    } catch (error) {
      await this.#fail(/** @type {Error} */ (error));
    }
    this.#taken = null;
    await this.#tidy().catch(() => undefined);
    this.#edge.tell(await this.summary());
  }

  /** @param {Error} error */
  async #fail({ name }) {
    this.#fault = FAULTS[name] ?? "full";
    const failed = { fault: this.#fault, failedAt: Date.now() };
    // Where not even this can be kept, nothing is, and pages come over the network.
    await this.#shelf.change(() => failed).catch(() => undefined);
  }

  /** @param {{ may: boolean, thoroughly: boolean }} how whether it may be transferred, every byte proved */
  async #keep({ may, thoroughly }) {
    const { proved } = await this.#shelf.read();
    if (thoroughly || Date.now() - proved > WEEK_MS) {
      await this.#look((name) => provePack(name));
      await this.#shelf.change(() => ({ proved: Date.now() }));
    } else if (!this.#hasCounted) {
      await this.#look((name, count) => isWhole(name, count));
    }
    this.#hasCounted = true;
    if (may) {
      await this.#renew();
      await this.#mend();
      await this.#shelf.change(() => ({ fault: "" }));
      this.#fault = "";
    }
  }

  /** Which packs in use are not whole. @param {(name: string, count: number) => Promise<boolean>} isFine */
  async #look(isFine) {
    const { active, kept } = await this.#shelf.read();
    /** @type {string[]} */
    const broken = [];
    for (const name of names(active)) {
      if (!(await isFine(name, kept[name]?.count ?? 0))) {
        broken.push(name);
      }
    }
    await this.#shelf.change(() => ({ broken }));
  }

  /** What is broken is taken over anew, as long as the server still has it. */
  async #mend() {
    const { active, broken } = await this.#shelf.read();
    for (const name of broken) {
      await takePack(name, active?.shared ?? name, () => undefined);
      await this.#shelf.change((state) => ({
        broken: state.broken.filter((each) => each !== name),
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
      const manifest = await takePack(name, target(state)?.shared ?? name, () =>
        this.#progress((come += 1) / total),
      );
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
    this.#taken = taken;
    if (Date.now() - this.#toldAt >= TELL_MS) {
      this.#toldAt = Date.now();
      this.summary().then(this.#edge.tell);
    }
  }

  /** What nobody needs any longer leaves the device. */
  async #tidy() {
    const open = await this.#edge.pages();
    const { packs, state } = tidied(await this.#shelf.read(), open);
    await this.#shelf.change(() => state);
    await keepOnly(packs);
  }
}
