// One movement over and over, while the session stands still: all of it or from one part to another,
// slower, as in a mirror, with the breath. What is shown of it is the demo of the exercise's own page,
// which is fetched, or comes from what the device keeps.

import { Demo, HALF, loopOf } from "../../exercises/demo.js";
import { DemoKeys } from "../../exercises/demo_keys.js";
import { Figure, REDUCED_MOTION } from "../../shared/figure.js";
import { isPaced } from "../breath.js";
import { BreathShape } from "../breath_shape.js";
import { fetchPage, styled } from "../../shared/fetched.js";
import { WakeLock } from "../wake_lock.js";

/**
 * @typedef {import("../timeline.js").Step} Step
 * @typedef {import("../timeline.js").TempoPart} TempoPart
 * @typedef {import("../../exercises/demo.js").State} State
 * @typedef {import("../../exercises/demo.js").Plan} Plan
 * @typedef {{
 *   words: Record<string, string>, step: Step,
 *   readPage: typeof import("../../shared/trusted.js").readPage,
 * }} Practised
 */

// After the names within a figure, which stand in the page already.
const COPIED = "-practised";

const awake = new WakeLock(() => undefined);

/**
 * In a sheet that is open, until it is closed.
 * @param {HTMLDialogElement} sheet
 * @param {HTMLElement} place in it
 * @param {Practised} practised
 */
export async function practise(sheet, place, practised) {
  const { exercises, style = "" } = place.dataset;
  const address = `${exercises}${practised.step.figure?.slug}`;
  const [page] = await Promise.all([
    fetchPage(address, "[data-demo]", practised.readPage),
    styled(style),
  ]);
  if (sheet.open && !place.hasChildNodes()) {
    /** @type {HTMLElement} */ (sheet.querySelector("[data-unloaded]")).hidden = page !== null;
    if (page) {
      lead(sheet, place, build(place, page, practised));
    }
  }
}

/** @param {HTMLDialogElement} sheet @param {HTMLElement} place @param {Demo} demo */
function lead(sheet, place, demo) {
  const motion = matchMedia(REDUCED_MOTION);
  const closed = new AbortController();
  motion.addEventListener("change", () => demo.redraw(), { signal: closed.signal });
  sheet.addEventListener("close", end, { once: true });
  awake.hold();
  if (!motion.matches) {
    demo.play();
  }
  function end() {
    closed.abort();
    demo.pause();
    awake.release();
    place.replaceChildren();
  }
}

/** @param {HTMLElement} place @param {Document} page of the exercise @param {Practised} practised */
function build(place, page, { words, step }) {
  const motion = matchMedia(REDUCED_MOTION);
  /** @type {Plan} */
  const plan = JSON.parse(page.getElementById("tempo")?.textContent ?? "");
  const shown = /** @type {HTMLElement} */ (page.querySelector("[data-demo]"));
  shown.querySelector(".figure-strip")?.remove();
  const svg = /** @type {SVGSVGElement} */ (shown.querySelector("svg[data-figure]"));
  renamed(svg);
  place.replaceChildren(named(step.name), shown);
  const keys = new DemoKeys(shown);
  const tempo = /** @type {Element} */ (shown.querySelector(".demo-tempo"));
  const figure = new BreathedFigure(
    new Figure(svg, motion),
    new BreathShape(tempo, words, motion),
    plan.tempo,
  );
  const demo = new Demo(figure, plan, (state) => {
    figure.heed(state);
    keys.show(state);
  });
  keys.wire(demo);
  shown.setAttribute("data-ready", "");
  // On the side that the session is at.
  if (document.querySelector("[data-figure-place] .mirrored")) {
    demo.switchSide();
  }
  return demo;
}

/** A figure, and the breath of what it repeats. */
export class BreathedFigure {
  #figure;
  #shape;
  #tempo;
  /** What is repeated, as slow as it is. */
  #repeated;
  #from = 0;

  /**
   * @param {Pick<Figure, "show" | "describe" | "release">} figure
   * @param {Pick<BreathShape, "show" | "keepRoom">} shape
   * @param {TempoPart[]} tempo
   */
  constructor(figure, shape, tempo) {
    this.#figure = figure;
    this.#shape = shape;
    this.#tempo = tempo;
    this.#repeated = tempo;
    shape.keepRoom(isPaced(tempo));
  }

  /** @param {Pick<State, "loop" | "halfSpeed">} state of the demo */
  heed({ loop, halfSpeed }) {
    const pace = halfSpeed ? HALF : 1;
    this.#from = loop ? loop[0] : 0;
    this.#repeated = loopOf(this.#tempo, loop).map((part) => ({
      ...part,
      seconds: part.seconds / pace,
    }));
  }

  /** @param {import("../../shared/figure.js").Moment & { mirrored: boolean }} moment */
  show(moment) {
    this.#figure.show(moment);
    this.#shape.show(this.#repeated, { ...moment, part: moment.part - this.#from });
  }

  /** @param {string} text */
  describe(text) {
    this.#figure.describe(text);
  }

  release() {
    this.#figure.release();
  }
}

/** @param {string} name of the movement */
function named(name) {
  return Object.assign(document.createElement("p"), { className: "strong", textContent: name });
}

/** @param {SVGSVGElement} svg */
function renamed(svg) {
  for (const part of svg.querySelectorAll("[id]")) {
    part.id += COPIED;
  }
  for (const use of svg.querySelectorAll("use")) {
    use.setAttribute("href", `${use.getAttribute("href")}${COPIED}`);
  }
}
