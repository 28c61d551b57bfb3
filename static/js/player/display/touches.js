// Hears fingers before anything else does, and lets a ring fill around the one that presses. What keys
// and screen readers do is never touched.

import { part } from "../../shared/parts.js";
import { mark } from "./mark.js";
import { Press } from "./press.js";

/** @typedef {import("./press.js").Meaning} Meaning */

// So long after a finger the browser may still make a click of it.
const CLICK_MS = 700;
const HINT_MS = 2500;
// What a ring needs of the screen around its middle, and above the words at its lower edge.
const RING_PX = 84;
const WORDS_PX = 64;

export class Touches {
  #press = new Press();
  #ring;
  #edge;
  /** @type {ReturnType<typeof setTimeout> | undefined} until a press has stayed long enough */
  #due;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #hinted;
  /** Until then a click is what the browser makes of a finger that was dealt with. */
  #deaf = 0;

  /**
   * @param {HTMLElement} ring
   * @param {{ means: (place: Element) => string, unlock: () => void }} edge `means` tells whether a
   *   press there may `skip` or `unlock`; where neither, it is left to the page
   */
  constructor(ring, edge, page = document) {
    this.#ring = ring;
    this.#edge = edge;
    /** @type {[string, (event: any) => void][]} */
    const heard = [
      ["pointerdown", (event) => this.#down(event)],
      ["pointermove", (event) => this.#follow(this.#press.move(touch(event)))],
      ["pointerup", (event) => this.#end(() => this.#press.up(touch(event)))],
      ["pointercancel", ({ pointerId }) => this.#end(() => this.#press.cancel(pointerId))],
      ["visibilitychange", () => this.#end(() => this.#press.cancel())],
      ["click", (event) => this.#click(event)],
      ["contextmenu", (event) => this.#edge.means(event.target) && event.preventDefault()],
    ];
    for (const [type, hear] of heard) {
      page.addEventListener(type, hear, { capture: true });
    }
  }

  /** @param {PointerEvent} event */
  #down(event) {
    const means = this.#edge.means(/** @type {Element} */ (event.target));
    this.#deaf = 0;
    if (means && event.button === 0 && !isOfAssistance(event)) {
      this.#deaf = Infinity;
      this.#follow(this.#press.down(touch(event), means === "unlock", event.isPrimary));
      if (this.#press.isHeld) {
        this.#begin(event, means);
      }
    }
  }

  /** @param {() => Meaning | null} meaning */
  #end(meaning) {
    this.#deaf &&= performance.now() + CLICK_MS;
    this.#follow(meaning());
  }

  /** @param {MouseEvent} event */
  #click(event) {
    if (event.detail > 0 && performance.now() < this.#deaf) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** @param {Meaning | null} meaning */
  #follow(meaning) {
    if (meaning && meaning !== "press") {
      clearTimeout(this.#due);
      mark("pressing", "");
    }
    if (meaning === "pause" || meaning === "skip") {
      part(meaning).click();
    } else if (meaning === "unlock") {
      mark("hint", "");
      this.#edge.unlock();
    }
  }

  /** The ring fills for as long as the finger has to stay. @param {PointerEvent} event @param {string} means */
  #begin({ clientX, clientY }, means) {
    const x = within(clientX, innerWidth);
    const y = within(clientY, innerHeight - (means === "unlock" ? WORDS_PX : 0));
    for (const circle of this.#ring.querySelectorAll("circle")) {
      circle.setAttribute("cx", String(x));
      circle.setAttribute("cy", String(y));
      circle.setAttribute("transform", `rotate(-90 ${x} ${y})`);
    }
    mark("pressing", means);
    if (means === "unlock") {
      this.#hint();
    }
    this.#wait();
  }

  #wait() {
    clearTimeout(this.#due);
    this.#due = setTimeout(() => {
      this.#follow(this.#press.look(performance.now()));
      // A timer may be a little early.
      if (this.#press.isHeld) {
        this.#wait();
      }
    }, this.#press.left(performance.now()));
  }

  /** How to unlock, for a while. */
  #hint() {
    clearTimeout(this.#hinted);
    mark("hint", "unlock");
    this.#hinted = setTimeout(() => mark("hint", ""), HINT_MS);
  }
}

/** @param {PointerEvent} event */
function touch({ pointerId, clientX, clientY }) {
  return { id: pointerId, x: clientX, y: clientY, at: performance.now() };
}

/** So that the ring is whole. @param {number} at @param {number} length of the screen */
function within(at, length) {
  return Math.round(Math.max(RING_PX, Math.min(length - RING_PX, at)));
}

/** Screen readers press where nothing has a size, or as a mouse that does not press. @param {PointerEvent} event */
function isOfAssistance({ width, height, pressure, pointerType }) {
  return (width === 0 && height === 0) || (pointerType === "mouse" && pressure === 0);
}
