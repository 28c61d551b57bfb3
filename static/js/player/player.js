// Ties plan, clock and screen together; every effect it has is handed in.

import { AS_WRITTEN } from "./adjust.js";
import { at, Clock, steady } from "./clock.js";
import { due, GAP_SECONDS } from "./cues.js";
import { placeIn, refusal, refusalAt } from "./fit.js";
import { MOST_AHEAD_MS } from "./frames.js";
import { movingBetween, planned, stepsBegun } from "./plan.js";
import { digits, remaining, view } from "./view.js";

/**
 * @typedef {import("./timeline.js").Session} Session
 * @typedef {import("./timeline.js").Phase} Phase
 * @typedef {import("./screen.js").Screen} Screen
 * @typedef {import("./resume.js").Tally} Tally
 * @typedef {import("./adjust.js").Adjustments} Adjustments
 * @typedef {Tally & { ended: number, steps: number, of: number, early: boolean }} Result
 */

// A second tap on Start lands on the pause button that has taken its place.
const DOUBLE_TAP_MS = 600;
// So much before a moment that it is still to be called.
const JUST_BEFORE = 0.001;
/** @type {Tally} */
const NOTHING_DONE = { begun: 0, seconds: 0, moving: 0, before: null };

export class Player {
  #written;
  #screen;
  #edge;
  #now;
  #plan;
  #clock;
  /** The phase that was last on the screen. @type {Phase | null} */
  #shown = null;
  /** Whether the screen stands at another place than the clock. */
  #moved = false;
  #isOver = false;
  #startedAt = 0;
  /** Seconds of the session at the last look. */
  #seen = 0;
  /** @type {Tally} */
  #tally = NOTHING_DONE;
  #adjustments = AS_WRITTEN;
  /** Where somebody is while they try adjustments, and the adjustments of that place. @type {{ place: import("./fit.js").Place, now: Adjustments } | null} */
  #anchor = null;
  /** Where a skip began, as long as it can be taken back. @type {number | null} */
  #skippedAt = null;

  /**
   * @param {Session} written
   * @param {Screen} screen
   * @param {{
   *   stage: Pick<import("./stage.js").Stage, "show" | "plan">,
   *   guide: Pick<import("./guide.js").Guide, "unlock" | "plan" | "tell" | "show">,
   *   caller: Pick<import("./caller.js").Caller, "unlock" | "call">,
   *   memory: Pick<import("./resume.js").Memory, "keep" | "forget" | "plan">,
   *   over: (result: Result | null) => void,
   *   mayGo: () => boolean,
   * }} edge `over` is told how a session ended, or null when it goes on after all; where nothing
   *   `mayGo`, the session has been stopped
   * @param {() => number} now
   */
  constructor(written, screen, edge, now = steady()) {
    this.#written = written;
    this.#screen = screen;
    this.#edge = edge;
    this.#now = now;
    this.#plan = planned(written, AS_WRITTEN);
    this.#clock = new Clock(this.#plan.phases);
  }

  get running() {
    return this.#clock.running;
  }

  get plan() {
    return this.#plan;
  }

  /** Whether a tap may still be the second one of those that started it. */
  get justStarted() {
    return this.#now() - this.#startedAt < DOUBLE_TAP_MS;
  }

  /** Seconds until the phase that runs ends by the clock; 0 when it does not. */
  get leftOfPhase() {
    const moment = at(this.#plan.phases, this.#clock.elapsed(this.#now()));
    return moment && !moment.phase.waits && moment.phase === this.#shown ? moment.left : 0;
  }

  /** The index of the step that is shown. */
  get step() {
    return this.#shown?.step ?? 0;
  }

  get begun() {
    return this.#shown !== null && !this.#isOver;
  }

  /** The first step whose dose can still be changed, as its index. */
  get open() {
    const { rounds } = this.#plan.session;
    return this.#shown && !this.#isOver && rounds === 1 ? this.#shown.step + 1 : 0;
  }

  /** Why these adjustments cannot be followed now; null when they can. @param {Adjustments} wanted */
  refuses(wanted) {
    const anchor = this.#anchored();
    return anchor
      ? refusalAt(this.#written, { now: anchor.now, wanted }, anchor.place)
      : refusal(this.#written, wanted);
  }

  /** The plan from now on; who is under way goes on where they were. @param {Adjustments} adjustments */
  adjust(adjustments) {
    const anchor = this.#anchored();
    this.#adjustments = adjustments;
    this.#plan = planned(this.#written, adjustments);
    const { session, phases } = this.#plan;
    const elapsed = anchor ? placeIn(phases, anchor.place.phase, anchor.place.seconds) : 0;
    this.#clock.replace(phases, this.#now(), elapsed);
    this.#edge.stage.plan(session);
    this.#edge.guide.plan(this.#plan);
    this.#edge.memory.plan(phases);
    this.leaveSkip();
    if (anchor) {
      this.#goTo(elapsed);
      this.#anchor = anchor;
    }
    return this.#plan;
  }

  /** Adjustments are tried from one place, so that undoing them leads back to it. */
  #anchored() {
    if (!this.#shown || this.#isOver) {
      return null;
    }
    const moment = at(this.#plan.phases, this.#clock.elapsed(this.#now()));
    if (!this.#anchor && moment) {
      const { phase, left } = moment;
      const place = { phase, seconds: phase.seconds - left, moved: this.#tally.moving };
      this.#anchor = { place, now: this.#adjustments };
    }
    return this.#anchor;
  }

  /** @param {Partial<Tally & { elapsed: number }>} from what is done already, after a reload */
  begin({ elapsed = 0, begun = Date.now(), seconds = 0, moving = 0, before = null } = {}) {
    this.#startedAt = this.#now();
    this.#tally = { begun, seconds, moving, before };
    this.leaveSkip();
    this.#clock.seek(this.#startedAt, elapsed);
    this.#clock.run(this.#startedAt); // from the tap on, whatever starting takes
    this.#edge.caller.unlock();
    this.#run(elapsed);
  }

  /** Back to the start screen, as if it had not begun. */
  stop() {
    this.keep();
    this.#rest();
    this.#shown = null;
    this.#screen.show("start");
    this.#screen.part("begin").focus();
  }

  pause() {
    if (!this.begun || !this.#look()) {
      return;
    }
    const now = this.#now();
    const { words } = this.#written;
    if (this.running) {
      this.#clock.pause(now);
    } else {
      this.#anchor = null;
      this.#clock.run(now);
    }
    this.#screen.announce(this.running ? words.going : words.paused);
    this.#sayPause();
    this.update();
  }

  skip() {
    if (this.#look()) {
      const now = this.#now();
      this.#skippedAt ??= this.#clock.elapsed(now);
      this.#screen.skipped(this.#name);
      this.#clock.skip(now);
      this.#goTo(this.#clock.elapsed(now));
    }
  }

  /** Takes a skip back, also one that ended the session. */
  undo() {
    const before = this.#skippedAt;
    if (before === null || !this.#edge.mayGo()) {
      return;
    }
    this.leaveSkip();
    this.#clock.seek(this.#now(), before);
    if (this.#isOver) {
      this.#clock.run(this.#now());
      this.#edge.over(null);
      this.#run(before);
    } else {
      this.#goTo(before);
      this.#screen.part("pause").focus();
    }
  }

  back() {
    if (this.#look()) {
      const now = this.#now();
      this.leaveSkip();
      this.#clock.back(now);
      this.#goTo(this.#clock.elapsed(now));
    }
  }

  /** The person has done what the step asked for. */
  done() {
    if (this.#look()) {
      const now = this.#now();
      this.#clock.done(now);
      this.#goTo(this.#clock.elapsed(now));
      this.#screen.part("pause").focus();
    }
  }

  /** Ends early. */
  end() {
    this.update();
    if (this.begun) {
      this.leaveSkip();
      this.#finish(true);
    }
  }

  /** Keeps the very moment, for when the page goes away. */
  keep() {
    if (this.#shown && !this.#isOver) {
      const elapsed = this.#elapsed(this.#now());
      this.#pass(elapsed);
      this.#edge.memory.keep(elapsed, this.#shown.step, this.#tally);
    }
  }

  /**
   * Shows this moment; safe to call at any time, however long the last call is ago.
   * @param {number} ahead seconds by which what comes next may be shown already
   */
  update(ahead = 0) {
    const now = this.#now();
    const elapsed = this.#elapsed(now, ahead);
    const moment = at(this.#plan.phases, elapsed);
    this.#pass(elapsed);
    if (!moment) {
      this.#finish(this.#skippedAt !== null);
      return;
    }
    // The words of a phase come first, and the rest with the next frame: all in one would keep a slow
    // phone busy for too long, and the change would be late.
    const isTurning = this.running && !this.#moved && moment.phase !== this.#shown;
    if (moment.phase !== this.#shown || this.#moved) {
      this.#turnTo(moment.phase);
    }
    this.#draw(moment, now, isTurning);
  }

  /** Whether the session still goes on, as of now, and may. */
  #look() {
    this.update();
    return !this.#isOver && this.#edge.mayGo();
  }

  /** Of the step that runs. */
  get #name() {
    return this.#plan.session.steps[this.#shown?.step ?? 0].name;
  }

  /** @param {number} elapsed seconds */
  #run(elapsed) {
    this.#isOver = false;
    this.#edge.guide.unlock();
    this.#screen.show("run");
    this.#sayPause();
    this.#goTo(elapsed);
    this.#screen.part("pause").focus();
  }

  /** What was shown a little early is not taken back. @param {number} now @param {number} ahead seconds */
  #elapsed(now, ahead = 0) {
    const elapsed = this.#clock.elapsed(now) + ahead;
    return Math.max(elapsed, Math.min(this.#seen, elapsed + MOST_AHEAD_MS / 1000));
  }

  /** To another place at once: what lies between was not done. @param {number} elapsed seconds */
  #goTo(elapsed) {
    this.#seen = elapsed - JUST_BEFORE;
    this.#moved = true;
    this.#anchor = null;
    this.update();
  }

  /** What has passed since the last look: calls to be made, seconds to be counted. @param {number} elapsed seconds */
  #pass(elapsed) {
    const before = this.#seen;
    this.#seen = elapsed;
    if (!this.running || elapsed <= before) {
      return;
    }
    const { cues, phases, seconds } = this.#plan;
    const call = due(cues, before, elapsed);
    if (call) {
      this.#edge.caller.call(call);
    }
    if (call === "half") {
      this.#screen.announce(this.#written.words.half);
    }
    this.#tally.seconds += Math.min(elapsed, seconds) - before;
    // Nobody is led through what passes while the phone sleeps.
    if (elapsed - before <= GAP_SECONDS) {
      this.#tally.moving += movingBetween(phases, before, elapsed);
    }
  }

  /** @param {Phase} phase */
  #turnTo(phase) {
    this.#shown = phase;
    this.#moved = false;
    const shown = view(this.#plan.session, phase);
    this.#screen.phase(shown);
    if (shown.announce) {
      this.#screen.announce(shown.announce);
    }
    if (phase.kind !== "ready") {
      this.leaveSkip();
    }
    this.#edge.memory.keep(phase.start, phase.step, this.#tally);
    this.#sayMedia();
  }

  /** @param {{ phase: Phase, left: number }} moment @param {number} now @param {boolean} isTurning */
  #draw({ phase, left }, now, isTurning) {
    const { session } = this.#plan;
    const elapsed = phase.waits ? this.#clock.waited(now) : this.#clock.elapsed(now);
    const seconds = Math.max(0, elapsed - phase.start);
    if (!isTurning) {
      this.#edge.stage.show(phase, seconds);
      this.#edge.guide.show(phase, seconds, this.#clock.elapsed(now));
    }
    this.#screen.write("clock", digits(session, phase, left));
    this.#screen.write("left", remaining(session, this.#clock.left(now)));
  }

  #sayPause() {
    const { pause, resume } = this.#written.words;
    this.#screen.pauseButton(this.running, this.running ? pause : resume);
    this.#sayMedia();
  }

  #sayMedia() {
    const elapsed = this.#clock.elapsed(this.#now());
    const { seconds } = this.#plan;
    this.#edge.guide.tell({ name: this.#name, running: this.running, elapsed, seconds });
  }

  /** A skip can no longer be taken back. */
  leaveSkip() {
    this.#skippedAt = null;
    this.#screen.skipped("");
  }

  /** @param {boolean} early */
  #finish(early) {
    const { steps, of } = stepsBegun(this.#plan.session, early ? this.#shown : null);
    this.#rest();
    this.#isOver = true;
    this.#edge.memory.forget();
    this.#screen.show("done");
    this.#screen.part("done-heading").focus();
    this.#edge.over({ ...this.#tally, ended: Date.now(), steps, of, early });
  }

  #rest() {
    this.#clock.pause(this.#now());
    this.#edge.guide.tell(null);
  }
}
