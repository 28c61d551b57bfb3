// Writes what `view.js` says into the page, only where it changed.

import { fill } from "../shared/words.js";

/** @typedef {ReturnType<typeof import("./view.js").view>} View */

// Half of the shortest time between two calls; what covers the figure is gone sooner.
const FLASH_MS = 500;
const WHOLE_MS = 250;
// What counts along or belongs to one movement does not take the whole screen.
const SMALL = ["part", "count", "half"];

export class Screen {
  #parts;
  #words;
  /** What is said before the next line, because it came first. */
  #first = "";
  #flashedAt = 0;

  /** @param {ParentNode} root @param {Record<string, string>} words */
  constructor(root, words) {
    this.#words = words;
    this.#parts = /** @param {string} name */ (name) => {
      const element = root.querySelector(`[data-${name}]`);
      if (!(element instanceof HTMLElement)) {
        throw new Error(`the player page has no data-${name}`);
      }
      return element;
    };
  }

  /** @param {string} name */
  part(name) {
    return this.#parts(name);
  }

  /** Which of the three screens is seen. @param {"start" | "run" | "done"} name */
  show(name) {
    for (const each of ["start", "run", "done"]) {
      this.#parts(each).hidden = each !== name;
    }
    this.#parts("top").dataset.screen = name;
    this.#parts("unscripted").hidden = true;
    this.#parts("begin").hidden = name !== "start";
    this.#parts("resume").hidden ||= name !== "start";
    this.#parts("where").hidden = this.#parts("keys").hidden = name !== "run";
    this.#parts("leave").setAttribute("aria-label", this.#words[name === "run" ? "end" : "close"]);
    scrollTo(0, 0);
  }

  /** @param {View} view */
  phase(view) {
    this.#parts("run").dataset.kind = view.kind;
    this.write("phase-name", view.phaseName);
    this.write("cue", view.cue);
    this.write("count", view.count);
    this.write("name", view.name);
    this.write("characters", view.native?.characters ?? "");
    this.write("pinyin", view.native?.pinyin ?? "");
    this.write("note", view.note);
    this.write("position", view.position);
    this.write("next", view.next);
    this.#parts("clock").toggleAttribute("data-long", view.long);
    this.#parts("clock").hidden = view.waits;
    this.#parts("tap").hidden = !view.waits;
    this.#parts("easier").hidden = !view.offersEasier;
    this.#how(view.how);
  }

  /** Said by a screen reader, also when the same was said before. @param {string} said */
  announce(said) {
    const text = this.#first + said;
    const element = this.#parts("announce");
    this.#first = "";
    element.textContent = element.textContent === text ? `${text}\u00a0` : text;
  }

  /** Offers to take a skip back, as long as there is one. @param {string} name of the step */
  skipped(name) {
    const strip = this.#parts("skipped");
    if (!name && strip.contains(document.activeElement)) {
      this.#parts("pause").focus();
    }
    const words = name && fill(this.#words.skipped, { name });
    strip.hidden = !name;
    this.write("undo-words", words);
    this.#first = words && `${words}. `;
  }

  /**
   * The clock turns its colours round for a moment, and at a change the whole screen takes the
   * colour of what begins; never more than once a second.
   * @param {import("./cues.js").Call} call
   * @param {boolean} whole
   */
  flash(call, whole) {
    if (call !== "part") {
      light(this.#parts("clock"), call, FLASH_MS);
    }
    const now = Date.now();
    if (whole && !SMALL.includes(call) && Math.abs(now - this.#flashedAt) >= 2 * FLASH_MS) {
      this.#flashedAt = now;
      light(this.#parts("run"), call, WHOLE_MS);
    }
  }

  /** @param {boolean} running @param {string} name of what the button now does */
  pauseButton(running, name) {
    this.#parts("pause-icon").hidden = !running;
    this.#parts("resume-icon").hidden = running;
    this.write("pause-name", name);
  }

  /** @param {string} part @param {string} text */
  write(part, text) {
    const element = this.#parts(part);
    if (element.textContent !== text) {
      element.textContent = text;
    }
  }

  /** @param {string[]} lines */
  #how(lines) {
    const list = this.#parts("how");
    if (list.textContent === lines.join("")) {
      return;
    }
    list.replaceChildren(
      ...lines.map((line) =>
        Object.assign(list.ownerDocument.createElement("li"), { textContent: line }),
      ),
    );
  }
}

/** @param {HTMLElement} element @param {string} call @param {number} milliseconds */
function light(element, call, milliseconds) {
  element.dataset.call = call;
  setTimeout(() => delete element.dataset.call, milliseconds);
}
