// The figure of the step: fetched in time, put in its place, and sought by the session's clock.

import { Figure } from "../shared/figure.js";
import { readFigure } from "../shared/trusted.js";
import { fill } from "../shared/words.js";
import { picture } from "./picture.js";
import { following } from "./timeline.js";

/**
 * @typedef {import("./timeline.js").FigureFile} FigureFile
 * @typedef {import("./timeline.js").Phase} Phase
 * @typedef {import("./timeline.js").Session} Session
 * @typedef {import("./timeline.js").Step} Step
 */

const FETCH_MS = 10_000;

/**
 * What the figure is said to show during a phase.
 * @param {Record<string, string>} words with the name and cue of a tempo part, also of the other side
 * @param {Step} step
 * @param {Phase} phase
 */
export function label(words, step, phase) {
  const part = step.tempo[phase.part];
  if (!part || phase.waits) {
    return step.name;
  }
  const message = picture(step, phase, 0).mirrored ? words.otherSide : words.figure;
  return fill(message, { name: part.name, cue: part.cue });
}

/**
 * @param {string} address
 * @returns {Promise<SVGSVGElement | null>} null when it cannot be had
 */
export async function fetchFigure(address, read = readFigure, { fetch } = globalThis) {
  try {
    const signal = AbortSignal.timeout(FETCH_MS);
    const answer = await fetch(address, { mode: "same-origin", signal });
    return answer.ok ? read(await answer.text()) : null;
  } catch {
    // No signal, or a server that hangs: the session goes on without the picture.
    return null;
  }
}

export class Stage {
  #session;
  #place;
  #motion;
  #load;
  /** @type {Map<string, SVGSVGElement>} by slug */
  #kept = new Map();
  /** @type {Map<string, Promise<void>>} */
  #coming = new Map();
  /** @type {SVGSVGElement | null} */
  #svg = null;
  /** @type {Figure | null} */
  #figure = null;
  /** @type {Phase | null} */
  #phase = null;
  #seconds = 0;

  /**
   * @param {Session} session
   * @param {HTMLElement} place may hold the first step's figure already
   * @param {{ readonly matches: boolean }} motion whether the person wants it reduced
   */
  constructor(session, place, motion, load = fetchFigure) {
    this.#session = session;
    this.#place = place;
    this.#motion = motion;
    this.#load = load;
    /** @type {SVGSVGElement | null} */
    const first = place.querySelector("svg[data-figure]");
    if (first) {
      this.#kept.set(first.dataset.figure ?? "", first);
      this.#put(first);
    }
  }

  /** What is shown from now on, as adjusted. @param {Session} session */
  plan(session) {
    this.#session = session;
  }

  /** Called for each frame. @param {Phase} phase @param {number} seconds since it began */
  show(phase, seconds) {
    const before = this.#phase;
    this.#phase = phase;
    this.#seconds = seconds;
    if (phase !== before) {
      if (phase.step !== before?.step || phase.kind === "ready") {
        this.#begin(phase);
      }
      this.#describe();
    }
    this.redraw();
  }

  /** The same moment once more, for when the wish for calm has changed. */
  redraw() {
    if (this.#phase) {
      this.#figure?.show(picture(this.#step(this.#phase), this.#phase, this.#seconds));
    }
  }

  /** @param {Phase} phase */
  #begin(phase) {
    const { figure } = this.#step(phase);
    this.#present();
    // What fails while fetched ahead is tried again in its own step.
    this.#coming.get(figure?.slug ?? "")?.then(() => this.#fetch(figure));
    this.#fetch(figure);
    const next = following(this.#session, phase);
    this.#fetch(next === null ? null : this.#session.steps[next].figure);
  }

  /** Once each. @param {FigureFile | null | undefined} file */
  #fetch(file) {
    if (file && !this.#kept.has(file.slug) && !this.#coming.has(file.slug)) {
      this.#coming.set(file.slug, this.#keep(file));
    }
  }

  /** @param {FigureFile} file */
  async #keep({ slug, address }) {
    const svg = await this.#load(address);
    this.#coming.delete(slug);
    if (svg) {
      this.#kept.set(slug, svg);
      this.#present();
    }
  }

  /** The figure of the step that runs, as soon as it is here. */
  #present() {
    const file = this.#phase && this.#step(this.#phase).figure;
    const svg = (file && this.#kept.get(file.slug)) ?? null;
    if (svg !== this.#svg) {
      this.#put(svg);
      this.#describe();
      this.redraw();
    }
  }

  /** @param {SVGSVGElement | null} svg */
  #put(svg) {
    this.#figure?.release();
    this.#place.replaceChildren(...(svg ? [svg] : []));
    // Feet on a common line: figures of any height stand on the lower edge.
    svg?.setAttribute("preserveAspectRatio", "xMidYMax");
    this.#svg = svg;
    this.#figure = svg && new Figure(svg, this.#motion);
  }

  #describe() {
    if (this.#phase) {
      const text = label(this.#session.words, this.#step(this.#phase), this.#phase);
      this.#figure?.describe(text);
    }
  }

  /** @param {Phase} phase */
  #step(phase) {
    return this.#session.steps[phase.step];
  }
}
