// Asks, times and stops a round: finds what the page shows now, shows it, and takes the taps. Nothing
// is counted here; each look computes anew from what is stored.

import { clock } from "../shared/numbers.js";
import { chosen } from "../shared/screen.js";
import { fill } from "../shared/words.js";
import { Announcer } from "./announcer.js";
import { keepLast, lastRound } from "./kept.js";
import { Length } from "./length.js";
import { draw, fillUp } from "./line.js";
import * as rounds from "./round.js";
import { nextRound, off } from "./says.js";
import { NO_ANSWERS, stageOf } from "./stages.js";

const TICK_MS = 250;
// So old may be what is stored of when the round was last looked at.
const SEEN_MS = 15_000;
// A browser that never answers has not kept the screen on.
const PATIENCE_MS = 3000;

/**
 * @typedef {import("../shared/rounds.js").Entry} Entry
 * @typedef {import("../shared/screen.js").Store} Store
 * @typedef {import("../player/wake_lock.js").Awake} Awake
 * @typedef {import("./round.js").Round} Round
 * @typedef {import("./stages.js").Stage} Stage
 * @typedef {{ locale: string, kind: "cold" | "heat", limits: import("./round.js").Limits,
 *   words: Record<string, string> }} Guide
 * @typedef {{
 *   store: Store,
 *   wakeLock: (changed: (awake: Awake) => void) => { hold(): Promise<unknown>, release(): unknown },
 *   caller: { unlock(): void, call(call: "begin" | "switch" | "end"): void },
 *   isLocked: () => boolean, isWarming: (now: number) => boolean,
 *   keep: (entry: Entry) => unknown,
 * }} Edge
 */

export class Coach {
  #page;
  #guide;
  #edge;
  #now;
  #wakeLock;
  #announcer;
  #length;
  /** @type {Awake} */
  #awake = "off";
  /** @type {Round | null} */
  #round;
  #stored = "";
  #kept = true;
  #answers = NO_ANSWERS;
  /** @type {Stage | null} */
  #stage = null;
  #plate = "";
  /** @type {string | null} null until the page has been looked at once: who opens it is not called */
  #called = null;
  /** Without a tap no browser lets a page sound: after a reload it is mute. */
  #sounds = false;

  /** @param {Document} page @param {Guide} guide @param {Edge} edge */
  constructor(page, guide, edge, now = Date.now) {
    this.#page = page;
    this.#guide = guide;
    this.#edge = edge;
    this.#now = now;
    this.#announcer = new Announcer(this.#part("announce"));
    this.#length = new Length(page, guide);
    this.#round = lastRound(edge.store);
    this.#wakeLock = edge.wakeLock((awake) => (this.#awake = awake));
    this.#prepare();
    this.#listen();
    this.#awaitTap();
    this.look();
    setInterval(() => this.look(), TICK_MS);
  }

  /** Another tab may have written; where nothing is kept, this page knows best. */
  reread() {
    if (this.#kept) {
      this.#round = lastRound(this.#edge.store) ?? this.#round;
    }
    this.look();
  }

  /** Shows what is so now. */
  look() {
    const now = this.#now();
    const facts = {
      kind: this.#guide.kind,
      round: this.#round,
      answers: this.#answers,
      locked: this.#edge.isLocked(),
      warming: this.#edge.isWarming(now),
      gap: this.#guide.limits.gap,
    };
    if (this.#round) {
      const closed = facts.locked || facts.warming;
      const round =
        closed && this.#isMine() ? rounds.stop(this.#round, "closed", now) : this.#round;
      facts.round = rounds.settle(round, now);
      this.#take(facts.round);
    }
    this.#show(stageOf(facts, now), now);
  }

  /** Of a round on the other page that page takes care. */
  #isMine() {
    return this.#round?.kind === this.#guide.kind && this.#round.ended === null;
  }

  /** What the round has become, kept at once if more than time has passed. @param {Round} round */
  #take(round) {
    const before = this.#round;
    this.#round = round;
    const { seen, ...what } = round;
    const said = JSON.stringify([what, Math.floor(seen / SEEN_MS)]);
    if (said === this.#stored) {
      return;
    }
    this.#stored = said;
    this.#kept = keepLast(this.#edge.store, round);
    this.#part("not-kept").hidden = this.#kept;
    if (round.stopped && JSON.stringify(round.stopped) !== JSON.stringify(before?.stopped)) {
      this.#edge.keep(rounds.entryOf(round));
    }
  }

  /** @param {Stage} stage @param {number} now */
  #show(stage, now) {
    const changed = stage !== this.#stage;
    this.#stage = stage;
    if (changed) {
      this.#turn(stage);
    }
    this.#closed(stage, now);
    if (this.#round && stage === "on") {
      this.#time(this.#round, now);
    } else if (this.#round && stage === "off") {
      this.#stopped(this.#round, now);
    } else if (this.#round && stage === "gap") {
      const { limits, locale, words } = this.#guide;
      const opens = rounds.opensAt(this.#round, limits.gap);
      this.#write("gap", nextRound(opens, now, locale, words));
    }
    this.#mute(stage);
    this.#call(now);
  }

  /** One stage takes the place of another. @param {Stage} stage */
  #turn(stage) {
    const first = this.#called === null;
    for (const each of this.#page.querySelectorAll("[data-stage]")) {
      const element = /** @type {HTMLElement} */ (each);
      element.hidden = element.dataset.stage !== stage;
    }
    this.#part("coach").dataset.shown = stage;
    this.#part("reading").hidden = stage === "on" || stage === "off";
    this.#page.body.classList.toggle("compress-timing", stage === "on" || stage === "off");
    this.#refused(false);
    this.#plate = "";
    if (stage === "warming" || stage === "closed") {
      this.#answers = NO_ANSWERS; // they were given before the cold, or the warning sign
    }
    this.#stayAwake(stage);
    if (!first) {
      this.#focus(`[data-stage="${stage}"] [tabindex]`);
    }
  }

  /** @param {Stage} stage */
  #stayAwake(stage) {
    if (stage !== "on" && stage !== "off") {
      this.#wakeLock.release();
    } else if (this.#awake === "off") {
      this.#wakeLock.hold();
    }
  }

  /** @param {Stage} stage @param {number} now */
  #closed(stage, now) {
    const lies = this.#isMine() && rounds.at(/** @type {Round} */ (this.#round), now).is === "off";
    this.#part("closed").hidden = stage !== "closed" || !lies;
  }

  /** @param {Round} round @param {number} now */
  #time(round, now) {
    const { locale, words } = this.#guide;
    const state = rounds.at(round, now);
    if (state.is !== "running" && state.is !== "check") {
      return;
    }
    this.#turnPlate(state.is, round);
    this.#write("clock", clock(state.left, locale));
    fillUp(this.#part("line"), 1 - state.left / round.seconds);
    const seconds = state.is === "check" ? state.answer : state.check;
    const next = state.is === "check" ? words.answer : words.look;
    const shown = seconds === null ? words.last : fill(next, { clock: clock(seconds, locale) });
    this.#write("next", shown);
    this.#part("awake").hidden = this.#awake !== "on";
    this.#part("asleep").hidden = this.#awake !== "lost";
  }

  /** @param {"running" | "check"} plate @param {Round} round */
  #turnPlate(plate, round) {
    if (plate === this.#plate) {
      return;
    }
    const first = this.#plate === "";
    this.#plate = plate;
    for (const each of this.#page.querySelectorAll("[data-plate]")) {
      const element = /** @type {HTMLElement} */ (each);
      element.hidden = element.dataset.plate !== plate;
    }
    this.#part("usual").hidden = plate !== "check";
    this.#part("unusual").hidden = plate !== "check";
    draw(this.#part("line"), round, this.#guide);
    if (!first) {
      this.#focus(`[data-plate="${plate}"] h2`);
    }
  }

  /** @param {Round} round @param {number} now */
  #stopped(round, now) {
    const state = rounds.at(round, now);
    if (state.is === "off") {
      this.#write("off", off(state, this.#guide.locale, this.#guide.words));
    }
  }

  /** Heard, felt, seen and read out. @param {number} now */
  #call(now) {
    const call = this.#round && this.#isMine() ? rounds.callOf(rounds.at(this.#round, now)) : "";
    const [kind] = call.split(" ");
    if (!call) {
      this.#announcer.say("");
    } else if (this.#called !== null && call !== this.#called) {
      this.#edge.caller.call(/** @type {"switch" | "end"} */ (kind));
      this.#announce(kind);
    }
    this.#called = call;
  }

  /** @param {string} call */
  #announce(call) {
    const said = call === "switch" ? this.#guide.words.check : this.#part("off").textContent;
    this.#announcer.say(said ?? "");
  }

  /** Whoever counts on a sound is told when there will be none. @param {Stage} stage */
  #mute(stage) {
    const calls = stage === "on" || stage === "off";
    const isMute = calls && !this.#sounds && chosen("sound", this.#edge.store) === "on";
    this.#part("mute").hidden = !isMute;
  }

  /** What only a script can do is there now. */
  #prepare() {
    for (const name of ["not-cold", "none-applies", "again", "start-area"]) {
      this.#part(name).hidden = false;
    }
    this.#refused(false);
  }

  #listen() {
    // The second question is always asked after the first, however fresh an old answer would look.
    this.#on("not-cold", () => this.#answer({ cold: "no", applies: null }));
    this.#on("applies", (event) => {
      event.preventDefault();
      this.#answer({ applies: "yes" });
    });
    this.#on("none-applies", () => this.#answer({ applies: "no" }));
    this.#on("again", () => (this.#answers = NO_ANSWERS));
    this.#on("start", () => this.#start());
    this.#on("usual", () => this.#change(rounds.goOn));
    this.#on("unusual", () => this.#change(rounds.refuse));
    this.#on("early", () => this.#change((round, now) => rounds.stop(round, "early", now)));
    this.#on("off-usual", () => this.#finish("usual"));
    this.#on("off-unusual", () => this.#finish("not"));
    this.#on("healed", () => this.#change(rounds.healed));
  }

  #awaitTap() {
    // A phone may send no click from where nothing is to be pressed.
    for (const tap of ["touchend", "click", "keydown"]) {
      this.#page.addEventListener(tap, () => this.#tapped());
    }
  }

  /** The first tap, anywhere; one that only scrolls does not count for a browser. */
  #tapped() {
    const counts = this.#page.defaultView?.navigator.userActivation?.hasBeenActive ?? true;
    if (counts && !this.#part("mute").hidden) {
      this.#unlock();
      this.look();
    }
  }

  /** In a tap. */
  #unlock() {
    this.#edge.caller.unlock();
    this.#sounds = true;
  }

  /** @param {Partial<import("./stages.js").Answers>} given */
  #answer(given) {
    this.#answers = { ...this.#answers, ...given, at: this.#now() };
  }

  /** Only on a screen that stays on: on one that sleeps nothing would call. */
  async #start() {
    this.#unlock();
    this.#refused(false); // so that a second refusal is read out as well
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    await Promise.race([this.#wakeLock.hold(), patience]);
    this.look(); // the browser may have taken its time
    if (this.#stage !== "ready" || this.#page.visibilityState !== "visible") {
      this.#wakeLock.release();
    } else if (this.#awake === "on") {
      this.#begin();
    } else {
      this.#refused(true);
    }
  }

  #begin() {
    const { kind, limits } = this.#guide;
    const start = { minutes: this.#length.minutes, now: this.#now() };
    this.#answers = NO_ANSWERS; // each round is asked for anew
    this.#length.reset();
    this.#take(rounds.begin(kind, limits, start));
    this.#edge.caller.call("begin");
    this.look();
  }

  /** Without a clock of ours it goes on as without a script. @param {boolean} refused */
  #refused(refused) {
    this.#part("refused").hidden = !refused;
    this.#part("unscripted").hidden = !refused;
    if (refused) {
      this.#part("refused").scrollIntoView({ block: "nearest" });
    }
  }

  /** @param {"usual" | "not"} skin */
  #finish(skin) {
    this.#change((round, now) => rounds.look(round, skin, now));
    if (this.#round?.ended) {
      this.#edge.keep(rounds.entryOf(this.#round));
    }
  }

  /** @param {(round: Round, now: number) => Round} how */
  #change(how) {
    this.#unlock();
    if (this.#round) {
      this.#take(how(this.#round, this.#now()));
    }
  }

  /** A tap, and what the page shows after it. @param {string} name @param {(event: Event) => void} act */
  #on(name, act) {
    this.#part(name).addEventListener("click", (event) => {
      act(event);
      this.look();
    });
  }

  /** @param {string} selector of what is read next */
  #focus(selector) {
    const element = /** @type {HTMLElement | null} */ (this.#page.querySelector(selector));
    element?.focus({ preventScroll: true });
    this.#page.defaultView?.scrollTo(0, 0);
  }

  /** Only what is new, or a screen reader would read it again. @param {string} name @param {string} text */
  #write(name, text) {
    const part = this.#part(name);
    if (part.textContent !== text) {
      part.textContent = text;
    }
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#page.querySelector(`[data-${name}]`));
  }
}
