// A shape that grows while one breathes in and gets smaller while one breathes out, with the word for
// it. Screen readers have the cue, which says the same.

import { fullness, isPaced } from "./breath.js";
import { shape } from "./lane.js";

/**
 * @typedef {import("./timeline.js").TempoPart} TempoPart
 * @typedef {import("../shared/figure.js").Moment} Moment
 */

// Of a drawing that is 100 wide.
const SIZE = 100;
const MIDDLE = SIZE / 2;
const RING = 47;
const SMALL = 14;
const LARGE = 41;

export class BreathShape {
  #element = document.createElement("div");
  #disc = shape("circle", { class: "breath-disc", cx: MIDDLE, cy: MIDDLE });
  #word = document.createElement("span");
  #words;
  #motion;
  /** @type {TempoPart[] | null} */
  #tempo = null;
  #isPaced = false;

  /**
   * @param {Element} before which it stands
   * @param {Record<string, string>} words
   * @param {{ readonly matches: boolean }} motion whether the person wants it reduced
   */
  constructor(before, words, motion) {
    this.#words = words;
    this.#motion = motion;
    const svg = shape("svg", { viewBox: `0 0 ${SIZE} ${SIZE}` });
    svg.append(shape("circle", { class: "breath-ring", cx: MIDDLE, cy: MIDDLE, r: RING }));
    svg.append(this.#disc);
    this.#element.className = "breath";
    this.#element.ariaHidden = "true";
    this.#element.append(svg, this.#word);
    before.before(this.#element);
  }

  /** Room for it, also while it is not seen, so that nothing around it moves. @param {boolean} wanted */
  keepRoom(wanted) {
    this.#element.hidden = !wanted;
  }

  /** Called for each frame. @param {TempoPart[]} tempo that is repeated @param {Moment} moment */
  show(tempo, moment) {
    if (tempo !== this.#tempo) {
      this.#tempo = tempo;
      this.#isPaced = isPaced(tempo);
    }
    const way = this.#isPaced ? tempo[moment.part]?.breath : undefined;
    this.#element.classList.toggle("breath-free", !way);
    if (way) {
      this.#draw(this.#words[way], fullness(tempo, moment), way);
    }
  }

  /** @param {string} word @param {number} full @param {"in" | "out"} way */
  #draw(word, full, way) {
    // Who wants calm sees how it ends.
    const now = this.#motion.matches ? Number(way === "in") : (1 - Math.cos(Math.PI * full)) / 2;
    this.#disc.setAttribute("r", (SMALL + now * (LARGE - SMALL)).toFixed(1));
    if (this.#word.textContent !== word) {
      this.#word.textContent = word;
    }
  }
}
