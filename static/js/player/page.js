// The player page over any session: finds its parts, wires buttons, keys and the clock.

import { conditions } from "../shared/conditions.js";
import { withShorter } from "../shared/doses.js";
import { REDUCED_MOTION } from "../shared/figure.js";
import { dropSession, keepSession } from "../shared/journal.js";
import { LaterScript } from "../shared/later_script.js";
import { isLocked } from "../shared/lock.js";
import { deviceStore } from "../shared/screen.js";
import { readPage } from "../shared/trusted.js";
import { toneGain } from "../shared/voice.js";
import { AS_WRITTEN } from "./adjust.js";
import { keptAdjustments } from "./adjustments.js";
import { withAsking } from "./asking.js";
import { Caller } from "./caller.js";
import { Frames } from "./frames.js";
import { Guide } from "./guide.js";
import { action } from "./keyboard.js";
import { claim } from "./only.js";
import { overview } from "./overview.js";
import { planned } from "./plan.js";
import { Player } from "./player.js";
import { Report } from "./report.js";
import { Memory } from "./resume.js";
import { Screen } from "./screen.js";
import { Sheets } from "./sheets.js";
import { Stage } from "./stage.js";
import { Tones } from "./tones.js";
import { speakNothing } from "./voice/unlock.js";

/**
 * @typedef {import("./adjust.js").Adjustments} Adjustments
 * @typedef {import("./resume.js").Kept} Kept
 * @typedef {import("./timeline.js").Written} Written
 * @typedef {{ journal?: ConstructorParameters<typeof Report>[2] }} Place where what was done is kept
 */

const PLANNING = { planned, AS_WRITTEN };
// Browsers let hidden pages act no more often.
const HIDDEN_MS = 1000;

export class Page {
  #session;
  #screen;
  #sheets;
  #player;
  #memory;
  #report;
  #adjustments = AS_WRITTEN;
  /** @type {import("./later/adjusting.js").Adjusting | undefined} */
  #sheet;
  /** What comes later, by its address. @type {Record<string, LaterScript>} */
  #scripts = {};
  /** Lets other tabs run a session. @type {() => void} */
  #release = () => undefined;
  #frame = 0;
  #frames = new Frames();
  /** @type {ReturnType<typeof setTimeout> | undefined} until a phase ends */
  #ending;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #hidden;
  /** @type {Kept | null} */
  #left = null;

  /** @param {Written} written @param {Place} place */
  constructor(written, { journal = { keepSession, dropSession } } = {}) {
    const store = deviceStore();
    const steps = written.steps.map((step) => withShorter(step, written.doses, written.locale));
    const session = withAsking({ ...written, steps }, conditions(store));
    this.#session = session;
    this.#screen = new Screen(document, session.words);
    this.#sheets = new Sheets(document);
    this.#memory = new Memory(store, `${session.kind}/${session.slug}`);
    this.#report = new Report(this.#screen, session, journal, () => this.#player.leaveSkip());
    this.#player = new Player(session, this.#screen, this.#effects(store));
    this.#adjust(keptAdjustments(store, session));
    this.#wire();
    this.#screen.part("scripted").hidden = false;
    this.#screen.show("start");
    this.#display();
  }

  /** Everything that reaches beyond the page's words. @param {import("../shared/screen.js").Store} store */
  #effects(store) {
    const { words } = this.#session;
    const screen = this.#screen;
    const motion = matchMedia(REDUCED_MOTION);
    const stage = new Stage(this.#session, screen.part("figure-place"), motion);
    const [lane, count, awake] = ["lane", "count", "awake"].map((name) => screen.part(name));
    const title = document.querySelector("h1")?.textContent ?? "";
    const tones = new Tones();
    const guide = new Guide(async (audio) => {
      const script = await this.#later(lane);
      const media = [store, title, this.#media(), audio];
      return script && new script.Guiding({ lane, count, awake }, words, motion, media, tones);
    });
    tones.gain = toneGain(store);
    motion.addEventListener("change", () => stage.redraw());
    return {
      stage,
      guide,
      memory: this.#memory,
      caller: new Caller(store, (call, whole) => screen.flash(call, whole), { tones }),
      over: (/** @type {import("./player.js").Result | null} */ result) => this.#over(result),
      mayGo: () => this.#mayGo(),
    };
  }

  /** What a headset and a lock screen do. */
  #media() {
    return {
      play: () => this.#goOn(),
      pause: () => this.#player.running && this.#player.pause(),
      nexttrack: () => this.#unasked("skip"),
      previoustrack: () => this.#unasked("back"),
    };
  }

  /** @param {import("./player.js").Result | null} result null when it goes on after all */
  #over(result) {
    if (result) {
      this.#release();
      this.#report.open(result);
    } else {
      this.#claim();
      this.#report.withdraw();
    }
  }

  /** What the page asks is answered, by a sheet or by a button outside of it. @param {"skip" | "back" | "end"} wanted */
  #unasked(wanted) {
    this.#sheets.close();
    this.#player[wanted]();
  }

  /** @param {Adjustments} now */
  #adjust(now) {
    this.#adjustments = now;
    const plan = this.#player.adjust(now);
    this.#left = this.#memory.kept();
    overview(this.#screen, plan, now, this.#player.begun ? null : this.#left);
  }

  /** The script that an element names. @param {HTMLElement} element */
  #later({ dataset: { script = "" } }) {
    return (this.#scripts[script] ??= new LaterScript(script)).load();
  }

  /** A sheet whose own script comes with its first opening. @param {string} name */
  async #openLater(name) {
    const sheet = this.#open(name);
    /** @type {NodeListOf<HTMLElement>} */
    const [unloaded, place] = sheet.querySelectorAll("[data-unloaded], [data-script]");
    const script = await this.#later(place);
    place.inert = !script;
    unloaded.hidden = Boolean(script);
    return { script, sheet, place };
  }

  async #openAdjusting() {
    const { script, place } = await this.#openLater("adjust");
    this.#sheet ??=
      script &&
      new script.Adjusting(place, this.#session, this.#adjustments, this.#adjusting(), PLANNING);
  }

  /** The step that is shown, over and over. */
  async #openPractising() {
    const { script, sheet, place } = await this.#openLater("practise");
    const { words, steps } = this.#session;
    script?.practise(sheet, place, { words, step: steps[this.#player.step], readPage });
  }

  /** Another display than the usual one comes when it is chosen. @param {string} [wanted] */
  async #display(wanted) {
    if (wanted || document.documentElement.dataset.display) {
      const place = this.#screen.part("displays");
      const script = await this.#later(place);
      script?.show(place, wanted, { locale: this.#session.locale, readPage });
    }
  }

  /** Of the step that is asked about, and on to it. */
  #takeEasier() {
    const step = this.#player.step;
    const forms = { ...this.#adjustments.forms, [step]: /** @type {const} */ ("easier") };
    this.#adjust({ ...this.#adjustments, forms });
    this.#player.done();
    this.#sheet?.show(this.#adjustments);
  }

  #adjusting() {
    return {
      from: () => this.#player.open,
      refuses: (/** @type {Adjustments} */ wanted) => this.#player.refuses(wanted),
      changed: (/** @type {Adjustments} */ now) => this.#adjust(now),
    };
  }

  /** @param {Partial<Kept>} from */
  #start(from) {
    if (this.#mayGo()) {
      this.#screen.write("elsewhere", "");
      this.#memory.hold(false);
      speakNothing();
      this.#player.begin(from);
      this.#draw();
      this.#claim();
      this.#display();
    }
  }

  /** A session claims the device; a tab that is refused goes back to its start screen. */
  #claim() {
    this.#release = claim({
      granted: () => {
        this.#memory.hold(true);
        this.#player.keep();
      },
      refused: () => {
        this.#halt();
        this.#screen.write("elsewhere", this.#session.words.elsewhere);
      },
    });
  }

  /** Frame by frame, as long as it runs. */
  #draw() {
    this.#frames.rest();
    this.#drawAt(performance.now());
  }

  /** @param {number} now milliseconds */
  #drawAt(now) {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#ending);
    if (!this.#player.running) {
      return;
    }
    this.#frames.note(now);
    const left = this.#player.leftOfPhase * 1000;
    if (this.#frames.wouldBeLate(left)) {
      const ahead = Math.min(left, this.#frames.ahead);
      const begins = performance.now() + left - ahead;
      this.#ending = setTimeout(() => this.#turn(begins, ahead), left - ahead);
    } else {
      this.#player.update();
      this.#frame = requestAnimationFrame((later) => this.#drawAt(later));
    }
  }

  /** To the next phase, for which this phone needs its time. @param {number} begins when, in milliseconds @param {number} ahead milliseconds before the end of the last one */
  #turn(begins, ahead) {
    if (!this.#player.running) {
      return;
    }
    this.#frames.rest();
    this.#player.update(ahead / 1000);
    this.#frames.turned(performance.now() - begins);
    this.#frame = requestAnimationFrame((later) => this.#drawAt(later));
  }

  #wire() {
    const player = this.#player;
    const taps = {
      begin: () => this.#start({ before: this.#report.before }),
      again: () => this.#start({}),
      resume: () => this.#start(this.#left ?? {}),
      pause: () => player.justStarted || this.#pause(),
      skip: () => player.justStarted || player.skip(),
      back: () => player.justStarted || player.back(),
      tap: () => player.done(),
      easier: () => this.#takeEasier(),
      undo: () => {
        player.undo();
        this.#draw();
      },
      adjust: () => this.#openAdjusting(),
      "adjust-here": () => this.#openAdjusting(),
      practise: () => this.#openPractising(),
      displays: (/** @type {any} */ { target }) => this.#display(target.value),
      "show-keys": () => this.#open("keys"),
      "go-on": () => this.#goOn(),
      "end-here": () => this.#unasked("end"),
      "leave-unkept": () => {
        player.stop();
        this.#memory.forget();
      },
      leave: (/** @type {Event} */ event) => this.#leave(event),
    };
    for (const [part, act] of Object.entries(taps)) {
      this.#screen.part(part).addEventListener("click", act);
    }
    // Who touches the page is about to start: what leads then comes, and says where no voice will.
    const foretell = async () => (await this.#later(this.#screen.part("lane")))?.foretell();
    addEventListener("pointerdown", foretell, { once: true });
    document.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("visibilitychange", () => this.#turned());
    addEventListener("pageshow", () => this.#look());
    // An emergency sign, or being cold, was answered with yes in another tab.
    addEventListener("storage", () => this.#look());
    addEventListener("pagehide", () => player.keep());
  }

  /** To the front, or away: there are no frames there, but a lock screen shows the step. */
  #turned() {
    clearInterval(this.#hidden);
    this.#look();
    if (document.hidden) {
      this.#player.keep();
      this.#hidden = setInterval(() => this.#look(), HIDDEN_MS);
    }
  }

  #look() {
    if ((isLocked() || this.#player.begun) && this.#mayGo() && this.#player.running) {
      this.#player.update();
    }
  }

  /**
   * Whether anything may move now; where not, nothing goes on and nothing asked about it stays.
   * Before a massage the page is asked by an event, which a No to being cold cancels; where the script
   * that hears the No has not come, nothing does.
   */
  #mayGo() {
    const { asks } = this.#screen.part("begin").dataset;
    if (!isLocked() && !(asks && dispatchEvent(new Event(asks, { cancelable: true })))) {
      return true;
    }
    this.#sheets.close();
    if (this.#player.begun) {
      this.#halt();
      this.#release();
      /** @type {HTMLElement | null} */ (document.querySelector(".locked a"))?.focus();
    }
    return false;
  }

  /** Back to the start screen, which offers to go on from there. */
  #halt() {
    this.#player.stop();
    this.#adjust(this.#adjustments);
  }

  #pause() {
    this.#player.pause();
    this.#draw();
  }

  /** What is asked over a session lets it stand still. @param {string} name of a sheet */
  #open(name) {
    if (this.#player.running) {
      this.#player.pause();
    }
    return this.#sheets.open(name);
  }

  #goOn() {
    this.#sheets.close();
    if (!this.#player.running) {
      this.#pause();
    }
  }

  /** While a session is under way, leaving is asked about. @param {Event} event */
  #leave(event) {
    if (this.#player.begun) {
      event.preventDefault();
      this.#open("end");
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { target } = event;
    const inUse = target instanceof HTMLElement && target.closest("a, button, input, textarea");
    const wanted = this.#sheets.isOpen ? null : action(event, document.dir);
    const isWriting = target instanceof HTMLTextAreaElement;
    const applies = wanted === "keys" ? !isWriting : this.#player.begun;
    if (!wanted || !applies || (inUse && wanted === "pause")) {
      return;
    }
    event.preventDefault();
    if (wanted === "keys") {
      this.#open(wanted);
    } else if (wanted === "pause") {
      this.#pause();
    } else {
      this.#player[wanted]();
    }
  }
}
