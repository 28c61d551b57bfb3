// Ties plan, clock and screen together; every effect it has is handed in.

import { at, Clock } from "./clock.js";
import { cues, due } from "./cues.js";
import { drawLane } from "./lane.js";
import { timeline } from "./timeline.js";
import { digits, remaining, view } from "./view.js";

/**
 * @typedef {import("./timeline.js").Session} Session
 * @typedef {import("./timeline.js").Phase} Phase
 * @typedef {import("./screen.js").Screen} Screen
 */

// A second tap on Start lands on the pause button that has taken its place.
const DOUBLE_TAP_MS = 600;

export class Player {
  #session;
  #screen;
  #phases;
  #clock;
  #wakeLock;
  #stage;
  #caller;
  #memory;
  #now;
  #markLane;
  /** @type {Phase | null} */
  #shown = null;
  #begunAt = 0;
  #cues;
  /** Seconds of the session at the last look, for what is to be called since. */
  #seen = 0;

  /**
   * @param {Session} session
   * @param {Screen} screen
   * @param {{
   *   wakeLock: { hold(): Promise<void>, release(): Promise<void> },
   *   stage: Pick<import("./stage.js").Stage, "show">,
   *   caller: Pick<import("./caller.js").Caller, "unlock" | "call">,
   *   memory: Pick<import("./resume.js").Memory, "keep" | "forget">,
   * }} edge
   * @param {() => number} now
   */
  constructor(session, screen, { wakeLock, stage, caller, memory }, now = Date.now) {
    this.#session = session;
    this.#screen = screen;
    this.#wakeLock = wakeLock;
    this.#stage = stage;
    this.#caller = caller;
    this.#memory = memory;
    this.#now = now;
    this.#phases = timeline(session);
    this.#cues = cues(this.#phases);
    this.#clock = new Clock(this.#phases);
    this.#markLane = drawLane(screen.part("lane"), this.#phases);
  }

  get running() {
    return this.#clock.running;
  }

  /** @param {number} [elapsed] seconds of the session that are done already */
  begin(elapsed = 0) {
    this.#begunAt = this.#now();
    this.#clock.restart(this.#begunAt, elapsed);
    this.#shown = null;
    this.#seen = elapsed - 1;
    this.#caller.unlock();
    this.#screen.show("run");
    this.#sayPause();
    this.#wakeLock.hold();
    this.update();
    this.#screen.part("pause").focus();
  }

  /** Back to the start screen, as if it had not begun. */
  stop() {
    this.#clock.pause(this.#now());
    this.#wakeLock.release();
    this.#screen.show("start");
  }

  pause() {
    if (this.#now() - this.#begunAt < DOUBLE_TAP_MS) {
      return;
    }
    if (this.#clock.running) {
      this.#clock.pause(this.#now());
      this.#wakeLock.release();
      this.#screen.announce(this.#session.words.paused);
    } else {
      this.#clock.run(this.#now());
      this.#wakeLock.hold();
      this.#screen.announce(this.#session.words.going);
    }
    this.#sayPause();
    this.update();
  }

  skip() {
    this.#clock.skip(this.#now());
    this.update();
  }

  back() {
    this.#clock.back(this.#now());
    this.update();
  }

  /** Shows this moment; safe to call at any time, however long the last call is ago. */
  update() {
    const now = this.#now();
    const moment = at(this.#phases, this.#clock.elapsed(now));
    this.#call(this.#clock.elapsed(now));
    if (!moment) {
      this.#finish();
      return;
    }
    if (moment.phase !== this.#shown) {
      this.#shown = moment.phase;
      const shown = view(this.#session, moment.phase);
      this.#screen.phase(shown);
      if (shown.announce) {
        this.#screen.announce(shown.announce);
      }
      this.#markLane(moment.phase.start);
      this.#memory.keep(moment.phase);
    }
    this.#stage.show(moment.phase, moment.phase.seconds - moment.left);
    this.#screen.write("clock", digits(this.#session, moment.phase, moment.left));
    this.#screen.write("left", remaining(this.#session, this.#clock.left(now)));
  }

  /** @param {number} elapsed seconds */
  #call(elapsed) {
    const call = this.#clock.running ? due(this.#cues, this.#seen, elapsed) : null;
    this.#seen = elapsed;
    if (call) {
      this.#caller.call(call);
    }
  }

  #sayPause() {
    const { pause, resume } = this.#session.words;
    this.#screen.pauseButton(this.#clock.running, this.#clock.running ? pause : resume);
  }

  #finish() {
    this.#memory.forget();
    this.#clock.pause(this.#now());
    this.#wakeLock.release();
    this.#screen.show("done");
    this.#screen.part("done-heading").focus();
  }
}
